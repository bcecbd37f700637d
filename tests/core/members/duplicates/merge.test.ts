import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FieldValue } from '../../../../main/core/contract/fields';
import type { DuplicateKind, Take } from '../../../../main/core/contract/members/duplicate-operations';
import { entities } from '../../../../main/core/core';
import { environmentOf } from '../../../../main/core/environment';
import { checkWorkspace } from '../../../../main/core/workspace/check';
import { closeWorkspace, keyFor, openWorkspace } from '../../../../main/core/workspace/opening';
import { committeeLaptop, type Laptop, passphrase } from '../../../support/laptop';

/** Two sheets of one organisation, or of one person, become one. */

let laptop: Laptop;

beforeEach(async () => {
  laptop = await committeeLaptop('TN');
});

afterEach(() => laptop.throwAway());

const kept = {
  name: 'Association Nour, accueil et orientation',
  country: 'TN',
  status: 'member',
  phone: '+21675612209',
  themes: ['gender'],
  notes: 'Vue en mai.',
};
const other = {
  name: 'ANAO',
  acronym: 'ANAO',
  country: 'TN',
  status: 'identified',
  email: 'contact@nour.example',
  themes: ['children', 'gender'],
  notes: 'Rappeler le trésorier.',
};

async function sheetOf(id: string) {
  return laptop.call('members.sheet', { id });
}

async function merge(
  kind: DuplicateKind,
  keptId: string,
  otherId: string,
  takes: Record<string, Take> = {},
): Promise<{ id: string; moved: number }> {
  const pair = await laptop.call('duplicates.compare', { kind, one: keptId, other: otherId });
  const [{ revision }, { revision: otherRevision }] = pair.records;
  return laptop.call('members.merge', {
    kind,
    kept: { id: keptId, revision },
    other: { id: otherId, revision: otherRevision },
    takes,
  });
}

const everything = {
  search: '',
  filters: [],
  sort: { field: 'name', direction: 'ascending' },
  offset: 0,
  limit: 500,
} as const;

/** All that the register says, in the trash or not, without when and how often it was written. */
async function register() {
  const said: unknown[] = [];
  for (const trashed of ['without', 'only'] as const) {
    const organisations = await laptop.call('members.list', { ...everything, filters: [], trashed });
    const persons = await laptop.call('members.persons', {
      ...everything,
      filters: [],
      sort: { field: 'fullName', direction: 'ascending' },
      trashed,
    });
    for (const { id } of organisations.rows) {
      const sheet = await sheetOf(id);
      said.push({
        trashed,
        id,
        values: sheet.organisation.values,
        mergedInto: sheet.mergedInto,
        completeness: sheet.completeness.percent,
        needs: sheet.needs.map((need) => [need.id, need.values]),
        contacts: sheet.contacts.map(({ affiliation }) => [affiliation.id, affiliation.values]),
      });
    }
    for (const { id } of persons.rows) {
      const sheet = await laptop.call('members.personSheet', { id });
      said.push({
        trashed,
        id,
        values: sheet.person.values,
        leaves: sheet.leaves,
        mergedInto: sheet.mergedInto,
        affiliations: sheet.affiliations.map(({ affiliation }) => [affiliation.id, affiliation.values]),
        consents: sheet.consents.map((consent) => [consent.id, consent.values]),
      });
    }
  }
  return said;
}

/** Holds what `workspace check` holds of revisions: one more for each gesture that touched a record. */
async function revisionsHold(
  entity: 'organisations' | 'affiliations' | 'needs',
  id: string,
  revision: number,
) {
  const { entries } = await laptop.call('records.history', { entity, id, field: null, limit: 500 });
  expect(new Set(entries.map((entry) => entry.batch)).size).toBe(revision);
}

describe('two sheets of one organisation that are merged', () => {
  it('leave one sheet, with the values that were chosen, and what was empty filled', async () => {
    const one = await laptop.create('organisations', kept);
    const two = await laptop.create('organisations', other);
    await merge('organisations', one.id, two.id, { themes: 'both', notes: 'both', status: 'kept' });
    const { organisation } = await sheetOf(one.id);
    expect(organisation.values).toMatchObject({
      name: kept.name,
      acronym: 'ANAO',
      phone: kept.phone,
      email: other.email,
      status: 'member',
      themes: ['gender', 'children'],
      notes: 'Vue en mai.\n\nRappeler le trésorier.',
    });
    expect((await laptop.call('members.counts', {})).organisations).toBe(1);
  });

  it('bring their needs and people together, once each, with one main contact', async () => {
    const one = await laptop.create('organisations', kept);
    const two = await laptop.create('organisations', other);
    const amal = await laptop.create('persons', { fullName: 'Amal Jaziri' });
    const sami = await laptop.create('persons', { fullName: 'Sami Dridi' });
    const link = { role: 'présidente', isMainContact: true };
    await laptop.create('affiliations', { person: amal.id, organisation: one.id, ...link });
    await laptop.create('affiliations', { person: amal.id, organisation: two.id, ...link });
    await laptop.create('affiliations', { person: sami.id, organisation: two.id, isMainContact: true });
    await laptop.create('needs', { organisation: one.id, domain: 'advocacy', level: 3 });
    await laptop.create('needs', { organisation: two.id, domain: 'advocacy', level: 3 });
    await laptop.create('needs', { organisation: two.id, domain: 'project_design', level: 1 });
    const { moved } = await merge('organisations', one.id, two.id);
    const sheet = await sheetOf(one.id);
    expect(moved).toBe(2);
    expect(sheet.needs.map((need) => need.values.domain)).toEqual(['advocacy', 'project_design']);
    expect(
      sheet.contacts.map(({ person, affiliation }) => [
        person.values.fullName,
        affiliation.values.isMainContact,
      ]),
    ).toEqual([
      ['Amal Jaziri', true],
      ['Sami Dridi', false],
    ]);
  });

  it('are both found under either identifier afterwards', async () => {
    const one = await laptop.create('organisations', kept);
    const two = await laptop.create('organisations', other);
    await merge('organisations', one.id, two.id);
    expect((await sheetOf(two.id)).mergedInto).toEqual({ id: one.id, title: kept.name });
    const late = await laptop.create('needs', { organisation: two.id, domain: 'advocacy', level: 2 });
    expect((await sheetOf(one.id)).needs.map((need) => need.id)).toEqual([late.id]);
  });

  it('lead to the last one through several merges', async () => {
    const one = await laptop.create('organisations', kept);
    const two = await laptop.create('organisations', other);
    const three = await laptop.create('organisations', { ...kept, name: 'Nour' });
    await merge('organisations', two.id, one.id);
    await merge('organisations', three.id, two.id);
    expect((await sheetOf(one.id)).mergedInto?.id).toBe(three.id);
  });

  it('are two again when the one in the trash is restored', async () => {
    const one = await laptop.create('organisations', kept);
    const two = await laptop.create('organisations', other);
    await merge('organisations', one.id, two.id);
    await laptop.call('records.restore', { entity: 'organisations', ids: [two.id] });
    expect(await sheetOf(two.id)).toMatchObject({ mergedInto: null, organisation: { deletedAt: null } });
  });

  it('never publish what one of them did not agree to publish', async () => {
    const one = await laptop.create('organisations', { ...kept, publicationConsent: true });
    const two = await laptop.create('organisations', { ...other, publicationConsent: false });
    await merge('organisations', one.id, two.id, { publicationConsent: 'kept' });
    expect((await sheetOf(one.id)).organisation.values.publicationConsent).toBe(false);
  });

  it('are not merged when one was changed meanwhile, or lies in the trash', async () => {
    const one = await laptop.create('organisations', kept);
    const two = await laptop.create('organisations', other);
    const stale = { kind: 'organisations', kept: { id: one.id, revision: 1 }, takes: {} } as const;
    await laptop.call('records.update', {
      entity: 'organisations',
      id: two.id,
      revision: 1,
      values: { acronym: 'AN' },
    });
    const before = await register();
    await expect(
      laptop.call('members.merge', { ...stale, other: { id: two.id, revision: 1 } }),
    ).rejects.toMatchObject({ code: 'record_changed' });
    await laptop.call('records.trash', { entity: 'organisations', ids: [two.id] });
    await expect(
      laptop.call('members.merge', { ...stale, other: { id: two.id, revision: 3 } }),
    ).rejects.toMatchObject({ code: 'record_missing' });
    await laptop.call('changes.undo', {});
    expect(await register()).toEqual(before);
  });
});

describe('what belongs to two sheets that are merged', () => {
  const organisation = async (values: Record<string, FieldValue>) =>
    (await laptop.create('organisations', { country: 'TN', status: 'identified', ...values })).id;

  it('takes links along, once each, and leaves no link of an organisation with itself', async () => {
    const [one, two, network] = [
      await organisation({ name: 'Nour' }),
      await organisation({ name: 'Association Nour' }),
      await organisation({ name: 'Réseau Lien' }),
    ];
    for (const id of [one, two]) {
      await laptop.create('organisationLinks', { organisation: id, kind: 'member_of', other: network });
    }
    await laptop.create('organisationLinks', { organisation: two, kind: 'section_of', other: one });
    await merge('organisations', one, two);
    const { links } = await sheetOf(one);
    expect(links.map((known) => `${known.link.values.kind} ${known.other.name}`)).toEqual([
      'member_of Réseau Lien',
    ]);
  });

  it('brings the statuses of both together by their days', async () => {
    const [one, two] = [
      await organisation({ name: 'Nour' }),
      await organisation({ name: 'Association Nour' }),
    ];
    await laptop.create('statusPeriods', { organisation: one, status: 'member', since: '2026-06-01' });
    await laptop.create('statusPeriods', { organisation: two, status: 'surveyed', since: '2026-02-01' });
    await merge('organisations', one, two);
    const { statusPeriods } = await sheetOf(one);
    expect(statusPeriods.map((period) => period.values.status)).toEqual(['member', 'surveyed']);
  });

  it('keeps a seat whose holder and alternate turn out to be one person, without alternate', async () => {
    const seat = await organisation({ name: 'Réseau Lien' });
    const one = (await laptop.create('persons', { fullName: 'Awa Diop' })).id;
    const two = (await laptop.create('persons', { fullName: 'Diop Awa' })).id;
    await laptop.create('seats', {
      organisation: seat,
      role: 'member',
      fullMember: two,
      alternate: one,
      since: '2026-01-01',
    });
    await merge('persons', one, two);
    const { seats } = await laptop.call('members.committee', {});
    expect(seats).toMatchObject([{ fullMember: { id: one }, alternate: null }]);
  });
});

describe('a merge that is taken back', () => {
  it('is named, and leaves exactly what was there before', async () => {
    const one = await laptop.create('organisations', kept);
    const two = await laptop.create('organisations', other);
    const amal = await laptop.create('persons', { fullName: 'Amal Jaziri' });
    const link = await laptop.create('affiliations', { person: amal.id, organisation: two.id });
    const doubled = await laptop.create('needs', { organisation: one.id, domain: 'advocacy', level: 3 });
    await laptop.create('needs', { organisation: two.id, domain: 'advocacy', level: 3 });
    const before = await register();
    await merge('organisations', one.id, two.id, { name: 'other', themes: 'both', status: 'other' });
    expect(await laptop.call('changes.undoable', {})).toMatchObject({ action: 'merged', title: 'ANAO' });
    await laptop.call('changes.undo', {});
    expect(await register()).toEqual(before);
    await revisionsHold('organisations', one.id, (await sheetOf(one.id)).organisation.revision);
    await revisionsHold('organisations', two.id, (await sheetOf(two.id)).organisation.revision);
    await revisionsHold('affiliations', link.id, 3);
    await revisionsHold('needs', doubled.id, 1);
  });

  it('leaves a workspace that passes every check, as the merge did', async () => {
    const one = await laptop.create('organisations', kept);
    const two = await laptop.create('organisations', other);
    const amal = await laptop.create('persons', { fullName: 'Amal Jaziri' });
    await laptop.create('affiliations', { person: amal.id, organisation: two.id });
    await laptop.create('needs', { organisation: one.id, domain: 'advocacy', level: 3 });
    await laptop.create('needs', { organisation: two.id, domain: 'advocacy', level: 3 });
    await merge('organisations', one.id, two.id, { name: 'other', themes: 'both', status: 'other' });
    await laptop.call('changes.undo', {});
    await merge('organisations', two.id, one.id, { status: 'other' });
    laptop.core.close();
    const key = keyFor(laptop.workspaceFolder, passphrase, 'passphrase');
    const workspace = openWorkspace(
      { settings: laptop.settings, environment: environmentOf(null), entities },
      laptop.workspaceFolder,
      key ?? new Uint8Array(),
    );
    const wrong = checkWorkspace(workspace).filter((finding) => finding.outcome === 'wrong');
    closeWorkspace(workspace);
    expect(wrong).toEqual([]);
  });

  it('leaves exactly what was there before, whatever was merged and chosen', async () => {
    const texts = fc.option(fc.constantFrom('Nour', 'Amal', 'ANAO'), { nil: null });
    const values: fc.Arbitrary<Record<string, FieldValue>> = fc.record({
      name: fc.constantFrom('Nour', 'Association Nour', 'نور'),
      acronym: texts,
      mission: texts,
      themes: fc.option(fc.subarray(['gender', 'children', 'other']), { nil: null }),
      publicationConsent: fc.option(fc.boolean(), { nil: null }),
      foundedYear: fc.option(fc.constantFrom(1999, 2012), { nil: null }),
    });
    const domains = fc.subarray(['advocacy', 'project_design', 'financial_management']);
    const takes = fc.dictionary(
      fc.constantFrom('name', 'acronym', 'themes', 'foundedYear', 'mission'),
      fc.constantFrom<Take>('kept', 'other'),
    );
    await fc.assert(
      fc.asyncProperty(values, values, domains, domains, takes, async (left, right, mine, theirs, chosen) => {
        const ids: string[] = [];
        for (const [own, needs] of [
          [left, mine],
          [right, theirs],
        ] as const) {
          const { id } = await laptop.create('organisations', {
            ...own,
            country: 'TN',
            status: 'identified',
          });
          ids.push(id);
          for (const domain of needs) await laptop.create('needs', { organisation: id, domain, level: 2 });
        }
        const before = await register();
        await merge('organisations', ids[0] ?? '', ids[1] ?? '', chosen);
        expect(await register()).not.toEqual(before);
        await laptop.call('changes.undo', {});
        expect(await register()).toEqual(before);
        await laptop.call('records.trash', { entity: 'organisations', ids });
      }),
      { numRuns: 15 },
    );
  });

  it('may be merged again the other way', async () => {
    const one = await laptop.create('organisations', kept);
    const two = await laptop.create('organisations', other);
    await merge('organisations', one.id, two.id);
    await laptop.call('changes.undo', {});
    await merge('organisations', two.id, one.id);
    expect((await sheetOf(one.id)).mergedInto?.id).toBe(two.id);
  });
});

describe('two sheets of one person that are merged', () => {
  const person = { fullName: 'Amal Jaziri', sex: 'f' };
  const consent = { purpose: 'region', givenOn: '2026-01-10', manner: 'written' };

  async function leaves(id: string) {
    return (await laptop.call('members.personSheet', { id })).leaves;
  }

  it('stay confidential when one of them was', async () => {
    const one = await laptop.create('persons', person);
    const two = await laptop.create('persons', { ...person, confidential: true });
    await laptop.create('consents', { person: one.id, ...consent });
    await merge('persons', one.id, two.id, { confidential: 'kept' });
    expect(await leaves(one.id)).toBe('counted_confidential');
  });

  it('keep an agreement that was given, with the functions of both', async () => {
    const nour = await laptop.create('organisations', kept);
    const one = await laptop.create('persons', person);
    const two = await laptop.create('persons', person);
    await laptop.create('consents', { person: two.id, ...consent });
    await laptop.create('affiliations', { person: two.id, organisation: nour.id });
    await merge('persons', one.id, two.id);
    expect(await leaves(one.id)).toBe('named');
    expect((await laptop.call('members.personSheet', { id: one.id })).affiliations).toHaveLength(1);
  });

  it.each([
    ['on the sheet kept', 0],
    ['on the other sheet', 1],
  ])('obey a withdrawal noted %s', async (_where, place) => {
    const sheets = [await laptop.create('persons', person), await laptop.create('persons', person)];
    const [withdrawn, unaware] = place === 0 ? sheets : [...sheets].reverse();
    await laptop.create('consents', {
      person: withdrawn?.id ?? '',
      ...consent,
      givenOn: '2025-11-02',
      withdrawnOn: '2026-06-01',
    });
    await laptop.create('consents', { person: unaware?.id ?? '', ...consent });
    const before = await register();
    await merge('persons', sheets[0]?.id ?? '', sheets[1]?.id ?? '');
    expect(await leaves(sheets[0]?.id ?? '')).toBe('counted');
    await laptop.call('changes.undo', {});
    expect(await register()).toEqual(before);
  });

  it('keep an agreement that was given again after a withdrawal', async () => {
    const one = await laptop.create('persons', person);
    const two = await laptop.create('persons', person);
    await laptop.create('consents', {
      person: one.id,
      ...consent,
      givenOn: '2025-01-02',
      withdrawnOn: '2025-06-01',
    });
    await laptop.create('consents', { person: two.id, ...consent });
    await merge('persons', one.id, two.id);
    expect(await leaves(one.id)).toBe('named');
  });
});
