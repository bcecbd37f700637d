import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldDescription, FieldValue } from '../../../main/core/contract/fields';
import { valueSchema } from '../../../main/core/contract/fields';
import { organisationFields } from '../../../main/core/contract/members/fields';
import { cleanLine, cleanText } from '../../../main/core/contract/text';
import type { Cell } from '../../../main/core/spreadsheets/reading/table';
import { repaired } from '../../../main/core/spreadsheets/reading/text-encoding';
import { isOneSlip } from '../../../main/core/spreadsheets/values/choices/list-words';
import { readValue, type ValueContext } from '../../../main/core/spreadsheets/values/read-value';

const context: ValueContext = {
  country: 'TN',
  prefix: '',
  today: '2026-09-20',
  order: 'day_first',
  pairs: new Map(),
};

function read(field: string, cell: Cell, changes: Partial<ValueContext> = {}) {
  const described = organisationFields.fields.find(
    (candidate) => candidate.name === field,
  ) as FieldDescription;
  return readValue(cell, described, { ...context, ...changes });
}

function valueRead(field: string, cell: Cell, changes: Partial<ValueContext> = {}): FieldValue | string {
  const reading = read(field, cell, changes);
  return 'value' in reading ? reading.value : reading.how;
}

describe('A day of a list', () => {
  it.each([
    ['1991-09-21 00:00:00', '1991-09-21'],
    ['21 September 1991', '1991-09-21'],
    ['1er Août 1997', '1997-08-01'],
    ['07-Avr 2015', '2015-04-07'],
    ['29 12 2016', '2016-12-29'],
    ['24/07/91', '1991-07-24'],
    ['3.2.2011', '2011-02-03'],
    ['14 janv. 08', '2008-01-14'],
    ['٢١/٠٩/١٩٩١', '1991-09-21'],
    ['21 سبتمبر 1991', '1991-09-21'],
  ])('%s is read', (typed, day) => {
    expect(valueRead('registrationDate', typed)).toBe(day);
  });

  it('keeps what stands beside it', () => {
    expect(read('registrationDate', '24/07/91 suivant récépissé N°12/MI')).toMatchObject({
      value: '1991-07-24',
      rest: 'suivant récépissé N°12/MI',
    });
  });

  it('of two, the first is read and the other kept', () => {
    expect(read('registrationDate', '12/03/2001 et 14/05/2004')).toMatchObject({
      value: '2001-03-12',
      rest: 'et 14/05/2004',
    });
  });

  it('is not invented out of a year, of 31 February or of words', () => {
    expect(read('registrationDate', '2015')).toMatchObject({ how: 'unread', why: { code: 'year_only' } });
    expect(read('registrationDate', '31/02/2015')).toMatchObject({
      how: 'unread',
      why: { code: 'day_impossible' },
    });
    expect(read('registrationDate', 'en cours')).toMatchObject({ how: 'unread' });
  });

  it('is doubtful (X10) where the column also writes the month first', () => {
    expect(read('registrationDate', '03/04/2019', { order: 'mixed' })).toMatchObject({
      how: 'doubtful',
      why: { code: 'X10' },
    });
    expect(read('registrationDate', '12/25/2019')).toMatchObject({
      value: '2019-12-25',
      why: { code: 'X10' },
    });
    expect(read('registrationDate', '25/12/2019', { order: 'mixed' })).toMatchObject({ how: 'as_typed' });
  });

  it('comes back from its serial number when the format was lost', () => {
    expect(valueRead('registrationDate', 42_077)).toBe('2015-03-14');
  });

  it('is read back from every form it is written in', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2025-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-');
        for (const typed of [
          iso,
          `${day}/${month}/${year}`,
          `${day}-${month}-${year}`,
          `${day}.${month}.${year}`,
          `${iso} 00:00:00`,
        ])
          expect(valueRead('registrationDate', typed)).toBe(iso);
      }),
    );
  });
});

describe('A year of a list', () => {
  it.each<[Cell, FieldValue]>([
    [1997, 1997],
    ['1997', 1997],
    ['14/03/2015', 2015],
    ['depuis 2004', 2004],
    [{ is: 'day', value: '2012-05-01' }, 2012],
  ])('%j is read', (typed, year) => {
    expect(valueRead('foundedYear', typed)).toBe(year);
  });

  it('to come is not believed', () => {
    expect(read('foundedYear', '2031')).toMatchObject({ how: 'unread', why: { code: 'year_future' } });
  });
});

describe('A phone of a list', () => {
  it.each<[string, string | number, string]>([
    ['TN', '71 845 220', '+21671845220'],
    ['TN', 71_845_220, '+21671845220'],
    ['TN', '(+216)71845220', '+21671845220'],
    ['CI', '(+225)0707070707', '+2250707070707'],
    ['CI', '00225 07 07 07 07 07', '+2250707070707'],
    ['CI', "'0707070707", '+2250707070707'],
    ['SN', '221 33 821 11 22', '+221338211122'],
    ['TN', '٧١ ٨٤٥ ٢٢٠', '+21671845220'],
    ['MA', '05 37 77 00 00', '+212537770000'],
  ])('in %s, %s becomes E.164', (country, typed, number) => {
    expect(valueRead('phone', typed, { country })).toBe(number);
  });

  it('takes the calling code from the column beside it', () => {
    expect(valueRead('phone', '71845220', { country: null, prefix: '+216' })).toBe('+21671845220');
  });

  it('keeps a second number of the cell', () => {
    expect(read('phone', '71 845 220 / 98 123 456')).toMatchObject({
      value: '+21671845220',
      also: { otherPhone: '+21698123456' },
      why: { code: 'second_number' },
    });
    expect(read('otherPhone', '71 845 220 / 98 123 456')).toMatchObject({ rest: '98 123 456' });
  });

  it('keeps an old seven-digit number as typed, with a mark', () => {
    expect(read('phone', '822 33 44', { country: 'SN' })).toMatchObject({
      how: 'doubtful',
      value: '822 33 44',
    });
  });

  it('does not invent the digits a spreadsheet rounded away (X11)', () => {
    expect(read('phone', '2.25E+11', { country: 'CI' })).toMatchObject({
      how: 'unread',
      why: { code: 'X11' },
    });
  });
});

describe('Words of a list', () => {
  it.each<[string, Cell, FieldValue | string]>([
    ['legalStatus', 'AU FAIT', 'de_facto'],
    ['legalStatus', 'reconnue d’utilité publique', 'public_utility'],
    ['budgetBracket', 'moins de 5 000 €', 'under_5000'],
    ['budgetBracket', '20 000-100 000', '20000_100000'],
    ['budgetBracket', '> 100 000', 'over_100000'],
    ['region', 'Gouvernorat de Medenine', 'TN-82'],
    ['region', 'Jendoubba', 'TN-32'],
    ['region', 'قابس', 'TN-81'],
    ['region', 'بوسالم ،جندوبة', 'TN-32'],
    ['country', 'تونس/Tunisia', 'TN'],
    ['country', 'Yemen', 'unread'],
    ['registrationDate', '0000-00-00', 'empty'],
    ['phone', '+216 680700, +216 22033515', '+21622033515'],
    ['phone', '+ 216 93012530 / + 216 20515232', '+21693012530'],
    ['legalStatus', 'sous tutelle', 'unread'],
    ['publicationConsent', 'X', true],
    ['publicationConsent', 'لا', false],
    ['email', 'contact@asso,tn', 'contact@asso.tn'],
    ['website', 'Néant', 'empty'],
    ['website', 'Pas fonctionnel', 'unread'],
    ['volunteersCount', '1 200', 1200],
    ['longitude', '10,181', '10.181'],
    ['longitude', 10.1810001, '10.181'],
    ['latitude', '36,80648712345', '36.806487'],
    ['latitude', '+34', '34'],
    ['latitude', '36,8060', '36.806'],
    ['latitude', 1e-9, '0'],
    ['latitude', '97,2', 'unread'],
    ['volunteersCount', 'env. 50', 50],
    ['registrationNumber', '0012/07', '0012/07'],
    ['name', 'Associa\u200Btion  des\nfem\u0640mes', 'Association des femmes'],
  ])('%s: %j is %j', (field, typed, value) => {
    expect(valueRead(field, typed)).toEqual(value);
  });

  it('are told apart in one cell, whatever parts them', () => {
    for (const typed of [
      'Tunis, Sfax et Gabès',
      'Tunis - Sfax - Gabès',
      'Tunis\nSfax\nGabès',
      'Tunis;Sfax;Gabès',
      '• Tunis • Sfax • Gabès',
    ])
      expect(valueRead('regions', typed)).toEqual(['TN-11', 'TN-61', 'TN-81']);
  });

  it('for the whole country are all its regions', () => {
    for (const typed of [
      'Toute la Tunisie',
      'Ensemble du territoire',
      'Sur toute l’étendue du territoire national',
    ])
      expect(valueRead('regions', typed)).toHaveLength(24);
    expect(valueRead('regions', 'Tout le Mali', { country: 'ML' })).toEqual(expect.arrayContaining(['ML-1']));
  });

  it('keep what no list knows beside what it does', () => {
    expect(read('regions', 'Tunis, Zone 4')).toMatchObject({ value: ['TN-11'], rest: 'Zone 4' });
  });

  it('of an error cell are never taken for a value', () => {
    expect(read('name', { is: 'error', value: '#REF!' })).toMatchObject({
      how: 'unread',
      why: { code: 'error' },
    });
  });
});

describe('Whatever a cell holds', () => {
  const cells = fc.oneof<fc.Arbitrary<Cell>[]>(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom<Cell[]>(
      '24/07/91',
      '2.25E+11',
      '=1+1',
      '\u202Egnp.exe',
      '71845220',
      'a@b.c',
      'Tunis;\u0000Sfax',
      'Réseau\rdu Sud',
    ),
  );

  it('a value that is read is one the register takes', () => {
    fc.assert(
      fc.property(
        cells,
        fc.constantFrom(...organisationFields.fields),
        (cell, described: FieldDescription) => {
          const reading = readValue(cell, described, context);
          if (!('value' in reading)) return;
          expect(valueSchema(described).safeParse(reading.value)).toMatchObject({ success: true });
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('cleaning a text twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });

  it('a cleaned text is composed, and holds nothing that nobody sees nor anything at its edges', () => {
    const hard = [
      'a',
      'ș',
      'e\u0301',
      'ا\u0653',
      ' ',
      '\u00A0',
      '\t',
      '\r',
      '\n',
      '\u200B',
      '\u0640',
      '\u00AD',
      '\u{1D15E}',
    ];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...hard) }), (text) => {
        const clean = cleanText(text);
        expect(clean).toBe(clean.normalize('NFC').trim());
        expect(clean).not.toMatch(/[\r\u00AD\u200B]/);
        expect(cleanLine(text)).not.toMatch(/[\t\n\u00A0]| {2}/);
        const letters = (from: string) =>
          from.normalize('NFC').match(/(?!\u0640)\p{L}|\p{M}|\p{S}|\s/gu) ?? [];
        const seen = text.replace(/\r\n?/g, '\n').replace(/[\u200B\u00AD\u0640]/g, '');
        expect(letters(clean)).toEqual(letters(seen.trim()));
      }),
      { numRuns: 1_000 },
    );
  });

  it('French and Arabic texts once read as Latin-1 are put right', () => {
    for (const text of ['Sénégal', 'Côte d’Ivoire', 'Œuvre à Béja', 'جمعية']) {
      expect(repaired(Buffer.from(text, 'utf8').toString('latin1'))).toBe(text);
      expect(repaired(text)).toBeNull();
    }
  });

  it('one slip of the pen is one letter', () => {
    expect(isOneSlip('jendouba', 'jendoubba')).toBe(true);
    expect(isOneSlip('jendouba', 'jendobua')).toBe(true);
    expect(isOneSlip('jendouba', 'jandoubo')).toBe(false);
  });
});
