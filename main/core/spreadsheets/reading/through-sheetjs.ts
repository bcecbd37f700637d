import {
  type CellObject,
  CFB,
  type PartContainer,
  parse_xlscfb,
  parse_zip,
  utils,
  type WorkBook,
  type WorkSheet,
} from 'xlsx';
import { DomainError } from '../../contract/errors';
import type { Archive } from './archive';
import { limits } from './limits';
import { apart } from './merges';
import { dayOfSerial, isDayFormat } from './number-format';
import type { Cell, SheetTable } from './table';
import { fromWindows1252 } from './text-encoding';

/** XLS and ODS through SheetJS, of which only the cached values are taken: nothing is evaluated or followed. */

interface CompoundFiles {
  read(bytes: Buffer, options: { readonly type: 'buffer' }): PartContainer;
  readonly utils: {
    cfb_new(): PartContainer;
    cfb_add(container: PartContainer, name: string, content: Buffer): void;
  };
}
const containers: CompoundFiles = CFB;

/** How SheetJS is asked to read: bare values and the codes of their formats. */
export const options = {
  dense: true,
  cellText: false,
  cellNF: true,
  cellHTML: false,
  cellDates: false,
  bookDeps: false,
  sheetRows: limits.rows + 1,
} as const;

/** Rows of an XLS sheet: all are read, so that none beyond the limit is lost unsaid. */
const rowsOfXls = 65_536;

const odsParts = /^(META-INF\/manifest\.xml|content\.xml|styles\.xml)$/;

/** Reads the parts of an OpenDocument sheet. Throws X01–X03. */
export function readOds(archive: Archive): SheetTable[] {
  const container = containers.utils.cfb_new();
  for (const name of archive.names.filter((name) => odsParts.test(name))) {
    const part = archive.part(name);
    if (name.startsWith('META-INF') && part.includes('encryption-data')) throw new DomainError('X02');
    containers.utils.cfb_add(container, name, part);
  }
  return tablesOf(parsed(() => parse_zip(container, { ...options })));
}

/** Reads an old binary workbook. Throws X01–X03, X05. */
export function readCompound(bytes: Buffer): SheetTable[] {
  const container = parsed(() => containers.read(bytes, { type: 'buffer' }));
  if (container.FullPaths.some((path) => /\/(EncryptedPackage|EncryptionInfo)$/i.test(path)))
    throw new DomainError('X02');
  if (container.FullPaths.some((path) => /_VBA_PROJECT_CUR|\/Macros\//i.test(path))) {
    throw new DomainError('X05', { what: 'macros' });
  }
  if (!container.FullPaths.some((path) => /\/(Workbook|Book)$/i.test(path)))
    throw new DomainError('X01', { why: 'kind' });
  return tablesOf(parsed(() => parse_xlscfb(container, { ...options, sheetRows: rowsOfXls + 1 })));
}

/** What SheetJS cannot read is no sheet, or one with a password. */
function parsed<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw /password|encrypt/i.test(why) ? new DomainError('X02') : new DomainError('X01', { why: 'damaged' });
  }
}

/** The tables of a workbook that SheetJS parsed. Throws X03. */
export function tablesOf(book: WorkBook): SheetTable[] {
  if (book.SheetNames.length > limits.sheets)
    throw new DomainError('X03', { what: 'sheets', limit: limits.sheets });
  const budget = { cells: limits.cells };
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    return {
      name: name.slice(0, 100),
      state: hidden ? ('hidden' as const) : ('visible' as const),
      rows:
        sheet === undefined
          ? []
          : rowsOf(sheet, budget, book.Workbook?.WBProps?.date1904 === true ? 1_462 : 0),
      merges: apart((sheet?.['!merges'] ?? []).map(({ s, e }) => [s.r, s.c, e.r, e.c] as const)),
    };
  });
}

function rowsOf(sheet: WorkSheet, budget: { cells: number }, shift: number): (Cell[] | undefined)[] {
  // A used range beyond the limit counts only when a value stands there.
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  if (data.length > limits.rows) throw new DomainError('X03', { what: 'rows', limit: limits.rows });
  refuseFullRange(sheet, data.length);
  const rows: (Cell[] | undefined)[] = [];
  for (let at = 0; at < data.length; at += 1) {
    const cells = data[at];
    if (cells === undefined) continue;
    const row: Cell[] = [];
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (cell === undefined) continue;
      const value = cellOf(cell, shift);
      if (value === null) continue;
      if (column >= limits.columns) throw new DomainError('X03', { what: 'columns', limit: limits.columns });
      budget.cells -= 1;
      if (budget.cells < 0) throw new DomainError('X03', { what: 'cells', limit: limits.cells });
      while (row.length < column) row.push(null);
      row.push(value);
    }
    if (row.length > 0) rows[at] = row;
  }
  return rows;
}

/** The parser stopped at its limit while rows with cells were still to come. */
function refuseFullRange(sheet: WorkSheet, parsedRows: number): void {
  const full = sheet['!fullref'];
  if (full === undefined || parsedRows < limits.rows) return;
  if (utils.decode_range(full).e.r >= limits.rows)
    throw new DomainError('X03', { what: 'rows', limit: limits.rows });
}

function cellOf(cell: CellObject, shift: number): Cell {
  const plain = bareCell(cell, shift);
  if (cell.f === undefined || plain === null) return plain;
  return typeof plain === 'object'
    ? { ...plain, from: 'formula' }
    : { is: 'plain', value: plain, from: 'formula' };
}

function bareCell(cell: CellObject, shift: number): Cell {
  const { t, v } = cell;
  if (v === undefined || v === null || v === '') return null;
  if (t === 'e') return { is: 'error', value: String(cell.w ?? errorNames[Number(v)] ?? '#N/A') };
  if (t === 'b') return v === true;
  if (v instanceof Date) return { is: 'day', value: v.toISOString().slice(0, 10) };
  if (t === 'n' && typeof v === 'number') {
    const day = typeof cell.z === 'string' && isDayFormat(cell.z) ? dayOfSerial(v + shift) : null;
    return day === null ? v : { is: 'day', value: day };
  }
  // Excel 95 and before wrote Windows-1252.
  return typeof v === 'string' && v.trim() !== '' ? fromWindows1252(v) : null;
}

const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
