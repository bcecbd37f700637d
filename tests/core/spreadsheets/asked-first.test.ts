import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { committeeLaptop, type Laptop } from '../../support/laptop';
import { openSheet, register, rowsOf, workbook } from '../../support/spreadsheets/files';

/** Lists whose columns could mean several things, or that are of something else than organisations. */

let laptop: Laptop;
beforeAll(async () => {
  laptop = await committeeLaptop('SN');
});
afterAll(() => laptop.throwAway());

const open = (name: string) => openSheet(laptop, name, readFileSync(`tests/fixtures/cases/2026-12/${name}`));
const openRows = (rows: (string | number)[][]) => openSheet(laptop, 'liste.xlsx', workbook({ Liste: rows }));
const namesOf = async (id: string) =>
  (await rowsOf(laptop, id)).map(({ cells }) => cells.map(({ value }) => value));

describe('A column of project names', () => {
  it('before the name of the organisation is not taken for it (h28)', async () => {
    const view = await open('h28-project-names.csv');
    const nameColumn = view.columns.find(({ target }) => target === 'name');
    expect(nameColumn?.heading).toBe('Nom organization');
    expect(view.columns.find(({ heading }) => heading === 'ID_Acteur')?.target).toBeNull();
    expect(view.question).toBeNull();
    expect(view.counts).toMatchObject({ new: 3, refused: 0 });
  });
});

describe('A list with a donor and an implementing partner', () => {
  it('is asked which of them it is a list of, with the first names of each, before anything (h29)', async () => {
    const view = await open('h29-donor-names.csv');
    expect(view.question?.kind).toBe('name');
    expect(view.question?.candidates.map(({ index }) => view.columns[index]?.heading)).toEqual([
      'Donor Name',
      'Implementing Partner Name',
    ]);
    expect(view.question?.candidates[1]?.samples).toEqual([
      'Association Fictive des Ecoles',
      'Collectif Inventé pour l Eau',
      'Réseau Exemple Santé',
    ]);
    expect(view.columns.some(({ target }) => target === 'name')).toBe(false);
    expect(view.ready).toBe(0);

    const told = await laptop.call('spreadsheets.arrange', { import: view.import, targets: { '4': 'name' } });
    expect(told.question).toBeNull();
    expect(told.counts).toMatchObject({ new: 3, refused: 0 });
    expect((await namesOf(told.import)).map((cells) => [cells[3], cells[4]])).toEqual([
      ['AFE', 'Association Fictive des Ecoles'],
      ['CIE', 'Collectif Inventé pour l Eau'],
      ['RES', 'Réseau Exemple Santé'],
    ]);
  });

  it('is not asked where one column is the name of the organisation in so many words', async () => {
    const view = await openRows([
      ['Nom du bailleur', 'Nom de l’organisation'],
      ['Bailleur Fictif', 'Association Alpha'],
    ]);
    expect(view.question).toBeNull();
    expect(view.columns.map(({ target }) => target)).toEqual(['funders', 'name']);
  });
});

describe('A list of persons', () => {
  it('is said to be one, and none of its rows is taken or refused (h27)', async () => {
    const view = await open('h27-persons-english.csv');
    expect(view.question?.kind).toBe('persons');
    expect(view.counts).toEqual({ new: 0, changed: 0, identical: 0, ambiguous: 0, refused: 0 });
    expect(view.ready).toBe(0);
  });

  it.each([
    [['Nom', 'Prénom', 'Téléphone', 'Fonction']],
    [['N°', 'Nom et prénom', 'Sexe', 'Téléphone']],
    [['Prénoms', 'Noms', 'E-mail', 'Ville']],
  ])('is told by its headings: %s', async (headings) => {
    const view = await openRows([headings, ['1', 'Fictive', 'F', '771230001']]);
    expect(view.question?.kind).toBe('persons');
  });

  it('that is of organisations all the same is read once its column of names is said', async () => {
    const view = await openRows([
      ['Collectif', 'Nom', 'Prénom'],
      ['Association Alpha', 'Fictive', 'Awa'],
    ]);
    const told = await laptop.call('spreadsheets.arrange', { import: view.import, targets: { '0': 'name' } });
    expect(told.question).toBeNull();
    expect(told.counts.new).toBe(1);
  });

  it('with the organisation of each beside is a list of organisations', async () => {
    const view = await openRows([
      ['Nom de l’organisation', 'Nom', 'Prénom'],
      ['Association Alpha', 'Fictive', 'Awa'],
    ]);
    expect(view.question).toBeNull();
    expect(view.columns[0]?.target).toBe('name');
  });
});

describe('A list of meetings', () => {
  it('is said to be one', async () => {
    const view = await openRows([
      ['Date de la réunion', 'Lieu', 'Ville', 'Ordre du jour', 'Observations'],
      ['12/03/2026', 'Siège', 'Dakar', 'Bilan', 'x'],
    ]);
    expect(view.question?.kind).toBe('meetings');
  });
});

describe('The export of a survey tool', () => {
  it('gives names, themes and places (h20)', async () => {
    const view = await open('h20-kobo-export.xlsx');
    expect(view.counts).toMatchObject({ new: 2, refused: 0 });
    await laptop.call('spreadsheets.apply', { import: view.import });
    const known = await register(laptop);
    const values = known.get('Association Alpha')?.values;
    expect(values).toMatchObject({
      acronym: 'AA',
      phone: '+221771234567',
      region: 'SN-DK',
      themes: ['gender', 'rights_protection'],
      notes: null,
    });
    expect([Number(values?.latitude), Number(values?.longitude)]).toEqual([14.6937, -17.4441]);
    expect(known.get('Association Bêta')?.values.themes).toEqual(['children']);
    await laptop.call('changes.undo', {});
  });
});

describe('Regions in the plural', () => {
  it('are those where the organisation acts (h22)', async () => {
    const view = await open('h22-regions-heading.csv');
    expect((await namesOf(view.import)).map(([name, regions]) => [name, regions])).toEqual([
      ['Alpha', ['SN-DK', 'SN-TH', 'SN-LG']],
      ['Bêta', ['SN-TH', 'SN-LG']],
      ['Gamma', ['SN-DK', 'SN-KD']],
    ]);
  });
});

describe('A word that says there is nothing', () => {
  it('is an acronym where it is one, and a name that is asked about (h05)', async () => {
    const view = await open('h05-acronyms.xlsx');
    const rows = await rowsOf(laptop, view.import);
    expect(rows.map(({ cells }) => cells[1]?.value)).toEqual(['ND', 'RAS', 'NIL', 'NA', 'RAS', 'ADT']);
    expect(rows.map(({ cells }) => cells[1]?.how)).toEqual(rows.map(() => 'as_typed'));
    const named = rows.find(({ cells }) => cells[0]?.typed === 'RAS');
    expect(named?.outcome).toBe('ambiguous');
    expect(named?.cells[0]).toMatchObject({ value: 'RAS', how: 'doubtful', why: { code: 'maybe_nothing' } });
    expect(view.waiting).toBe(1);
    await laptop.call('spreadsheets.choose', { import: view.import, row: named?.row ?? 0, choice: 'create' });
    await laptop.call('spreadsheets.apply', { import: view.import });
    expect((await register(laptop)).get('RAS')?.values.acronym).toBe('RAS');
    await laptop.call('changes.undo', {});
  });

  it('is nothing in a telephone and a town, something in a note, and doubtful as an acronym of others', async () => {
    const view = await openRows([
      ['Nom', 'Sigle', 'Téléphone', 'Ville', 'Observations'],
      ['Association Alpha', 'RAS', 'RAS', 'ND', 'RAS'],
      ['Association Bêta', 'néant', '-', '/', '-'],
    ]);
    const [alpha, beta] = await rowsOf(laptop, view.import);
    expect(alpha?.cells.map(({ value, how }) => [value, how])).toEqual([
      ['Association Alpha', 'as_typed'],
      ['RAS', 'doubtful'],
      [null, 'empty'],
      [null, 'empty'],
      ['RAS', 'as_typed'],
    ]);
    expect(beta?.cells.slice(1).map(({ how }) => how)).toEqual(['empty', 'empty', 'empty', 'empty']);
  });
});
