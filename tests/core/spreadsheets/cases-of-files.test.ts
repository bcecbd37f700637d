import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatOf, shownNumber } from '../../../main/core/spreadsheets/reading/number-format';
import { readTables } from '../../../main/core/spreadsheets/reading/read-tables';
import { committeeLaptop, type Laptop } from '../../support/laptop';
import { openSheet, rowsOf, workbook } from '../../support/spreadsheets/files';
import { officeArchive, workbookParts } from '../../support/spreadsheets/office-archive';

/** Files that were read wrongly (shared/cases/2026-12): each is read as the person who made it sees it. */

const caseFile = (name: string) => readFileSync(join('tests/fixtures/cases/2026-12', name));

let laptop: Laptop;
beforeAll(async () => {
  laptop = await committeeLaptop('SN');
});
afterAll(() => laptop.throwAway());

async function opened(name: string, bytes: Uint8Array | string = caseFile(name)) {
  const view = await openSheet(laptop, name, bytes);
  return { view, rows: await rowsOf(laptop, view.import) };
}

const refusal = (name: string, bytes: Uint8Array | string = caseFile(name)) =>
  openSheet(laptop, name, bytes).then(
    () => 'accepted',
    (error: { code: string; params: { guess?: string } }) => `${error.code} ${error.params.guess}`,
  );

const cellsOf = async (name: string) => {
  const { sheets } = await readTables(caseFile(name), () => undefined);
  return sheets[0]?.rows ?? [];
};

describe('Numbers', () => {
  it('of a workbook are read as they are shown', async () => {
    const [, alpha, beta] = await cellsOf('h03-number-formats.xlsx');
    expect(alpha?.slice(1)).toEqual([
      '001234',
      '07 07 12 34 56',
      { is: 'day', value: '2004-03-15' },
      '09:30',
      '45 %',
      12,
    ]);
    expect(beta?.slice(1, 3)).toEqual(['000045', '27 21 23 45 67']);
  });

  it('of an old workbook are read as they are shown', async () => {
    const [, alpha] = await cellsOf('h03-number-formats.xls');
    expect(alpha).toEqual(['Association Alpha', '001234', 771234567, 1885]);
  });

  it.each([
    ['000000', 1234, '001234'],
    ['0000000000', 707123456, '0707123456'],
    ['00" "00" "00" "00" "00', 707123456, '07 07 12 34 56'],
    ['##" "###" "##" "##', 771234567, '77 123 45 67'],
    ['0#\\ ##\\ ##\\ ##\\ ##', 707123456, '07 07 12 34 56'],
    ['"+221 "00\\ 000\\ 00\\ 00', 771234567, '+221 77 123 45 67'],
    ['[<=9999999]###-####;(###) ###-####', 5551234, '555-1234'],
    ['[<=9999999]###-####;(###) ###-####', 2125551234, '(212) 555-1234'],
    ['0%', 0.45, '45 %'],
    ['0.00%', 0.4567, '45,67 %'],
    ['hh:mm', 0.395833333333333, '09:30'],
    ['h:mm:ss', 0.5000115740740741, '12:00:01'],
    ['[h]:mm', 1.5, '36:00'],
    ['0', 1234, 1234],
    ['0.00', 12.5, 12.5],
    ['#,##0', 1234567, 1234567],
    ['#\\ ##0', 1234567, 1234567],
    ['#,##0 "FCFA"', 1234567, 1234567],
    ['General', 707123456, 707123456],
  ])('in the format %s, %d reads %s', (code, number, shown) => {
    expect(shownNumber(number, String(number), formatOf(code), 0)).toBe(shown);
  });

  it('of more than fifteen digits keep the digits that are written, and are marked', async () => {
    const parts = workbookParts({
      Liste: [
        ['Nom', 'N° récépissé'],
        ['Association Alpha', 7],
      ],
    });
    const sheet = String(parts['xl/worksheets/sheet1.xml']).replace('<v>7</v>', '<v>12345678901234567</v>');
    const { rows } = await opened(
      'long.xlsx',
      officeArchive({ ...parts, 'xl/worksheets/sheet1.xml': sheet }),
    );
    expect(rows[0]?.cells[1]).toMatchObject({
      value: '12345678901234567',
      how: 'doubtful',
      why: { code: 'X11' },
    });
  });
});

describe('Days', () => {
  it('before 1900 are read from an OpenDocument sheet', async () => {
    const rows = await cellsOf('h11-before-1900.ods');
    expect(rows.slice(1).map((row) => row?.slice(1, 3))).toEqual([
      [
        { is: 'day', value: '1885-05-12' },
        { is: 'day', value: '1899-12-30' },
      ],
      [
        { is: 'day', value: '1897-11-09' },
        { is: 'day', value: '1923-02-01' },
      ],
      [
        { is: 'day', value: '2015-03-01' },
        { is: 'day', value: '2015-04-05' },
      ],
    ]);
  });

  it('before 1900 are read from a workbook that counts back', async () => {
    const rows = await cellsOf('h11-before-1900.xlsx');
    expect(rows[1]?.[1]).toEqual({ is: 'day', value: '1885-05-12' });
  });

  it('that a zero is dressed as are what Excel shows', () => {
    expect(shownNumber(0, '0', formatOf('dd/mm/yyyy'), 0)).toBe('00/01/1900');
  });
});

describe('Files', () => {
  it('with ZIP64 records are read', async () => {
    const { rows } = await opened('h09-zip64.xlsx');
    expect(rows.map(({ cells }) => cells[0]?.value)).toEqual(['Association Alpha']);
  });

  it('with a data connection are read without it, and that is said', async () => {
    const { view, rows } = await opened('h10-connection.xlsx');
    expect(rows.map(({ cells }) => cells[0]?.value)).toEqual(['Association Alpha']);
    expect(view.notices).toContainEqual({ code: 'connections', params: {} });
  });

  it('of OpenDocument without styles are read', async () => {
    const content =
      '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Liste"><table:table-row><table:table-cell office:value-type="string"><text:p>Nom</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Ville</text:p></table:table-cell></table:table-row><table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><text:p>Association Alpha</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Dakar</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>';
    const bytes = officeArchive({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': content,
    });
    const { view, rows } = await opened('sans-styles.ods', bytes);
    expect(rows.map(({ cells }) => cells[0]?.value)).toEqual(['Association Alpha']);
    expect(view.beside.hiddenRows).toBe(1);
  });

  it.each<[string, string, Uint8Array | string]>([
    ['lock', 'liste.xlsx', caseFile('h23-office-lock-file.xlsx')],
    ['html', 'page.xls', '<html><table><tr><td>Nom</td></tr></table></html>'],
    ['html', 'tableau.xls', '\uFEFF  <table><tr><td>Nom</td></tr></table>'],
    ['xml', 'ancien.xls', '<?xml version="1.0"?><Workbook/>'],
    ['pdf', 'liste.pdf', '%PDF-1.7\n'],
    ['document', 'liste.rtf', '{\\rtf1 Nom}'],
    [
      'document',
      'liste.docx',
      officeArchive({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
    ],
    ['picture', 'photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1])],
  ])('that are no list say so: %s (%s)', async (guess, name, bytes) => {
    expect(await refusal(name, bytes)).toBe(`X01 ${guess}`);
  });
});

describe('What a sheet does not show', () => {
  it('is counted, taken with the rows, and left by one choice', async () => {
    const { view, rows } = await opened('h15-hidden-row.xlsx');
    expect(view.beside).toMatchObject({ hiddenRows: 1, hiddenColumns: 1, hidden: 'taken' });
    expect(rows.length).toBe(3);
    const left = await laptop.call('spreadsheets.arrange', { import: view.import, hidden: 'left' });
    expect(left.beside.hidden).toBe('left');
    expect(left.aside).toContainEqual(expect.objectContaining({ row: 3, why: 'hidden' }));
    const shown = await rowsOf(laptop, view.import);
    expect(shown.map(({ cells }) => cells[0]?.value)).toEqual(['Association Alpha', 'Association Bêta']);
    expect(shown.map(({ cells }) => cells[3]?.value)).toEqual([null, null]);
    const again = await laptop.call('spreadsheets.arrange', { import: view.import, hidden: 'taken' });
    expect(again.counts.new).toBe(3);
  });
});

describe('Comments on cells', () => {
  it('are said, and go to the notes of their row by one choice', async () => {
    const { view } = await opened('h26-comment.xlsx');
    expect(view.beside).toMatchObject({ comments: 1, notes: 'left' });
    await laptop.call('spreadsheets.arrange', { import: view.import, notes: 'taken' });
    await laptop.call('spreadsheets.apply', { import: view.import });
    const { rows } = await laptop.call('members.list', {
      search: 'Alpha',
      filters: [],
      sort: { field: 'name', direction: 'ascending' },
      trashed: 'without',
      offset: 0,
      limit: 10,
    });
    expect(String(rows[0]?.values.notes)).toContain('A quitté le comité en mars, ne plus appeler');
  });
});

describe('Links', () => {
  it('behind words give the address, and words that are an address stay', async () => {
    const { rows } = await opened('h16-hyperlinks.xlsx');
    expect(rows.map(({ cells }) => cells.slice(1, 3).map(({ value }) => value))).toEqual([
      ['alpha@exemple.test', 'https://alpha.exemple.test/'],
      ['beta@exemple.test', 'www.exemple.test'],
    ]);
    expect(rows[0]?.cells[1]).toMatchObject({ how: 'corrected', why: { code: 'link' } });
  });
});

it('a vertical tab and half a character come as the file says them', async () => {
  const flat = async (name: string) => JSON.stringify(await cellsOf(name));
  expect(await flat('h14-vertical-tab.xlsx')).toContain('\\u000b');
  expect(await flat('h13-lone-surrogate.xlsx')).toContain('\\ud83d');
});

it('a workbook without any of it says nothing of it', async () => {
  const { view } = await opened(
    'simple.xlsx',
    workbook({
      Liste: [
        ['Nom', 'Ville'],
        ['Association Alpha', 'Dakar'],
      ],
    }),
  );
  expect(view.beside).toEqual({
    hiddenRows: 0,
    hiddenColumns: 0,
    hidden: 'taken',
    comments: 0,
    notes: 'left',
  });
});
