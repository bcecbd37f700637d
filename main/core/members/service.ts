import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import {
  affiliations,
  consents,
  needs,
  organisationLinks,
  organisations,
  persons,
  statusPeriods,
} from '../../../db/schema';
import { meantId } from '../changes/aliases';
import { readRecord } from '../changes/log';
import { DomainError } from '../contract/errors';
import { organisationFields } from '../contract/members/fields';
import type {
  ListRequest,
  memberOperations,
  OrganisationSheet,
  PersonRow,
  PersonSheet,
} from '../contract/members/operations';
import type { Language } from '../contract/values';
import { todayOf } from '../environment';
import type { Handlers } from '../handler';
import { labelOf } from '../programme/pack';
import { ownWordsExpression, searchExpression } from '../search/expression';
import { countMatches, listPage } from '../search/list-query';
import type { ListReader } from '../search/list-source';
import { listSourceOf, readerOf } from '../search/scope';
import type { OpenWorkspace } from '../session';
import { committeeSheetOf, handOverFocalPoint, saveCommittee } from './committee';
import { memberEntities } from './entities';
import { erasePerson } from './erasing';
import { mapOf, mappedIn } from './map';
import { noteReviewed, notesNaming, notesToReview } from './notes-naming';
import { affiliationsOn, organisationRows, purposesOf, rowView, viewOf } from './rows';
import { aYearBefore, completenessOf, runsOn, validPurposes, verificationOf, whatLeaves } from './rules';

/** The cartography of the country, for what leaves as a spreadsheet or as a document. */
export { needsMatrix } from './cartography/country';
export { gapsOf, strengthsOf, unmetIn, urgentIn } from './cartography/matrix';
export { type CountryPicture, pictureOf } from './cartography/restitution';
export { type PersonWithOrganisations, personsOf } from './consents';
/** The search for doubles, for the areas that bring records in (spreadsheets). */
export { indexOfOrganisations, type OrganisationIndex, organisationsLike } from './duplicates/search';
export { type Invitation, invitationOf } from './invitation';
export { type Audience, mayBeNamed, mayStand, mayStandOnPaper, standsInDirectory } from './publication';
export { organisationsShown, purposesOf, type ShownOrganisation, viewOf } from './rows';
export { levelInForceOf } from './rules';
export { type Contact, contactsOn, organisationsIn } from './scope';
export { beginDueStatuses } from './statuses';

export const memberHandlers: Handlers<typeof memberOperations> = {
  'members.list': (context, request) => {
    const workspace = context.workspace();
    const page = listPage(readerOf(context), listSourceOf(workspace, 'organisations'), request);
    return { total: page.total, rows: organisationRows(workspace, page.rows) };
  },
  'members.counts': (context) => countsOf(context.workspace(), readerOf(context)),
  'members.sheet': (context, { id }) => sheetOf(context.workspace(), id, todayOf(context.environment)),
  'members.persons': (context, request) => {
    const workspace = context.workspace();
    const page = listPage(readerOf(context), listSourceOf(workspace, 'persons'), request);
    return { total: page.total, rows: personRows(workspace, page.rows, todayOf(workspace.environment)) };
  },
  'members.personSheet': (context, { id }) =>
    personSheetOf(context.workspace(), id, todayOf(context.environment)),
  'members.map': (context, wanted) => mapOf(context.workspace(), wanted, todayOf(context.environment)),
  'members.mapped': (context, wanted) => ({
    ids: mappedIn(context.workspace(), wanted, todayOf(context.environment)),
  }),
  'members.committee': (context) => {
    const workspace = context.workspaceOf('committee');
    return committeeSheetOf(workspace, todayOf(workspace.environment));
  },
  'members.saveCommittee': (context, { values }) => ({
    id: saveCommittee(context.workspaceOf('committee'), values),
  }),
  'members.handOverFocalPoint': (context, wanted) => {
    const workspace = context.workspaceOf('committee');
    for (const [entity, id] of [
      ['organisations', wanted.organisation],
      ['persons', wanted.person],
    ] as const) {
      if (readRecord(workspace.database, memberEntities[entity], entity, id).deletedAt !== null) {
        throw new DomainError('record_missing', { entity, id });
      }
    }
    return { seat: handOverFocalPoint(workspace, wanted) };
  },
  'members.erasePerson': (context, { id, manner, confirmation }) => {
    erasePerson(context.workspaceOf('committee'), id, manner, confirmation);
    return {};
  },
  'members.notesNaming': (context, { id }) => [...notesNaming(context.workspaceOf('committee'), id)],
  'members.notesToReview': (context) => [...notesToReview(context.workspaceOf('committee'))],
  'members.noteReviewed': (context, place) => {
    noteReviewed(context.workspaceOf('committee'), place);
    return {};
  },
  'members.find': (context, { text, limit }) => find(context.workspace(), text, limit, context.language()),
};

function personRows(
  workspace: OpenWorkspace,
  rows: readonly Readonly<Record<string, unknown>>[],
  today: string,
): PersonRow[] {
  const ids = rows.map((row) => String(row.id));
  const links = workspace.database
    .select({
      id: affiliations.id,
      person: affiliations.person,
      organisation: affiliations.organisation,
      organisationName: organisations.name,
      role: affiliations.role,
    })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisation))
    .where(and(inArray(affiliations.person, ids), affiliationsOn(today)))
    .all();
  const purposes = purposesOf(workspace, ids, today);
  return rows.map((row) => ({
    ...rowView(memberEntities.persons, row),
    affiliations: links
      .filter((link) => link.person === row.id)
      .map(({ id, organisation, organisationName, role }) => ({ id, organisation, organisationName, role })),
    consents: [...(purposes.get(String(row.id)) ?? [])],
  }));
}

/** The persons who agree to one purpose on the day, whoever they are: no list of ids, which SQLite would bound. */
function personsAgreeing(
  workspace: Pick<OpenWorkspace, 'database'>,
  purpose: string,
  day: string,
): ReadonlySet<string> {
  const { person, givenOn, expiresOn, withdrawnOn } = consents;
  const given = workspace.database
    .select({ person, purpose: consents.purpose, givenOn, expiresOn, withdrawnOn })
    .from(consents)
    .where(and(eq(consents.purpose, purpose), isNull(consents.deletedAt)))
    .all();
  return new Set(
    given.filter((consent) => validPurposes([consent], day).length > 0).map((one) => one.person),
  );
}

function countsOf(workspace: OpenWorkspace, reader: ListReader) {
  const { database, today } = reader;
  const all: Pick<ListRequest, 'search' | 'filters' | 'trashed'> = {
    search: '',
    filters: [],
    trashed: 'without',
  };
  const living = database.select({ id: persons.id }).from(persons).where(isNull(persons.deletedAt)).all();
  const agreeing = personsAgreeing(workspace, 'region', today);
  return {
    ...organisationCounts(workspace, today),
    persons: living.length,
    trashedOrganisations: countMatches(reader, listSourceOf(workspace, 'organisations'), {
      ...all,
      trashed: 'only',
    }),
    trashedPersons: countMatches(reader, listSourceOf(workspace, 'persons'), { ...all, trashed: 'only' }),
    withoutRegionConsent: living.filter((person) => !agreeing.has(person.id)).length,
  };
}

/**
 * Counts of the views of the list, in one pass over the index that holds just what they ask for: a pass over the table
 * itself deciphers all of it.
 */
function organisationCounts({ database }: OpenWorkspace, today: string) {
  const { status, verifiedOn, completeness, deletedAt } = organisations;
  const counted = (condition: SQL) => sql<number>`count(*) FILTER (WHERE ${condition})`;
  const counts = database
    .select({
      organisations: sql<number>`count(*)`,
      committeeMembers: counted(sql`${status} = 'member'`),
      notVerified: counted(sql`${verifiedOn} IS NULL OR ${verifiedOn} < ${aYearBefore(today)}`),
      incomplete: counted(sql`${completeness} < 100`),
    })
    .from(organisations)
    .where(isNull(deletedAt))
    .get();
  return counts ?? { organisations: 0, committeeMembers: 0, notVerified: 0, incomplete: 0 };
}

/** The contacts of a sheet who work there on a day; the sheet itself shows the former ones too. */
export function contactsOfSheetOn(sheet: OrganisationSheet, day: string): OrganisationSheet['contacts'] {
  const dayOf = (value: unknown) => (typeof value === 'string' ? value : null);
  return sheet.contacts.filter(({ affiliation: { values } }) =>
    runsOn({ since: dayOf(values.since), until: dayOf(values.until) }, day),
  );
}

/** Everything that the sheet of an organisation shows. Throws record_missing. */
export function sheetOf(workspace: OpenWorkspace, id: string, today: string): OrganisationSheet {
  const { database } = workspace;
  const organisation = readRecord(database, memberEntities.organisations, 'organisations', id);
  const contacts = database
    .select()
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.person))
    .where(and(eq(affiliations.organisation, id), isNull(affiliations.deletedAt), isNull(persons.deletedAt)))
    .orderBy(sql`coalesce(${affiliations.isMainContact}, 0) DESC`, persons.sortKey)
    .all();
  const purposes = purposesOf(
    workspace,
    contacts.map((contact) => contact.persons.id),
    today,
  );
  const known = database
    .select()
    .from(needs)
    .where(and(eq(needs.organisation, id), isNull(needs.deletedAt)))
    .orderBy(sql`coalesce(${needs.priority}, 99)`, sql`${needs.level} DESC`, needs.id)
    .all();
  const verifiedOn = organisation.values.verifiedOn;
  return {
    organisation: viewOf(organisation),
    mergedInto: mergedIntoOf(workspace, 'organisations', id),
    completeness: completenessOf(
      organisationFields,
      organisation.values,
      workspace.role === 'coordination' ? 'received' : 'own',
    ),
    needs: known.map((need) => rowView(memberEntities.needs, need)),
    contacts: contacts.map((contact) => ({
      affiliation: rowView(memberEntities.affiliations, contact.affiliations),
      person: rowView(memberEntities.persons, contact.persons),
      consents: [...(purposes.get(contact.persons.id) ?? [])],
    })),
    statusPeriods: database
      .select()
      .from(statusPeriods)
      .where(and(eq(statusPeriods.organisation, id), isNull(statusPeriods.deletedAt)))
      .orderBy(desc(statusPeriods.since), desc(statusPeriods.id))
      .all()
      .map((period) => rowView(memberEntities.statusPeriods, period)),
    links: [...linksOf(workspace, id, 'from'), ...linksOf(workspace, id, 'to')],
    ...verificationOf(typeof verifiedOn === 'string' ? verifiedOn : null, today),
  };
}

/** Links of an organisation as subject (`from`) or object (`to`); the other end is not in the trash. */
function linksOf(
  { database }: OpenWorkspace,
  id: string,
  direction: 'from' | 'to',
): OrganisationSheet['links'] {
  const [own, far] =
    direction === 'from'
      ? [organisationLinks.organisation, organisationLinks.other]
      : [organisationLinks.other, organisationLinks.organisation];
  return database
    .select()
    .from(organisationLinks)
    .innerJoin(organisations, eq(organisations.id, far))
    .where(and(eq(own, id), isNull(organisationLinks.deletedAt), isNull(organisations.deletedAt)))
    .orderBy(organisationLinks.kind, organisations.sortKey)
    .all()
    .map(({ organisation_links: link, organisations: other }) => ({
      link: rowView(memberEntities.organisationLinks, link),
      direction,
      other: { id: other.id, name: other.name, acronym: other.acronym },
    }));
}

/** The record that another was merged into; null for one that stands for itself. */
function mergedIntoOf(workspace: OpenWorkspace, entity: 'organisations' | 'persons', id: string) {
  const meant = meantId(workspace.database, id);
  if (meant === id) return null;
  const rules = memberEntities[entity];
  const { values } = readRecord(workspace.database, rules, entity, meant);
  return { id: meant, title: String(values[rules.description.title] ?? '') };
}

function personSheetOf(workspace: OpenWorkspace, id: string, today: string): PersonSheet {
  const { database } = workspace;
  const person = readRecord(database, memberEntities.persons, 'persons', id);
  const links = database
    .select()
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisation))
    .where(and(eq(affiliations.person, id), isNull(affiliations.deletedAt)))
    .all();
  const given = database
    .select()
    .from(consents)
    .where(and(eq(consents.person, id), isNull(consents.deletedAt)))
    .orderBy(sql`${consents.givenOn} DESC`)
    .all();
  return {
    person: viewOf(person),
    mergedInto: mergedIntoOf(workspace, 'persons', id),
    affiliations: links.map((link) => ({
      affiliation: rowView(memberEntities.affiliations, link.affiliations),
      organisationName: link.organisations.name,
    })),
    consents: given.map((consent) => rowView(memberEntities.consents, consent)),
    leaves: whatLeaves(person.values.confidential ?? null, validPurposes(given, today)),
  };
}

/** Records by the words typed: those called so first, the likeliest before; then those of which a code is called so. */
function find(workspace: OpenWorkspace, text: string, limit: number, language: Language) {
  const [all, own] = [searchExpression(text), ownWordsExpression(text)];
  if (all === null) return [];
  const matching = (expression: string | null, order: string) =>
    workspace.database.$client
      .prepare(
        `SELECT r.entity AS entity, r.record AS record FROM search_index i JOIN search_rows r ON r.row_id = i.rowid
         WHERE i.search_index MATCH ? ${order} LIMIT ?`,
      )
      .all(expression, limit) as { entity: 'organisations' | 'persons'; record: string }[];
  const called = matching(own, 'ORDER BY i.rank');
  const known = new Set(called.map(({ record }) => record));
  const coded = called.length < limit ? matching(all, '').filter(({ record }) => !known.has(record)) : [];
  const hits = [...called, ...coded].slice(0, limit);
  return hits.map(({ entity, record }) => {
    const { values } = readRecord(workspace.database, memberEntities[entity], entity, record);
    const title = String(values[memberEntities[entity].description.title] ?? '');
    const region = typeof values.region === 'string' ? labelOf('regions', values.region, language) : null;
    const hint = entity === 'organisations' ? [values.acronym, region] : [values.nameArabic];
    return { entity, id: record, title, hint: hint.filter((part) => part !== null).join(' · ') };
  });
}
