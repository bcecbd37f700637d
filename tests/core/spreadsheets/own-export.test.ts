import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { FieldDescription, FieldValue } from '../../../main/core/contract/fields';
import { organisationFields } from '../../../main/core/contract/members/fields';
import type { Language } from '../../../main/core/contract/values';
import { codesOfList } from '../../../main/core/programme/pack';
import { wordsIn } from '../../e2e/support/words';
import { committeeLaptop, type Laptop } from '../../support/laptop';
import { openedCase } from '../../support/spreadsheets/cases';
import { openSheet, register, rowsOf } from '../../support/spreadsheets/files';

/** What the application exports it reads back as it was: every field, three languages, both formats, at the limits. */

const laptops: Laptop[] = [];
afterEach(() => {
  for (const laptop of laptops.splice(0)) laptop.throwAway();
});
async function committee(): Promise<Laptop> {
  const laptop = await committeeLaptop('SN');
  laptops.push(laptop);
  return laptop;
}

/** Fields that a list for the committee holds and an import fills. */
const fields: readonly FieldDescription[] = organisationFields.fields.filter(
  ({ sensitivity }) => sensitivity !== 'confidential',
);
const regions = ['SN-DK', 'SN-TH', 'SN-LG'];

const word = fc.constantFrom(
  'Union',
  'Réseau',
  'des',
  'femmes',
  '«Bêta»',
  'الأمل',
  '=1+1',
  '+225-07',
  '-',
  '@nom',
  "'x",
  'RAS',
  '2 015',
  'et',
  'Nord, Ouest',
);
const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const block = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 0, 0, 33_000, 60_000))
  .map(([lines, long]) => lines.join('\n') + (long === 0 ? '' : ` ${'mot '.repeat(long / 4).trim()}`));

/** Some value of a field, as it may be typed; null = empty. */
function someValueOf(field: FieldDescription): fc.Arbitrary<FieldValue> {
  const codes = field.list === 'regions' ? regions : [...(codesOfList(field.list ?? '') ?? [])];
  switch (field.type) {
    case 'choice':
      return field.list === 'countries' ? fc.constant('SN') : fc.constantFrom(...codes);
    case 'choices':
      return fc.subarray(codes, { minLength: 1 });
    case 'labels':
      return fc.subarray(['à inviter', 'Nord', '=x', 'شريك'], { minLength: 1 });
    case 'flag':
      return fc.boolean();
    case 'count':
      return fc.integer({ min: 0, max: 1_000_000 });
    case 'year':
      return fc.integer({ min: 1_850, max: 2_026 });
    case 'day':
      return fc.constantFrom('1885-05-12', '1899-12-30', '1997-03-14', '2015-01-01', '2026-11-30');
    case 'decimal':
      return field.name === 'latitude'
        ? fc.constantFrom('14.6937', '13.000001')
        : fc.constantFrom('-17.4441', '-16');
    case 'email':
      return fc.constantFrom('a@exemple.test', 'prenom.nom+liste@exemple.test');
    case 'phone':
      return fc.constantFrom('+221771234567', '+221338234567');
    case 'url':
      return fc.constantFrom('https://exemple.test/a?b=c', 'www.exemple.test');
    case 'text':
      return block;
    default:
      return line;
  }
}

const organisation = fc.record(
  Object.fromEntries(
    fields
      .filter(({ name }) => name !== 'name' && name !== 'country' && name !== 'status')
      .map((field) => [field.name, fc.option(someValueOf(field), { nil: null, freq: 2 })]),
  ),
);

async function exported(laptop: Laptop, language: Language, format: 'xlsx' | 'csv'): Promise<Buffer> {
  const say = wordsIn(language);
  await laptop.call('workspace.chooseLanguage', { language });
  const path = laptop.path(`export.${format}`);
  await laptop.call('spreadsheets.export', {
    file: laptop.choose(path),
    question: {
      search: '',
      filters: [],
      sort: { field: 'name', direction: 'ascending' },
      trashed: 'without',
      group: null,
    },
    layout: {
      kind: 'list',
      columns: fields.map(({ name }) => ({
        field: name,
        heading: say('members', `fields.organisations.${name}`),
      })),
    },
    format,
    text: null,
    audience: 'committee',
  });
  return readFileSync(path);
}

const valuesIn = async (laptop: Laptop) =>
  [...(await register(laptop)).entries()].map(([name, row]) => [
    name,
    Object.fromEntries(
      fields.map((field) => {
        const value = row.values[field.name] ?? null;
        return [field.name, Array.isArray(value) ? [...value].sort() : value];
      }),
    ),
  ]);

describe.each(['fr', 'en', 'ar'] as const)('A list exported in %s', (language) => {
  it.each(['xlsx', 'csv'] as const)(
    'as %s is read back as it was, into the same register and an empty one',
    async (format) => {
      const source = await committee();
      const made = fc.sample(organisation, { numRuns: 12, seed: language.charCodeAt(0) + format.length });
      for (const [index, values] of made.entries())
        await source.create('organisations', {
          ...values,
          name: `Organisation ${index}`,
          country: 'SN',
          status: 'identified',
        });
      const bytes = await exported(source, language, format);

      const same = await openSheet(source, `export.${format}`, bytes);
      expect((await rowsOf(source, same.import)).flatMap(({ changes }) => changes)).toEqual([]);
      expect(same.counts).toEqual({ new: 0, changed: 0, identical: made.length, ambiguous: 0, refused: 0 });

      const other = await committee();
      const fresh = await openSheet(other, `export.${format}`, bytes);
      expect(fresh.counts.new).toBe(made.length);
      await other.call('spreadsheets.apply', { import: fresh.import });
      expect(await valuesIn(other)).toEqual(await valuesIn(source));
    },
  );
});

it.each(['h21-own-export-fr.xlsx', 'h21-own-export-ar.xlsx'])(
  'an export of before is read back: %s',
  async (file) => {
    const opened = await openedCase(file);
    laptops.push(opened.laptop);
    expect(opened.view.headings).not.toBeNull();
    expect(opened.view.columns.filter(({ target }) => target === null)).toEqual([]);
    const unread = opened.rows.flatMap(({ cells }) => cells.filter(({ how }) => how === 'unread'));
    expect(unread).toEqual([]);
  },
);
