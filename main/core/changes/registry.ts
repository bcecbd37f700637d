import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { EntityDescription, FieldValue } from '../contract/fields';
import type { EntityName } from '../contract/records/operations';
import type { ListSource } from '../search/list-source';
import type { OpenWorkspace } from '../session';
import type { Gesture } from './gesture';

export type RecordValues = Readonly<Record<string, FieldValue>>;

/** Typed in this workspace, or received in a report. */
export type RecordOrigin = 'own' | 'received';

/** What the change log must know of an entity; each area supplies its own, the core puts them together. */
export interface EntityRules {
  readonly description: EntityDescription;
  readonly table: SQLiteTable;
  /**
   * Columns computed from the values (sort key, completeness, sensitivity), written along with them.
   *
   * @param origin `received`: read from a report, which never holds what stays at its committee; default `own`
   */
  derive(values: RecordValues, origin?: RecordOrigin): Readonly<Record<string, string | number | null>>;
  /** What the record is searched by: its words (`search/fold.ts`) and the signs of its codes; null when it is not. */
  searchText(values: RecordValues): string | null;
  /** Entities whose records belong to this one through the named field, and go to the trash with it. */
  readonly owns: readonly { readonly entity: EntityName; readonly by: string }[];
  /**
   * Writes what follows from a change of this record in others, in the same gesture (a status and its history).
   * Undo does not call it: it takes back every entry of the gesture, these included.
   *
   * @param before the values before, null for a new record
   */
  readonly settle?: (gesture: Gesture, id: string, before: RecordValues | null) => void;
  /** How its list is sorted and filtered beyond its fields; without it there is no list of these records. */
  readonly list?: Omit<ListSource, 'description' | 'table'>;
  /** A field with a dated history of its own: the value it has on a day, and how another begins. */
  readonly dated?: {
    readonly field: string;
    standingOn(workspace: OpenWorkspace, id: string, day: string): string | null;
    begin(gesture: Gesture, id: string, value: string, since: string): void;
  };
  /** Why a record with these values cannot take these changes, as a reason the page can word; null when it can. */
  readonly refuses?: (values: RecordValues, changes: RecordValues) => string | null;
}

export type EntityRegistry = Readonly<Record<EntityName, EntityRules>>;
