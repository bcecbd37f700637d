import { afterEach, describe, expect, it } from 'vitest';
import type { FieldDescription } from '../../../main/core/contract/fields';
import { organisationFields } from '../../../main/core/contract/members/fields';
import { readValue } from '../../../main/core/spreadsheets/values/read-value';
import { type OpenedCase, openedCase } from '../../support/spreadsheets/cases';

/** Codes of lists: the longest label first, and a question where two readings are as good. */

function read(name: string, cell: string, country: string | null = 'SN') {
  const field = organisationFields.fields.find((candidate) => candidate.name === name) as FieldDescription;
  const context = { country, prefix: '', today: '2026-12-01', order: 'day_first', pairs: new Map() } as const;
  return readValue(cell, field, context);
}

describe('Several themes in one cell', () => {
  it.each([
    ['Accueil, assistance et orientation, Genre', ['reception_orientation', 'gender']],
    ['Genre, Accueil, assistance et orientation', ['gender', 'reception_orientation']],
    ['Accueil, assistance et orientation', ['reception_orientation']],
    ['Acceuil, assistance et orientation', ['reception_orientation']],
    ['Formation, insertion et intégration économique, Enfants', ['economic_integration', 'children']],
    ['Droit et protection et genre', ['rights_protection', 'gender']],
    ['الاستقبال والمساعدة والتوجيه، الحقوق والحماية', ['reception_orientation', 'rights_protection']],
    [
      'Reception, assistance and orientation; Education and health',
      ['reception_orientation', 'education_health'],
    ],
    ['rights_protection children', ['rights_protection', 'children']],
    ['- Genre\n- Enfants', ['gender', 'children']],
  ])('%s', (typed, codes) => {
    expect(read('themes', typed)).toMatchObject({ value: codes });
  });

  it('say what no label answers to', () => {
    expect(read('themes', 'Genre, pêche artisanale')).toMatchObject({
      value: ['gender'],
      rest: 'pêche artisanale',
    });
  });
});

describe('Several regions in one cell', () => {
  it.each([
    ['Nord, Ouest', ['CM-NO', 'CM-OU']],
    ['Nord/Ouest', ['CM-NO', 'CM-OU']],
    ['Nord et Ouest', ['CM-NO', 'CM-OU']],
    ['Nord\nOuest', ['CM-NO', 'CM-OU']],
    ['Sud et Ouest', ['CM-SU', 'CM-OU']],
    ['Nord - Ouest - Centre', ['CM-NO', 'CM-OU', 'CM-CE']],
    ['Nord-Ouest', ['CM-NW']],
    ['Nord-Ouest, Sud', ['CM-NW', 'CM-SU']],
    ['Nord Ouest', ['CM-NW']],
  ])('of Cameroon: %j', (typed, codes) => {
    expect(read('regions', typed, 'CM')).toMatchObject({ value: codes });
  });

  it('that can be read two ways are asked about', () => {
    expect(read('regions', 'Nord - Ouest', 'CM')).toMatchObject({
      how: 'unread',
      why: { code: 'choice_two_ways', params: { one: 'Nord-Ouest', other: 'Nord, Ouest' } },
    });
    expect(read('region', 'Nord, Ouest', 'CM')).toMatchObject({ how: 'unread' });
  });
});

describe('A file of answers', () => {
  let opened: OpenedCase;
  afterEach(() => opened.throwAway());

  it('of a form with several choices in a cell', async () => {
    opened = await openedCase('h06-form-answers.csv');
    expect([0, 1].map((row) => opened.value(row, 'themes'))).toEqual([
      ['reception_orientation', 'gender'],
      ['economic_integration', 'children'],
    ]);
  });

  it('of Cameroon with several regions in a cell', async () => {
    opened = await openedCase('h07-regions-cameroon.csv', 'CM');
    const [alpha, beta, gamma, delta, epsilon] = [0, 1, 2, 3, 4].map((row) => opened.value(row, 'regions'));
    expect(alpha).toEqual(['CM-NO', 'CM-OU']);
    expect(beta).toEqual(['CM-SU', 'CM-OU']);
    expect(gamma).toEqual(['CM-NO', 'CM-OU', 'CM-CE']);
    expect(delta).toEqual(gamma);
    expect(epsilon).toEqual(alpha);
  });
});

it('a cell as long as a book names no codes, at once', () => {
  expect(read('themes', 'Genre, '.repeat(9_000))).toMatchObject({ how: 'unread', why: { code: 'too_long' } });
});
