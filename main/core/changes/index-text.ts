import type { EntityName } from '../contract/records/operations';
import { fold } from '../search/fold';
import type { OpenWorkspace } from '../session';

/** Raw SQL of the full-text index (FTS5): its only writer. */

/** Replaces what the index holds of a record; null takes it out. */
export function indexRecord(
  workspace: OpenWorkspace,
  entity: EntityName,
  record: string,
  text: string | null,
): void {
  const { $client } = workspace.database;
  const known = $client.prepare('SELECT row_id FROM search_rows WHERE record = ?').get(record) as
    | { row_id: number }
    | undefined;
  if (text === null) {
    if (!known) return;
    $client.prepare('DELETE FROM search_index WHERE rowid = ?').run(known.row_id);
    $client.prepare('DELETE FROM search_rows WHERE row_id = ?').run(known.row_id);
    return;
  }
  const body = fold(text);
  if (known) {
    $client.prepare('UPDATE search_index SET body = ? WHERE rowid = ?').run(body, known.row_id);
    return;
  }
  const { lastInsertRowid } = $client
    .prepare('INSERT INTO search_rows (entity, record) VALUES (?, ?)')
    .run(entity, record);
  $client.prepare('INSERT INTO search_index (rowid, body) VALUES (?, ?)').run(lastInsertRowid, body);
}

/** FTS5 keeps words that were deleted in its older segments; merging all into one leaves only those in use. */
export function dropDeletedWords({ database }: OpenWorkspace): void {
  database.$client.prepare("INSERT INTO search_index (search_index) VALUES ('optimize')").run();
}
