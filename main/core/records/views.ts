import { and, asc, eq, isNull } from 'drizzle-orm';
import { views } from '../../../db/schema';
import { parseFieldValues } from '../changes/field-values';
import { type Gesture, write } from '../changes/gesture';
import { createRecord, moveRecord, readRecord, updateRecord } from '../changes/log';
import type { EntityRules } from '../changes/registry';
import { DomainError } from '../contract/errors';
import { type ListName, type ListQuestion, listNameSchema } from '../contract/records/lists';
import {
  type SavedView,
  type ViewArrangement,
  viewArrangementSchema,
  viewFields,
  type viewOperations,
} from '../contract/records/views';
import type { Handlers } from '../handler';
import { codesOfList } from '../programme/pack';
import { countMatches, idsOf } from '../search/list-query';
import { hasColumn, type ListReader, type ListSource } from '../search/list-source';
import { listSourceOf, readerOf } from '../search/scope';
import type { OpenWorkspace } from '../session';

/** Views that somebody named: records of their own, so that undo, redo and history know them. */

export const viewEntities = {
  views: { description: viewFields, table: views, derive: () => ({}), searchText: () => null, owns: [] },
} as const satisfies Readonly<Record<string, EntityRules>>;

export const viewHandlers: Handlers<typeof viewOperations> = {
  'views.list': (context, { list }) => viewsOf(context.workspace(), list),
  'views.counts': (context, { list }) => {
    const reader = readerOf(context);
    const source = listSourceOf(context.workspace(), list);
    return Object.fromEntries(
      viewsOf(context.workspace(), list).map((view) => [
        view.id,
        countMatches(reader, source, questionOf(view.arrangement)),
      ]),
    );
  },
  'views.create': (context, { list, name, arrangement }) => {
    const workspace = context.workspace();
    const id = context.environment.newId();
    const position = Math.max(-1, ...rowsOf(workspace, list).map((row) => row.position)) + 1;
    const values = parsed({ name, arrangement });
    write(workspace, (gesture) =>
      createRecord(gesture, 'views', id, { ...values, list, position, opensFirst: null }),
    );
    return { id };
  },
  'views.update': (context, { id, ...changes }) => {
    const workspace = context.workspace();
    rowOf(workspace, id);
    write(workspace, (gesture) => updateRecord(gesture, 'views', id, parsed(changes), null));
    return {};
  },
  'views.move': (context, { id, towards }) => {
    const workspace = context.workspace();
    const rows = rowsOf(workspace, rowOf(workspace, id).list);
    const at = rows.findIndex((row) => row.id === id);
    const to = towards === 'first' ? at - 1 : at + 1;
    if (to < 0 || to >= rows.length) return {};
    const ordered = rows.map((row) => row.id);
    ordered.splice(to, 0, ...ordered.splice(at, 1));
    write(workspace, (gesture) => placeInOrder(gesture, ordered));
    return {};
  },
  'views.openFirst': (context, { list, id }) => {
    const workspace = context.workspace();
    if (id !== null) rowOf(workspace, id);
    write(workspace, (gesture) => {
      for (const row of rowsOf(workspace, list)) {
        const opensFirst = row.id === id ? true : null;
        updateRecord(gesture, 'views', row.id, { opensFirst }, null);
      }
    });
    return {};
  },
  'views.delete': (context, { id }) => {
    const workspace = context.workspace();
    rowOf(workspace, id);
    write(workspace, (gesture) => moveRecord(gesture, 'views', id, 'trash'));
    return {};
  },
  'views.records': (context, { id }) => recordsOfView(context.workspace(), readerOf(context), id),
};

/** The records that a view finds now, in its order. Throws record_missing. */
export function recordsOfView(
  workspace: OpenWorkspace,
  reader: ListReader,
  id: string,
): { list: ListName; ids: string[]; ignored: string[] } {
  const list = listNameSchema.parse(rowOf(workspace, id).list);
  const source = listSourceOf(workspace, list);
  const { arrangement, ignored } = viewOf(source, rowOf(workspace, id));
  return { list, ids: [...idsOf(reader, source, questionOf(arrangement))], ignored };
}

function questionOf({ search, filters, sort, group }: ViewArrangement): ListQuestion {
  return { search, filters, sort, group, trashed: 'without' };
}

type ViewRow = typeof views.$inferSelect;

function rowsOf({ database }: OpenWorkspace, list: string): ViewRow[] {
  return database
    .select()
    .from(views)
    .where(and(eq(views.list, list), isNull(views.deletedAt)))
    .orderBy(asc(views.position), asc(views.id))
    .all();
}

/** A view that is there. Throws record_missing. */
function rowOf({ database }: OpenWorkspace, id: string): ViewRow {
  const row = database
    .select()
    .from(views)
    .where(and(eq(views.id, id), isNull(views.deletedAt)))
    .get();
  if (row === undefined) throw new DomainError('record_missing', { entity: 'views', id });
  return row;
}

function viewsOf(workspace: OpenWorkspace, list: ListName): SavedView[] {
  const source = listSourceOf(workspace, list);
  return rowsOf(workspace, list).map((row) => viewOf(source, row));
}

/** A view as it can be followed today: what it asks of fields that no longer exist is left out, and said. */
function viewOf(source: ListSource, row: ViewRow): SavedView {
  const kept = viewArrangementSchema.parse(JSON.parse(row.arrangement));
  const ignored = new Set<string>();
  const isKnown = (field: string) => {
    const known = hasColumn(source, field) || source.computed?.[field] !== undefined;
    if (!known) ignored.add(field);
    return known;
  };
  const filters = kept.filters.filter((filter) => isKnown(filter.field));
  const { second, ...first } = kept.sort;
  const further = second !== undefined && isKnown(second.field) ? { second } : {};
  const sort = isKnown(first.field)
    ? { ...first, ...further }
    : { field: source.description.title, direction: 'ascending' as const };
  const group = kept.group !== null && isKnown(kept.group) ? kept.group : null;
  return {
    id: row.id,
    name: row.name,
    arrangement: { ...kept, filters, sort, group },
    opensFirst: row.opensFirst === true,
    ignored: [...ignored],
  };
}

function parsed(changes: {
  readonly name?: string | undefined;
  readonly arrangement?: ViewArrangement | undefined;
}) {
  const { name, arrangement } = changes;
  return parseFieldValues(
    viewFields,
    {
      ...(name === undefined ? {} : { name }),
      ...(arrangement === undefined ? {} : { arrangement: JSON.stringify(arrangement) }),
    },
    codesOfList,
  );
}

function placeInOrder(gesture: Gesture, ids: readonly string[]): void {
  for (const [position, id] of ids.entries()) {
    const { values } = readRecord(gesture.workspace.database, viewEntities.views, 'views', id);
    if (values.position !== position) updateRecord(gesture, 'views', id, { position }, null);
  }
}
