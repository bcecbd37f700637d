import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOrganisations } from '../../../../main/core/members/duplicates/organisations';
import { comparePersons } from '../../../../main/core/members/duplicates/persons';
import {
  indexOfOrganisations,
  organisationProfile,
  organisationsLike,
  personProfile,
} from '../../../../main/core/members/duplicates/search';

/** What holds of the comparison whatever is compared. */

const words = fc.constantFrom(
  'Association',
  'Réseau',
  'ONG',
  'femmes',
  'jeunes',
  'migrants',
  'Teranga',
  'Djiguiya',
  'Nour',
  'Horizon',
  'Sfax',
  'Gabès',
  'accueil',
  'développement',
  'Étoile',
  'tunisienne',
  'de',
  'des',
  'Kayes',
  'جمعية',
  'نور',
  'النساء',
  'الأمل',
  'صفاقس',
  'بالجنوب',
  'Ettadhamoun',
  'solidarité',
  '2000',
);
const name = fc.array(words, { minLength: 1, maxLength: 7 }).map((list) => list.join(' '));
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const organisation = fc.record({
  name,
  nameArabic: maybe(fc.constantFrom('جمعية نور', 'شبكة الشباب', 'رابطة الأمل بقابس')),
  acronym: maybe(fc.constantFrom('ANAO', 'RJM', 'AFEM', 'R.J.M.', 'ADHM')),
  phone: maybe(fc.constantFrom('75 612 209', '+216 75 612 209', '+221338201122')),
  email: maybe(fc.constantFrom('contact@nour.example', 'nour@gmail.com', 'Contact@Nour.example')),
  website: maybe(fc.constantFrom('https://www.nour.example', 'facebook.com/nour')),
  registrationNumber: maybe(fc.constantFrom('0417/2012', '417/2012', '88')),
  country: fc.constantFrom('TN', 'SN'),
  region: maybe(fc.constantFrom('TN-61', 'TN-81')),
  foundedYear: maybe(fc.constantFrom(1999, 2000, 2012)),
});
const person = fc.record({
  fullName: fc
    .array(fc.constantFrom('Aminata', 'Diallo', 'Mohamed', 'Ben', 'Salah', 'محمد', 'صالح'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((list) => list.join(' ')),
  sex: maybe(fc.constantFrom('f', 'm', 'undisclosed')),
  phone: maybe(fc.constantFrom('75 612 209', '+21675612209')),
  email: maybe(fc.constantFrom('a@b.example', 'c@d.example')),
});

const compare = (one: Parameters<typeof organisationProfile>[1], other: typeof one) =>
  compareOrganisations(organisationProfile('a', one), organisationProfile('b', other));

describe('two organisations', () => {
  it('compare the same from either side', () => {
    fc.assert(
      fc.property(organisation, organisation, (one, other) => {
        expect(compare(one, other)).toEqual(compare(other, one));
      }),
      { numRuns: 500 },
    );
  });

  it('are one for certain when everything they say is the same, and never otherwise beyond 100', () => {
    fc.assert(
      fc.property(organisation, organisation, (one, other) => {
        expect(compare(one, { ...one }).score).toBe(100);
        const { score } = compare(one, other);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
      { numRuns: 300 },
    );
  });

  it('compare the same whatever their accents and capitals', () => {
    fc.assert(
      fc.property(organisation, organisation, (one, other) => {
        const shouted = {
          ...other,
          name: other.name
            .normalize('NFD')
            .replace(/[\u0300-\u036f]/g, '')
            .toUpperCase(),
        };
        expect(compare(one, shouted)).toEqual(compare(one, other));
      }),
      { numRuns: 400 },
    );
  });

  it('compare the same whatever the order of the words of a name', () => {
    const bothWithAcronym = fc.tuple(organisation, organisation).map(
      ([one, other]) =>
        [
          { ...one, acronym: 'XYZW' },
          { ...other, acronym: 'XYZW' },
        ] as const,
    );
    fc.assert(
      fc.property(bothWithAcronym, ([one, other]) => {
        const reversed = { ...other, name: other.name.split(' ').reverse().join(' ') };
        expect(compare(one, reversed)).toEqual(compare(one, other));
      }),
      { numRuns: 400 },
    );
  });

  it('are less likely one when their numbers of registration are others', () => {
    fc.assert(
      fc.property(organisation, organisation, (one, other) => {
        const alike = compare(
          { ...one, registrationNumber: null },
          { ...other, registrationNumber: null },
        ).score;
        const unlike = compare(
          { ...one, registrationNumber: '12/2001' },
          { ...other, registrationNumber: '99/2015' },
        ).score;
        expect(unlike).toBeLessThanOrEqual(alike);
      }),
      { numRuns: 300 },
    );
  });
});

describe('two persons', () => {
  it('compare the same from either side, and are one when everything is the same', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        const profile = (id: string, values: typeof one) => personProfile(id, values, 'TN', []);
        const forth = comparePersons(profile('a', one), profile('b', other));
        expect(comparePersons(profile('b', other), profile('a', one))).toEqual(forth);
        expect(comparePersons(profile('a', one), profile('c', one)).score).toBe(100);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the index', () => {
  it('finds what comparing one by one finds, when the score is high', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(organisation, { minLength: 2, maxLength: 25 }), async (values) => {
        const records = values.map((one, place) => ({ id: String(place).padStart(2, '0'), values: one }));
        const index = await indexOfOrganisations(records);
        for (const { id, values: own } of records) {
          const one = organisationProfile(id, own);
          const expected = records
            .filter((record) => record.id !== id)
            .filter(
              (record) =>
                compareOrganisations(one, organisationProfile(record.id, record.values)).score >= 70,
            )
            .map((record) => record.id);
          const found = organisationsLike(index, own, { id, least: 70 }).map((match) => match.id);
          expect([...found].sort()).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});
