import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { committeeLaptop, type Laptop } from '../../../support/laptop';

/** The survey of a country: planned in a campaign, read from the sheets. Today is 20 September 2026. */

let committee: Laptop;

beforeEach(async () => {
  committee = await committeeLaptop('TN');
});

afterEach(() => committee.throwAway());

const organisation = async (name: string, more: Record<string, string | readonly string[]> = {}) =>
  (await committee.create('organisations', { name, country: 'TN', status: 'identified', ...more })).id;
const campaign = async () =>
  (
    await committee.create('surveyCampaigns', {
      title: 'Cartographie 2026',
      startsOn: '2026-06-01',
      endsOn: '2026-08-31',
      methods: ['interview', 'desk_review'],
      surveyors: 'Héla et Nizar',
    })
  ).id;

describe('a survey campaign', () => {
  it('keeps one target a region, changed in place, taken away and undone', async () => {
    const id = await campaign();
    const target = (region: string, wanted: number | null) =>
      committee.call('cartography.saveTarget', { campaign: id, region, target: wanted });
    const targets = async () => (await committee.call('cartography.campaigns', {}))[0]?.targets;
    await target('TN-11', 20);
    await target('TN-11', 25);
    await target('TN-61', 5);
    expect(await targets()).toEqual([
      { region: 'TN-11', target: 25 },
      { region: 'TN-61', target: 5 },
    ]);
    await target('TN-61', null);
    await committee.call('changes.undo', {});
    expect(await targets()).toHaveLength(2);
    await expect(target('TN-99', 3)).rejects.toMatchObject({ code: 'input_refused' });
  });

  it('goes to the trash with its targets and comes back with them', async () => {
    const id = await campaign();
    await committee.call('cartography.saveTarget', { campaign: id, region: 'TN-11', target: 20 });
    await committee.call('records.trash', { entity: 'surveyCampaigns', ids: [id] });
    expect(await committee.call('cartography.campaigns', {})).toEqual([]);
    await expect(committee.call('cartography.progress', { campaign: id })).rejects.toMatchObject({
      code: 'record_missing',
    });
    await committee.call('changes.undo', {});
    expect((await committee.call('cartography.campaigns', {}))[0]?.targets).toHaveLength(1);
  });

  it('reads its progress from the sheets, by region, surveyor and week; each figure opens its sheets', async () => {
    const id = await campaign();
    await committee.call('cartography.saveTarget', { campaign: id, region: 'TN-11', target: 4 });
    const seen = await organisation('A', { region: 'TN-11', surveyDate: '2026-06-03', surveyor: 'Héla' });
    await organisation('B', { region: 'TN-11', status: 'contacted' });
    await organisation('C', { surveyDate: '2026-01-15' });
    const progress = await committee.call('cartography.progress', { campaign: id });
    expect(progress).toMatchObject({
      from: '2026-06-01',
      to: '2026-08-31',
      organisations: 3,
      target: 4,
      standings: { surveyed: 1, contacted: 1, elsewhere: 1, identified: 0 },
      surveyors: [{ surveyor: 'Héla', surveyed: 1 }],
    });
    expect(progress.regions[0]).toMatchObject({ region: 'TN-11', target: 4, standings: { surveyed: 1 } });
    expect(progress.weeks[0]).toEqual({ monday: '2026-06-01', surveyed: 1, cumulative: 1 });
    const { ids } = await committee.call('cartography.counted', {
      campaign: id,
      figure: { standings: ['surveyed'], region: 'TN-11' },
    });
    expect(ids).toEqual([seen]);
    const list = await committee.call('members.list', {
      search: '',
      filters: [{ field: 'id', rule: 'any_of', values: ids }],
      sort: { field: 'name', direction: 'ascending' },
      trashed: 'without',
      offset: 0,
      limit: 10,
    });
    expect(list.rows.map((row) => row.values.name)).toEqual(['A']);
  });

  it('takes the day from the history of statuses where the sheet has none', async () => {
    const id = await campaign();
    const found = await organisation('A');
    await committee.create('statusPeriods', { organisation: found, status: 'surveyed', since: '2026-07-01' });
    const progress = await committee.call('cartography.progress', { campaign: id });
    expect(progress.standings.surveyed).toBe(1);
    expect(progress.surveyors).toEqual([{ surveyor: null, surveyed: 1 }]);
  });

  it('stays in the committee: the report of a quarter holds nothing of it', async () => {
    await campaign();
    const { reportTables } = await import('../../../../main/core/packages/tables/report');
    expect(reportTables.map(({ name }) => name).filter((name) => name.startsWith('survey'))).toEqual([]);
    const committees = reportTables.find(({ name }) => name === 'committees');
    expect(committees?.fields.map(({ name }) => name)).not.toContain('priorityThemesReason');
  });
});

describe('the sheets of a country', () => {
  it('say how far they are filled by section, and which have not been verified for twelve months', async () => {
    await organisation('A', { verifiedOn: '2025-09-19' });
    await organisation('B', { verifiedOn: '2025-09-21', type: 'association' });
    await organisation('C');
    const { sections, rows } = await committee.call('cartography.sheets', {});
    expect(rows.map(({ name, verificationDue }) => [name, verificationDue])).toEqual([
      ['A', 'overdue'],
      ['B', 'fine'],
      ['C', 'never'],
    ]);
    expect(sections[0]?.section).toBe('identity');
    expect(rows[1]?.sections[0]).toBeGreaterThan(rows[0]?.sections[0] ?? 100);
  });

  it('are marked as verified today in one gesture, which undo takes back', async () => {
    const ids = [await organisation('A', { verifiedOn: '2024-01-01' }), await organisation('B')];
    expect(await committee.call('cartography.verify', { ids })).toEqual({ verified: 2 });
    const verified = async () =>
      (await committee.call('cartography.sheets', {})).rows.map((row) => row.verifiedOn);
    expect(await verified()).toEqual(['2026-09-20', '2026-09-20']);
    expect(await committee.call('cartography.verify', { ids })).toEqual({ verified: 0 });
    await committee.call('changes.undo', {});
    expect(await verified()).toEqual(['2024-01-01', null]);
  });

  it('are all verified or none: a sheet in the trash stops the gesture', async () => {
    const [kept, gone] = [await organisation('A'), await organisation('B')];
    await committee.call('records.trash', { entity: 'organisations', ids: [gone] });
    await expect(committee.call('cartography.verify', { ids: [kept, gone] })).rejects.toMatchObject({
      code: 'record_missing',
    });
    expect((await committee.call('cartography.sheets', {})).rows[0]?.verifiedOn).toBeNull();
  });
});

describe('the needs and themes of a country', () => {
  it('are read of one region and one theme, or of all', async () => {
    const id = await organisation('A', { region: 'TN-11', themes: ['gender'], skillsOffered: ['advocacy'] });
    await organisation('B', { region: 'TN-61', themes: ['children'] });
    await committee.create('needs', { organisation: id, domain: 'project_design', level: 3, priority: 1 });
    const names = async (region: string | null, theme: string | null) =>
      (await committee.call('cartography.matrix', { region, theme })).rows.map((row) => row.name);
    expect(await names(null, null)).toEqual(['A', 'B']);
    expect(await names('TN-11', null)).toEqual(['A']);
    expect(await names(null, 'children')).toEqual(['B']);
    const { domains } = await committee.call('cartography.matrix', { region: null, theme: null });
    expect(domains.find(({ domain }) => domain === 'project_design')).toMatchObject({
      levels: [0, 0, 0, 1],
      notAsked: 1,
      highPriority: 1,
    });
    expect(domains.find(({ domain }) => domain === 'advocacy')?.offered).toBe(1);
  });

  it('put two themes forward; what the committee decides is kept with its reason', async () => {
    await organisation('A', { region: 'TN-11', themes: ['gender', 'children'] });
    await committee.call('members.saveCommittee', {
      values: { priorityThemes: ['gender', 'rights_protection'], priorityThemesReason: 'Atelier de mars' },
    });
    const themes = await committee.call('cartography.themes', {});
    expect(themes.ranked.map(({ theme }) => theme)).toEqual(['children', 'gender']);
    expect(themes).toMatchObject({
      chosen: ['gender', 'rights_protection'],
      reason: 'Atelier de mars',
      organisations: 1,
      withoutThemes: 0,
    });
  });
});
