import { isNull, sql } from 'drizzle-orm';
import { persons } from '../../../db/schema';
import { formerIdsOf } from '../changes/aliases';
import { type Gesture, write } from '../changes/gesture';
import { readRecord, recordOfRow, type StoredRecord } from '../changes/log';
import type { NoteNaming } from '../contract/members/operations';
import type { EntityName } from '../contract/records/operations';
import { fold } from '../search/fold';
import type { OpenWorkspace } from '../session';
import { readSetting, removeSetting, storeSetting } from '../storage/stored-settings';
import { memberEntities } from './entities';
import { distinctiveWords, mayName } from './name-mentions';
import { namesOf } from './rows';

/** Free texts of other records that may name a person: shown before an erasure, and after it until they are reviewed. */

/** Where a text stands, which says nothing of the person. */
export type NotePlace = Pick<NoteNaming, 'entity' | 'id' | 'field'>;

/** More would be read by nobody: the name is a common word. */
const shownAtMost = 200;

/** Texts that may name the person of this sheet, their own records left out. Throws record_missing. */
export function notesNaming(workspace: OpenWorkspace, id: string): readonly NoteNaming[] {
  const own = [id, ...formerIdsOf(workspace.database, id)];
  const names = own.flatMap((person) =>
    namesOf(readRecord(workspace.database, memberEntities.persons, 'persons', person)),
  );
  return placesNaming(workspace, own, names).flatMap((place) => noteAt(workspace, place) ?? []);
}

/** Notes of erasures that nobody has reviewed yet; those whose record or text is gone need no review. */
export function notesToReview(workspace: OpenWorkspace): readonly NoteNaming[] {
  return (readSetting(workspace.database, 'notesToReview') ?? []).flatMap(
    (place) => noteAt(workspace, place) ?? [],
  );
}

/** Says of one note that it was looked at. */
export function noteReviewed(workspace: OpenWorkspace, { entity, id, field }: NotePlace): void {
  const left = (readSetting(workspace.database, 'notesToReview') ?? []).filter(
    (note) => note.entity !== entity || note.id !== id || note.field !== field,
  );
  write(workspace, () => storePlaces(workspace, left), 'lasting');
}

/** Remembers, inside an erasure, where texts may still name who is erased; the name itself is not kept. */
export function rememberNotes({ workspace }: Gesture, places: readonly NotePlace[]): void {
  const known = readSetting(workspace.database, 'notesToReview') ?? [];
  const others = places.filter(
    (place) =>
      !known.some(
        (note) => note.id === place.id && note.entity === place.entity && note.field === place.field,
      ),
  );
  storePlaces(workspace, [...known, ...others]);
}

/**
 * Places of texts that may name somebody.
 *
 * @param own the sheets of the person: what belongs to them is erased with them
 */
export function placesNaming(
  workspace: OpenWorkspace,
  own: readonly string[],
  names: readonly string[],
): readonly NotePlace[] {
  const { database, entities } = workspace;
  const others = database
    .select({ id: persons.id, fullName: persons.fullName, nameArabic: persons.nameArabic })
    .from(persons)
    .where(isNull(persons.deletedAt))
    .all()
    .filter((person) => !own.includes(person.id))
    .flatMap((person) => [person.fullName, person.nameArabic ?? '']);
  const distinctive = distinctiveWords(names, others);
  const found: NotePlace[] = [];
  for (const [entity, rules] of Object.entries(entities) as [EntityName, (typeof entities)[EntityName]][]) {
    const fields = rules.description.fields
      .filter(({ type }) => type === 'text' || type === 'line')
      .map(({ name }) => name);
    if (fields.length === 0 || entity === 'views') continue;
    for (const row of database.select().from(rules.table).all() as Record<string, unknown>[]) {
      if (own.includes(String(row.id)) || own.includes(String(row.person))) continue;
      for (const field of fields) {
        const text = row[field];
        if (typeof text !== 'string' || text === '' || !mayName(fold(text), names, distinctive)) continue;
        found.push({ entity, id: String(row.id), field });
        if (found.length === shownAtMost) return found;
      }
    }
  }
  return found;
}

function noteAt(workspace: OpenWorkspace, { entity, id, field }: NotePlace): NoteNaming | null {
  const record = recordAt(workspace, entity, id);
  const text = record?.values[field];
  if (record === null || typeof text !== 'string' || text === '') return null;
  const sheet = sheetOf(workspace, entity, record);
  const { area } = workspace.entities[entity].description;
  return { entity, id, field, area, text: text.slice(0, 500), sheet };
}

function recordAt(
  { database, entities }: OpenWorkspace,
  entity: EntityName,
  id: string,
): StoredRecord | null {
  const { table } = entities[entity];
  const row = database.select().from(table).where(sql`id = ${id}`).get();
  return row === undefined ? null : recordOfRow(entities[entity], row as Record<string, unknown>);
}

/** The sheet on which the record is edited, and what it is called. */
function sheetOf(workspace: OpenWorkspace, entity: EntityName, record: StoredRecord): NoteNaming['sheet'] {
  const { organisation, person } = record.values;
  const named = (of: 'organisations' | 'persons', id: string, field: string): NoteNaming['sheet'] => {
    const title = recordAt(workspace, of, id)?.values[field];
    return { of, id, title: typeof title === 'string' ? title : '' };
  };
  if (entity === 'organisations') return named('organisations', record.id, 'name');
  if (entity === 'persons') return named('persons', record.id, 'fullName');
  if (typeof organisation === 'string') return named('organisations', organisation, 'name');
  if (typeof person === 'string') return named('persons', person, 'fullName');
  return null;
}

function storePlaces({ database }: OpenWorkspace, places: readonly NotePlace[]): void {
  if (places.length === 0) removeSetting(database, 'notesToReview');
  else storeSetting(database, 'notesToReview', places);
}
