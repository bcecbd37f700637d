import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { RowsAhead } from '../../../main/core/spreadsheets/ahead';
import type { Cell, SheetTable } from '../../../main/core/spreadsheets/reading/table';
import { arrange, rowContextOf, sortedRows } from '../../../main/core/spreadsheets/session';
import { understandRow } from '../../../main/core/spreadsheets/understanding/read-row';
import { committeeLaptop, type Laptop } from '../../support/laptop';
import { openSheet, rowsOf, type SheetRows, workbook } from '../../support/spreadsheets/files';

/** Rows understood while their file is still read: what comes later may show that they are to be understood otherwise. */

const place = { country: 'TN', today: '2026-11-26' };
const headings = ['Nom de l’association', 'Date du récépissé', 'Tél.', 'Membres', 'Statut juridique', 'Obs.'];

const cells = fc.constantFrom<Cell[]>(
  null,
  'Association Nour',
  '  Ligue  Manara ',
  '04/05/2016',
  '03/25/2015',
  '71 845 220',
  12,
  'oui',
  'déclarée',
  'جمعية النور',
  { is: 'error', value: '#REF!' },
  { is: 'day', value: '2016-05-04', from: 'formula' },
);
const tables = fc
  .record({
    title: fc.boolean(),
    rows: fc.array(fc.array(cells, { maxLength: headings.length + 1 }), { minLength: 1, maxLength: 30 }),
    merges: fc.array(
      fc
        .tuple(fc.nat(20), fc.nat(3), fc.nat(4), fc.nat(2))
        .map(([top, left, down, right]): SheetTable['merges'][number] => [
          top,
          left,
          top + down,
          left + right,
        ]),
      { maxLength: 2 },
    ),
  })
  .map(
    ({ title, rows, merges }): SheetTable => ({
      name: 'Liste',
      state: 'visible',
      rows: [...(title ? [['Liste des associations']] : []), headings, ...rows],
      merges,
    }),
  );

it('are in the end what they are when the whole file is read first', async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.array(fc.nat(40), { maxLength: 4 }), async (table, cuts) => {
      const pairs = new Map();
      const ahead = new RowsAhead(place, () => null, pairs);
      for (const cut of [...cuts.sort((one, other) => one - other), table.rows.length]) {
        const rows = table.rows.slice(0, cut);
        await ahead.take(0, { ...table, rows, merges: [] }, () => Promise.resolve());
      }
      const arrangement = arrange(table, { sheet: 0 }, () => null, place.today);
      const sorted = sortedRows(table, arrangement);
      const context = rowContextOf(arrangement, sorted, place, pairs);
      expect(sorted.rows.map(ahead.within(context))).toEqual(
        sorted.rows.map((row) => understandRow(row, context)),
      );
    }),
    { numRuns: 400 },
  );
});

it('are not understood twice where nothing later shows them otherwise', async () => {
  const rows = Array.from({ length: 20 }, (_, n) => [`Association ${n}`, '04/05/2016', null, n, 'déclarée']);
  const table: SheetTable = { name: 'Liste', state: 'visible', rows: [headings, ...rows], merges: [] };
  const pairs = new Map();
  const ahead = new RowsAhead(place, () => null, pairs);
  await ahead.take(0, { ...table, rows: table.rows.slice(0, 9) }, () => Promise.resolve());
  const arrangement = arrange(table, { sheet: 0 }, () => null, place.today);
  const sorted = sortedRows(table, arrangement);
  const understood = ahead.within(rowContextOf(arrangement, sorted, place, pairs));
  // What was made ahead is given again; what was not is made anew each time.
  const [once, again] = [sorted.rows.map(understood), sorted.rows.map(understood)];
  expect(once.map((row, n) => row === again[n])).toEqual(sorted.rows.map((_, n) => n < 8));
});

describe('A list of a thousand rows', () => {
  const laptops: Laptop[] = [];
  afterEach(() => {
    for (const laptop of laptops.splice(0)) laptop.throwAway();
  });
  const opened = async (name: string, bytes: Buffer | string) => {
    const laptop = await committeeLaptop('TN');
    laptops.push(laptop);
    const view = await openSheet(laptop, name, bytes);
    return { view, rows: await rowsOf(laptop, view.import) };
  };
  const list = (own: (n: number) => string): SheetRows => [
    headings,
    ...Array.from({ length: 1_000 }, (_, n) => [`Association ${n}`, own(n), null, n, 'déclarée', 'RAS']),
  ];

  it('has doubtful days from its first row on when one of its last is written month first', async () => {
    const days = (n: number) => (n === 990 ? '03/25/2015' : '04/05/2016');
    const { rows } = await opened('liste.xlsx', workbook({ Liste: list(days) }));
    expect(rows[0]?.cells[1]).toMatchObject({ how: 'doubtful', why: { code: 'X10' } });
    const { rows: sure } = await opened('liste.xlsx', workbook({ Liste: list(() => '04/05/2016') }));
    expect(sure[0]?.cells[1]).toMatchObject({ how: 'as_typed', value: '2016-05-04' });
  });

  it('gives way to a sheet after it that says more', async () => {
    const first: SheetRows = [['Nom', 'Tél.'], ...list(() => '').slice(1)];
    const { view, rows } = await opened(
      'liste.xlsx',
      workbook({ Contacts: first, Liste: list(() => '04/05/2016') }),
    );
    expect(view.sheets[view.sheet]?.name).toBe('Liste');
    expect(view.counts).toMatchObject({ new: 1_000, refused: 0 });
    expect(rows[499]?.cells.map(({ typed }) => typed)).toEqual([
      'Association 499',
      '04/05/2016',
      '',
      '499',
      'déclarée',
      'RAS',
    ]);
  });

  it('is the same from XLSX, XLS, ODS and CSV', async () => {
    const rows = list((n) => (n % 2 === 0 ? '04/05/2016' : '2016'));
    const csv = rows.map((row) => row.join(';')).join('\r\n');
    const fromXlsx = await opened('liste.xlsx', workbook({ Liste: rows }));
    for (const other of [
      await opened('liste.xls', workbook({ Liste: rows }, 'biff8')),
      await opened('liste.ods', workbook({ Liste: rows }, 'ods')),
      await opened('liste.csv', csv),
    ]) {
      expect(other.view.counts).toEqual(fromXlsx.view.counts);
      expect(other.rows.map(({ cells: all }) => all.map(({ value }) => value))).toEqual(
        fromXlsx.rows.map(({ cells: all }) => all.map(({ value }) => value)),
      );
    }
  });
});
