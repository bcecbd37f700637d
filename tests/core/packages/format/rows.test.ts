import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../../../main/core/packages/format/row-values';
import { readRows, unbound, writeRows } from '../../../../main/core/packages/format/rows';
import {
  manifestSchemaOf,
  type Row,
  type TableSchema,
} from '../../../../main/core/packages/format/table-schema';
import { refusal } from '../../../support/packages/refusals';
import { idOf, organisation, organisationsTable } from '../../../support/packages/report-tables';

const oneField = (field: TableSchema['fields'][number]): TableSchema => ({
  name: 'things',
  primaryKey: ['id'],
  fields: [{ name: 'id', type: 'id' }, field],
});
const read = (schema: TableSchema, text: string | Uint8Array) => [
  ...readRows(schema, typeof text === 'string' ? Buffer.from(text, 'utf8') : text, unbound),
];

/** Composed text without anything that rows refuse. */
const prose = fc
  .string({ unit: 'grapheme-composite', maxLength: 60 })
  .map((text) => text.normalize('NFC'))
  .filter((text) => !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/u.test(text));

describe('the rows of a table', () => {
  it('are sorted by id, one a line, with every key in the order of the schema', () => {
    const written = writeRows(organisationsTable, [
      organisation(2, 'CI'),
      organisation(1, 'CI', { mission: null }),
    ]);
    const lines = Buffer.from(written.bytes).toString('utf8').split('\n');
    expect(written.rows).toBe(2);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(JSON.stringify(organisation(1, 'CI', { mission: null })));
    expect(read(organisationsTable, written.bytes)).toEqual([
      organisation(1, 'CI', { mission: null }),
      organisation(2, 'CI'),
    ]);
  });

  it('are zero bytes when there are none', () => {
    expect(writeRows(organisationsTable, [])).toEqual({ bytes: Buffer.alloc(0), rows: 0 });
    expect(read(organisationsTable, '')).toEqual([]);
  });

  it('come back as they were, whatever they hold', () => {
    const row = fc.record({
      id: fc.uuid(),
      committee: fc.constant('SN'),
      revision: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      name: prose,
      mission: fc.option(prose),
      type: fc.constantFrom('association', 'union', 'network'),
      region: fc.option(fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/)),
      themes: fc.uniqueArray(fc.constantFrom('return', 'rights', 'children')),
      members: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      budget: fc.option(fc.stringMatching(/^-?\d{1,15}(\.\d{1,6})?$/)),
      foundedOn: fc.option(
        fc
          .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
          .map((day) => day.toISOString().slice(0, 10)),
      ),
      updatedAt: fc.constant('2026-09-30T10:00:00Z'),
      email: fc.constant(null),
      phone: fc.constant(null),
      published: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 30 }), (rows: Row[]) => {
        const back = read(organisationsTable, writeRows(organisationsTable, rows).bytes);
        expect(back).toEqual([...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)));
      }),
      { numRuns: 60 },
    );
  });

  it('are announced to strangers in the words of Table Schema', () => {
    const { fields, primaryKey } = manifestSchemaOf(organisationsTable);
    expect(primaryKey).toEqual(['id']);
    expect(fields.map(({ type }) => type)).toEqual(
      'string string integer string string string string array integer string date datetime string string boolean'.split(
        ' ',
      ),
    );
  });

  it('are refused by the writer as by the reader', async () => {
    expect(
      await refusal(() => writeRows(organisationsTable, [organisation(1, 'CI', { members: -1 })])),
    ).toEqual({
      code: 'P06',
      params: { table: 'organisations', line: 1, field: 'members' },
    });
    expect(
      (await refusal(() => writeRows(organisationsTable, [organisation(1, 'CI'), organisation(1, 'CI')])))
        .code,
    ).toBe('P07');
    expect(
      (await refusal(() => writeRows(organisationsTable, [organisation(1, 'CI', { secret: 'x' })]))).code,
    ).toBe('P05');
    expect((await refusal(() => writeRows(organisationsTable, [{ id: idOf(1) }]))).code).toBe('P05');
  });
});

describe('a line', () => {
  const schema = oneField({ name: 'n', type: 'integer', nullable: true });
  const line = (n: number, value = '1') => `{"id":"${idOf(n)}","n":${value}}\n`;

  it.each([
    ['is missing its end', line(1).trimEnd(), 'P04'],
    ['is empty', `${line(1)}\n`, 'P04'],
    ['is out of order', line(2) + line(1), 'P04'],
    ['repeats an id', line(1) + line(1, '2'), 'P07'],
    ['is a list', '[1]\n', 'P04'],
    ['is no object', 'null\n', 'P04'],
    ['lacks a field', `{"id":"${idOf(1)}"}\n`, 'P05'],
    ['has one field too many', `{"id":"${idOf(1)}","n":1,"x":1}\n`, 'P05'],
    ['has its fields in another order', `{"n":1,"id":"${idOf(1)}"}\n`, 'P05'],
    ['has a field of another name', `{"id":"${idOf(1)}","m":1}\n`, 'P05'],
    ['names the prototype', `{"id":"${idOf(1)}","__proto__":1}\n`, 'J04'],
    ['has CRLF', line(1).replace('\n', '\r\n'), 'J03'],
    ['is cut', '{"id":\n', 'J02'],
    ['is longer than 256 KiB', `{"id":"${'x'.repeat(262_200)}"}\n`, 'P04'],
    ['holds an object', line(1, '{"a":1}'), 'P06'],
  ])('is refused when it %s', async (_name, text, code) => {
    const found = await refusal(() => read(schema, text));
    expect(found.code).toBe(code);
    expect(found.params.table).toBe('things');
  });

  it('is refused when its bytes are not UTF-8 or begin with a mark', async () => {
    expect((await refusal(() => read(schema, Buffer.from([0xff, 0x0a])))).code).toBe('J01');
    expect((await refusal(() => read(schema, `\uFEFF${line(1)}`))).code).toBe('J01');
  });

  it('never reaches a prototype', async () => {
    await refusal(() => read(schema, `{"id":"${idOf(1)}","__proto__":{"polluted":true}}\n`));
    expect('polluted' in {}).toBe(false);
  });

  it('counts against the highest number of rows', async () => {
    const text = Array.from({ length: 3 }, (_, n) => line(n)).join('');
    expect((await refusal(() => read({ ...schema, maxRows: 2 }, text))).code).toBe('M08');
  });
});

describe('a value', () => {
  const cases: readonly (readonly [string, TableSchema['fields'][number], unknown, string | null])[] = [
    ['a name of 300 characters', { name: 'v', type: 'name' }, 'x'.repeat(300), null],
    ['a name of 301 characters', { name: 'v', type: 'name' }, 'x'.repeat(301), 'P11'],
    ['a text beyond 64 Ki characters', { name: 'v', type: 'text' }, 'x'.repeat(65_537), 'P11'],
    ['an Arabic name with its marks', { name: 'v', type: 'name' }, 'جمعية\u200F النساء\u200C\u061C', null],
    ['a right-to-left override in a name', { name: 'v', type: 'name' }, 'rapport\u202Efdp', 'P10'],
    ['an isolate in a text', { name: 'v', type: 'text' }, 'a\u2066b', 'P10'],
    ['a tab and a line feed in a text', { name: 'v', type: 'text' }, 'a\tb\nc', null],
    ['a line feed in a name', { name: 'v', type: 'name' }, 'a\nb', 'P10'],
    ['a bell in a text', { name: 'v', type: 'text' }, 'a\u0007b', 'P10'],
    ['a carriage return in a text', { name: 'v', type: 'text' }, 'a\r\nb', 'P10'],
    ['letters that are not composed', { name: 'v', type: 'name' }, 'Se\u0301ne\u0301gal', 'J07'],
    ['half a surrogate', { name: 'v', type: 'name' }, '\ud83d', 'J06'],
    ['the character zero', { name: 'v', type: 'text' }, 'a\u0000', 'J06'],
    ['an original file name with an override', { name: 'v', type: 'filename' }, 'rapport\u202Efdp.exe', null],
    ['an identifier of 35 characters', { name: 'v', type: 'id' }, idOf(1).slice(1), 'P06'],
    ['an identifier in capitals', { name: 'v', type: 'id' }, idOf(1).replace('0199', 'ABCD'), 'P06'],
    ['a zero-width joiner in an e-mail address', { name: 'v', type: 'email' }, 'a\u200Db@example.org', 'P10'],
    ['an e-mail address without domain', { name: 'v', type: 'email' }, 'a@b', 'P06'],
    ['an e-mail address', { name: 'v', type: 'email' }, 'awa.diop@example.org', null],
    ['a telephone number', { name: 'v', type: 'phone' }, '+225 07 00 00 00 00', null],
    ['letters in a telephone number', { name: 'v', type: 'phone' }, '+225 fax', 'P06'],
    ['Arabic digits in a telephone number', { name: 'v', type: 'phone' }, '+٢٢٥', 'P10'],
    ['a code with a look-alike letter', { name: 'v', type: 'code' }, '\u0410.1', 'P10'],
    ['a code that ends in a space', { name: 'v', type: 'code' }, 'A.1 ', 'P06'],
    ['30 February', { name: 'v', type: 'date' }, '2026-02-30', 'P06'],
    ['no day at all', { name: 'v', type: 'date' }, '0000-00-00', 'P06'],
    ['29 February of a leap year', { name: 'v', type: 'date' }, '2028-02-29', null],
    ['a fifth quarter', { name: 'v', type: 'quarter' }, '2026-Q5', 'P06'],
    ['an instant with an offset', { name: 'v', type: 'instant' }, '2026-09-30T10:00:00+01:00', 'P06'],
    ['an instant at 24 hours', { name: 'v', type: 'instant' }, '2026-09-30T24:00:00Z', 'P06'],
    ['a decimal with a comma', { name: 'v', type: 'decimal' }, '1,5', 'P06'],
    ['a decimal as a number', { name: 'v', type: 'decimal' }, 1, 'P06'],
    ['seven decimals', { name: 'v', type: 'decimal' }, '1.1234567', 'P06'],
    ['a number as text', { name: 'v', type: 'integer' }, '1', 'P06'],
    ['a fraction', { name: 'v', type: 'integer' }, 1.5, 'J05'],
    ['an integer beyond the safe ones', { name: 'v', type: 'integer' }, 2 ** 53, 'J05'],
    ['ten to the fifteenth participants', { name: 'v', type: 'integer', min: 0, max: 1e9 }, 1e15, 'P06'],
    ['a negative count', { name: 'v', type: 'integer', min: 0 }, -1, 'P06'],
    ['yes as text', { name: 'v', type: 'boolean' }, 'true', 'P06'],
    ['null where a value must be', { name: 'v', type: 'name' }, null, 'P06'],
    ['null where it may be', { name: 'v', type: 'name', nullable: true }, null, null],
    ['a code that is not in the list', { name: 'v', type: 'enum', values: ['a'] }, 'b', 'P06'],
    ['a property of every object as a code', { name: 'v', type: 'enum', values: ['a'] }, 'toString', 'P06'],
    ['codes that repeat', { name: 'v', type: 'codes' }, ['a', 'a'], 'P06'],
    ['a code of codes that is not in the list', { name: 'v', type: 'codes', values: ['a'] }, ['b'], 'P06'],
    ['codes in codes', { name: 'v', type: 'codes' }, [['a']], 'P06'],
    ['too many codes', { name: 'v', type: 'codes', maxItems: 1 }, ['a', 'b'], 'P11'],
    ['a party', { name: 'v', type: 'party' }, 'FORIM', null],
    ['a party in small letters', { name: 'v', type: 'party' }, 'forim', 'P06'],
    ['a hash in capitals', { name: 'v', type: 'hash' }, 'AB'.repeat(32), 'P06'],
    ['a digest without its prefix', { name: 'v', type: 'digest' }, 'ab'.repeat(32), 'P06'],
    ['an RSA key', { name: 'v', type: 'key' }, 'ssh-rsa AAAAB3NzaC1yc2E=', 'P06'],
    ['a plugin recipient', { name: 'v', type: 'recipient' }, `age1yubikey1${'q'.repeat(50)}`, 'P06'],
  ];
  it.each(cases)('%s', async (_name, field, value, code) => {
    const text = `${JSON.stringify({ id: idOf(1), v: value })}\n`;
    if (code === null) expect(read(oneField(field), text)).toHaveLength(1);
    else expect((await refusal(() => read(oneField(field), text))).code).toBe(code);
  });
});

describe('what rows must agree with', () => {
  const text = Buffer.from(writeRows(organisationsTable, [organisation(1, 'CI')]).bytes);
  it('is their owner', async () => {
    const found = await refusal(() => [...readRows(organisationsTable, text, { owner: 'SN', period: null })]);
    expect(found).toEqual({ code: 'P09', params: { table: 'organisations', line: 1, field: 'committee' } });
  });
});

describe('a day', () => {
  it('exists in the calendar', () => {
    expect(['2026-01-31', '1900-02-28', '2000-02-29'].map(isDay)).toEqual([true, true, true]);
    expect(['2026-13-01', '2026-00-10', '1900-02-29', '0999-01-01', '2026-1-1'].some(isDay)).toBe(false);
  });
});
