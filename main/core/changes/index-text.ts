import type Database from 'better-sqlite3';
import type { EntityName } from '../contract/records/operations';
import type { OpenWorkspace } from '../session';

/** Raw SQL of the full-text index (FTS5): its only writer. */

/** Replaces what the index holds of a record, folded text (`search/fold.ts`); null takes it out. */
export function indexRecord(
  workspace: OpenWorkspace,
  entity: EntityName,
  record: string,
  text: string | null,
): void {
  const statements = statementsOf(workspace.database.$client);
  const known = statements.find.get(record) as { row_id: number } | undefined;
  if (text === null) {
    if (!known) return;
    statements.removeText.run(known.row_id);
    statements.removeRow.run(known.row_id);
    return;
  }
  if (known) {
    statements.changeText.run(text, known.row_id);
    return;
  }
  const { lastInsertRowid } = statements.addRow.run(entity, record);
  statements.addText.run(lastInsertRowid, text);
}

const prepared = new WeakMap<Database.Database, ReturnType<typeof prepare>>();

/** Prepared once a connection: a report of ten thousand records must not prepare as many statements. */
function statementsOf(client: Database.Database): ReturnType<typeof prepare> {
  const statements = prepared.get(client) ?? prepare(client);
  prepared.set(client, statements);
  return statements;
}

function prepare(client: Database.Database) {
  return {
    find: client.prepare('SELECT row_id FROM search_rows WHERE record = ?'),
    addRow: client.prepare('INSERT INTO search_rows (entity, record) VALUES (?, ?)'),
    addText: client.prepare('INSERT INTO search_index (rowid, body) VALUES (?, ?)'),
    changeText: client.prepare('UPDATE search_index SET body = ? WHERE rowid = ?'),
    removeText: client.prepare('DELETE FROM search_index WHERE rowid = ?'),
    removeRow: client.prepare('DELETE FROM search_rows WHERE row_id = ?'),
  };
}

/** FTS5 keeps words that were deleted in its older segments; merging all into one leaves only those in use. */
export function dropDeletedWords({ database }: OpenWorkspace): void {
  database.$client.prepare("INSERT INTO search_index (search_index) VALUES ('optimize')").run();
}
