import { DomainError, type ErrorCode } from '../../contract/errors';
import { limits } from './limits';
import { valueFault } from './row-values';
import { decodeUtf8, isForbiddenKey, parseCanonicalLine } from './strict-json';
import { type Row, type RowValue, rowKey, type TableField, type TableSchema } from './table-schema';

/** Rows as compact JSON lines, in one form only (PACKAGES.md §1.4). */

/** What the rows of a table must agree with; null where there is nothing to agree with. */
export interface RowBinding {
  /** Party code that the owner field must hold (P09). */
  readonly owner: string | null;
  /** Quarter that the period field must hold (P06). */
  readonly period: string | null;
}

export const unbound: RowBinding = { owner: null, period: null };

type Place = Readonly<Record<string, string | number>>;

function isRowValue(value: unknown): value is RowValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value);
}

/** A key that stands where a field of another name should. */
function strangeKey(keys: readonly string[], place: Place): DomainError {
  const forbidden = keys.find(isForbiddenKey);
  return forbidden === undefined
    ? new DomainError('P05', place)
    : new DomainError('J04', { ...place, key: forbidden });
}

function checkedValue(field: TableField, value: unknown, place: Place): RowValue {
  const fault = valueFault(field, value);
  if (fault !== null || !isRowValue(value))
    throw new DomainError(fault ?? 'P06', { ...place, field: field.name });
  return value;
}

/** Builds the row field by field, so that no key of the file ever names a property by itself. */
function rowOf(schema: TableSchema, value: unknown, place: Place): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DomainError('P04', place);
  const keys = Object.keys(value);
  const named =
    keys.length === schema.fields.length && schema.fields.every(({ name }, index) => keys[index] === name);
  if (!named) throw strangeKey(keys, place);
  const row: Record<string, RowValue> = {};
  for (const field of schema.fields) {
    const content = (value as Readonly<Record<string, unknown>>)[field.name];
    row[field.name] = checkedValue(field, content, place);
  }
  return row;
}

/** Order of two rows by their primary key: numbers as numbers, text by its (ASCII) bytes. */
export function compareRows(schema: TableSchema, left: Row, right: Row): number {
  for (const name of schema.primaryKey) {
    const a = left[name] as string | number;
    const b = right[name] as string | number;
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

function bindingFault(
  schema: TableSchema,
  row: Row,
  binding: RowBinding,
): { code: ErrorCode; field: string } | null {
  const { owner, period } = schema;
  if (owner !== undefined && binding.owner !== null && row[owner] !== binding.owner)
    return { code: 'P09', field: owner };
  if (period !== undefined && binding.period !== null && row[period] !== binding.period) {
    return { code: 'P06', field: period };
  }
  return null;
}

function isTooLong(line: string): boolean {
  // A UTF-16 unit takes three bytes at most.
  return line.length * 3 > limits.line && Buffer.byteLength(line) > limits.line;
}

/** A code of the JSON layer gets the place of its row. */
function parseLine(line: string, place: Place): unknown {
  try {
    return parseCanonicalLine(line);
  } catch (error) {
    if (error instanceof DomainError) throw new DomainError(error.code, { ...place, ...error.params });
    throw error;
  }
}

/**
 * Reads a table row by row; nothing is kept but the row at hand.
 * @param bytes content of `data/<table>.ndjson`
 * @throws DomainError J01–J07, M08 (rows), P04 (line, order), P05–P07, P09–P11; params.table, params.line, params.field
 */
export function* readRows(schema: TableSchema, bytes: Uint8Array, binding: RowBinding): Generator<Row> {
  const table = schema.name;
  const text = decodeUtf8(bytes);
  let previous: Row | null = null;
  let line = 0;
  for (let start = 0; start < text.length; line += 1) {
    const place = { table, line: line + 1 };
    const end = text.indexOf('\n', start);
    if (end < 0) throw new DomainError('P04', { ...place, reason: 'end' });
    if (end === start) throw new DomainError('P04', { ...place, reason: 'empty' });
    const content = text.slice(start, end);
    if (isTooLong(content)) {
      throw new DomainError('P04', { ...place, reason: 'length' });
    }
    if (line >= (schema.maxRows ?? limits.rowsATable)) {
      throw new DomainError('M08', { what: 'rows', table, limit: schema.maxRows ?? limits.rowsATable });
    }
    const row = rowOf(schema, parseLine(content, place), place);
    const fault = bindingFault(schema, row, binding);
    if (fault !== null) throw new DomainError(fault.code, { ...place, field: fault.field });
    const order = previous === null ? -1 : compareRows(schema, previous, row);
    if (order === 0) throw new DomainError('P07', place);
    if (order > 0) throw new DomainError('P04', { ...place, reason: 'order' });
    yield row;
    previous = row;
    start = end + 1;
  }
}

export interface WrittenTable {
  readonly bytes: Uint8Array;
  /** Number of rows. */
  readonly rows: number;
}

/** The fields of a row in the order of the schema. */
function inOrder(schema: TableSchema, row: Row): Row {
  return Object.fromEntries(schema.fields.map(({ name }) => [name, row[name] ?? null]));
}

/**
 * Content of `data/<table>.ndjson`: rows checked as a reader would and sorted by primary key.
 * @throws DomainError M08, P04–P07, P10, P11, J05–J07 with params.table and params.line (place in the given order)
 */
export function writeRows(schema: TableSchema, rows: readonly Row[]): WrittenTable {
  const table = schema.name;
  if (rows.length > (schema.maxRows ?? limits.rowsATable)) {
    throw new DomainError('M08', { what: 'rows', table, limit: schema.maxRows ?? limits.rowsATable });
  }
  const checked = rows.map((row, index) => {
    const place = { table, line: index + 1 };
    const keys = Object.keys(row);
    if (keys.length !== schema.fields.length) throw new DomainError('P05', place);
    for (const field of schema.fields) {
      if (!Object.hasOwn(row, field.name)) throw new DomainError('P05', { ...place, field: field.name });
      checkedValue(field, row[field.name], place);
    }
    const isInOrder = schema.fields.every(({ name }, at) => keys[at] === name);
    return isInOrder ? row : inOrder(schema, row);
  });
  checked.sort((left, right) => compareRows(schema, left, right));
  const lines = checked.map((row, index) => {
    const before = checked[index - 1];
    if (before !== undefined && compareRows(schema, before, row) === 0)
      throw new DomainError('P07', { table });
    const line = JSON.stringify(row);
    if (isTooLong(line)) throw new DomainError('P04', { table, reason: 'length' });
    return line;
  });
  return { bytes: Buffer.from(lines.length === 0 ? '' : `${lines.join('\n')}\n`, 'utf8'), rows: rows.length };
}

/** What a reader would refuse of a row that is to be written. */
export interface RowFault {
  /** Key of the row. */
  readonly row: string;
  readonly field: string;
  /** As `valueFault`; P04 = all its texts together are longer than a line may be, `field` is the longest. */
  readonly code: ErrorCode;
}

/** Faults of rows in the order of rows and fields, `most` of them: what keeps `writeRows` from writing them. */
export function rowFaults(schema: TableSchema, rows: readonly Row[], most: number): readonly RowFault[] {
  const faults: RowFault[] = [];
  for (const row of rows) {
    const before = faults.length;
    let length = 0;
    let longest = { field: '', length: 0 };
    for (const field of schema.fields) {
      const value = row[field.name] ?? null;
      const code = valueFault(field, value);
      if (code !== null) faults.push({ row: rowKey(schema, row), field: field.name, code });
      if (typeof value !== 'string') continue;
      length += value.length;
      if (value.length > longest.length) longest = { field: field.name, length: value.length };
    }
    // A character takes six bytes at most; only then is the line made.
    if (faults.length === before && length * 6 > limits.line && isTooLong(JSON.stringify(row)))
      faults.push({ row: rowKey(schema, row), field: longest.field, code: 'P04' });
    if (faults.length >= most) break;
  }
  return faults.slice(0, most);
}
