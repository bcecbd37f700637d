import { writeFileSync } from 'node:fs';
import { type BookType, utils, write } from 'xlsx';
import type { Laptop } from '../laptop';

/** Spreadsheets that tests make by code, as the committees' own look. */

export type SheetRows = readonly (readonly (string | number | boolean | Date | null)[])[];

/** The bytes of a workbook with these sheets. */
export function workbook(sheets: Readonly<Record<string, SheetRows>>, bookType: BookType = 'xlsx'): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(
        rows.map((row) => [...row]),
        { UTC: true },
      ),
      name,
    );
  }
  return write(book, { type: 'buffer', bookType, compression: true }) as Buffer;
}

/** Puts bytes on a laptop as a file the user chose; gives its handle. */
export function chosen(laptop: Laptop, name: string, bytes: Uint8Array | string): string {
  const path = laptop.path(name);
  writeFileSync(path, bytes);
  return laptop.choose(path);
}

/** Opens a file as an import. */
export function openSheet(laptop: Laptop, name: string, bytes: Uint8Array | string) {
  return laptop.call('spreadsheets.open', { file: chosen(laptop, name, bytes) });
}

/** The first rows of a proposed import. */
export async function rowsOf(laptop: Laptop, id: string) {
  const page = await laptop.call('spreadsheets.rows', { import: id, outcome: null, offset: 0, limit: 500 });
  return page.rows;
}

/** Names, acronyms and all other values of the register, by name. */
export async function register(laptop: Laptop) {
  const { rows } = await laptop.call('members.list', {
    search: '',
    filters: [],
    sort: { field: 'name', direction: 'ascending' },
    trashed: 'without',
    offset: 0,
    limit: 500,
  });
  return new Map(rows.map((row) => [String(row.values.name), row]));
}
