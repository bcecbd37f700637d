import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { codes, recordColumns } from './columns';

/** The register. Columns are those of `main/core/contract/members/fields.ts`; a test holds one against the other. */
export const organisations = sqliteTable(
  'organisations',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    /** Folded name for sorting (accents, case). */
    sortKey: text('sort_key').notNull(),
    nameArabic: text('name_arabic'),
    acronym: text('acronym'),
    type: text('type'),
    foundedYear: integer('founded_year'),
    mission: text('mission'),
    legalStatus: text('legal_status'),
    registrationNumber: text('registration_number'),
    registrationDate: text('registration_date'),
    phone: text('phone'),
    email: text('email'),
    website: text('website'),
    address: text('address'),
    contactLanguage: text('contact_language'),
    country: text('country').notNull(),
    region: text('region'),
    locality: text('locality'),
    regions: codes('regions'),
    scale: text('scale'),
    themes: codes('themes'),
    publics: codes('publics'),
    staffBand: text('staff_band'),
    volunteersCount: integer('volunteers_count'),
    membersWomen: integer('members_women'),
    membersMen: integer('members_men'),
    budgetBracket: text('budget_bracket'),
    status: text('status').notNull(),
    publicationConsent: integer('publication_consent', { mode: 'boolean' }),
    surveyMethod: text('survey_method'),
    surveyDate: text('survey_date'),
    verifiedOn: text('verified_on'),
    notes: text('notes'),
    /** Share of expected fields filled, 0–100, kept for lists and filters. */
    completeness: integer('completeness').notNull(),
  },
  (table) => [
    index('organisations_sort').on(table.deletedAt, table.sortKey, table.id),
    index('organisations_committee').on(table.committee),
  ],
);

export const persons = sqliteTable(
  'persons',
  {
    ...recordColumns(),
    fullName: text('full_name').notNull(),
    sortKey: text('sort_key').notNull(),
    nameArabic: text('name_arabic'),
    civility: text('civility'),
    sex: text('sex'),
    ageBand: text('age_band'),
    phone: text('phone'),
    email: text('email'),
    language: text('language'),
    preferredContact: text('preferred_contact'),
    confidential: integer('confidential', { mode: 'boolean' }),
    notes: text('notes'),
  },
  (table) => [
    index('persons_sort').on(table.deletedAt, table.sortKey, table.id),
    index('persons_committee').on(table.committee),
  ],
);

export const affiliations = sqliteTable(
  'affiliations',
  {
    ...recordColumns(),
    person: text('person')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    organisation: text('organisation')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    role: text('role'),
    isMainContact: integer('is_main_contact', { mode: 'boolean' }),
    since: text('since'),
    until: text('until'),
  },
  (table) => [
    index('affiliations_person').on(table.person),
    index('affiliations_organisation').on(table.organisation),
  ],
);

export const needs = sqliteTable(
  'needs',
  {
    ...recordColumns(),
    organisation: text('organisation')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    domain: text('domain').notNull(),
    level: integer('level').notNull(),
    targetLevel: integer('target_level'),
    priority: integer('priority'),
    source: text('source'),
    assessedOn: text('assessed_on'),
  },
  (table) => [index('needs_organisation').on(table.organisation)],
);

export const consents = sqliteTable(
  'consents',
  {
    ...recordColumns(),
    person: text('person')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    purpose: text('purpose').notNull(),
    givenOn: text('given_on').notNull(),
    manner: text('manner').notNull(),
    expiresOn: text('expires_on'),
    withdrawnOn: text('withdrawn_on'),
    proof: text('proof'),
  },
  (table) => [index('consents_person').on(table.person)],
);
