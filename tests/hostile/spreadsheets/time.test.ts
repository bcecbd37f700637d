import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { committeeLaptop, type Laptop } from '../../support/laptop';
import { openSheet, workbook } from '../../support/spreadsheets/files';
import { officeArchive, workbookParts } from '../../support/spreadsheets/office-archive';

/** No file holds the core: it gets its answer, or X04, and others get theirs meanwhile. */

let laptop: Laptop;
beforeAll(async () => {
  laptop = await committeeLaptop('SN');
});
afterAll(() => laptop.throwAway());

/** Ms until the file was answered, and what was answered. */
async function answered(name: string, bytes: Uint8Array | string) {
  const started = performance.now();
  const answer = await openSheet(laptop, name, bytes).then(
    (view) => String(view.counts.new),
    (error: { code: string }) => error.code,
  );
  return { answer, ms: performance.now() - started };
}

const list = (heading: string, cell: string) =>
  workbook({
    Liste: [
      ['Nom', heading],
      ['Association Alpha', cell],
      ['Association Bêta', ''],
    ],
  });

describe('One cell that patterns could work on for ever', () => {
  it.each([
    [
      'a day of one digit, two thousand line feeds and one digit again',
      'Date de création',
      `1${'\n'.repeat(2_000)}`.repeat(3),
    ],
    ['spaces between two dots of an address', 'E-mail', `a${' '.repeat(30_000)}@`],
    ['a telephone of brackets', 'Téléphone', `+${'('.repeat(15_000)}${')'.repeat(15_000)}`],
    ['blank signs after a name', 'Ville', `x${'\u00A0 '.repeat(15_000)}x`],
    ['a coordinate of spaces', 'Latitude', `1${' '.repeat(32_000)}N1`],
  ])('%s', async (_, heading, cell) => {
    const { answer, ms } = await answered('cellule.xlsx', list(heading, cell));
    expect(answer).toMatch(/^(2|X04)$/);
    expect(ms).toBeLessThan(5_000);
  });
});

it('another question is answered while a long file is understood', async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => [`Association ${n}`, `77123${10_000 + n}`]);
  let isOpen = false;
  const opening = openSheet(laptop, 'longue.xlsx', workbook({ Liste: [['Nom', 'Téléphone'], ...rows] })).then(
    (view) => {
      isOpen = true;
      return view;
    },
  );
  let answers = 0;
  for (; !isOpen && answers < 10; answers += 1) await laptop.call('spreadsheets.imports', {});
  expect(answers).toBe(10);
  expect((await opening).counts.new).toBe(20_000);
});

it('five thousand merged areas over the same rows are one', async () => {
  const parts = workbookParts({
    Liste: [
      ['Nom', 'Ville'],
      ...Array.from({ length: 2_000 }, (_, n) => [`Association ${n}`, n === 0 ? 'Dakar' : null]),
    ],
  });
  const areas = '<mergeCell ref="B2:B2001"/>'.repeat(5_000);
  const sheet = String(parts['xl/worksheets/sheet1.xml']).replace(
    '</sheetData>',
    `</sheetData><mergeCells>${areas}</mergeCells>`,
  );
  const { answer, ms } = await answered(
    'fusion.xlsx',
    officeArchive({ ...parts, 'xl/worksheets/sheet1.xml': sheet }),
  );
  expect(answer).toBe('2000');
  expect(ms).toBeLessThan(5_000);
});

it('twenty thousand merged areas below each other are read', async () => {
  const names = Array.from({ length: 40_000 }, (_, n) => [`Association ${n}`, n % 2 === 0 ? 'Dakar' : null]);
  const parts = workbookParts({ Liste: [['Nom', 'Ville'], ...names] });
  const areas = Array.from({ length: 20_000 }, (_, n) => `<mergeCell ref="B${2 * n + 2}:B${2 * n + 3}"/>`);
  const sheet = String(parts['xl/worksheets/sheet1.xml']).replace(
    '</sheetData>',
    `</sheetData><mergeCells>${areas.join('')}</mergeCells>`,
  );
  const { answer } = await answered(
    'paires.xlsx',
    officeArchive({ ...parts, 'xl/worksheets/sheet1.xml': sheet }),
  );
  expect(answer).toBe('40000');
});
