import { describe, expect, it } from 'vitest';
import { proposeColumns } from '../../../main/core/spreadsheets/understanding/mapping';
import { guessOf } from '../../../main/core/spreadsheets/understanding/targets';

const targetsOf = (headings: readonly string[]) =>
  proposeColumns(headings, null).columns.map(({ target }) => target);
const targetOf = (heading: string) => guessOf(heading)?.target ?? null;

describe('The name of something', () => {
  it.each([
    ['Nom de l’organisation'],
    ['Nom organization'],
    ['NOM DE L’ASSOCIATION'],
    ['Name of the organisation'],
    ['Quel est le nom de votre organisation ?'],
    ['Implementing Partner Name'],
    ['Implementing Partner'],
    ['Partenaires de mise en œuvre'],
    ['Nom de l’ONG partenaire'],
    ['Nom (français)'],
    ['Nom et sigle'],
    ['اسم المنظمة'],
  ])('is the organisation’s own where it is said to be: %s', (heading) => {
    expect(targetOf(heading)).toBe('name');
  });

  it.each([
    ['Nom du village', 'locality'],
    ['Village Name', 'locality'],
    ['Nom de la commune', 'locality'],
    ['Nom du bailleur', 'funders'],
    ['Donor Name', 'funders'],
    ['NOM ACTIVITE / PROJET2', 'actions'],
    ['Contact name', 'notes'],
    ['Nom du contact', 'notes'],
    ['Country Name', 'country'],
  ])('belongs to what is named: %s → %s', (heading, target) => {
    expect(targetOf(heading)).toBe(target);
  });

  it.each([
    'Nom du projet',
    'Titre du projet',
    'Site name',
    'Nom du site',
    'Nom de l’école',
    'Nom d’utilisateur',
    'Intitulé du poste',
    'اسم المشروع',
  ])('is no field’s where the register has none: %s', (heading) => {
    expect(guessOf(heading)).toBeNull();
  });
});

describe('What a heading counts, dates or classes', () => {
  it.each([
    'activity_count',
    'updated_at',
    'created_at',
    'updated_by',
    'ID_Acteur',
    'Organization ID',
    'TYPE PROJET (Choisir dans la liste)',
    'Type d’activité',
    'Statut du projet',
    'Project status',
    'Donor Acronym',
    'Adresse du bailleur',
    'Région du projet',
    'Date de création du projet',
    'Sites',
  ])('may be of something else than an organisation: %s', (heading) => {
    expect(guessOf(heading)).toBeNull();
  });

  it.each([
    ['Implementing Partner Acronym', 'acronym'],
    ['Implementing Partner Type', 'type'],
    ['Organisation phone', 'phone'],
    ['Zone d’activité', 'regions'],
    ['Secteur d’activité', 'themes'],
    ['Activités principales', 'actions'],
    ['Budget total', 'budgetBracket'],
  ])('is the organisation’s in %s', (heading, target) => {
    expect(targetOf(heading)).toBe(target);
  });
});

describe('Plurals and articles', () => {
  it.each([
    ['Régions', 'regions'],
    ['Les régions', 'regions'],
    ['Région(s)', 'regions'],
    ['Région', 'region'],
    ['Sigles', 'acronym'],
    ['Sites web', 'website'],
    ['Adresses', 'address'],
    ['L’adresse', 'address'],
    ['Vos réseaux', 'networks'],
  ])('%s stand over %s', (heading, target) => {
    expect(targetOf(heading)).toBe(target);
  });
});

describe('The headings of a survey tool', () => {
  it.each([
    ['A1. Nom de l’organisation', 'name'],
    ['Q3) Téléphone', 'phone'],
    ['1.2 - Sigle', 'acronym'],
    ['[Q1] Nom de l’association', 'name'],
    ['G01Q02. Nom de l’association', 'name'],
    ['identification/nom_org', 'name'],
    ['groupe/sous-groupe/telephone', 'phone'],
    ['A. Identification/A1. Nom de l’organisation', 'name'],
    ['_GPS du siège_latitude', 'latitude'],
    ['_GPS du siège_longitude', 'longitude'],
    ['siege-Latitude', 'latitude'],
    ['1. Quelle est votre adresse e-mail ?', 'email'],
    ['Please enter your phone number', 'phone'],
    ['Adresse de messagerie', 'email'],
    ['Tél/Fax', 'phone'],
    ['N° de fiche papier', 'surveySheet'],
  ])('%s stands over %s', (heading, target) => {
    expect(targetOf(heading)).toBe(target);
  });

  it.each(['start', 'end', '_id', '_uuid', '_submission_time', '_GPS du siège_altitude', 'Horodateur'])(
    '%s is its own',
    (heading) => {
      expect(guessOf(heading)).toBeNull();
    },
  );

  it('hold one choice each, beside a column of all that repeats them', () => {
    expect(targetsOf(['Nom', 'B1. Thèmes', 'B1. Thèmes/Genre', 'B1. Thèmes/Enfants'])).toEqual([
      'name',
      null,
      'themes:gender',
      'themes:children',
    ]);
    expect(targetsOf(['Nom', 'themes/genre', 'Thèmes [Enfants]', 'Publics cibles : Femmes'])).toEqual([
      'name',
      'themes:gender',
      'themes:children',
      'publics:women',
    ]);
  });

  it('keep the column of all where one of its choices is unknown', () => {
    expect(targetsOf(['Nom', 'Thèmes', 'Thèmes/Genre', 'Thèmes/Cuisine'])).toContain('themes');
  });

  it('name the organisation more surely than the bare name of who answered', () => {
    expect(targetsOf(['ID', 'Heure de début', 'Nom', 'Nom de l’organisation'])).toEqual([
      null,
      null,
      'notes',
      'name',
    ]);
  });
});

describe('A heading of any length', () => {
  it('is read by its first 300 signs', () => {
    expect(targetOf(`Nom${' '.repeat(400)}du village`)).toBe('name');
    expect(targetOf(`Nom${' '.repeat(200)}du village`)).toBe('locality');
  });
});
