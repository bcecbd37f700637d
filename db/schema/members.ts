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
    otherName: text('other_name'),
    type: text('type'),
    foundedYear: integer('founded_year'),
    mission: text('mission'),
    actions: text('actions'),
    legalStatus: text('legal_status'),
    registrationNumber: text('registration_number'),
    registrationDate: text('registration_date'),
    phone: text('phone'),
    otherPhone: text('other_phone'),
    whatsapp: text('whatsapp'),
    email: text('email'),
    website: text('website'),
    socialMedia: text('social_media'),
    address: text('address'),
    contactLanguage: text('contact_language'),
    country: text('country').notNull(),
    region: text('region'),
    locality: text('locality'),
    regions: codes('regions'),
    localities: text('localities'),
    scale: text('scale'),
    latitude: text('latitude'),
    longitude: text('longitude'),
    themes: codes('themes'),
    publics: codes('publics'),
    staffBand: text('staff_band'),
    staffWomen: integer('staff_women'),
    staffMen: integer('staff_men'),
    volunteersCount: integer('volunteers_count'),
    membersWomen: integer('members_women'),
    membersMen: integer('members_men'),
    membersBand: text('members_band'),
    budgetBracket: text('budget_bracket'),
    funders: text('funders'),
    networks: text('networks'),
    dialogueLevels: codes('dialogue_levels'),
    dialogueQuality: text('dialogue_quality'),
    partnershipKind: text('partnership_kind'),
    authorityRelations: text('authority_relations'),
    dialogueExperience: text('dialogue_experience'),
    skillsOffered: codes('skills_offered'),
    skillsNotes: text('skills_notes'),
    challenges: text('challenges'),
    status: text('status').notNull(),
    publicationConsent: integer('publication_consent', { mode: 'boolean' }),
    surveyMethod: text('survey_method'),
    surveyDate: text('survey_date'),
    surveyor: text('surveyor'),
    surveySheet: text('survey_sheet'),
    surveySource: text('survey_source'),
    surveyReliability: text('survey_reliability'),
    verifiedOn: text('verified_on'),
    notes: text('notes'),
    /** Free labels of this workspace. */
    labels: codes('labels'),
    /** Share of expected fields filled, 0–100, kept for lists and filters. */
    completeness: integer('completeness').notNull(),
  },
  (table) => [
    index('organisations_sort').on(table.deletedAt, table.sortKey, table.id),
    index('organisations_committee').on(table.committee),
    // Holds all that the counts of the views ask for: they are asked after every change.
    index('organisations_counted').on(table.deletedAt, table.status, table.verifiedOn, table.completeness),
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
    /** Free labels of this workspace. */
    labels: codes('labels'),
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
    reassessedLevel: integer('reassessed_level'),
    reassessedOn: text('reassessed_on'),
    notes: text('notes'),
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

/** Statuses of an organisation in the programme, each from its day on; the sheet's own is the newest that has begun. */
export const statusPeriods = sqliteTable(
  'status_periods',
  {
    ...recordColumns(),
    organisation: text('organisation')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    status: text('status').notNull(),
    since: text('since').notNull(),
    reason: text('reason'),
  },
  (table) => [index('status_periods_organisation').on(table.organisation, table.since)],
);

/** Dated links between organisations: member of, section of, heads, represents. */
export const organisationLinks = sqliteTable(
  'organisation_links',
  {
    ...recordColumns(),
    organisation: text('organisation')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    other: text('other')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    since: text('since'),
    until: text('until'),
  },
  (table) => [
    index('organisation_links_organisation').on(table.organisation),
    index('organisation_links_other').on(table.other),
  ],
);

/** Seats of the committee and their mandates. */
export const seats = sqliteTable(
  'seats',
  {
    ...recordColumns(),
    organisation: text('organisation')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    fullMember: text('full_member').references(() => persons.id, { onDelete: 'set null' }),
    alternate: text('alternate').references(() => persons.id, { onDelete: 'set null' }),
    role: text('role').notNull(),
    since: text('since').notNull(),
    until: text('until'),
    designation: text('designation'),
    endReason: text('end_reason'),
  },
  (table) => [index('seats_organisation').on(table.organisation)],
);

/** The committee itself; its id is made from its code, so that two laptops agree on it (decision 0004). */
export const committees = sqliteTable('committees', {
  ...recordColumns(),
  installedOn: text('installed_on'),
  quorumPercent: integer('quorum_percent'),
  meetingFrequency: text('meeting_frequency'),
  priorityThemes: codes('priority_themes'),
  priorityThemesReason: text('priority_themes_reason'),
  termsOfReference: text('terms_of_reference'),
});
