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
import { besideOf, linkOfFormula } from './beside';
import { noListBut } from './file-kind';
import { limits } from './limits';
import { apart } from './merges';
import { dayFrom, formatOf, shownNumber } from './number-format';
import { hiddenInOds } from './ods-hidden';
import type { Attached, Beside, Cell, SheetTable } from './table';
import { fromWindows1252 } from './text-encoding';
import { utf8Part } from './xlsx/utf8-part';

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
    containers.utils.cfb_add(container, name, utf8Part(part));
  }
  // Streaming programs leave these out; SheetJS does not read a sheet without them.
  for (const name of ['META-INF/manifest.xml', 'styles.xml'])
    if (!archive.names.includes(name)) containers.utils.cfb_add(container, name, Buffer.from('<none/>'));
  const hidden = hiddenInOds(archive.part('content.xml'));
  return tablesOf(
    parsed(() => parse_zip(container, { ...options, cellText: true })),
    'ods',
    hidden,
  );
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
    throw noListBut(
      container.FullPaths.some((path) => /\/(WordDocument|PowerPoint Document)$/i.test(path))
        ? 'document'
        : undefined,
    );
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
export function tablesOf(
  book: WorkBook,
  kind: 'excel' | 'ods' = 'excel',
  hiddenRows: readonly (readonly number[])[] = [],
): SheetTable[] {
  if (book.SheetNames.length > limits.sheets)
    throw new DomainError('X03', { what: 'sheets', limit: limits.sheets });
  const budget = { cells: limits.cells };
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    const shift = book.Workbook?.WBProps?.date1904 === true ? 1_462 : 0;
    const read = (cell: CellObject) =>
      cellOf(cell, kind === 'ods' ? shownInOds : (number) => shownInExcel(number, shift));
    const rows = sheet === undefined ? [] : rowsOf(sheet, budget, read);
    return {
      name: name.slice(0, 100),
      state: hidden ? ('hidden' as const) : ('visible' as const),
      rows,
      merges: apart((sheet?.['!merges'] ?? []).map(({ s, e }) => [s.r, s.c, e.r, e.c] as const)),
      ...(sheet === undefined ? {} : besideCells(sheet, rows, hiddenRows[index])),
    };
  });
}

/** Hidden rows and columns, comments and links, as SheetJS gives them. */
function besideCells(
  sheet: WorkSheet,
  rows: SheetTable['rows'],
  hiddenRows: readonly number[] | undefined,
): { readonly beside?: Beside } {
  const [notes, links]: [Attached[], Attached[]] = [[], []];
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  for (const [row, cells] of data.entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      if (cell === undefined) continue;
      const address = cell.l?.Target ?? (cell.f === undefined ? null : linkOfFormula(cell.f));
      if (typeof address === 'string') links.push({ row, column, text: address });
      const said = cell.c?.map(({ t }) => t ?? '').join('\n') ?? '';
      if (said !== '') notes.push({ row, column, text: said });
    }
  }
  return besideOf(rows, {
    hiddenRows: hiddenRows ?? hiddenAmong(sheet['!rows']),
    hiddenColumns: hiddenAmong(sheet['!cols']),
    notes,
    links,
  });
}

function hiddenAmong(all: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] {
  const hidden: number[] = [];
  all?.forEach((one, index) => {
    if (one?.hidden === true) hidden.push(index);
  });
  return hidden;
}

function rowsOf(
  sheet: WorkSheet,
  budget: { cells: number },
  read: (cell: CellObject) => Cell,
): (Cell[] | undefined)[] {
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
      const value = read(cell);
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

type ShownNumber = (cell: CellObject & { readonly v: number }) => Cell;

function cellOf(cell: CellObject, shown: ShownNumber): Cell {
  const plain = bareCell(cell, shown);
  if (cell.f === undefined || plain === null) return plain;
  return typeof plain === 'object'
    ? { ...plain, from: 'formula' }
    : { is: 'plain', value: plain, from: 'formula' };
}

function bareCell(cell: CellObject, shown: ShownNumber): Cell {
  const { t, v } = cell;
  if (v === undefined || v === null || v === '') return null;
  if (t === 'e') return { is: 'error', value: String(cell.w ?? errorNames[Number(v)] ?? '#N/A') };
  if (t === 'b') return v === true;
  if (v instanceof Date) return { is: 'day', value: v.toISOString().slice(0, 10) };
  if (t === 'n' && typeof v === 'number') return shown({ ...cell, v });
  // Excel 95 and before wrote Windows-1252.
  return typeof v === 'string' && v.trim() !== '' ? fromWindows1252(v) : null;
}

function formatOfCell({ z }: CellObject) {
  return formatOf(typeof z === 'string' ? z : '');
}

function shownInExcel(cell: CellObject & { readonly v: number }, shift: number): Cell {
  return shownNumber(cell.v, String(cell.v), formatOfCell(cell), shift);
}

/** An OpenDocument sheet keeps what it shows, and names its days itself: SheetJS counts them from 31 December 1899. */
function shownInOds(cell: CellObject & { readonly v: number }): Cell {
  const format = formatOfCell(cell);
  if (format.shows === 'day' && cell.v < 1) return { is: 'day', value: dayFrom(31, Math.floor(cell.v)) };
  const shown = cell.w?.trim() ?? '';
  if (/^-?[\d.,\s]{1,20}%$/.test(shown)) return shown.replace(/\s*%$/, ' %');
  if (isSameDigits(shown, cell.v)) return shown;
  return shownNumber(cell.v, String(cell.v), format, 0);
}

/** A code with zeros in front, or a telephone in groups, of this number; thousands are a number. */
function isSameDigits(shown: string, number: number): boolean {
  if (shown.length > 40 || !/^\+?\d[\d\s()./-]*$/.test(shown)) return false;
  if (/^\d{1,3}(\s\d{3})*$/.test(shown) && !shown.startsWith('0')) return false;
  const digits = shown.replace(/\D/g, '');
  return shown !== String(number) && digits.replace(/^0+/, '') === String(number);
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
