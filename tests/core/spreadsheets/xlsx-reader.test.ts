import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellObject, read, SSF, utils, type WorkSheet, write } from 'xlsx';
import { parseQuarter } from '../../../main/core/contract/programme/quarter';
import { referencePack } from '../../../main/core/programme/pack';
import { openArchive } from '../../../main/core/spreadsheets/reading/archive';
import { dayOfSerial, isDayFormat } from '../../../main/core/spreadsheets/reading/number-format';
import { SheetsSoFar } from '../../../main/core/spreadsheets/reading/rows-ahead';
import type { SheetTable } from '../../../main/core/spreadsheets/reading/table';
import { options, tablesOf } from '../../../main/core/spreadsheets/reading/through-sheetjs';
import { readXlsx, workbookPart } from '../../../main/core/spreadsheets/reading/xlsx/workbook';
import { demoCountries, generateCommitteeDemo } from '../../../resources/demo/committee';
import { workbook } from '../../support/spreadsheets/files';
import { messyList } from '../../support/spreadsheets/messy-list';
import { officeArchive, sheetXml, workbookParts } from '../../support/spreadsheets/office-archive';

/** Our reader of XLSX against SheetJS, which reads everything else: what it reads less, it must not read otherwise. */

function ours(bytes: Buffer): SheetTable[] {
  const archive = openArchive(bytes);
  const soFar = new SheetsSoFar();
  const sheets = readXlsx(archive, workbookPart(archive) ?? '', (rows) => soFar.add(rows));
  // What is handed over on the way is all there is at the end.
  expect(sheets.map((_, index) => soFar.rowsOf(index))).toEqual(sheets.map(({ rows }) => rows));
  return sheets;
}

function reference(bytes: Buffer): SheetTable[] {
  return tablesOf(read(bytes, { ...options, type: 'buffer' }));
}

function expectSame(bytes: Buffer): void {
  expect(ours(bytes)).toEqual(reference(bytes));
}

const formats = [
  'General',
  '0.00',
  '#,##0 "FCFA"',
  'dd/mm/yyyy',
  'mmm-yy',
  '[$-40C]d mmmm yyyy',
  '[h]:mm',
  '0.00E+00',
  '@',
];

/** SheetJS takes entities out of texts twice, so that a text which reads like one is another one: left out here. */
const texts = fc
  .oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'Réseau <Femmes> & "Dignité"',
      'جمعية النور',
      '_x000D_',
      'un\r\ndeux',
      ' entre espaces ',
      '😀',
      'a > b',
      ']]>',
    ),
  )
  .filter((text) => !/&(quot|apos|gt|lt|amp|#)/i.test(text));

const cells = fc.oneof<fc.Arbitrary<CellObject | null>[]>(
  fc.constant(null),
  texts.map((v) => ({ t: 's', v })),
  fc
    .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(...formats))
    .map(([v, z]) => ({ t: 'n', v, z })),
  fc
    .tuple(fc.integer({ min: 0, max: 80_000 }), fc.constantFrom(...formats))
    .map(([v, z]) => ({ t: 'n', v, z })),
  fc.boolean().map((v) => ({ t: 'b', v })),
  fc.constantFrom(0x07, 0x17, 0x2a).map((v) => ({ t: 'e', v })),
  fc
    .tuple(texts, fc.constantFrom('A1', 'SUM(A1:A2)', '"a"&"b"'))
    .map(([v, f]) => ({ t: 's', v: `${v}.`, f })),
);

const sheets = fc
  .record({
    rows: fc.array(fc.array(cells, { maxLength: 8 }), { maxLength: 12 }),
    merges: fc.array(
      fc
        .tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 3 }))
        .map(([r, c, more]) => ({ s: { r, c }, e: { r: r + more, c } })),
      { maxLength: 2 },
    ),
  })
  .map(({ rows, merges }): WorkSheet => {
    const sheet = utils.aoa_to_sheet([[]]);
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell !== null) sheet[utils.encode_cell({ r, c })] = cell;
      });
    });
    sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(1, rows.length), c: 8 } });
    sheet['!merges'] = merges;
    return sheet;
  });

describe('Our reader of XLSX', () => {
  it('reads the same cells as SheetJS from any workbook that SheetJS writes', () => {
    fc.assert(
      fc.property(
        fc.array(sheets, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        fc.boolean(),
        fc.nat(2),
        (all, bookSST, date1904, hidden) => {
          const book = utils.book_new();
          for (const [n, sheet] of all.entries()) utils.book_append_sheet(book, sheet, `Feuille <${n}> é`);
          book.Workbook = {
            WBProps: { date1904 },
            Sheets: all.map((_, n) => ({ Hidden: n === hidden && n > 0 ? 1 : 0 })),
          };
          expectSame(write(book, { type: 'buffer', bookType: 'xlsx', bookSST, compression: true }) as Buffer);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(demoCountries)('reads a messy list of %s the same', (country) => {
    const { organisations } = generateCommitteeDemo({
      pack: referencePack,
      country,
      seed: 3,
      quarter: parseQuarter('2026-Q2'),
      today: '2026-07-01',
    });
    expectSame(workbook({ 'Lisez-moi': [['Bonjour']], Liste: messyList(organisations) }));
  });

  it.each<[string, string]>([
    [
      'prefixes of names',
      '<x:row xmlns:x="x" r="1"><x:c r="A1"><x:v>7</x:v></x:c><x:c r="C1" t="str"><x:v>a</x:v></x:c></x:row>',
    ],
    [
      'cells and rows without a reference',
      '<row><c><v>1</v></c><c t="str"><v>b</v></c></row><row><c/><c><v>2</v></c></row>',
    ],
    ['rows out of order', '<row r="3"><c r="B3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
    ['single quotes and spaces', "<row r='1' ><c r='B1'  t='str' ><v>b</v></c ></row >"],
    [
      'rich text',
      '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Gras</t></r><r><t xml:space="preserve"> et maigre</t></r></is></c></row>',
    ],
    ['comments', '<!-- a > b --><row r="1"><!-- c --><c r="A1"><v>1</v></c></row>'],
    [
      'a shared formula',
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>',
    ],
    ['days in words of ISO', '<row r="1"><c r="A1" t="d"><v>2026-03-14T00:00:00Z</v></c></row>'],
    [
      'a number that is none, a text without number',
      '<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1"><v></v></c><c r="C1"><v>5</v></c></row>',
    ],
  ])('reads %s as SheetJS does', (what, rows) => {
    const parts = {
      ...workbookParts({ Liste: [['x']] }),
      'xl/worksheets/sheet1.xml': sheetXml(rows, 'A1:C3'),
      'xl/sharedStrings.xml': '<sst><si><t>x</t></si></sst>',
    };
    const bytes = officeArchive(parts);
    if (what.startsWith('a number')) expect(ours(bytes)[0]?.rows[0]).toEqual([null, null, 5]);
    else if (what.startsWith('days'))
      expect(ours(bytes)[0]?.rows[0]).toEqual([{ is: 'day', value: '2026-03-14' }]);
    else expectSame(bytes);
  });

  it.each([
    ['in their order', 5, (at: number) => at],
    ['with a gap of thousands', 5, (at: number) => (at > 700 ? at + 5_000 : at)],
    ['once out of their order', 4, (at: number) => (at === 900 ? 10 : at)],
    ['from the last to the first', 1, (at: number) => 1_200 - at],
    ['each twice', 1, (at: number) => Math.floor(at / 2)],
  ])('hands over more than a thousand rows, %s, in %i pieces', (_, pieces, placeOf) => {
    const rows = Array.from(
      { length: 1_200 },
      (_none, at) => `<row r="${placeOf(at) + 1}"><c r="A${placeOf(at) + 1}"><v>${at}</v></c></row>`,
    );
    const parts = {
      ...workbookParts({ Liste: [['x']] }),
      'xl/worksheets/sheet1.xml': sheetXml(rows.join(''), 'A1:A9999'),
    };
    const archive = openArchive(officeArchive(parts));
    const froms: number[] = [];
    readXlsx(archive, workbookPart(archive) ?? '', ({ from }) => froms.push(from));
    expect(froms.length).toBe(pieces);
    const [sheet] = ours(officeArchive(parts));
    const last = new Map(rows.map((_row, at) => [placeOf(at), at]));
    expect(sheet?.rows.flatMap((row, place) => (row === undefined ? [] : [[place, row[0]]]))).toEqual(
      [...last].sort(([one], [other]) => one - other),
    );
  });

  it('reads entities once, named or numbered', () => {
    const text = '&#233;&#xE9;&#x1F600; &lt;b&gt; &amp;amp; &unknown;';
    const parts = {
      ...workbookParts({ Liste: [['x']] }),
      'xl/worksheets/sheet1.xml': sheetXml(`<row r="1"><c r="A1" t="str"><v>${text}</v></c></row>`, 'A1'),
    };
    expect(ours(officeArchive(parts))[0]?.rows[0]).toEqual(['éé😀 <b> &amp; &unknown;']);
  });

  it.each([
    '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><worksheet/>',
    '<!DOCTYPE worksheet SYSTEM "http://exemple.test/x.dtd"><worksheet/>',
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><!ENTITY x "y">',
    '<worksheet><sheetData><row r="0"/>',
    '<worksheet><!-- never closed',
    '<worksheet x="never closed>',
  ])('refuses %s', (xml) => {
    const parts = { ...workbookParts({ Liste: [['x']] }), 'xl/worksheets/sheet1.xml': xml };
    expect(() => ours(officeArchive(parts))).toThrow(expect.objectContaining({ code: 'X01' }));
  });

  it('reads a long tag or many tags without a value in a time that grows with them alone', () => {
    const parts = (rows: string) =>
      officeArchive({
        ...workbookParts({ Liste: [['x']] }),
        'xl/worksheets/sheet1.xml': sheetXml(rows, 'A1'),
      });
    for (const rows of [
      '<c>'.repeat(1_000_000),
      `<c ${"a='' ".repeat(1_000_000)}/>`,
      '<row/>'.repeat(1_000_000),
      '<c><is><t>'.repeat(300_000),
    ])
      expect(ours(parts(rows))[0]?.rows).toEqual([]);
  });

  it('leaves a formula empty whose value the file does not remember', () => {
    const parts = {
      ...workbookParts({ Liste: [['x']] }),
      'xl/worksheets/sheet1.xml': sheetXml(
        '<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><v>1</v></c></row>',
        'A1:B1',
      ),
    };
    expect(ours(officeArchive(parts))[0]?.rows[0]).toEqual([null, 1]);
  });

  it('never runs away, whatever is done to the bytes of a sheet', () => {
    const parts = workbookParts({
      Liste: [
        ['Nom', 'Ville'],
        ['Association Un', 'Abidjan'],
        [12, true],
      ],
    });
    const whole = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? '');
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.constantFrom('<', '>', '"', '&', '/', '=', ' ', '\0', 'é'),
        fc.nat(20),
        (at, sign, cut) => {
          const spoilt = Buffer.concat([whole.subarray(0, at), Buffer.from(sign), whole.subarray(at + cut)]);
          const read = () => ours(officeArchive({ ...parts, 'xl/worksheets/sheet1.xml': spoilt }));
          try {
            expect(read().length).toBe(1);
          } catch (error) {
            expect(error).toMatchObject({ code: expect.stringMatching(/^X0[13]$/) });
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('A number format', () => {
  it('shows days where SheetJS says so', () => {
    const pieces = fc.constantFrom(
      'd',
      'dd',
      'mm',
      'mmm',
      'yyyy',
      'yy',
      'h',
      'ss',
      '[h]',
      '[mm]',
      '/',
      '-',
      ' ',
      '0',
      '#',
      ',',
      '.',
      '0.00E+00',
      '"jours"',
      '\\d',
      '_m',
      '[Red]',
      '[$-40C]',
      '[>=100]',
      ';',
      '@',
      '%',
      'General',
      'AM/PM',
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), (parts) => {
        const code = parts.join('');
        expect([code, isDayFormat(code)]).toEqual([
          code,
          (SSF as { is_date(code: string): boolean }).is_date(code),
        ]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives a serial number the day that SheetJS gives it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 200_000, noNaN: true }), (serial) => {
        const { y, m, d } = (
          SSF as { parse_date_code(serial: number): { y: number; m: number; d: number } }
        ).parse_date_code(serial);
        const text = [
          String(y).padStart(4, '0'),
          String(m).padStart(2, '0'),
          String(d).padStart(2, '0'),
        ].join('-');
        expect(dayOfSerial(serial)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});
