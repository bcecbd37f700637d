import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { committeeLaptop, type Laptop } from '../../support/laptop';

/** Where the organisations of a committee are, what they work on and what they need. */

let committee: Laptop;

beforeEach(async () => {
  committee = await committeeLaptop('TN');
});

afterEach(() => committee.throwAway());

const organisation = async (name: string, more: Record<string, string | readonly string[]> = {}) =>
  (await committee.create('organisations', { name, country: 'TN', status: 'identified', ...more })).id;
const map = (measure: 'organisations' | 'theme' | 'need', code: string | null = null) =>
  committee.call('members.map', { country: 'TN', measure, code });

describe('the map', () => {
  it('counts organisations by the region of their seat, and those without one apart', async () => {
    await organisation('A', { region: 'TN-61' });
    await organisation('B', { region: 'TN-61' });
    await organisation('C', { region: 'TN-11' });
    await organisation('D');
    const { total, regions } = await map('organisations');
    expect(total).toBe(4);
    expect(new Map(regions.map(({ region, count }) => [region, count]))).toEqual(
      new Map([
        ['TN-61', 2],
        ['TN-11', 1],
        [null, 1],
      ]),
    );
  });

  it('leaves out the trash and other countries', async () => {
    const gone = await organisation('A', { region: 'TN-61' });
    await committee.create('organisations', { name: 'B', country: 'SN', status: 'identified' });
    await committee.call('records.trash', { entity: 'organisations', ids: [gone] });
    expect((await map('organisations')).total).toBe(0);
  });

  it('counts those that work on a theme', async () => {
    await organisation('A', { region: 'TN-61', themes: ['children', 'gender'] });
    await organisation('B', { region: 'TN-61', themes: ['gender'] });
    expect((await map('theme', 'children')).regions).toEqual([{ region: 'TN-61', count: 1 }]);
  });

  it('counts a need as unmet from the marked level on, until it is re-evaluated lower', async () => {
    const id = await organisation('A', { region: 'TN-61' });
    await committee.create('needs', { organisation: id, domain: 'advocacy', level: 1 });
    expect((await map('need')).total).toBe(0);
    const need = await committee.create('needs', { organisation: id, domain: 'project_design', level: 3 });
    expect((await map('need')).total).toBe(1);
    expect((await map('need', 'advocacy')).total).toBe(0);
    expect((await map('need', 'project_design')).total).toBe(1);
    await committee.call('records.update', {
      entity: 'needs',
      id: need.id,
      revision: need.revision,
      values: { reassessedLevel: 1, reassessedOn: '2026-09-01' },
    });
    expect((await map('need')).total).toBe(0);
  });

  it('names the organisations behind a number: of the regions asked, that answer the measure', async () => {
    const sfax = await organisation('A', { region: 'TN-61' });
    const tunis = await organisation('B', { region: 'TN-11' });
    const nowhere = await organisation('C');
    await organisation('D', { region: 'TN-61' });
    for (const id of [sfax, tunis, nowhere]) {
      await committee.create('needs', { organisation: id, domain: 'advocacy', level: 2 });
    }
    const mapped = async (regions: string[] | null) =>
      (await committee.call('members.mapped', { country: 'TN', measure: 'need', code: 'advocacy', regions }))
        .ids;
    expect(await mapped(['TN-61'])).toEqual([sfax]);
    expect(await mapped(['TN-11', 'TN-61'])).toEqual([sfax, tunis]);
    expect(await mapped(null)).toEqual([nowhere]);
  });

  it('gives the coordinates that sheets carry, typed with a comma or a point', async () => {
    await organisation('A', { latitude: '36,8065', longitude: '10.1815' });
    expect((await map('organisations')).dots).toMatchObject([
      { name: 'A', latitude: 36.8065, longitude: 10.1815 },
    ]);
    await expect(organisation('B', { latitude: '91' })).rejects.toMatchObject({
      params: { why: 'decimal_range' },
    });
  });
});
