import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { EntityDescription, FieldValue } from '../contract/fields';
import type { EntityName } from '../contract/records/operations';

export type RecordValues = Readonly<Record<string, FieldValue>>;

/** What the change log must know of an entity; each area supplies its own, the core puts them together. */
export interface EntityRules {
  readonly description: EntityDescription;
  readonly table: SQLiteTable;
  /** Columns computed from the values (sort key, completeness, sensitivity), written along with them. */
  derive(values: RecordValues): Readonly<Record<string, string | number | null>>;
  /** What the search index holds of the record, folded (`search/fold.ts`), or null when it is not searched. */
  searchText(values: RecordValues): string | null;
  /** Entities whose records belong to this one through the named field, and go to the trash with it. */
  readonly owns: readonly { readonly entity: EntityName; readonly by: string }[];
}

export type EntityRegistry = Readonly<Record<EntityName, EntityRules>>;
