import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CFB, read, utils, write } from 'xlsx';
import { committeeLaptop, type Laptop } from '../../support/laptop';
import { openSheet, register, rowsOf, workbook } from '../../support/spreadsheets/files';
import { officeArchive, sheetXml, workbookParts } from '../../support/spreadsheets/office-archive';

/** PACKAGES.md §4.8, line by line, through the real core and its reading worker. */

let laptop: Laptop;
beforeAll(async () => {
  laptop = await committeeLaptop('CI');
});
afterAll(() => laptop.throwAway());

const refusal = (name: string, bytes: Uint8Array | string) =>
  openSheet(laptop, name, bytes).then(
    (view) => ({ code: 'accepted', rows: view.counts }),
    (error: { code: string; params: unknown }) => ({ code: error.code, params: error.params }),
  );

const simple = [
  ['Nom', 'Téléphone'],
  ['Association Un', '0707070707'],
];

describe('A file that is no list', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['photo.xlsx', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0]), 'X01'],
    ['rapport.xlsx', '%PDF-1.7\n1 0 obj\n', 'X01'],
    ['page.xls', '<html><table><tr><td>Nom</td></tr></table></html>', 'X01'],
    ['archive.xlsx', Buffer.from('PK\u0003\u0004 not really a zip, only its first letters', 'latin1'), 'X01'],
    ['vide.csv', '', 'F01'],
    [
      'entités.xls',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
      'X01',
    ],
  ])('%s is refused', async (name, bytes, code) => {
    expect(await refusal(name, bytes)).toMatchObject({ code });
  });

  it('a workbook under the name of a text is read as the workbook it is', async () => {
    expect(await refusal('liste.csv', workbook({ Liste: simple }))).toMatchObject({
      code: 'accepted',
      rows: { new: 1 },
    });
  });

  it('half a workbook is refused', async () => {
    const whole = workbook({ Liste: simple });
    expect(await refusal('moitié.xlsx', whole.subarray(0, whole.length / 2))).toMatchObject({ code: 'X01' });
  });

  it('a workbook with one damaged part is refused', async () => {
    const parts = workbookParts({ Liste: simple });
    expect(
      await refusal('abîmé.xlsx', officeArchive(parts, { damage: 'xl/worksheets/sheet1.xml' })),
    ).toMatchObject({ code: 'X01' });
  });
});

describe('An archive that another program made', () => {
  const moved = (rename: (name: string) => string, change: (text: string) => string = (text) => text) =>
    officeArchive(
      Object.fromEntries(
        Object.entries(workbookParts({ Liste: simple })).map(([name, part]) => [
          rename(name),
          name.endsWith('.rels') ? change(String(part)) : part,
        ]),
      ),
    );

  it('with the separators of Windows is read', async () => {
    expect(
      await refusal(
        'net.xlsx',
        moved((name) => name.replaceAll('/', '\\')),
      ),
    ).toMatchObject({
      code: 'accepted',
      rows: { new: 1 },
    });
  });

  it('with its workbook in another folder is read where its package says', async () => {
    const bytes = moved(
      (name) => name.replace(/^xl\//, 'ailleurs/'),
      (text) => text.replaceAll('xl/workbook.xml', 'ailleurs/workbook.xml'),
    );
    expect(await refusal('ailleurs.xlsx', bytes)).toMatchObject({ code: 'accepted', rows: { new: 1 } });
  });

  it('with two parts of one name, which each reader would read otherwise, is refused', async () => {
    const parts = workbookParts({ Liste: simple });
    const twice = { ...parts, 'xl/worksheets/SHEET1.xml': parts['xl/worksheets/sheet1.xml'] ?? '' };
    expect(await refusal('double.xlsx', officeArchive(twice))).toMatchObject({
      code: 'X01',
      params: { why: 'archive' },
    });
  });

  it('that lost its shared texts is refused, not read as empty', async () => {
    const parts = {
      ...workbookParts({ Liste: simple }),
      'xl/sharedStrings.xml': '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
      'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', 'A1'),
    };
    expect(await refusal('perdus.xlsx', officeArchive(parts))).toMatchObject({
      code: 'X01',
      params: { why: 'damaged' },
    });
  });
});

describe('A password', () => {
  it('on a workbook is said (X02)', async () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(64, 1));
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(4096, 7));
    expect(await refusal('secret.xlsx', CFB.write(container, { type: 'buffer' }))).toMatchObject({
      code: 'X02',
    });
  });

  it('on an OpenDocument sheet is said (X02)', async () => {
    const parts = {
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml':
        '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      'content.xml': 'x',
    };
    expect(await refusal('secret.ods', officeArchive(parts))).toMatchObject({ code: 'X02' });
  });
});

describe('Macros and links to other files (X05)', () => {
  it.each<[string, Record<string, string>]>([
    ['a macro workbook', { 'xl/vbaProject.bin': 'macro' }],
    ['an old macro sheet', { 'xl/macrosheets/sheet1.xml': '<x/>' }],
    ['links to another workbook', { 'xl/externalLinks/externalLink1.xml': '<x/>' }],
  ])('%s is refused', async (_what, extra) => {
    expect(
      await refusal('liste.xlsx', officeArchive({ ...workbookParts({ Liste: simple }), ...extra })),
    ).toMatchObject({ code: 'X05' });
  });

  it('a macro type without any macro is refused too', async () => {
    expect(await refusal('liste.xlsm', workbook({ Liste: simple }, 'xlsm'))).toMatchObject({ code: 'X05' });
  });

  it('an old workbook with macros is refused', async () => {
    const container = CFB.read(workbook({ Liste: simple }, 'biff8'), { type: 'buffer' });
    CFB.utils.cfb_add(container, '/_VBA_PROJECT_CUR/VBA/dir', Buffer.alloc(100, 1));
    expect(await refusal('liste.xls', CFB.write(container, { type: 'buffer' }))).toMatchObject({
      code: 'X05',
    });
  });
});

describe('A sheet larger than a list (X03, X04)', () => {
  const started = () => {
    const start = performance.now();
    return () => performance.now() - start;
  };

  it('a value in the very last cell XFD1048576 is refused before anything is parsed', async () => {
    const parts = {
      ...workbookParts({ Liste: simple }),
      'xl/worksheets/sheet1.xml': sheetXml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>9</v></c></row>',
        'A1:XFD1048576',
      ),
    };
    const took = started();
    expect(await refusal('loin.xlsx', officeArchive(parts))).toMatchObject({ code: 'X03' });
    expect(took()).toBeLessThan(10_000);
  });

  it('a million empty rows after the data cost nothing', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 3}" ht="15"/>`).join('');
    const parts = {
      ...workbookParts({ Liste: simple }),
      'xl/worksheets/sheet1.xml': sheetXml(
        `<row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Association Un</t></is></c></row>${rows}`,
        'A1:A1000002',
      ),
    };
    expect(await refusal('vides.xlsx', officeArchive(parts))).toMatchObject({
      code: 'accepted',
      rows: { new: 1 },
    });
  });

  it('a bomb that announces its size is refused without being inflated', async () => {
    const parts = {
      ...workbookParts({ Liste: simple }),
      'xl/sharedStrings.xml': Buffer.alloc(400 * 1024 * 1024),
    };
    expect(await refusal('bombe.xlsx', officeArchive(parts))).toMatchObject({ code: 'X03' });
  });

  it('a bomb that lies about its size stops at the size it told', async () => {
    const parts = {
      ...workbookParts({ Liste: simple }),
      'xl/sharedStrings.xml': Buffer.alloc(64 * 1024 * 1024),
    };
    expect(
      await refusal('menteur.xlsx', officeArchive(parts, { lie: { 'xl/sharedStrings.xml': 1000 } })),
    ).toMatchObject({ code: 'X03' });
  });

  it('a hundred thousand sheets are refused by their number', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [`xl/worksheets/sheet${index + 2}.xml`, 'x']),
    );
    expect(
      await refusal('feuilles.xlsx', officeArchive({ ...workbookParts({ Liste: simple }), ...many })),
    ).toMatchObject({ code: 'X03' });
  });

  it('a row of an old workbook beyond the limit is refused, not lost', async () => {
    const sheet = utils.aoa_to_sheet(simple);
    utils.sheet_add_aoa(sheet, [['Association de la fin']], { origin: 'A65536' });
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Liste');
    const bytes = write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    expect(await refusal('fin.xls', bytes)).toMatchObject({ code: 'X03' });
  });

  it('a text of more rows than a list has is refused', async () => {
    expect(await refusal('long.csv', `Nom;Ville\n${'Association;Abidjan\n'.repeat(60_000)}`)).toMatchObject({
      code: 'X03',
    });
  });

  it('a file larger than a list is refused by its size', async () => {
    expect(await refusal('gros.csv', Buffer.alloc(33 * 1024 * 1024, 'a;b\n'))).toMatchObject({ code: 'X03' });
  });
});

describe('Formulas', () => {
  const cells =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c><c r="B1" t="inlineStr"><is><t>Ville</t></is></c></row>' +
    '<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://exemple.test/","Association Un")</f><v>Association Un</v></c><c r="B2" t="str"><f>WEBSERVICE("http://exemple.test/")</f><v>Abidjan</v></c></row>' +
    '<row r="3"><c r="A3" t="str"><f>cmd|"/c calc"!A1</f><v>Association Deux</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';

  it('give the value the file remembers, with a notice (X06); an error refuses its row', async () => {
    const parts = {
      ...workbookParts({ Liste: simple }),
      'xl/worksheets/sheet1.xml': sheetXml(cells, 'A1:B3'),
    };
    const view = await openSheet(laptop, 'formules.xlsx', officeArchive(parts));
    expect(view.notices.map((notice) => notice.code)).toContain('X06');
    expect(view.counts).toMatchObject({ new: 1, refused: 1 });
    const [one, two] = await rowsOf(laptop, view.import);
    expect(one?.cells[0]).toMatchObject({ value: 'Association Un', how: 'corrected', why: { code: 'X06' } });
    expect(two?.refusals.map(({ code }) => code)).toEqual(['error']);
  });

  it('typed as text stay text, in the register and in what leaves', async () => {
    const rows = [
      ['Nom', 'Ville'],
      ['=HYPERLINK("http://exemple.test")', '@SUM(A1)'],
      ['+225 Solidarité', '-Abidjan'],
    ];
    const view = await openSheet(
      laptop,
      'texte.csv',
      rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n'),
    );
    await laptop.call('spreadsheets.apply', { import: view.import });
    expect([...(await register(laptop)).keys()]).toContain('=HYPERLINK("http://exemple.test")');
    for (const format of ['csv', 'xlsx'] as const) {
      const path = laptop.path(`sortie.${format}`);
      await laptop.call('spreadsheets.export', {
        file: laptop.choose(path),
        question: {
          search: '',
          filters: [],
          sort: { field: 'name', direction: 'ascending' },
          trashed: 'without',
        },
        layout: {
          kind: 'list',
          columns: [
            { field: 'name', heading: 'Nom' },
            { field: 'locality', heading: 'Ville' },
          ],
        },
        format,
        text: null,
        audience: 'committee',
      });
      const bytes = readFileSync(path);
      if (format === 'csv') {
        const lines = bytes.toString('utf8').slice(1).split('\r\n');
        expect(lines.filter((line) => /^"?[=+@-]/.test(line))).toEqual([]);
        expect(lines).toContain(`'+225 Solidarité;'-Abidjan`);
      } else {
        const book = read(bytes, { type: 'buffer' });
        const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
        const all = Object.values(sheet).filter(
          (cell) => typeof cell === 'object' && cell !== null && 't' in cell,
        ) as { t: string; f?: string }[];
        expect(all.filter((cell) => cell.f !== undefined)).toEqual([]);
        expect(new Set(all.map((cell) => cell.t))).toEqual(new Set(['s']));
      }
    }
    await laptop.call('changes.undo', {});
  });
});

describe('Tables as people draw them', () => {
  it('merged headings are read together, merged regions repeated and marked (X09)', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Région', 'Organisation', 'Contacts', null],
      [null, 'Nom', 'Tél', 'Courriel'],
      ['Abidjan', 'Association Un', '0707070707', 'un@asso.ci'],
      [null, 'Association Deux', '0505050505', 'deux@asso.ci'],
      ['Savanes', 'Association Trois', null, null],
    ]);
    sheet['!merges'] = ['C1:D1', 'A3:A4'].map((area) => utils.decode_range(area));
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Liste');
    const view = await openSheet(
      laptop,
      'fusion.xlsx',
      write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
    );
    expect(view.headings).toEqual({ from: 1, to: 2 });
    expect(view.columns.map((column) => column.target)).toEqual(['region', 'name', 'phone', 'email']);
    expect(view.notices).toContainEqual({ code: 'X09', params: { count: 1 } });
    const rows = await rowsOf(laptop, view.import);
    expect(rows[1]?.cells[0]).toMatchObject({ value: 'CI-AB', why: { code: 'X09' } });
  });

  it('totals, blank rows, repeated headings and a second table are listed, nothing of them applied', async () => {
    const rows = [
      ['Nom', 'Sigle', 'Ville', 'Tél'],
      ['Association Un', 'AU', 'Abidjan', null],
      ['Nom', 'Sigle', 'Ville', 'Tél'],
      [null, 'SEUL', null, null],
      ['Sous-total', 1, null, null],
      [],
      ['Dénomination', 'Pays', 'Email', 'Site'],
      ['Autre chose', 'Mali', 'a@b.ml', null],
    ];
    const view = await openSheet(laptop, 'deux.xlsx', workbook({ Liste: rows }));
    expect(view.counts.new).toBe(1);
    expect(view.blankRows).toBe(1);
    expect(view.aside.map(({ row, why }) => [row, why])).toEqual([
      [3, 'repeated_headings'],
      [4, 'stub'],
      [5, 'total'],
      [7, 'second_table'],
      [8, 'second_table'],
    ]);
  });

  it('a sheet without headings says so (X08), and is read once the row is told', async () => {
    const view = await openSheet(
      laptop,
      'sans.xlsx',
      workbook({
        Liste: [
          ['Rouge', 'Bleu'],
          ['a', 'b'],
        ],
      }),
    );
    expect(view.notices.map(({ code }) => code)).toContain('X08');
    const told = await laptop.call('spreadsheets.arrange', {
      import: view.import,
      headings: { from: 1, to: 1 },
      targets: { 0: 'name' },
    });
    expect(told.headings).toEqual({ from: 1, to: 1 });
    expect(told.counts.new).toBe(1);
  });

  it('hidden sheets are announced and not chosen', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['Nom', 'Sigle', 'Tél', 'Ville'],
        ['Cachée', 'C', '1', 'X'],
        ['Autre', 'C', '1', 'X'],
      ]),
      'Cachée',
    );
    utils.book_append_sheet(book, utils.aoa_to_sheet(simple), 'Liste');
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
    const view = await openSheet(
      laptop,
      'cachée.xlsx',
      write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
    );
    expect(view.sheets.map(({ state }) => state)).toEqual(['hidden', 'visible']);
    expect(view.sheet).toBe(1);
    expect(view.notices).toContainEqual({ code: 'hidden_sheets', params: { count: 1 } });
  });
});

const withoutArabic = (text: string) => text.replace(/[\u0600-\u06FF]/g, 'a');
const utf16WithSign = (text: string) =>
  Buffer.from(`${text}\r\nAssociation \u0100;0505050505;2012`, 'utf16le');
/** Text in an encoding of one byte a sign, by the bytes of its accented letters. */
const singleBytes = (text: string, bytes: Readonly<Record<string, number>>) =>
  Buffer.from([...text].map((sign) => bytes[sign] ?? sign.charCodeAt(0)));

describe('Every format and encoding', () => {
  const rows = [
    ['Dénomination', 'Téléphone', 'Créée le'],
    ['Association Éveil', '0707070707', '14/03/2015'],
    ['جمعية النور', '0505050505', '2011'],
  ];

  it.each(['xlsx', 'biff8', 'ods'] as const)('%s gives the same rows', async (bookType) => {
    const view = await openSheet(laptop, `liste.${bookType}`, workbook({ Liste: rows }, bookType));
    expect(view.counts.new).toBe(2);
    const [one] = await rowsOf(laptop, view.import);
    expect(one?.cells.map((cell) => cell.value)).toEqual(['Association Éveil', '+2250707070707', 2015]);
  });

  it.each<[string, (text: string) => Buffer, string]>([
    ['UTF-8', (text) => Buffer.from(text), ';'],
    ['UTF-8 with BOM', (text) => Buffer.from(`\uFEFF${text}`), ','],
    ['UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'), '\t'],
    ['UTF-16 without BOM', (text) => Buffer.from(withoutArabic(text), 'utf16le'), '|'],
    ['Windows-1252', (text) => Buffer.from(withoutArabic(text), 'latin1'), ';'],
    ['UTF-16 without BOM and with a sign of another kind', (text) => utf16WithSign(withoutArabic(text)), ';'],
    ['Macintosh', (text) => singleBytes(withoutArabic(text), { É: 0x83, é: 0x8e }), ';'],
    ['MS-DOS', (text) => singleBytes(withoutArabic(text), { É: 0x90, é: 0x82 }), ';'],
    [
      'Macintosh, with its line ends',
      (text) => singleBytes(withoutArabic(text).replaceAll('\r\n', '\r'), { É: 0x83, é: 0x8e }),
      ';',
    ],
    ['UTF-8 read as Latin-1', (text) => Buffer.from(Buffer.from(text).toString('latin1')), ';'],
  ])('a text in %s is read', async (_name, encode, separator) => {
    const text = rows.map((row) => row.join(separator)).join('\r\n');
    const view = await openSheet(laptop, 'liste.csv', encode(text));
    const [one] = await rowsOf(laptop, view.import);
    expect(view.columns.map((column) => column.target)).toEqual(['name', 'phone', 'foundedYear']);
    expect(one?.cells.map((cell) => cell.value)).toEqual(['Association Éveil', '+2250707070707', 2015]);
  });

  it('a day of a workbook is the day its reader saw, whatever the time zone', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Nom', 'Date de récépissé'],
      ['Association Un', null],
    ]);
    sheet.B2 = { t: 'n', v: 42_077, z: 'dd/mm/yyyy' };
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Liste');
    for (const bookType of ['xlsx', 'biff8', 'ods'] as const) {
      const view = await openSheet(laptop, 'jour.xlsx', write(book, { type: 'buffer', bookType }) as Buffer);
      const [one] = await rowsOf(laptop, view.import);
      expect(one?.cells[1]).toMatchObject({ value: '2015-03-14', typed: '14/03/2015' });
    }
  });
});

it('a reading that is given up is stopped at once and leaves nothing', async () => {
  const path = laptop.path('grand.csv');
  writeFileSync(
    path,
    `Nom;Ville\n${Array.from({ length: 40_000 }, (_, index) => `Association ${index};Abidjan`).join('\n')}`,
  );
  const answer = laptop.core.answer('spreadsheets.open', { file: laptop.choose(path) }, 'grand');
  laptop.core.cancel('grand');
  expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await laptop.call('spreadsheets.imports', {})).toHaveLength(1);
});
