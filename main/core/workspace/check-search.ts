import type { OpenWorkspace } from '../session';
import { searchedTexts } from './index-anew';

/**
 * The search index held against the records. It keeps the words of each record and their places, not the text: what
 * the records would be searched by is indexed once more in memory, and the two are read side by side.
 */

/** Living records that the index does not hold as they are, and entries of the index for anything else. */
export function searchEntriesAmiss(workspace: OpenWorkspace): number {
  const { $client } = workspace.database;
  const rowIds = new Map(
    ($client.prepare('SELECT record, row_id FROM search_rows').raw().all() as [string, number][]).map(
      ([record, row]) => [record, row],
    ),
  );
  $client.exec(expectedIndex);
  try {
    const index = $client.prepare('INSERT INTO temp.expected_index (rowid, body) VALUES (?, ?)');
    const amiss = new Set<string | number>();
    for (const { id, text } of searchedTexts(workspace.database, workspace.entities)) {
      const row = rowIds.get(id);
      rowIds.delete(id);
      if (row === undefined) amiss.add(id);
      else index.run(row, text);
    }
    // What is left stands for no living record.
    for (const row of rowIds.values()) amiss.add(row);
    for (const row of entriesOtherwise(workspace)) amiss.add(row);
    // FTS5's own check of its tree; it throws SQLITE_CORRUPT_VTAB when that is broken.
    $client.prepare("INSERT INTO search_index (search_index) VALUES ('integrity-check')").run();
    return amiss.size;
  } finally {
    $client.exec(
      'DROP TABLE temp.expected_words; DROP TABLE temp.held_words; DROP TABLE temp.expected_index',
    );
  }
}

/** In memory (`temp_store`), with the tokenizer of the index itself. */
const expectedIndex = `
  CREATE VIRTUAL TABLE temp.expected_index USING fts5(body, content='', tokenize = "unicode61 remove_diacritics 2");
  CREATE VIRTUAL TABLE temp.expected_words USING fts5vocab(temp, expected_index, instance);
  CREATE VIRTUAL TABLE temp.held_words USING fts5vocab(main, search_index, instance);`;

/** The entries of which a word, or its place, is in one of the two indexes only; and those without a record. */
function entriesOtherwise({ database: { $client } }: OpenWorkspace): readonly number[] {
  const words = (table: string) => `SELECT term, doc, "offset" FROM temp.${table}`;
  const only = (one: string, other: string) => `SELECT doc FROM (${words(one)} EXCEPT ${words(other)})`;
  return $client
    .prepare(
      `${only('expected_words', 'held_words')} UNION ${only('held_words', 'expected_words')}
       UNION SELECT rowid FROM search_index WHERE rowid NOT IN (SELECT row_id FROM search_rows)`,
    )
    .pluck()
    .all() as number[];
}
