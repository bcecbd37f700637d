import { and, inArray, isNull, sql } from 'drizzle-orm';
import { affiliations, organisations, persons } from '../../../db/schema';
import { recordOfRow, type StoredRecord } from '../changes/log';
import type { ListScope } from '../contract/records/lists';
import type { ListReader } from '../search/list-source';
import type { OpenWorkspace } from '../session';
import { memberEntities } from './entities';
import { affiliationsOn, organisationsShown, purposesOf } from './rows';

/** The organisations of a document, and who is to be reached there. */

/** Ids in one statement: SQLite bounds how many values it takes. */
const atOnce = 500;

function parts<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, index) =>
    all.slice(index * atOnce, (index + 1) * atOnce),
  );
}

/** The organisations meant, without those in the trash: in the list's order, or those named one by one by their names. */
export function organisationsIn(
  workspace: OpenWorkspace,
  reader: ListReader,
  scope: ListScope,
): readonly Pick<StoredRecord, 'id' | 'values'>[] {
  if (scope.kind === 'question') {
    const { question, except } = scope;
    const shown = organisationsShown(workspace, reader, { ...question, group: null }, null);
    return shown.filter((row) => row.deletedAt === null && !except.includes(row.id));
  }
  return parts([...new Set(scope.ids)])
    .flatMap((ids) =>
      workspace.database
        .select()
        .from(organisations)
        .where(and(inArray(organisations.id, [...ids]), isNull(organisations.deletedAt)))
        .all(),
    )
    .sort((one, other) => (one.sortKey < other.sortKey ? -1 : one.sortKey > other.sortKey ? 1 : 0))
    .map((row) => recordOfRow(memberEntities.organisations, row));
}

/** A person who works for an organisation today. */
export interface Contact {
  readonly person: StoredRecord;
  readonly role: string | null;
  readonly standing: 'main' | 'other';
  /** Purposes agreed to today. */
  readonly purposes: readonly string[];
}

/** The contacts of organisations on a day, the main one first, then by name. */
export function contactsOn(
  workspace: OpenWorkspace,
  organisationIds: readonly string[],
  day: string,
): ReadonlyMap<string, readonly Contact[]> {
  const found = new Map<string, Contact[]>();
  for (const ids of parts(organisationIds)) {
    const rows = workspace.database
      .select()
      .from(affiliations)
      .innerJoin(persons, sql`${persons.id} = ${affiliations.person}`)
      .where(
        and(inArray(affiliations.organisation, [...ids]), affiliationsOn(day), isNull(persons.deletedAt)),
      )
      .orderBy(sql`coalesce(${affiliations.isMainContact}, 0) DESC`, persons.sortKey, persons.id)
      .all();
    const purposes = purposesOf(
      workspace,
      rows.map((row) => row.persons.id),
      day,
    );
    for (const { affiliations: link, persons: person } of rows) {
      const contact: Contact = {
        person: recordOfRow(memberEntities.persons, person),
        role: link.role,
        standing: link.isMainContact === true ? 'main' : 'other',
        purposes: purposes.get(person.id) ?? [],
      };
      found.set(link.organisation, [...(found.get(link.organisation) ?? []), contact]);
    }
  }
  return found;
}
