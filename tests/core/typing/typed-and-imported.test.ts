import { describe, expect, it } from 'vitest';
import type { FieldDescription } from '../../../main/core/contract/fields';
import { organisationFields, seatFields } from '../../../main/core/contract/members/fields';
import { readValue, type ValueContext } from '../../../main/core/spreadsheets/values/read-value';
import { givenOnField } from '../../../renderer/areas/members/given-on';
import { readDay, readDraft, readSheetDraft } from '../../../renderer/components/fields/draft';

const context: ValueContext = {
  country: 'SN',
  prefix: '',
  today: '2026-09-20',
  order: 'day_first',
  pairs: new Map(),
};
const today = new Date(2026, 8, 20, 12);

function fieldOf(name: string): FieldDescription {
  const field = organisationFields.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(name);
  return field;
}
const imported = (field: string, cell: string | number) => readValue(cell, fieldOf(field), context);
const typed = (field: string, text: string) => readDraft(fieldOf(field), text, today);

describe('The same text, typed in a field or in the cell of a list, is the same value', () => {
  it.each<[string, string, string | number]>([
    ['registrationDate', '14/03/97', '1997-03-14'],
    ['registrationDate', '14 mars 97', '1997-03-14'],
    ['registrationDate', '1er/03/2015', '2015-03-01'],
    ['registrationDate', '1er mars 2015', '2015-03-01'],
    ['registrationDate', '04/05/1885', '1885-05-04'],
    ['registrationDate', '30/12/1899', '1899-12-30'],
    ['registrationDate', '01/02/1897', '1897-02-01'],
    ['registrationDate', '14/03/2\u200B015', '2015-03-14'],
    ['registrationDate', '14\u00A0/\u00A003\u00A0/\u00A02015', '2015-03-14'],
    ['registrationDate', '14\u201103\u20112015', '2015-03-14'],
    ['foundedYear', '2 015', 2015],
    ['foundedYear', '2\u202F015', 2015],
    ['foundedYear', '٢٠١٥', 2015],
    ['foundedYear', 'mars 2015', 2015],
    ['staffWomen', '2\u00A0015', 2015],
    ['staffWomen', '1,250,000', 1_250_000],
    ['staffWomen', '1.250.000', 1_250_000],
    ['staffWomen', '1 250,00', 1250],
    ['staffWomen', '١٬٢٥٠', 1250],
    ['longitude', '−17,44', '-17.44'],
    ['longitude', '–17,44', '-17.44'],
    ['longitude', '-17٫44', '-17.44'],
    ['longitude', '17°26\'38"W', '-17.443889'],
    ['longitude', '17°26′38″O', '-17.443889'],
    ['longitude', '17°26’38.8” Ouest', '-17.444111'],
    ['longitude', 'W 17.4441', '-17.4441'],
    ['latitude', '14°41\'37"N', '14.693611'],
    ['latitude', "14° 41.622' N", '14.6937'],
    ['latitude', 'N 14.69', '14.69'],
    ['latitude', '١٤٫٦٩٣٧', '14.6937'],
    ['latitude', '14.6937 N', '14.6937'],
    ['email', 'mailto:a@exemple.test', 'a@exemple.test'],
    ['email', 'Contact <a@exemple.test>', 'a@exemple.test'],
    ['email', 'a@exemple.test.', 'a@exemple.test'],
    ['email', 'a(at)exemple.test', 'a@exemple.test'],
    ['email', 'a＠exemple.test', 'a@exemple.test'],
    ['email', 'a@exem\u200Bple.test', 'a@exemple.test'],
    ['email', '\u202Aa@exemple.test\u202C', 'a@exemple.test'],
    ['website', 'https://exemple.test).', 'https://exemple.test'],
    ['website', '<https://exemple.test/a_(b)>', 'https://exemple.test/a_(b)'],
    ['website', 'www.exemple.test', 'www.exemple.test'],
  ])('%s: %s', (field, text, value) => {
    expect(imported(field, text)).toMatchObject({ value });
    expect(imported(field, text)).not.toHaveProperty('rest');
    expect(imported(field, text).how).not.toBe('doubtful');
    expect(typed(field, text)).toMatchObject({ ok: true, value });
  });

  it.each<[string, string, string]>([
    ['registrationDate', '1/1/30', 'century_asked'],
    ['registrationDate', '14/12/26', 'century_asked'],
    ['registrationDate', '01/02/2031', 'day_future'],
    ['registrationDate', '12/25/2019', 'X10'],
    ['registrationDate', '15/03/1442', 'hijri'],
    ['registrationDate', '١٥ رمضان ١٤٤٢', 'hijri'],
    ['registrationDate', '15 ربيع الأول 1442هـ', 'hijri'],
    ['registrationDate', '03-2015', 'month_only'],
    ['registrationDate', 'mars 2015', 'month_only'],
    ['registrationDate', '2015', 'year_only'],
    ['registrationDate', '31/02/2015', 'day_impossible'],
    ['foundedYear', '1442هـ', 'hijri_year'],
    ['foundedYear', '2031', 'year_future'],
    ['staffWomen', '1,250', 'thousands'],
    ['staffWomen', '2\n3\n4', 'several_lines'],
    ['staffWomen', '50\u2028', ''],
    ['longitude', '14,69 N', 'other_axis'],
  ])('%s: %j is asked in a field and marked in a list (%s)', (field, text, why) => {
    if (why === '') return expect(typed(field, text)).toMatchObject({ ok: true, value: 50 });
    expect(imported(field, text)).toMatchObject({ why: { code: why } });
    expect(['doubtful', 'unread']).toContain(imported(field, text).how);
    expect(typed(field, text)).toMatchObject({ ok: false, why });
  });
});

describe('A day of two digits', () => {
  it('says which century was assumed', () => {
    expect(imported('registrationDate', '14/03/97')).toMatchObject({
      how: 'corrected',
      why: { code: 'century', params: { year: 1997 } },
    });
    expect(typed('registrationDate', '14/03/97')).toMatchObject({
      said: { code: 'century', params: { year: 1997 } },
    });
  });

  it('may lie ahead where a mandate ends', () => {
    const until = seatFields.fields.find(({ name }) => name === 'until') as FieldDescription;
    expect(readDraft(until, '31/12/30', today)).toMatchObject({ ok: true, value: '2030-12-31' });
    expect(readDraft(until, '31/12/97', today)).toMatchObject({ ok: true, value: '1997-12-31' });
  });
});

describe('A Hijri day', () => {
  it.each([
    ['1 محرم 1442', '2020-08-20'],
    ['15/09/1442', '2021-04-27'],
    ['1/10/1445', '2024-04-10'],
  ])('%s is proposed as %s, and kept as it was written', (text, day) => {
    expect(imported('registrationDate', text)).toMatchObject({ how: 'doubtful', value: day, rest: text });
  });
});

describe('A phone number', () => {
  it.each([
    '٧٧١٢٣٤٥٦٧',
    '\u202A+221 77 123 45 67\u202C',
    '+221\u00A077\u00A0123\u00A045\u00A067',
    '+221\u201177\u2011123\u201145\u201167',
    '\u200E+221 77 123 45 67',
    'tel:+221771234567',
    'Tél. : 77 123 45 67',
    '00221771234567',
    '77.123.45.67',
    '＋221 77 123 45 67',
  ])('pasted as %j is +221771234567', (text) => {
    expect(imported('phone', text)).toMatchObject({ value: '+221771234567' });
    expect(imported('phone', text)).not.toHaveProperty('rest');
    const read = typed('phone', text);
    expect(read.ok).toBe(true);
    if (read.ok) expect(imported('phone', String(read.value))).toMatchObject({ value: '+221771234567' });
  });

  it('and a second one fill two fields of a list', () => {
    expect(imported('phone', '77.123.45.67 / 33.823.45.67')).toMatchObject({
      value: '+221771234567',
      also: { otherPhone: '+221338234567' },
    });
  });

  it('is no day and no numbering', () => {
    for (const text of ['1/2/3', '12/03/2015', '1.2.3']) {
      expect(imported('phone', text)).toMatchObject({ how: 'unread' });
      expect(typed('phone', text)).toMatchObject({ ok: false, why: 'phone' });
    }
  });

  it('keeps its extension and who answers beside it', () => {
    expect(imported('phone', '33 823 45 67 poste 12')).toMatchObject({
      value: '+221338234567',
      rest: 'poste 12',
    });
    expect(imported('phone', '77 123 45 67 (Awa)')).toMatchObject({ value: '+221771234567', rest: 'Awa' });
    expect(typed('phone', '33 823 45 67 poste 12')).toMatchObject({ ok: false, why: 'several' });
  });
});

describe('Further values of one text', () => {
  it('are said, never dropped', () => {
    expect(imported('email', 'a@exemple.test ; b@exemple.test')).toMatchObject({ rest: 'b@exemple.test' });
    expect(typed('email', 'a@exemple.test ; b@exemple.test')).toMatchObject({
      ok: false,
      why: 'several',
      params: { rest: 'b@exemple.test' },
    });
    expect(imported('email', '"Awa Fictive" <a@exemple.test>')).toMatchObject({
      value: 'a@exemple.test',
      rest: 'Awa Fictive',
    });
  });

  it('both numbers of a place fill both fields of a sheet, and are refused where one field is asked', () => {
    const both = { value: '14.6937', also: { longitude: '-17.4441' } };
    for (const text of ['14.6937, -17.4441', '14,6937 ; −17,4441', '14.6937 -17.4441', '14.6937N 17.4441W']) {
      expect(imported('latitude', text)).toMatchObject({ how: 'doubtful', ...both });
      expect(readSheetDraft(fieldOf('latitude'), text, today)).toMatchObject({ ok: true, ...both });
      expect(typed('latitude', text)).toMatchObject({ ok: false, why: 'several' });
    }
  });
});

describe('Long digits', () => {
  it('of a number in the sheet are marked, for the sheet rounded them', () => {
    expect(imported('registrationNumber', 1_234_567_890_123_456)).toMatchObject({
      how: 'doubtful',
      value: '1234567890123456',
      why: { code: 'X11' },
    });
    expect(imported('registrationNumber', '12345678901234567890')).toMatchObject({
      how: 'as_typed',
      value: '12345678901234567890',
    });
  });
});

it('the day of a consent is not read as one to come', () => {
  expect(readDay('1/1/30', givenOnField)).toBeNull();
  expect(readDay('14/03/97', givenOnField)).toBe('1997-03-14');
  expect(readDay('1/1/30')).toBe('2030-01-01');
});
