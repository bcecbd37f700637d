import { DomainError } from '../../../contract/errors';
import { besideOf, linkOfFormula } from '../beside';
import { limits } from '../limits';
import { apart } from '../merges';
import { formatOf, type NumberFormat, shownNumber } from '../number-format';
import { inPieces } from '../rows-ahead';
import type { Attached, Cell, SheetTable } from '../table';
import { richText, type SharedStrings, withoutEscapes } from './strings';
import { XmlReader } from './xml-reader';

/**
 * The cells of one sheet, taken from its XML as they come: values that the file remembers, nothing evaluated. Empty
 * rows and cells cost a glance, however many there are.
 */

export interface BookContext {
  readonly strings: SharedStrings;
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[];
  /** Days from the 1900 system to that of the file. */
  readonly shift: number;
  /** Cells that all sheets together may still have. */
  readonly budget: { cells: number };
}

/** Reads a sheet; `take` gets its rows from one place on, as soon as they are read. Throws X01, X03. */
export function sheetCells(
  xml: Buffer,
  book: BookContext,
  take: (rows: SheetTable['rows'], from: number) => void,
  attached: AttachedToCells = nothing,
): Pick<SheetTable, 'rows' | 'merges' | 'beside'> {
  const reader = new XmlReader(xml);
  const rows: Cell[][] = [];
  const ahead = inPieces(rows, take);
  const merges: SheetTable['merges'][number][] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  const links: Attached[] = [];
  let row = -1;
  let column = -1;
  while (reader.next()) {
    if (reader.isClosing) continue;
    switch (reader.name) {
      case 'row':
        row = numberOfRow(reader.attribute('r')) ?? row + 1;
        column = -1;
        ahead.before(row);
        if (isSet(reader.attribute('hidden'))) hiddenRows.push(row);
        break;
      case 'col':
        if (isSet(reader.attribute('hidden'))) hiddenColumns.push(...columnsOf(reader));
        break;
      case 'c': {
        const reference = reader.attribute('r');
        column = columnOf(reference) ?? column + 1;
        const value = cellValue(reader, book, (text) => links.push({ row: Math.max(0, row), column, text }));
        if (value !== null) place(rows, Math.max(0, row), column, value, book.budget);
        break;
      }
      case 'mergeCell': {
        const area = areaOf(reader.attribute('ref') ?? '');
        if (area !== null) merges.push(area);
        break;
      }
      case 'hyperlink': {
        const at = cellAt(reader.attribute('ref') ?? '');
        const text = attached.linkOf(reader.attribute('id'));
        if (at !== null && text !== null) links.push({ ...at, text });
      }
    }
  }
  ahead.rest();
  const beside = besideOf(rows, { hiddenRows, hiddenColumns, notes: attached.notes, links });
  return { rows, merges: apart(merges), ...beside };
}

function place(
  rows: Cell[][],
  row: number,
  column: number,
  value: Cell,
  budget: BookContext['budget'],
): void {
  if (row >= limits.rows) throw new DomainError('X03', { what: 'rows', limit: limits.rows });
  if (column >= limits.columns) throw new DomainError('X03', { what: 'columns', limit: limits.columns });
  let cells = rows[row];
  if (cells === undefined) {
    cells = [];
    rows[row] = cells;
  }
  // Gaps are memory too: they count.
  budget.cells -= Math.max(1, column + 1 - cells.length);
  if (budget.cells < 0) throw new DomainError('X03', { what: 'cells', limit: limits.cells });
  while (cells.length < column) cells.push(null);
  cells[column] = value;
}

/** The value of the cell under the reader, which then stands after it. */
function cellValue(reader: XmlReader, book: BookContext, leadsTo: (address: string) => void): Cell {
  if (reader.isEmpty) return null;
  const type = reader.attribute('t') ?? 'n';
  const style = reader.attribute('s');
  let typed: string | null = null;
  let inline = '';
  let isFormula = false;
  while (reader.next()) {
    if (reader.isClosing) {
      if (reader.name === 'c') break;
    } else if (reader.name === 'v') typed = reader.text();
    else if (reader.name === 'f') {
      isFormula = true;
      const address = linkOfFormula(reader.text());
      if (address !== null) leadsTo(address);
    } else if (reader.name === 'is') inline = richText(reader);
  }
  const value =
    type === 'inlineStr'
      ? textCell(inline)
      : typed === null || typed === ''
        ? null
        : typedCell(type, typed, style === null ? unstyled : (book.formats[Number(style)] ?? unstyled), book);
  if (!isFormula || value === null) return value;
  return typeof value === 'object' ? { ...value, from: 'formula' } : { is: 'plain', value, from: 'formula' };
}

/** What a cell of this type says (ECMA-376 §18.18.11). */
function typedCell(type: string, typed: string, format: NumberFormat, book: BookContext): Cell {
  switch (type) {
    case 's': {
      // A list that lost its texts is not an empty one.
      if (book.strings.isEmpty()) throw new DomainError('X01', { why: 'damaged' });
      return textCell(book.strings.text(Number(typed)) ?? '');
    }
    case 'str':
      return textCell(withoutEscapes(typed));
    case 'b':
      return typed.trim() === '1' || typed.trim() === 'true';
    case 'e':
      return { is: 'error', value: typed.startsWith('#') ? typed.trim() : '#N/A' };
    case 'd':
      return /^\d{4}-\d\d-\d\d/.test(typed) ? { is: 'day', value: typed.slice(0, 10) } : textCell(typed);
    default:
      return numberCell(typed, format, book.shift);
  }
}

function textCell(text: string): Cell {
  return text.trim() === '' ? null : text;
}

const unstyled = formatOf('');

function numberCell(typed: string, format: NumberFormat, shift: number): Cell {
  const number = Number(typed);
  return Number.isFinite(number) ? shownNumber(number, typed, format, shift) : null;
}

/** What other parts attach to the cells of a sheet. */
export interface AttachedToCells {
  readonly notes: readonly Attached[];
  /** The address behind a relation of the sheet; null when there is none. */
  linkOf(relation: string | null): string | null;
}

const nothing: AttachedToCells = { notes: [], linkOf: () => null };

function isSet(attribute: string | null): boolean {
  return attribute === '1' || attribute === 'true';
}

/** The columns, from 0, that an element `col` stands for. */
function columnsOf(reader: XmlReader): number[] {
  const from = Number(reader.attribute('min'));
  const to = Math.min(Number(reader.attribute('max')), limits.columns);
  return from >= 1 && to >= from ? Array.from({ length: to - from + 1 }, (_, index) => from - 1 + index) : [];
}

/** The first cell of a reference (`B2`, `B2:C2`), from 0; null when it is none. */
export function cellAt(reference: string): Pick<Attached, 'row' | 'column'> | null {
  const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})/.exec(reference) ?? [];
  const column = columnOf(letters ?? null);
  return column === null ? null : { row: Number(row) - 1, column };
}

/** Row from 0; null when the file leaves it to be counted. Throws X01. */
function numberOfRow(typed: string | null): number | null {
  if (typed === null) return null;
  const number = Number(typed);
  if (!Number.isInteger(number) || number < 1) throw new DomainError('X01', { why: 'damaged' });
  return number - 1;
}

/** Column from 0 of a reference (`AB12`); null without one. */
function columnOf(reference: string | null): number | null {
  if (reference === null) return null;
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? null : column - 1;
}

function areaOf(reference: string): SheetTable['merges'][number] | null {
  const [, left, top, right, bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  const [from, to] = [columnOf(left ?? null), columnOf(right ?? null)];
  return from === null || to === null ? null : [Number(top) - 1, from, Number(bottom) - 1, to];
}
