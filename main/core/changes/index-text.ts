import type { EntityName } from '../contract/records/operations';
import type { OpenWorkspace } from '../session';
import { statement } from './statements';

/** Raw SQL of the full-text index (FTS5): its only writer. */

/** Replaces what the index holds of a record, as its entity's `searchText` gives it; null takes it out. */
export function indexRecord(
  { database }: Pick<OpenWorkspace, 'database'>,
  entity: EntityName,
  record: string,
  text: string | null,
): void {
  const prepare = (sql: string) => statement(database, sql);
  const known = prepare('SELECT row_id FROM search_rows WHERE record = ?').get(record) as
    | { row_id: number }
    | undefined;
  if (text === null) {
    if (!known) return;
    prepare('DELETE FROM search_index WHERE rowid = ?').run(known.row_id);
    prepare('DELETE FROM search_rows WHERE row_id = ?').run(known.row_id);
    return;
  }
  if (known) {
    prepare('UPDATE search_index SET body = ? WHERE rowid = ?').run(text, known.row_id);
    return;
  }
  const { lastInsertRowid } = prepare('INSERT INTO search_rows (entity, record) VALUES (?, ?)').run(
    entity,
    record,
  );
  prepare('INSERT INTO search_index (rowid, body) VALUES (?, ?)').run(lastInsertRowid, text);
}

/** FTS5 keeps words that were deleted in its older segments; merging all into one leaves only those in use. */
export function dropDeletedWords({ database }: OpenWorkspace): void {
  database.$client.prepare("INSERT INTO search_index (search_index) VALUES ('optimize')").run();
}
