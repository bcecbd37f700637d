import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { committeeLaptop, type Laptop } from '../../support/laptop';
import { openSheet, register, rowsOf, workbook } from '../../support/spreadsheets/files';

/** Lists with one row for each activity (3W): the same organisation stands in many rows. */

let laptop: Laptop;
beforeAll(async () => {
  laptop = await committeeLaptop('SN');
});
afterAll(() => laptop.throwAway());

const open = (rows: (string | null)[][]) => openSheet(laptop, '3w.xlsx', workbook({ '3W': rows }));
const outcomesOf = async (id: string) =>
  (await rowsOf(laptop, id)).map(({ outcome, twin }) => [outcome, twin]);

describe('Rows that repeat an organisation', () => {
  it('and differ in lists and texts alone make one record without a question', async () => {
    const view = await open([
      ['Nom de l’organisation', 'Sigle', 'Thèmes', 'Activités'],
      ['Association Alpha', 'AA', 'Genre', 'Ateliers'],
      ['Association Bêta', 'AB', 'Enfants', 'Classes'],
      ['ASSOCIATION ALPHA', 'AA', 'Enfants', 'Classes'],
      ['Association Alpha', 'AA', 'Genre', 'Ateliers'],
    ]);
    expect(await outcomesOf(view.import)).toEqual([
      ['new', null],
      ['new', null],
      ['identical', 2],
      ['identical', 2],
    ]);
    expect(view).toMatchObject({ waiting: 0, ready: 2, repeats: { how: 'asked', waiting: 0, joined: 2 } });
    await laptop.call('spreadsheets.apply', { import: view.import });
    const alpha = (await register(laptop)).get('Association Alpha')?.values;
    expect(alpha).toMatchObject({ themes: ['gender', 'children'], actions: 'Ateliers\nClasses' });
    await laptop.call('changes.undo', {});
  });

  it('in several regions wait, and are joined by one answer for the file', async () => {
    const view = await open([
      ['Organisation', 'Type', 'Région', 'Ville', 'Thèmes'],
      ['Association Alpha', 'Association', 'Dakar', 'Dakar', 'Genre'],
      ['Association Alpha', 'Association', 'Thiès', 'Mbour', 'Enfants'],
      ['Association Alpha', 'Association', 'Louga', null, 'Genre'],
      ['Association Bêta', 'Association', 'Louga', 'Louga', 'Genre'],
      ['Association Bêta', 'ONG', 'Louga', 'Louga', 'Genre'],
    ]);
    expect(view).toMatchObject({ waiting: 3, repeats: { how: 'asked', waiting: 3, joined: 0 } });

    const joined = await laptop.call('spreadsheets.arrange', { import: view.import, repeats: 'joined' });
    expect(joined).toMatchObject({
      waiting: 0,
      ready: 2,
      repeats: { how: 'joined', waiting: 0, joined: 3 },
    });
    await laptop.call('spreadsheets.apply', { import: view.import });
    const known = await register(laptop);
    expect(known.size).toBe(2);
    expect(known.get('Association Alpha')?.values).toMatchObject({
      region: null,
      regions: ['SN-DK', 'SN-TH', 'SN-LG'],
      locality: 'Dakar',
      themes: ['gender', 'children'],
      notes: 'Ville\u202F: Mbour',
    });
    expect(known.get('Association Bêta')?.values).toMatchObject({
      region: 'SN-LG',
      notes: 'Type\u202F: ONG',
    });
    await laptop.call('changes.undo', {});
  });

  it('that were joined can be taken apart again', async () => {
    const view = await open([
      ['Organisation', 'Région'],
      ['Association Alpha', 'Dakar'],
      ['Association Alpha', 'Thiès'],
    ]);
    await laptop.call('spreadsheets.arrange', { import: view.import, repeats: 'joined' });
    const apart = await laptop.call('spreadsheets.arrange', { import: view.import, repeats: 'asked' });
    expect(apart).toMatchObject({ waiting: 1, ready: 1 });
  });

  it('complete the organisation of the register as one', async () => {
    await laptop.call('records.create', {
      entity: 'organisations',
      values: { name: 'Association Alpha', country: 'SN', status: 'identified', themes: ['gender'] },
    });
    const view = await open([
      ['Organisation', 'Téléphone', 'Thèmes'],
      ['Association Alpha', '771230001', 'Enfants'],
      ['Association Alpha', '771230001', 'Éducation'],
    ]);
    const [first, second] = await rowsOf(laptop, view.import);
    expect([first?.outcome, second?.outcome]).toEqual(['changed', 'identical']);
    const themes = first?.changes.find(({ field }) => field === 'themes');
    expect(themes?.after).toEqual(['gender', 'children', 'education_health']);
  });

  it('of one name and nothing in common may be two organisations', async () => {
    const view = await open([
      ['Organisation', 'Téléphone', 'Ville'],
      ['Association des femmes', '771230001', null],
      ['Association des femmes', null, 'Mbour'],
    ]);
    expect(await outcomesOf(view.import)).toEqual([
      ['new', null],
      ['ambiguous', 2],
    ]);
  });

  it('in two countries are two organisations, whatever is answered', async () => {
    const view = await open([
      ['Organisation', 'Pays', 'Thèmes'],
      ['Association Alpha', 'Sénégal', 'Genre'],
      ['Association Alpha', 'Tunisie', 'Enfants'],
    ]);
    const joined = await laptop.call('spreadsheets.arrange', { import: view.import, repeats: 'joined' });
    expect(joined).toMatchObject({ waiting: 1, repeats: { waiting: 1, joined: 0 } });
  });
});
