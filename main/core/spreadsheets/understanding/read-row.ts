import type { FieldDescription, FieldValue } from '../../contract/fields';
import { cleanText } from '../../contract/text';
import type { Message } from '../../contract/values';
import { bareValue, type Cell, isError, typedText } from '../reading/table';
import { readFlag } from '../values/choices/flag';
import type { Pairs } from '../values/choices/list-words';
import { readChoice } from '../values/choices/one';
import type { DayOrder } from '../values/day';
import { readValue } from '../values/read-value';
import { type CellReading, empty, unread, why } from '../values/reading';
import { keyOf } from '../values/words';
import type { Column } from './mapping';
import { type Misread, rightCell, rightTextOf } from './misread';
import { headingContinuedBy } from './own-headings';
import { heldPlace, heldReading } from './places';
import type { CandidateRow } from './sort-rows';
import { fieldOf, type Mark, markOf, prefixTarget } from './targets';

/** One row understood: the values of a record, and what stays as typed. Pure. */

export interface UnderstoodRow {
  readonly row: number;
  readonly cells: readonly (Cell | undefined)[];
  readonly readings: readonly CellReading[];
  /** Values by field; what the row does not say is absent. */
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Lines for the notes: what could not be held elsewhere, as typed, after its heading. */
  readonly kept: readonly string[];
  readonly refusals: readonly Message[];
  /** `maybe`: the name may as well say that there is none (`RAS`). */
  readonly named: 'surely' | 'maybe';
}

export interface RowContext {
  readonly columns: readonly Column[];
  /** Country of the committee, for rows that name none. */
  readonly country: string | null;
  readonly today: string;
  readonly pairs: Pairs;
  /** By column. */
  readonly dayOrders: readonly DayOrder[];
  /** Theme columns stand for all themes: their absence says no. */
  readonly marks: 'complete' | 'partial';
  readonly misread: Misread;
  /** Whether the application wrote this list itself. */
  readonly list: 'own' | 'foreign';
}

/** What a column stands for: the same for every row of a list. */
interface Known {
  readonly column: Column;
  readonly field: FieldDescription | null;
  /** The choice that its marks stand for. */
  readonly mark: Mark | null;
  readonly isPlainNote: boolean;
  /** The text of the column before goes on here. */
  readonly isContinued: boolean;
}

interface KnownColumns {
  readonly all: readonly Known[];
  readonly country: Column | null;
  readonly prefix: Column | null;
  readonly hasMarks: boolean;
}

const known = new WeakMap<readonly Column[], KnownColumns>();

function knownColumns(columns: readonly Column[]): KnownColumns {
  const before = known.get(columns);
  if (before !== undefined) return before;
  const of = (target: string) => columns.find((column) => column.target === target) ?? null;
  const all = columns.map((column) => ({
    column,
    field: fieldOf(column.target),
    mark: markOf(column.target),
    isPlainNote: plainNote.test(column.heading),
    isContinued: headingContinuedBy(column.heading) !== null,
  }));
  const fresh = {
    all,
    country: of('country'),
    prefix: of(prefixTarget),
    hasMarks: all.some(({ mark }) => mark !== null),
  };
  known.set(columns, fresh);
  return fresh;
}

/** Understands a row. A row without a name, or with an error for a value, is refused. */
export function understandRow(candidate: CandidateRow, context: RowContext): UnderstoodRow {
  const { misread } = context;
  const cells = misread === 'whole' ? candidate.cells.map(rightCell) : candidate.cells;
  const { all, hasMarks, ...special } = knownColumns(context.columns);
  const country = countryOf(cells, special.country, context);
  const prefix = textOf(cells, special.prefix);
  const { pairs, today, list } = context;
  const common = { country, prefix, pairs, today, list };
  const byOrder = {
    day_first: { ...common, order: 'day_first' },
    mixed: { ...common, order: 'mixed' },
  } as const;
  const values: Record<string, FieldValue> = {};
  const kept: string[] = [...(candidate.remarks ?? [])];
  const refusals: Message[] = [];
  const marked: Mark[] = [];
  const read = all.map((column): CellReading => {
    const { index, heading } = column.column;
    const cell = cells[index];
    if (column.mark !== null) return readMark(cell, column.mark, marked);
    const { field } = column;
    if (field === null) return empty;
    if (isTooLong(cell)) {
      refusals.push(why('cell_too_long', { column: heading, limit: longestCell }));
      return unread('too_long');
    }
    const own = readValue(cell, field, byOrder[context.dayOrders[index] ?? 'day_first']);
    const reading = cell === candidate.cells[index] ? withProposal(own, cell, misread) : putRight(own);
    if (reading.how === 'empty') return reading;
    if (isError(cell)) refusals.push(why('error', { column: heading, typed: typedText(cell) }));
    // An organisation of a country that the programme does not know is not made one of this country.
    if (field.name === 'country' && reading.how === 'unread')
      refusals.push(why('country', { typed: typedText(cell).slice(0, 80) }));
    settle(reading, field, column, cell, values, kept);
    return reading;
  });
  if (context.marks === 'complete' && hasMarks) values.themes = listOf(values.themes);
  for (const { field, code } of marked)
    values[field.name] = [...new Set([...listOf(values[field.name]), code])];
  fillFurther(read, all, values, kept);
  const place = heldPlace(values, country);
  if (place !== null) Object.assign(values, { latitude: place.latitude, longitude: place.longitude });
  // A list in Arabic may leave the Latin name empty: the organisation goes by the name it has.
  if (values.name === undefined && typeof values.nameArabic === 'string') values.name = values.nameArabic;
  if (values.name === undefined) refusals.unshift(why('no_name'));
  if (kept.reduce((sum, line) => sum + line.length + 1, -1) > longestCell)
    refusals.push(why('notes_too_long', { limit: longestCell }));
  const doubted = read.some(isMaybeNothing);
  const of = (index: number) => all[index]?.field?.name;
  const settled = doubted
    ? read.map((one, index) => (of(index) === 'acronym' ? withoutDoubt(one, values) : one))
    : read;
  const named =
    doubted && read.some((one, index) => of(index) === 'name' && isMaybeNothing(one)) ? 'maybe' : 'surely';
  const readings =
    place === null ? settled : settled.map((one, at) => heldReading(one, all[at]?.field?.name, place));
  return { ...candidate, readings, values, kept, refusals, named };
}

/** Is this a word that says there is nothing, or a name? */
function isMaybeNothing(reading: CellReading): boolean {
  return 'why' in reading && reading.why?.code === 'maybe_nothing';
}

/** `ND` beside `Nouvelle Dynamique` is an acronym: its letters are initials of the name, in their order. */
function withoutDoubt(reading: CellReading, { acronym, name }: UnderstoodRow['values']): CellReading {
  if (!isMaybeNothing(reading) || !('value' in reading) || reading.value !== acronym) return reading;
  const initials = keyOf(String(name ?? ''))
    .split(' ')
    .map((word) => word.charAt(0));
  if (keyOf(String(name)) === keyOf(String(acronym))) return { how: 'as_typed', value: reading.value };
  let at = 0;
  for (const letter of keyOf(String(acronym))) {
    at = initials.indexOf(letter, at) + 1;
    if (at === 0) return reading;
  }
  return { how: 'as_typed', value: reading.value };
}

/** The longest text that a field of the register holds; a longer cell is looked at by nothing. */
const longestCell = 65_536;

function isTooLong(cell: Cell | undefined): boolean {
  const value = bareValue(cell);
  return typeof value === 'string' && value.length > longestCell;
}

/** A cell that may have been misread stays as it is, and says what it may have been. */
function withProposal(reading: CellReading, cell: Cell | undefined, misread: Misread): CellReading {
  const right = misread === 'some' && 'value' in reading ? rightTextOf(cell) : null;
  return right === null || !('value' in reading)
    ? reading
    : { ...reading, how: 'doubtful', why: why('misread', { proposed: right.slice(0, 200) }) };
}

/** What was read of a cell that was put right is not what stands in the file. */
function putRight(reading: CellReading): CellReading {
  return reading.how === 'as_typed' ? { ...reading, how: 'corrected' } : reading;
}

function listOf(value: FieldValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function textOf(cells: readonly (Cell | undefined)[], column: Column | null): string {
  return column === null ? '' : cleanText(typedText(cells[column.index]));
}

/** The country that the row names, read as its field is (`المغرب/Maroc`): its numbers and regions are of there. */
function countryOf(
  cells: readonly (Cell | undefined)[],
  column: Column | null,
  context: RowContext,
): string | null {
  if (column === null) return context.country;
  const reading = readChoice(cells[column.index], 'country', 'countries', {
    country: null,
    pairs: context.pairs,
  });
  return 'value' in reading && typeof reading.value === 'string' ? reading.value : context.country;
}

/** Puts what was read into the record; a second value of a field and what was not understood go to the notes. */
function settle(
  reading: Exclude<CellReading, { readonly how: 'empty' }>,
  { name, type }: FieldDescription,
  { column: { heading }, isPlainNote, isContinued }: Known,
  cell: Cell | undefined,
  values: Record<string, FieldValue>,
  kept: string[],
): void {
  if (reading.how === 'unread') {
    if (!isError(cell)) kept.push(noteLine(heading, typedText(cell)));
    return;
  }
  const before = values[name];
  if (name === 'notes' && isContinued && kept.length > 0)
    kept[kept.length - 1] = `${kept.at(-1) ?? ''}${String(reading.value)}`;
  else if (name === 'notes')
    kept.push(isPlainNote ? String(reading.value) : noteLine(heading, String(reading.value)));
  else if (before === undefined) values[name] = reading.value;
  else if (type === 'choices' || type === 'labels')
    values[name] = [...new Set([...listOf(before), ...listOf(reading.value)])];
  else if (type === 'text')
    values[name] = `${String(before)}${isContinued ? '' : '\n'}${String(reading.value)}`;
  else if (before !== reading.value) kept.push(noteLine(heading, typedText(cell)));
  if (reading.rest !== undefined) kept.push(noteLine(heading, reading.rest));
}

/** What cells tell beyond their own field fills fields that no column of the row fills; else it goes to the notes. */
function fillFurther(
  readings: readonly CellReading[],
  all: readonly Known[],
  values: Record<string, FieldValue>,
  kept: string[],
): void {
  readings.forEach((reading, at) => {
    if (!('also' in reading) || reading.also === undefined) return;
    for (const [name, value] of Object.entries(reading.also)) {
      if (values[name] === undefined) values[name] = value;
      else if (values[name] !== value) kept.push(noteLine(all[at]?.column.heading ?? '', String(value)));
    }
  });
}

/** A column of observations speaks for itself. */
const plainNote = /^\s*(obs|remarq|comment|notes?\b|ملاحظ)/iu;

/** `Tél. : 71 45`, with the space before the colon that French wants. */
export function noteLine(heading: string, typed: string): string {
  return `${heading}\u202F: ${cleanText(typed)}`;
}

function readMark(cell: Cell | undefined, mark: Mark, marked: Mark[]): CellReading {
  if (bareValue(cell) === null) return empty;
  const reading = readFlag(cell);
  if (reading.how === 'unread' || reading.how === 'empty')
    return reading.how === 'empty' ? empty : unread('mark');
  if (reading.value === true) marked.push(mark);
  return { how: 'as_typed', value: reading.value };
}
