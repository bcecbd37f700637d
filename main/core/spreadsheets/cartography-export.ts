import { and, desc, eq, inArray } from 'drizzle-orm';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { importedCells, imports } from '../../../db/schema';
import { sameValue } from '../changes/log';
import { undoneBatches } from '../changes/undo';
import type { FieldValue } from '../contract/fields';
import { cartographyColumns, cartographyThemes } from '../contract/members/cartography';
import type { OrganisationRow } from '../contract/members/operations';
import { todayOf } from '../environment';
import { mayStand } from '../members/service';
import type { OpenWorkspace } from '../session';
import { type OutSheet, valueCell } from './out-sheet';
import type { TextManner } from './reading/table';
import type { Column } from './understanding/mapping';
import { type RowContext, understandRow } from './understanding/read-row';
import { fieldOf, keptTarget, markOf, markTarget, prefixTarget } from './understanding/targets';
import { type OutCell, text } from './writing';

/**
 * The list in the programme's cartography layout. A cell that was imported and whose meaning has not changed since is
 * given back as it was typed; the others are written from the register.
 */
export function cartographyOf(
  workspace: OpenWorkspace,
  shown: readonly OrganisationRow[],
  audience: 'committee' | 'public',
): OutSheet {
  const last = lastCartography(workspace);
  const columns = last?.columns ?? firstColumns();
  const kept = last === null ? new Map<string, KeptRow>() : keptRows(workspace, last.ids);
  const context: RowContext = {
    columns,
    country: workspace.country,
    today: todayOf(workspace.environment),
    pairs: new Map(),
    dayOrders: [],
    marks: 'complete',
    misread: 'none',
    list: 'foreign',
  };
  const ordered = [...shown].sort((one, other) => placeOf(kept.get(one.id)) - placeOf(kept.get(other.id)));
  const rows = ordered.map((row) => cellsOf(row, columns, kept.get(row.id) ?? null, context));
  return {
    name: 'Cartographie',
    headings: columns.map((column) => column.heading),
    rows: rows.map((cells, index) => publishable(cells, columns, ordered[index], audience)),
    manner: last?.manner ?? null,
    leftOut: [],
  };
}

interface KeptRow {
  readonly place: number;
  readonly cells: readonly string[];
}

function placeOf(kept: KeptRow | undefined): number {
  return kept?.place ?? Number.MAX_SAFE_INTEGER;
}

function firstColumns(): readonly Column[] {
  const columns = [
    ...cartographyColumns.map(({ heading, target }) => ({ heading, target: target as string })),
    ...Object.entries(cartographyThemes).map(([code, heading]) => ({
      heading,
      target: markTarget('themes', code),
    })),
  ];
  return columns.map(({ heading, target }, index) => ({
    index,
    heading,
    target:
      target === prefixTarget || markOf(target) !== null || fieldOf(target) !== null ? target : keptTarget,
    origin: 'proposed',
  }));
}

/** Columns and manner of the cartography imported last and still in force; ids of all those with the same headings. */
function lastCartography(workspace: OpenWorkspace) {
  const rows = workspace.database
    .select()
    .from(imports)
    .where(eq(imports.layout, 'cartography'))
    .orderBy(desc(imports.madeAt))
    .all();
  const undone = undoneBatches(
    workspace.database,
    rows.map((row) => row.batch),
  );
  const made = rows.filter((row) => row.withdrawnBatch === null && !undone.has(row.batch));
  const [last] = made;
  if (last === undefined) return null;
  const columns = last.headings.map(
    (heading, index): Column => ({
      index,
      heading,
      target: last.targets[index] ?? null,
      origin: 'remembered',
    }),
  );
  const same = made.filter((row) => row.headings.join('\n') === last.headings.join('\n'));
  return { columns, manner: last.manner as unknown as TextManner | null, ids: same.map((row) => row.id) };
}

/** The cells each record was imported from, the latest import first. */
function keptRows(workspace: OpenWorkspace, ids: readonly string[]): ReadonlyMap<string, KeptRow> {
  const rows = workspace.database
    .select()
    .from(importedCells)
    .where(and(inArray(importedCells.import, [...ids])))
    .all();
  const kept = new Map<string, KeptRow & { readonly rank: number }>();
  for (const row of rows) {
    const rank = ids.indexOf(row.import);
    const before = kept.get(row.record);
    if (before === undefined || rank < before.rank) {
      kept.set(row.record, { rank, place: rank * 1_000_000 + row.row, cells: row.cells });
    }
  }
  return kept;
}

function cellsOf(
  row: OrganisationRow,
  columns: readonly Column[],
  kept: KeptRow | null,
  context: RowContext,
): readonly OutCell[] {
  const former =
    kept === null
      ? null
      : understandRow({ row: 0, cells: kept.cells.map((cell) => (cell === '' ? null : cell)) }, context)
          .values;
  const isSame = (field: string) =>
    former !== null && sameMeaning(field, former[field] ?? null, row.values[field] ?? null);
  return columns.map((column) => {
    const typed = kept?.cells[column.index] ?? '';
    const { target } = column;
    const field = fieldOf(target);
    if (field !== null) return isSame(field.name) ? text(typed) : written(row, field.name);
    const mark = markOf(target);
    if (mark !== null) {
      const isMarked = (values: OrganisationRow['values']) =>
        listOf(values[mark.field.name]).includes(mark.code);
      const marked = isMarked(row.values);
      return former !== null && isMarked(former) === marked ? text(typed) : text(marked ? 'x' : '');
    }
    if (target === prefixTarget)
      return isSame('phone') ? text(typed) : text(phoneParts(row.values.phone).prefix);
    return text(typed);
  });
}

function sameMeaning(field: string, one: FieldValue, other: FieldValue): boolean {
  if (sameValue(one, other)) return true;
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  return fieldOf(field)?.type === 'decimal'
    ? Number(one) === Number(other)
    : one.toLowerCase() === other.toLowerCase();
}

function listOf(value: FieldValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** A cell from the register, as the layout writes it: French words, decimal comma, number without its calling code. */
function written(row: OrganisationRow, name: string): OutCell {
  const field = fieldOf(name);
  const value = row.values[name] ?? null;
  if (field === null || value === null) return text('');
  if (name === 'phone') return text(phoneParts(value).number);
  if (field.type === 'decimal') return text(String(value).replace('.', ','));
  return valueCell(field, value, 'fr');
}

function phoneParts(value: FieldValue | undefined): { readonly prefix: string; readonly number: string } {
  if (typeof value !== 'string') return { prefix: '', number: '' };
  const parsed = parsePhoneNumberFromString(value);
  return parsed === undefined
    ? { prefix: '', number: value }
    : { prefix: `+${parsed.countryCallingCode}`, number: String(parsed.nationalNumber) };
}

/** For the public, contacts stand only where the organisation agreed. */
function publishable(
  cells: readonly OutCell[],
  columns: readonly Column[],
  row: OrganisationRow | undefined,
  audience: 'committee' | 'public',
): readonly OutCell[] {
  const agreed = row?.values.publicationConsent;
  return cells.map((cell, index) => {
    const target = columns[index]?.target ?? null;
    if (markOf(target) !== null) return cell;
    const sensitivity =
      target === prefixTarget || target === keptTarget || target === null
        ? 'committee'
        : (fieldOf(target)?.sensitivity ?? 'committee');
    return mayStand(sensitivity, audience, agreed) ? cell : text('');
  });
}
