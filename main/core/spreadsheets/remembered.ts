import type { WorkspaceDatabase } from '../../../db/open';
import { readSetting, storeSetting } from '../storage/stored-settings';
import type { ImportSession } from './session';
import { headingSetKey, type RememberedTargets } from './understanding/mapping';
import { keyOf } from './values/words';

/** What a person settled for the columns of a list, kept in the encrypted workspace for the next time. */

const atMost = 60;

/** The targets settled for these headings, or null. */
export function rememberedTargets(
  database: WorkspaceDatabase,
  headings: readonly string[],
): RememberedTargets | null {
  const key = headingSetKey(headings);
  return (
    readSetting(database, 'importMappings')?.find((mapping) => mapping.headings === key)?.targets ?? null
  );
}

/** The codes paired with typed values so far. */
export function rememberedPairs(database: WorkspaceDatabase): ReadonlyMap<string, string> {
  return new Map(Object.entries(readSetting(database, 'importPairs') ?? {}));
}

/** Keeps the columns and pairs of an import; call it inside the gesture's transaction. */
export function rememberMapping(database: WorkspaceDatabase, session: ImportSession): void {
  const { columns } = session.arrangement;
  const headings = headingSetKey(columns.map((column) => column.heading));
  const targets = Object.fromEntries(columns.map((column) => [keyOf(column.heading), column.target]));
  const others = (readSetting(database, 'importMappings') ?? []).filter(
    (mapping) => mapping.headings !== headings,
  );
  storeSetting(database, 'importMappings', [...others, { headings, targets }].slice(-atMost));
  if (session.corrections.pairs.size > 0) {
    storeSetting(database, 'importPairs', Object.fromEntries(session.corrections.pairs));
  }
}
