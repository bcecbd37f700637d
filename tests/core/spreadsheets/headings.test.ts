import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { organisationFields } from '../../../main/core/contract/members/fields';
import { findHeadings, headingsOf } from '../../../main/core/spreadsheets/understanding/headings';
import { headingSetKey, proposeColumns } from '../../../main/core/spreadsheets/understanding/mapping';
import { guessOf } from '../../../main/core/spreadsheets/understanding/targets';

describe('A heading', () => {
  it.each([
    ['Dénomination', 'name'],
    ['NOM DE L’ASSOCIATION', 'name'],
    ['Nom et prénom du responsable', 'notes'],
    ['Organisation name', 'name'],
    ['latin_name', 'name'],
    ['اسم الجمعية', 'name'],
    ['Sigle / Acronyme', 'acronym'],
    ['N° Tél.', 'phone'],
    ['Téléphone (siège)', 'phone'],
    ['numero accord', 'registrationNumber'],
    ['Date du récépissé', 'registrationDate'],
    ['Date creation', 'foundedYear'],
    ['Zones d’intervention', 'regions'],
    ['Domaines intervention', 'themes'],
    ['E-Mail', 'email'],
    ['Adresse physique', 'address'],
    ['Gouv.', 'region'],
    ['الهاتف', 'phone'],
  ])('%s stands over %s', (heading, target) => {
    expect(guessOf(heading)?.target).toBe(target);
  });

  it.each(['N°', 'ngo_id', 'Motif du refus', 'Case postale numérique', 'ALDR', '71 845 220'])(
    '%s stands over nothing known',
    (heading) => {
      expect(guessOf(heading)).toBeNull();
    },
  );

  it.each(['fr', 'en', 'ar'])(
    'as the label of a field in the application is always known in %s',
    (language) => {
      const texts = JSON.parse(readFileSync(`resources/locales/${language}/members.json`, 'utf8'));
      const labels: Readonly<Record<string, string>> = texts.fields.organisations;
      const names = organisationFields.fields.map(({ name }) => name);
      const { columns } = proposeColumns(
        names.map((name) => labels[name] ?? ''),
        null,
      );
      expect(columns.map(({ target }) => target)).toEqual(names);
    },
  );

  it.each([
    ['Source de financement', 'funders'],
    ['Relations de confiance', null],
    ['Source du fichier', null],
    ['N° WhatsApp', 'whatsapp'],
    ['Tél. 2', 'otherPhone'],
    ['Réseaux sociaux', 'socialMedia'],
    ['Difficultés rencontrées', 'challenges'],
  ])('%s, of a list, stands over %s', (heading, target) => {
    expect(guessOf(heading)?.target ?? null).toBe(target);
  });
});

describe('The headings of a sheet', () => {
  const table = (rows: (string | number | null)[][], merges: [number, number, number, number][] = []) => ({
    name: '',
    state: 'visible' as const,
    rows,
    merges,
  });

  it('are found under titles and a numbering', () => {
    const sheet = table([
      ['Ministère'],
      [],
      ['Liste des associations', null],
      ['Nom', 'Tél'],
      ['Association Un', '71'],
    ]);
    expect(findHeadings(sheet)).toEqual({ from: 3, to: 3 });
  });

  it('over two rows are read together', () => {
    const sheet = table(
      [
        ['Identité', null, 'Membres', null],
        ['Nom', 'Sigle', 'Femmes', 'Hommes'],
        ['Association Un', 'AU', 3, 4],
      ],
      [[0, 2, 0, 3]],
    );
    const rows = findHeadings(sheet);
    expect(rows && proposeColumns(headingsOf(sheet, rows), null).columns.map(({ target }) => target)).toEqual(
      ['name', 'acronym', 'membersWomen', 'membersMen'],
    );
  });

  it('are the same set in any order of the columns', () => {
    expect(headingSetKey(['Nom', 'Tél.'])).toBe(headingSetKey(['TEL', 'nom']));
    expect(headingSetKey(['Nom', 'Tél.'])).not.toBe(headingSetKey(['Nom', 'Ville']));
  });
});
