import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { cartographyColumns, cartographyThemes } from '../../../main/core/contract/members/cartography';
import { organisationFields } from '../../../main/core/contract/members/fields';
import type { Input } from '../../../main/core/contract/operations';
import { harmless } from '../../../main/core/spreadsheets/writing';
import { committeeLaptop, type Laptop } from '../../support/laptop';
import { openSheet, register, rowsOf } from '../../support/spreadsheets/files';

const everything: Input<'spreadsheets.export'>['question'] = {
  search: '',
  filters: [],
  sort: { field: 'name', direction: 'ascending' },
  trashed: 'without',
};

const laptops: Laptop[] = [];
async function committee(code = 'TN') {
  const laptop = await committeeLaptop(code);
  laptops.push(laptop);
  return laptop;
}
afterEach(() => {
  for (const laptop of laptops.splice(0)) laptop.throwAway();
});

async function exported(laptop: Laptop, name: string, wanted: Partial<Input<'spreadsheets.export'>>) {
  const path = laptop.path(name);
  const answer = await laptop.call('spreadsheets.export', {
    file: laptop.choose(path),
    question: everything,
    layout: { kind: 'cartography' },
    format: 'csv',
    text: null,
    audience: 'committee',
    ...wanted,
  });
  return { ...answer, path, bytes: readFileSync(path) };
}

const headings = [...cartographyColumns.map((column) => column.heading), ...Object.values(cartographyThemes)];
const themes = (...marked: string[]) =>
  Object.keys(cartographyThemes).map((code) => (marked.includes(code) ? 'x' : ''));
/** The programme's public list as it is: decimal commas, two addresses in a cell, what nobody understands. */
const cartography = [
  headings,
  [
    '12/05/2026',
    'Tunisie',
    '10,181',
    '36,806',
    'Zénith des femmes',
    '3 rue de Rome',
    '+216',
    '71 845 220',
    '98123456',
    'a@asso.tn;b@asso.tn',
    'www.zenith.tn',
    'agréée',
    '2015',
    'moins de 5 000 €',
    'bonne',
    'plusieurs régions',
    ...themes('gender', 'children'),
  ],
  [
    '',
    'Tunisie',
    '',
    '',
    'Association Amal',
    '',
    '216',
    '71-45',
    '',
    '',
    'Pas fonctionnel',
    'au fait',
    '1er Août 1997',
    'non-réponse',
    '',
    'pays entier',
    ...themes(),
  ],
  [
    '2025',
    'Tunisie',
    '-6,85',
    '+34',
    'Ligue "des deux rives"; Sfax',
    'BP 12\nSfax',
    '',
    '+21674402118',
    '',
    'c@asso,tn',
    '',
    'sous tutelle',
    '2031',
    '',
    '3',
    '',
    ...themes('rights_protection', 'other'),
  ],
];
const quoted = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (separator: string, newline: string) =>
  cartography
    .map((row) => row.map((cell) => (separator === ';' ? quoted(cell) : cell)).join(separator) + newline)
    .join('');

describe('The programme’s cartography', () => {
  it('is recognised at once', async () => {
    const laptop = await committee();
    const view = await openSheet(laptop, 'carto.csv', csv(';', '\r\n'));
    expect(view.layout).toBe('cartography');
    expect(view.columns.filter((column) => column.target === null)).toEqual([]);
    expect(view.counts.new).toBe(3);
    await laptop.call('spreadsheets.apply', { import: view.import });
    expect((await register(laptop)).get('Zénith des femmes')?.values).toMatchObject({
      longitude: '10.181',
      latitude: '36.806',
      phone: '+21671845220',
      otherPhone: '+21698123456',
      email: 'a@asso.tn',
      verifiedOn: '2026-05-12',
      legalStatus: 'approved',
      themes: ['children', 'gender'].sort(),
      scale: 'several_regions',
      budgetBracket: 'under_5000',
    });
  });

  it.each<['utf8' | 'utf8_bom' | 'windows1252' | 'utf16le', '\n' | '\r\n']>([
    ['utf8', '\n'],
    ['utf8_bom', '\r\n'],
    ['windows1252', '\r\n'],
    ['utf16le', '\r\n'],
  ])('comes in and goes out with the same bytes in %s', async (encoding, newline) => {
    const laptop = await committee();
    const text = csv(';', newline).replaceAll('€', encoding === 'windows1252' ? 'euros' : '€');
    const bytes =
      encoding === 'windows1252'
        ? Buffer.from(text, 'latin1')
        : encoding === 'utf16le'
          ? Buffer.from(`\uFEFF${text}`, 'utf16le')
          : Buffer.from(encoding === 'utf8_bom' ? `\uFEFF${text}` : text);
    const view = await openSheet(laptop, 'carto.csv', bytes);
    await laptop.call('spreadsheets.apply', { import: view.import });
    const out = await exported(laptop, 'sortie.csv', {});
    expect(out.bytes.equals(bytes)).toBe(true);
  });

  it('writes a cell anew once the register says otherwise, and no other', async () => {
    const laptop = await committee();
    const view = await openSheet(laptop, 'carto.csv', csv(';', '\r\n'));
    await laptop.call('spreadsheets.apply', { import: view.import });
    const amal = (await register(laptop)).get('Association Amal');
    await laptop.call('records.update', {
      entity: 'organisations',
      id: amal?.id ?? '',
      revision: 1,
      values: {
        phone: '+21671300412',
        foundedYear: 1998,
        themes: ['gender'],
        longitude: '10.25',
      },
    });
    const { bytes } = await exported(laptop, 'sortie.csv', {});
    const line = bytes.toString('utf8').split('\r\n')[2]?.split(';') ?? [];
    const expected = [...(cartography[2] ?? [])];
    expected[2] = '10,25';
    expected[6] = '+216';
    expected[7] = '71300412';
    expected[12] = '1998';
    expected[headings.indexOf('genre')] = 'x';
    expect(line).toEqual(expected);
  });

  it('made of records that were typed here comes back the same', async () => {
    const laptop = await committee();
    await laptop.create('organisations', {
      name: 'Ligue Mains',
      country: 'TN',
      status: 'partner',
      phone: '+216 74 402 118',
      legalStatus: 'declared',
      foundedYear: 2001,
      themes: ['gender'],
    });
    const out = await exported(laptop, 'sortie.csv', {});
    const again = await openSheet(laptop, 'sortie.csv', out.bytes);
    expect(again.layout).toBe('cartography');
    expect(again.counts).toMatchObject({ identical: 1, new: 0, changed: 0 });
  });

  it('for the public holds contacts only of those that agreed', async () => {
    const laptop = await committee();
    await laptop.create('organisations', {
      name: 'Une',
      country: 'TN',
      status: 'partner',
      phone: '+21674402118',
      publicationConsent: true,
    });
    await laptop.create('organisations', {
      name: 'Deux',
      country: 'TN',
      status: 'partner',
      phone: '+21671300412',
      email: 'deux@asso.tn',
      address: '12 rue du Lac',
    });
    const { bytes } = await exported(laptop, 'publier.csv', { audience: 'public' });
    const text = bytes.toString('utf8');
    expect(text).toContain('74402118');
    for (const secret of ['71300412', 'deux@asso.tn', '12 rue du Lac']) expect(text).not.toContain(secret);
  });
});

describe('The list as it is shown', () => {
  it.each(['xlsx', 'csv'] as const)('as %s comes back identical', async (format) => {
    const laptop = await committee();
    await laptop.create('organisations', {
      name: '+225 Solidarité',
      acronym: '-S',
      country: 'TN',
      status: 'member',
      region: 'TN-12',
      regions: ['TN-11', 'TN-61'],
      themes: ['gender', 'children'],
      registrationDate: '2015-03-14',
      registrationNumber: '0012/07',
      volunteersCount: 12,
      phone: '+21674402118',
      publicationConsent: false,
      address: 'BP 12\nSfax; Médina',
      budgetBracket: '20000_100000',
      latitude: '36.806',
      longitude: '-6.850000',
      whatsapp: '+21698123456',
      membersBand: '11_50',
      dialogueLevels: ['local', 'national'],
      partnershipKind: 'informal',
      skillsOffered: ['advocacy'],
      challenges: 'Le local\nest fermé',
    });
    const fr = JSON.parse(readFileSync('resources/locales/fr/members.json', 'utf8'));
    const columns = organisationFields.fields.map(({ name }) => ({
      field: name,
      heading: fr.fields.organisations[name],
    }));
    const out = await exported(laptop, `liste.${format}`, { layout: { kind: 'list', columns }, format });
    const again = await openSheet(laptop, `liste.${format}`, out.bytes);
    // What a heading of the list cannot say alone is told once.
    const targets = Object.fromEntries(
      again.columns.map((column) => [
        column.index,
        columns.filter(({ field }) => field !== 'notes')[column.index]?.field ?? null,
      ]),
    );
    const arranged = await laptop.call('spreadsheets.arrange', { import: again.import, targets });
    const [row] = await rowsOf(laptop, arranged.import);
    expect(row?.changes).toEqual([]);
    expect(row?.outcome).toBe('identical');
  });

  it('never holds a field of class confidential, and says what it left out', async () => {
    const laptop = await committee();
    await laptop.create('organisations', {
      name: 'Ligue Mains',
      country: 'TN',
      status: 'partner',
      notes: 'Secret de la maison',
    });
    const columns = ['name', 'notes', 'completeness', 'firstNeed'].map((field) => ({
      field,
      heading: field,
    }));
    for (const format of ['csv', 'xlsx'] as const) {
      const out = await exported(laptop, `liste.${format}`, { layout: { kind: 'list', columns }, format });
      expect(out.leftOut).toEqual(['notes']);
      expect(out.bytes.includes('Secret de la maison')).toBe(false);
    }
  });

  it('obeys the search, the filters and the order', async () => {
    const laptop = await committee();
    for (const [name, region] of [
      ['Beta', 'TN-11'],
      ['Alpha', 'TN-11'],
      ['Gamma', 'TN-61'],
    ] as const) {
      await laptop.create('organisations', { name, region, country: 'TN', status: 'partner' });
    }
    const out = await exported(laptop, 'liste.csv', {
      question: { ...everything, filters: [{ field: 'region', rule: 'any_of', values: ['TN-11'] }] },
      layout: { kind: 'list', columns: [{ field: 'name', heading: 'Nom' }] },
    });
    expect(out.bytes.toString('utf8')).toBe('\uFEFFNom\r\nAlpha\r\nBeta\r\n');
  });
});

describe('A cell of a CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+225 Solidarité', "'+225 Solidarité"],
    ['-Abidjan', "'-Abidjan"],
    ['\tx', "'\tx"],
    ['+225 07 07 07 07', '+225 07 07 07 07'],
    ['-6,85', '-6,85'],
    ['Nom', 'Nom'],
  ])('%j is written %j', (typed, written) => {
    expect(harmless(typed)).toBe(written);
  });
});
