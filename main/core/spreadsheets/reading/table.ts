import type { Encoding } from '../../contract/spreadsheets/encodings';

/** A spreadsheet as the reader hands it over: plain values, no formula, no style, nothing to follow. */

/** A cell that is more than a text, a number or a truth value. */
export interface SpecialCell {
  readonly is: 'plain' | 'day' | 'error';
  /** For a day `YYYY-MM-DD`; for an error what the cell shows (`#REF!`). */
  readonly value: string | number | boolean | null;
  /**
   * The value was computed by a formula, as the file remembers it (X06), stands in merged cells (X09), has more digits
   * than spreadsheets keep (X11), or is the address behind the words of the cell.
   */
  readonly from?: 'formula' | 'merge' | 'digits' | 'link';
}

export type Cell = null | string | number | boolean | SpecialCell;

export interface SheetTable {
  readonly name: string;
  readonly state: 'visible' | 'hidden';
  /** By row of the sheet, from its first one; a row or a cell may be missing. */
  readonly rows: readonly (readonly Cell[] | undefined)[];
  /** Merged areas: first row, first column, last row, last column, from 0. */
  readonly merges: readonly (readonly [number, number, number, number])[];
  /** Known when the whole sheet is read; absent = nothing of the kind. */
  readonly beside?: Beside;
}

/** What a sheet holds beside its values; rows and columns from 0. */
export interface Beside {
  /** Rows with values that the sheet does not show: hidden or filtered out. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Comments on cells. */
  readonly notes: readonly Attached[];
  /** Addresses behind the words of cells; nothing ever follows them. */
  readonly links: readonly Attached[];
}

/** A text that belongs to a cell. */
export interface Attached {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export type SheetKind = 'xlsx' | 'xls' | 'ods' | 'text';

export interface ReadTables {
  readonly kind: SheetKind;
  readonly sheets: readonly SheetTable[];
  /** How a text file is written, to write it back the same way. */
  readonly text: (TextManner & ReadText) | null;
  /** What the file could fetch from elsewhere: it was left alone. */
  readonly ignored?: 'connections';
}

/** How a text file was read. */
export interface ReadText {
  /** The encoding that was found, or told. */
  readonly readAs: Encoding;
  /** Rows, from 1, with a quote that opens or closes nothing: it is kept as text. */
  readonly strayQuotes: readonly number[];
}

export interface TextManner {
  readonly encoding: 'utf8' | 'utf8_bom' | 'utf16le' | 'windows1252';
  readonly separator: ';' | ',' | '\t' | '|';
  readonly newline: '\n' | '\r\n';
}

function special(cell: Cell | undefined): SpecialCell | null {
  return typeof cell === 'object' ? cell : null;
}

/** The value inside a cell. */
export function bareValue(cell: Cell | undefined): string | number | boolean | null {
  return typeof cell === 'object' ? (cell?.value ?? null) : (cell ?? null);
}

export function isDay(cell: Cell | undefined): boolean {
  return special(cell)?.is === 'day';
}

export function isError(cell: Cell | undefined): boolean {
  return special(cell)?.is === 'error';
}

/** Where the value comes from, when not from typing. */
export function originOf(cell: Cell | undefined): SpecialCell['from'] {
  return special(cell)?.from;
}

/** What a person sees in the cell: days as `14/08/2026`. */
export function typedText(cell: Cell | undefined): string {
  const value = bareValue(cell);
  if (value === null) return '';
  if (isDay(cell)) return String(value).split('-').reverse().join('/');
  return String(value);
}
