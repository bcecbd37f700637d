import { getTableName } from 'drizzle-orm';
import { statement } from '../changes/statements';
import type { ListName } from '../contract/records/lists';
import type { OpenWorkspace } from '../session';

/** The labels that records of a list carry, the most used first. */
export function labelsInUse(
  { database, entities }: OpenWorkspace,
  list: ListName,
): readonly { readonly label: string; readonly count: number }[] {
  const table = getTableName(entities[list].table);
  const rows = statement(
    database,
    `SELECT label.value AS label, count(*) AS n FROM ${table}, json_each(${table}.labels) AS label
     WHERE ${table}.labels IS NOT NULL AND +${table}.deleted_at IS NULL
     GROUP BY label.value ORDER BY n DESC, label.value LIMIT 500`,
  ).all();
  return rows.map((row) => ({ label: String(row.label), count: Number(row.n) }));
}
