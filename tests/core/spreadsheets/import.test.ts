import { afterEach, describe, expect, it } from 'vitest';
import { committeeLaptop, type Laptop } from '../../support/laptop';
import {
  chosen,
  openSheet,
  register,
  rowsOf,
  type SheetRows,
  workbook,
} from '../../support/spreadsheets/files';

/** A committee's own list, messy as they are. */
const messy: SheetRows = [
  ['LISTE DES ASSOCIATIONS DU SUD', null, null, null, null, null, null, null],
  ['arrêtée au 30 juin 2026', null, null, null, null, null, null, null],
  [],
  ['N°', 'Nom de l’association', 'Sigle', 'Tél.', 'Date de création', 'Gouv.', 'Statut', 'Obs.'],
  [1, 'Association Les Deux Rives', 'ALDR', '71 845 220', '14/03/2015', 'Tunis', 'déclarée', 'RAS'],
  [2, 'Femmes artisanes de  Tozeur', 'FAT', '00216 76 451 903', '1997', 'Tozeur', 'agréée', null],
  [3, null, 'JCM', '73 220 118', 2018, 'Monastir', 'déclarée', null],
  [],
  [4, 'Racines et retours', null, '71 45', '2031', 'Beja', 'au fait', 'voir M. Ali'],
  ['TOTAL', 3, null, null, null, null, null, null],
];

describe('Importing a list', () => {
  const laptops: Laptop[] = [];
  const committee = async (code = 'TN') => {
    const laptop = await committeeLaptop(code);
    laptops.push(laptop);
    return laptop;
  };
  afterEach(() => {
    for (const laptop of laptops.splice(0)) laptop.throwAway();
  });

  it('finds the headings under the titles and proposes the columns', async () => {
    const laptop = await committee();
    const view = await openSheet(
      laptop,
      'liste.xlsx',
      workbook({ 'Lisez-moi': [['Bonjour']], Liste: messy }),
    );
    expect(view.sheets[view.sheet]?.name).toBe('Liste');
    expect(view.headings).toEqual({ from: 4, to: 4 });
    expect(view.columns.map((column) => column.target)).toEqual([
      null,
      'name',
      'acronym',
      'phone',
      'foundedYear',
      'region',
      'legalStatus',
      'notes',
    ]);
    expect(view.counts).toEqual({ new: 3, changed: 0, identical: 0, ambiguous: 0, refused: 1 });
    expect(view.aside.map(({ row, why }) => [row, why])).toEqual([[10, 'total']]);
    expect(view.blankRows).toBe(1);
  });

  it('brings numbers, days and words into the form of the register, and keeps as typed what it cannot read', async () => {
    const laptop = await committee();
    const view = await openSheet(laptop, 'liste.xlsx', workbook({ Liste: messy }));
    await laptop.call('spreadsheets.apply', { import: view.import });
    const known = await register(laptop);
    expect(known.get('Association Les Deux Rives')?.values).toMatchObject({
      phone: '+21671845220',
      foundedYear: 2015,
      region: 'TN-11',
      legalStatus: 'declared',
      notes: 'RAS',
    });
    expect(known.get('Femmes artisanes de Tozeur')?.values.phone).toBe('+21676451903');
    const doubtful = known.get('Racines et retours')?.values;
    expect(doubtful).toMatchObject({
      phone: '71 45',
      foundedYear: null,
      legalStatus: 'de_facto',
      region: 'TN-31',
    });
    expect(doubtful?.notes).toBe('Date de création\u202F: 2031\nvoir M. Ali');
  });

  it('is one gesture: undo takes the whole import back', async () => {
    const laptop = await committee();
    const view = await openSheet(laptop, 'liste.xlsx', workbook({ Liste: messy }));
    await laptop.call('spreadsheets.apply', { import: view.import });
    expect((await register(laptop)).size).toBe(3);
    await laptop.call('changes.undo', {});
    expect((await register(laptop)).size).toBe(0);
    const [made] = await laptop.call('spreadsheets.imports', {});
    expect(made).toMatchObject({
      fileName: 'liste.xlsx',
      created: 3,
      changed: 0,
      refused: 1,
      state: 'undone',
    });
  });

  it('finds the same list identical when it is imported again', async () => {
    const laptop = await committee();
    const bytes = workbook({ Liste: messy });
    const first = await openSheet(laptop, 'liste.xlsx', bytes);
    await laptop.call('spreadsheets.apply', { import: first.import });
    const again = await openSheet(laptop, 'liste.xlsx', bytes);
    expect(again.counts).toEqual({ new: 0, changed: 0, identical: 3, ambiguous: 0, refused: 1 });
    expect(again.ready).toBe(0);
  });

  it('asks about an organisation that only looks like one of the register, and completes it when told', async () => {
    const laptop = await committee();
    const { id } = await laptop.create('organisations', {
      name: 'Association Nour pour l’accueil',
      acronym: 'ANAO',
      phone: '+216 75 612 209',
      country: 'TN',
      status: 'member',
    });
    const rows = [
      ['Nom', 'Téléphone', 'Statut'],
      ['Assoc. Nour, accueil orientation', '75 612 209', 'agréée'],
    ];
    const view = await openSheet(laptop, 'liste.xlsx', workbook({ Liste: rows }));
    expect(view.counts.ambiguous).toBe(1);
    expect(view.ready).toBe(0);
    const [row] = await rowsOf(laptop, view.import);
    expect(row?.match).toMatchObject({ id, title: 'ANAO' });
    expect(row?.match?.reasons).toContainEqual({ code: 'same_phone', params: { speaks: 'for' } });
    expect(row?.changes).toEqual([{ field: 'legalStatus', before: null, after: 'approved' }]);
    await laptop.call('spreadsheets.choose', { import: view.import, row: 2, choice: 'complete' });
    await laptop.call('spreadsheets.apply', { import: view.import });
    const { organisation } = await laptop.call('members.sheet', { id });
    expect(organisation.values).toMatchObject({
      name: 'Association Nour pour l’accueil',
      legalStatus: 'approved',
    });
  });

  it('knows an organisation by its Arabic name or its acronym, and says what speaks against it', async () => {
    const laptop = await committee();
    const arabic = await laptop.create('organisations', {
      name: 'Association Nour pour l’accueil',
      nameArabic: 'جمعية نور للاستقبال',
      country: 'TN',
      status: 'member',
    });
    const shortened = await laptop.create('organisations', {
      name: 'Association des jeunes et de la mobilité',
      acronym: 'AJEM',
      region: 'TN-11',
      phone: '+21671300412',
      country: 'TN',
      status: 'member',
    });
    const rows = [
      ['Nom', 'Région', 'Téléphone'],
      ['جمعية نور للاستقبال', 'Tunis', null],
      ['AJEM', 'Sfax', '71 300 412'],
      ['Ligue Manara', 'Sfax', '74 402 118'],
    ];
    const view = await openSheet(laptop, 'liste.xlsx', workbook({ Liste: rows }));
    expect(view.counts).toMatchObject({ ambiguous: 2, new: 1 });
    const [first, second, third] = await rowsOf(laptop, view.import);
    expect(first?.match?.id).toBe(arabic.id);
    expect(second?.match?.id).toBe(shortened.id);
    expect(second?.match?.reasons).toEqual(
      expect.arrayContaining([
        { code: 'same_acronym', params: { speaks: 'for' } },
        { code: 'same_phone', params: { speaks: 'for' } },
        { code: 'other_place', params: { speaks: 'against' } },
      ]),
    );
    expect(third?.match).toBeNull();
  });

  it('never takes one of two organisations of the same name without asking', async () => {
    const laptop = await committee();
    for (const name of [
      'Association de Tunisie',
      'Association de Tunisie',
      'Collectif Passerelles',
      'Collectif Passerelles',
    ])
      await laptop.create('organisations', { name, country: 'TN', status: 'member' });
    const rows = [
      ['Nom', 'Sigle'],
      ['ASSOCIATION DE TUNISIE', null],
      ['Collectif passerelles', null],
    ];
    const view = await openSheet(laptop, 'liste.xlsx', workbook({ Liste: rows }));
    expect(view.counts).toMatchObject({ ambiguous: 2, changed: 0, identical: 0 });
    for (const row of await rowsOf(laptop, view.import))
      expect(row.match?.reasons[0]).toEqual({ code: 'same_name', params: { speaks: 'for' } });
  });

  it('compares with the register as it is now, once a cell is corrected', async () => {
    const laptop = await committee();
    const rows = [
      ['Nom', 'Ville'],
      ['Association Tissilt', 'Gabès'],
      ['Mains tendues du Sahel', 'Sousse'],
    ];
    const view = await openSheet(laptop, 'liste.xlsx', workbook({ Liste: rows }));
    expect(view.counts).toMatchObject({ new: 2, ambiguous: 0 });
    const { id } = await laptop.create('organisations', { name: 'Tissilt', country: 'TN', status: 'member' });
    await laptop.call('spreadsheets.edit', { import: view.import, row: 3, column: 1, text: 'Monastir' });
    const [tissilt, hands] = await rowsOf(laptop, view.import);
    expect(tissilt).toMatchObject({ outcome: 'ambiguous', match: { id } });
    expect(hands?.outcome).toBe('new');
  });

  it('withdraws an import later: what it created is in the trash, what it changed is as before, what was edited since stays', async () => {
    const laptop = await committee();
    const changed = await laptop.create('organisations', {
      name: 'Collectif Vivre ensemble',
      locality: 'Sfax',
      country: 'TN',
      status: 'partner',
    });
    const rows = [
      ['Nom', 'Ville', 'Sigle'],
      ['Collectif Vivre ensemble', 'Gabès', 'CLV'],
      ['Mains tendues du Sahel', 'Sousse', 'MTS'],
      ['Voix des saisonniers', 'Jendouba', 'VDS'],
    ];
    const view = await openSheet(laptop, 'liste.xlsx', workbook({ Liste: rows }));
    const applied = await laptop.call('spreadsheets.apply', { import: view.import });
    const edited = (await register(laptop)).get('Voix des saisonniers');
    await laptop.call('records.update', {
      entity: 'organisations',
      id: edited?.id ?? '',
      revision: 1,
      values: { mission: 'Défendre les saisonniers' },
    });
    const sheet = (await laptop.call('members.sheet', { id: changed.id })).organisation;
    await laptop.call('records.update', {
      entity: 'organisations',
      id: changed.id,
      revision: sheet.revision,
      values: { acronym: 'CVE' },
    });

    const withdrawn = await laptop.call('spreadsheets.withdraw', { id: applied.id });
    expect(withdrawn).toMatchObject({ trashed: 1, restored: 1 });
    expect(withdrawn.kept.map(({ title, fields }) => [title, fields])).toEqual([
      ['Voix des saisonniers', ['mission']],
      ['Collectif Vivre ensemble', ['acronym']],
    ]);
    const known = await register(laptop);
    expect([...known.keys()]).toEqual(['Collectif Vivre ensemble', 'Voix des saisonniers']);
    expect(known.get('Collectif Vivre ensemble')?.values).toMatchObject({ locality: 'Sfax', acronym: 'CVE' });
    expect((await laptop.call('spreadsheets.imports', {}))[0]?.state).toBe('withdrawn');
    await expect(laptop.call('spreadsheets.withdraw', { id: applied.id })).rejects.toMatchObject({
      code: 'nothing_to_undo',
    });
  });

  it('remembers the columns that were settled for a list of the same headings', async () => {
    const laptop = await committee();
    const rows = [
      ['Nom', 'Zone'],
      ['Passerelles citoyennes', 'Tunis'],
    ];
    const view = await openSheet(laptop, 'a.xlsx', workbook({ Liste: rows }));
    expect(view.columns[1]?.target).toBe('regions');
    const settled = await laptop.call('spreadsheets.arrange', {
      import: view.import,
      targets: { 1: 'locality' },
    });
    await laptop.call('spreadsheets.apply', { import: settled.import });
    const next = await openSheet(
      laptop,
      'b.xlsx',
      workbook({
        Liste: [
          ['Zone', 'Nom'],
          ['Sfax', 'Ligue Mains'],
        ],
      }),
    );
    expect(next.columns.map(({ target, origin }) => [target, origin])).toEqual([
      ['locality', 'remembered'],
      ['name', 'remembered'],
    ]);
  });

  it('pairs a word of the list with a code for all rows', async () => {
    const laptop = await committee();
    const rows = [
      ['Nom', 'Statut'],
      ...['Un', 'Deux', 'Trois'].map((name) => [`Association ${name}`, 'sous tutelle']),
    ];
    const view = await openSheet(laptop, 'a.xlsx', workbook({ Liste: rows }));
    expect(view.strangers).toEqual([{ field: 'legalStatus', typed: 'sous tutelle', rows: 3 }]);
    const paired = await laptop.call('spreadsheets.pair', {
      import: view.import,
      field: 'legalStatus',
      typed: 'sous tutelle',
      code: 'other',
    });
    expect(paired.strangers).toEqual([]);
    const [row] = await rowsOf(laptop, paired.import);
    expect(row?.cells[1]).toMatchObject({ value: 'other', how: 'corrected', typed: 'sous tutelle' });
  });

  it('takes a row in that was refused, once its name is typed', async () => {
    const laptop = await committee();
    const view = await openSheet(laptop, 'liste.xlsx', workbook({ Liste: messy }));
    const row = await laptop.call('spreadsheets.edit', {
      import: view.import,
      row: 7,
      column: 1,
      text: 'Jeunes citoyens de Monastir',
    });
    expect(row).toMatchObject({ outcome: 'new', refusals: [] });
  });

  it('saves the refused rows with their reasons; corrected, they come in', async () => {
    const laptop = await committee();
    const view = await openSheet(laptop, 'liste.xlsx', workbook({ Liste: messy }));
    const path = laptop.path('refusées.xlsx');
    const saved = await laptop.call('spreadsheets.saveRefused', {
      import: view.import,
      file: laptop.choose(path),
    });
    expect(saved.rows).toBe(1);
    const again = await laptop.call('spreadsheets.open', { file: laptop.choose(path) });
    expect(again.columns[0]).toMatchObject({ heading: 'Motif du refus', target: null });
    expect(again.counts.refused).toBe(1);
    const nameColumn = again.columns.find((column) => column.target === 'name')?.index ?? -1;
    const row = await laptop.call('spreadsheets.edit', {
      import: again.import,
      row: 2,
      column: nameColumn,
      text: 'Jeunes citoyens',
    });
    expect(row.outcome).toBe('new');
    expect(row.cells.map((cell) => cell.typed)).toContain('73 220 118');
  });

  it('names an organisation in Arabic when the list gives no other name', async () => {
    const laptop = await committee();
    const rows = [
      ['latin_name', 'arabic_name', 'Pays'],
      [null, 'جمعية النور', 'تونس/Tunisia'],
      ['Union des femmes', null, 'Yémen'],
    ];
    const view = await openSheet(laptop, 'a.xlsx', workbook({ Liste: rows }));
    const [one, two] = await rowsOf(laptop, view.import);
    expect(one).toMatchObject({ outcome: 'new' });
    expect(two?.refusals.map(({ code }) => code)).toEqual(['country']);
    await laptop.call('spreadsheets.apply', { import: view.import });
    expect([...(await register(laptop)).keys()]).toEqual(['جمعية النور']);
  });

  it('writes nothing when it is not applied, and forgets the file when the workspace is locked', async () => {
    const laptop = await committee();
    const view = await openSheet(laptop, 'liste.xlsx', workbook({ Liste: messy }));
    expect((await register(laptop)).size).toBe(0);
    await laptop.call('spreadsheets.close', { import: view.import });
    await expect(laptop.call('spreadsheets.view', { import: view.import })).rejects.toMatchObject({
      code: 'import_gone',
    });
  });

  it('leaves nothing when a record changed since it was compared', async () => {
    const laptop = await committee();
    const { id } = await laptop.create('organisations', {
      name: 'Ligue Mains',
      country: 'TN',
      status: 'partner',
    });
    const rows = [
      ['Nom', 'Ville'],
      ['Nouvelle ligue', 'Sfax'],
      ['Ligue Mains', 'Gabès'],
    ];
    const view = await openSheet(laptop, 'a.xlsx', workbook({ Liste: rows }));
    await laptop.call('records.update', {
      entity: 'organisations',
      id,
      revision: 1,
      values: { acronym: 'LMH' },
    });
    await expect(laptop.call('spreadsheets.apply', { import: view.import })).rejects.toMatchObject({
      code: 'record_changed',
    });
    expect([...(await register(laptop)).keys()]).toEqual(['Ligue Mains']);
    expect(await laptop.call('spreadsheets.imports', {})).toEqual([]);
  });

  it('tells spreadsheets from packages by their bytes', async () => {
    const laptop = await committee();
    const sheet = chosen(laptop, 'liste.colis', workbook({ Liste: messy }));
    const csv = chosen(laptop, 'liste.txt', 'Nom;Ville\nUn;Sfax\n');
    const parcel = chosen(laptop, 'colis.xlsx', Buffer.from('age-encryption.org/v1\n-> X25519 abc\n'));
    const part = chosen(laptop, 'partie.csv', 'concertation-part/1 abc 12 1/2 def\nreste');
    const told = await laptop.call('spreadsheets.recognise', { files: [sheet, csv, parcel, part] });
    expect(told).toEqual({ spreadsheets: [sheet, csv], others: [parcel, part] });
  });
});
