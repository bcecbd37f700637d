import { and, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { affiliations, attachments, consents, organisations, persons } from '../../../db/schema';
import { recordCreator } from '../changes/bulk';
import { parseFieldValues } from '../changes/field-values';
import { type Gesture, write } from '../changes/gesture';
import { readRecord, recordOfRow, type StoredRecord, updateRecord } from '../changes/log';
import { DomainError } from '../contract/errors';
import {
  type ConsentRow,
  type ConsentState,
  type consentOperations,
  consentStateSchema,
} from '../contract/members/consent-operations';
import { consentFields } from '../contract/members/fields';
import type { Filter, ListRequest } from '../contract/members/operations';
import type { Input } from '../contract/operations';
import { todayOf } from '../environment';
import type { Handlers } from '../handler';
import { codesOfList, referencePack } from '../programme/pack';
import { listPage } from '../search/list-query';
import type { ListSource } from '../search/list-source';
import { readerOf } from '../search/scope';
import type { CallContext, OpenWorkspace } from '../session';
import { consentStateOn, type GivenConsent, withdrawalAfter } from './consent-states';
import { memberEntities } from './entities';
import { affiliationsOn, viewOf } from './rows';
import { isValidOn } from './rules';

/** A person as a document names them. */
export interface PersonWithOrganisations {
  readonly person: StoredRecord;
  readonly organisations: readonly string[];
}

const purposes = referencePack.lists.consentPurposes.map(({ code }) => code);
/** Worst first: the order in which a column of states is sorted. */
const urgency: readonly ConsentState[] = consentStateSchema.options;
const everyRow = Number.MAX_SAFE_INTEGER;

const source: ListSource = {
  description: memberEntities.persons.description,
  table: persons,
  extraColumns: [],
  sortTitleBy: 'sortKey',
};

export const consentHandlers: Handlers<typeof consentOperations> = {
  'consents.list': listOf,
  'consents.counts': (context) => {
    const rows = standings(context, { search: '', sort: byName });
    const byState = Object.fromEntries(
      urgency.map((state) => [state, rows.filter((row) => matches(row, 'any', [state])).length]),
    ) as Record<ConsentState, number>;
    return { persons: rows.length, byState };
  },
  'consents.record': (context, wanted) => ({ recorded: recordAnswers(context, wanted) }),
};

const byName: ListRequest['sort'] = { field: 'fullName', direction: 'ascending' };

interface Standing {
  readonly record: StoredRecord;
  readonly states: ConsentRow['states'];
}

function listOf(context: CallContext, request: ListRequest) {
  const workspace = context.workspaceOf('committee');
  const rows = inOrder(context, request).filter((row) =>
    request.filters.every((filter) => obeys(row, filter)),
  );
  const page = rows.slice(request.offset, request.offset + request.limit);
  const names = organisationNames(
    workspace,
    page.map(({ record }) => record.id),
  );
  return {
    total: rows.length,
    rows: page.map(({ record, states }) => ({
      ...viewOf(record),
      organisations: [...(names.get(record.id) ?? [])],
      states,
    })),
  };
}

type Term = Pick<ListRequest['sort'], 'field' | 'direction'>;

/** Everybody in the order asked for: by fields as every list, by purposes with the most urgent state first. */
function inOrder(context: CallContext, { search, sort }: Pick<ListRequest, 'search' | 'sort'>): Standing[] {
  const { second, ...first } = sort;
  const terms: readonly Term[] = second === undefined ? [first] : [first, second];
  const byFields = terms.filter(({ field }) => !purposes.includes(field));
  if (byFields.length === terms.length) return standings(context, { search, sort });
  const rows = standings(context, { search, sort: byFields[0] ?? byName });
  const place = new Map(rows.map((row, index) => [row, index]));
  const places = (one: Standing, other: Standing) => (place.get(one) ?? 0) - (place.get(other) ?? 0);
  const compare = (one: Standing, other: Standing, { field, direction }: Term) => {
    if (purposes.includes(field)) {
      return (direction === 'ascending' ? 1 : -1) * (urgencyOf(one, field) - urgencyOf(other, field));
    }
    return one.record.values[field] === other.record.values[field] ? 0 : places(one, other);
  };
  return rows.sort((one, other) => {
    for (const term of terms) {
      const order = compare(one, other, term);
      if (order !== 0) return order;
    }
    return places(one, other);
  });
}

/** Every living person who may be named, and where they stand on every purpose. */
function standings(context: CallContext, question: Pick<ListRequest, 'search' | 'sort'>): Standing[] {
  const workspace = context.workspaceOf('committee');
  const { rows } = listPage(readerOf(context), source, {
    ...question,
    filters: [],
    trashed: 'without',
    offset: 0,
    limit: everyRow,
  });
  const known = knownConsents(workspace);
  const today = todayOf(workspace.environment);
  return rows
    .filter((row) => row.confidential !== true)
    .map((row) => ({
      record: recordOfRow(memberEntities.persons, row),
      states: purposes.map((purpose) => ({
        purpose,
        ...consentStateOn(known.of(String(row.id), purpose), today),
      })),
    }));
}

/** Filters name a purpose, or `any` of them; empty means that nothing was ever answered. */
function obeys(row: Standing, { field, rule, values }: Filter): boolean {
  switch (rule) {
    case 'any_of':
      return matches(row, field, values);
    case 'none_of':
      return !matches(row, field, values);
    case 'empty':
      return matches(row, field, ['missing']);
    case 'filled':
      return !matches(row, field, ['missing']);
    default:
      throw new DomainError('input_refused', { where: `consents.${field}`, why: 'unknown' });
  }
}

function matches({ states }: Standing, field: string, values: readonly string[]): boolean {
  if (field !== 'any' && !purposes.includes(field)) {
    throw new DomainError('input_refused', { where: `consents.${field}`, why: 'unknown' });
  }
  return states.some((one) => (field === 'any' || one.purpose === field) && values.includes(one.state));
}

function urgencyOf({ states }: Standing, purpose: string): number {
  const found = states.find((one) => one.purpose === purpose);
  return found === undefined ? urgency.length : urgency.indexOf(found.state);
}

/** Persons by their ids, in that order, with where they work today. Throws record_missing. */
export function personsOf(context: CallContext, ids: readonly string[]): readonly PersonWithOrganisations[] {
  const workspace = context.workspaceOf('committee');
  const names = organisationNames(workspace, ids);
  return ids.map((id) => ({
    person: livingPerson(workspace, id),
    organisations: names.get(id) ?? [],
  }));
}

function livingPerson({ database }: OpenWorkspace, id: string): StoredRecord {
  const person = readRecord(database, memberEntities.persons, 'persons', id);
  if (person.deletedAt !== null) throw new DomainError('record_missing', { entity: 'persons', id });
  return person;
}

function organisationNames(
  workspace: OpenWorkspace,
  ids: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  const today = todayOf(workspace.environment);
  const links = workspace.database
    .select({ person: affiliations.person, name: organisations.name })
    .from(affiliations)
    .innerJoin(organisations, sql`${organisations.id} = ${affiliations.organisation}`)
    .where(
      and(inArray(affiliations.person, [...ids]), affiliationsOn(today), isNull(organisations.deletedAt)),
    )
    .orderBy(organisations.sortKey)
    .all();
  for (const { person, name } of links) names.set(person, [...(names.get(person) ?? []), name]);
  return names;
}

type Answers = Input<'consents.record'>;

function recordAnswers(context: CallContext, wanted: Answers): number {
  const workspace = context.workspaceOf('committee');
  const ids = [...new Set(wanted.persons)];
  if (wanted.on > todayOf(workspace.environment)) {
    throw new DomainError('input_refused', { where: 'consents.givenOn', why: 'future' });
  }
  if (wanted.expiresOn !== null && wanted.expiresOn < wanted.on) {
    throw new DomainError('input_refused', { where: 'consents.expiresOn', why: 'day' });
  }
  const lines = ids.flatMap((person) =>
    [...new Set(wanted.purposes)].map((purpose) => ({
      person,
      purpose,
      givenOn: wanted.on,
      manner: wanted.manner,
      expiresOn: wanted.answer === 'agrees' ? wanted.expiresOn : null,
      // A refusal is a consent withdrawn on the day it was asked: valid on no day, and remembered.
      withdrawnOn: wanted.answer === 'agrees' ? null : wanted.on,
      proof: wanted.proof,
    })),
  );
  const [first] = lines;
  if (first === undefined) return 0;
  // All lines say the same but for person and purpose: what one may not say, none may.
  for (const purpose of wanted.purposes) parseFieldValues(consentFields, { ...first, purpose }, codesOfList);
  for (const id of ids) livingPerson(workspace, id);
  return write(workspace, (gesture) => {
    const known = knownConsents(workspace);
    return wanted.answer === 'agrees'
      ? recordAgreements(gesture, lines, known)
      : recordRefusals(gesture, lines, known, wanted.on);
  });
}

type Line = Readonly<Record<'person' | 'purpose' | 'givenOn' | 'manner', string>> &
  Readonly<Record<'expiresOn' | 'withdrawnOn' | 'proof', string | null>>;

/** Consents out of the trash, by person and purpose. */
interface Known {
  of(person: string, purpose: string): readonly GivenConsent[];
}

/** What was taken back after the day of an agreement stays so, also when its paper turns up later. */
function recordAgreements(gesture: Gesture, lines: readonly Line[], known: Known): number {
  const fresh = lines.flatMap((line) => {
    const own = known.of(line.person, line.purpose);
    const withdrawnOn = withdrawalAfter(own, line.givenOn);
    const isKnown = own.some(
      (consent) =>
        consent.withdrawnOn === withdrawnOn &&
        consent.givenOn === line.givenOn &&
        consent.manner === line.manner &&
        consent.expiresOn === line.expiresOn &&
        consent.proof === line.proof,
    );
    return isKnown ? [] : [{ ...line, withdrawnOn }];
  });
  return createdConsents(gesture, fresh);
}

/** Creates consents; gives how many. */
function createdConsents(gesture: Gesture, lines: readonly Line[]): number {
  const create = recordCreator(gesture, 'consents');
  for (const line of lines) create(line);
  return lines.length;
}

function recordRefusals(gesture: Gesture, lines: readonly Line[], known: Known, day: string): number {
  const toNote: Line[] = [];
  let withdrawn = 0;
  for (const line of lines) {
    const own = known.of(line.person, line.purpose);
    const valid = own.filter((consent) => isValidOn(consent, day));
    for (const { id } of valid) {
      updateRecord(gesture, 'consents', id, { withdrawnOn: day }, null);
      withdrawn += 1;
    }
    if (valid.length === 0 && consentStateOn(own, day).state !== 'withdrawn') toNote.push(line);
  }
  return withdrawn + createdConsents(gesture, toNote);
}

/** Every consent that is not in the trash, by person and purpose. */
function knownConsents(workspace: OpenWorkspace): Known {
  const proven = consentsWithPaper(workspace);
  const known = new Map<string, GivenConsent[]>();
  const rows = workspace.database.select().from(consents).where(isNull(consents.deletedAt)).all();
  for (const row of rows) {
    const consent: GivenConsent = { ...row, paper: proven.has(row.id) ? 'attached' : 'not_attached' };
    const key = `${row.person} ${row.purpose}`;
    const own = known.get(key);
    if (own === undefined) known.set(key, [consent]);
    else own.push(consent);
  }
  return { of: (person, purpose) => known.get(`${person} ${purpose}`) ?? [] };
}

/** Ids of the consents whose proof is attached; a file whose bytes were lost proves nothing. */
function consentsWithPaper({ database, blobs }: OpenWorkspace): ReadonlySet<string> {
  const papers = database
    .select({ consent: attachments.consent, sha256: attachments.sha256 })
    .from(attachments)
    .where(and(isNotNull(attachments.consent), isNull(attachments.deletedAt)))
    .all();
  return new Set(
    papers.flatMap(({ consent, sha256 }) =>
      consent !== null && sha256 !== null && blobs.has(sha256) ? [consent] : [],
    ),
  );
}
