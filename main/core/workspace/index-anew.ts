import { DatabaseRefused, refusal, type WorkspaceDatabase } from '../../../db/open';
import { indexRecord } from '../changes/index-text';
import { recordOfRow } from '../changes/log';
import type { EntityRegistry } from '../changes/registry';
import type { EntityName } from '../contract/records/operations';
import { readSetting, storeSetting } from '../storage/stored-settings';

/** How records are indexed for the search; another number for each other manner of it (search/code-signs.ts). */
export const searchManner = 2;

/**
 * Indexes all records once more when the index was made in another manner, by an older version; all or nothing. Records
 * and their log stay as they are. A full disk keeps nobody from reading: it is tried again at the next opening.
 */
export function indexAsNow(database: WorkspaceDatabase, entities: EntityRegistry): void {
  if (readSetting(database, 'searchManner') === searchManner) return;
  const { $client } = database;
  const indexAll = $client.transaction(() => {
    $client.prepare("INSERT INTO search_index (search_index) VALUES ('delete-all')").run();
    $client.prepare('DELETE FROM search_rows').run();
    for (const { entity, id, text } of searchedTexts(database, entities))
      indexRecord({ database }, entity, id, text);
    storeSetting(database, 'searchManner', searchManner);
  });
  try {
    indexAll.immediate();
  } catch (error) {
    const known = refusal(error);
    if (!(known instanceof DatabaseRefused) || known.failure !== 'full') throw error;
  }
}

/** The living records that are searched, with what they are searched by. */
export function* searchedTexts(
  database: WorkspaceDatabase,
  entities: EntityRegistry,
): Generator<{ readonly entity: EntityName; readonly id: string; readonly text: string }> {
  for (const entity of Object.keys(entities) as EntityName[]) {
    const rules = entities[entity];
    for (const row of database.select().from(rules.table).all() as Record<string, unknown>[]) {
      const { id, values, deletedAt } = recordOfRow(rules, row);
      const text = deletedAt === null ? rules.searchText(values) : null;
      if (text !== null) yield { entity, id, text };
    }
  }
}
