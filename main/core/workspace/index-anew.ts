import { indexRecord } from '../changes/index-text';
import { recordOfRow } from '../changes/log';
import type { EntityName } from '../contract/records/operations';
import type { OpenWorkspace } from '../session';
import { readSetting, storeSetting } from '../storage/stored-settings';

/** How records are indexed for the search; another number for each other manner of it (search/code-signs.ts). */
export const searchManner = 2;

/** Indexes all records once more when the index was made in another manner, by an older version; all or nothing. */
export function indexAsNow(workspace: OpenWorkspace): void {
  const { database } = workspace;
  if (readSetting(database, 'searchManner') === searchManner) return;
  database.$client
    .transaction(() => {
      database.$client.prepare("INSERT INTO search_index (search_index) VALUES ('delete-all')").run();
      database.$client.prepare('DELETE FROM search_rows').run();
      for (const { entity, id, text } of searchedTexts(workspace)) indexRecord(workspace, entity, id, text);
      storeSetting(database, 'searchManner', searchManner);
    })
    .immediate();
}

/** The living records that are searched, with what they are searched by. */
export function* searchedTexts({
  database,
  entities,
}: OpenWorkspace): Generator<{ readonly entity: EntityName; readonly id: string; readonly text: string }> {
  for (const entity of Object.keys(entities) as EntityName[]) {
    const rules = entities[entity];
    for (const row of database.select().from(rules.table).all() as Record<string, unknown>[]) {
      const { id, values, deletedAt } = recordOfRow(rules, row);
      const text = deletedAt === null ? rules.searchText(values) : null;
      if (text !== null) yield { entity, id, text };
    }
  }
}
