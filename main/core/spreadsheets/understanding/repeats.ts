import type { FieldValue } from '../../contract/fields';
import { typedText } from '../reading/table';
import { keyOf } from '../values/words';
import { merged, says } from './compare';
import type { Column } from './mapping';
import { noteLine, type UnderstoodRow } from './read-row';
import { fieldOf } from './targets';

/**
 * Rows of one file about the same organisation: lists with one row for each activity (3W) repeat its name. What is
 * certain is joined; rows that say otherwise are joined when a person says so, once for the file. Pure.
 */

export type Repeats = 'asked' | 'joined';

export interface JoinedRows {
  /** What each row says, in the order given; the first of a name says what was joined to it as well. */
  readonly said: readonly UnderstoodRow[];
  /** First row of its name, by the number of the row that was joined to it. */
  readonly into: ReadonlyMap<number, number>;
}

/** A value that only one organisation has. */
const telling: ReadonlySet<string> = new Set([
  'acronym',
  'phone',
  'otherPhone',
  'whatsapp',
  'email',
  'website',
  'registrationNumber',
]);

/** Joins the rows of one name. `columns` head the notes of what could not be joined otherwise. */
export function joinRepeats(
  rows: readonly UnderstoodRow[],
  columns: readonly Column[],
  repeats: Repeats,
): JoinedRows {
  const firsts = new Map<string, number>();
  const said: UnderstoodRow[] = [];
  const into = new Map<number, number>();
  for (const row of rows) {
    const index = said.push(row) - 1;
    if (row.refusals.length > 0) continue;
    const key = keyOf(String(row.values.name));
    const at = firsts.get(key);
    const first = at === undefined ? undefined : said[at];
    if (at === undefined || first === undefined) {
      firsts.set(key, index);
      continue;
    }
    const contradicts = contradictions(first, row);
    const isOne = repeats === 'joined' || (contradicts.length === 0 && isCertain(first, row));
    // Organisations of two countries are two, whatever their name.
    if (!isOne || contradicts.includes('country')) continue;
    said[at] = joined(first, row, columns, contradicts);
    into.set(row.row, first.row);
  }
  return { said, into };
}

function isGathered(field: string): boolean {
  const type = fieldOf(field)?.type;
  return type === 'choices' || type === 'labels' || type === 'text';
}

/** Fields of one value in which the rows differ. */
function contradictions(first: UnderstoodRow, row: UnderstoodRow): readonly string[] {
  return Object.entries(row.values).flatMap(([field, value]) => {
    const before = first.values[field] ?? null;
    const differs = field !== 'name' && before !== null && !isGathered(field) && !says(field, before, value);
    return differs ? [field] : [];
  });
}

/** Rows of one name are one organisation where they share what only one has, or where the later adds to lists alone. */
function isCertain(first: UnderstoodRow, row: UnderstoodRow): boolean {
  const fields = Object.keys(row.values);
  const shares = fields.some((field) => telling.has(field) && first.values[field] !== undefined);
  return shares || fields.every((field) => isGathered(field) || first.values[field] !== undefined);
}

function joined(
  first: UnderstoodRow,
  row: UnderstoodRow,
  columns: readonly Column[],
  contradicts: readonly string[],
): UnderstoodRow {
  const values: Record<string, FieldValue> = { ...first.values };
  const kept = [...first.kept, ...row.kept];
  for (const [field, value] of Object.entries(row.values)) {
    const before = values[field] ?? null;
    if (before === null) values[field] = value;
    else if (fieldOf(field)?.type === 'text') values[field] = withLines(String(before), String(value));
    else if (isGathered(field)) values[field] = merged(field, before, value);
  }
  if (
    contradicts.includes('region') ||
    (first.values.region === undefined && row.values.region !== undefined)
  )
    actsIn(values, [first.values.region, row.values.region]);
  for (const field of contradicts.filter((one) => one !== 'region')) {
    const column = columns.find(({ target }) => target === field);
    if (column !== undefined) kept.push(noteLine(column.heading, typedText(row.cells[column.index])));
  }
  return { ...first, values, kept: [...new Set(kept)] };
}

/** A region that changes from row to row is none of the seat: the organisation acts in each of them. */
function actsIn(values: Record<string, FieldValue>, regions: readonly (FieldValue | undefined)[]): void {
  const named = regions.filter((region) => typeof region === 'string');
  const before = Array.isArray(values.regions) ? (values.regions as readonly string[]) : [];
  if (named.length < 2 && before.length === 0) return;
  values.regions = [...new Set([...before, ...named])];
  delete values.region;
}

/** A text with the lines that it does not hold yet. */
function withLines(before: string, more: string): string {
  const lines = before.split('\n');
  return [...lines, ...more.split('\n').filter((line) => !lines.includes(line))].join('\n').slice(0, 65_536);
}
