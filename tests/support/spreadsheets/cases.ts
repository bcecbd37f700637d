import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportView, RowView } from '../../../main/core/contract/spreadsheets/operations';
import { committeeLaptop, type Laptop } from '../laptop';
import { openSheet, rowsOf } from './files';

/** Files that were read wrongly once, in tests/fixtures/cases: made-up content in the form that was met. */

/** The bytes of a case. */
export function bytesOfCase(name: string): Buffer {
  return readFileSync(join(process.cwd(), 'tests', 'fixtures', 'cases', '2026-12', name));
}

/** A file opened as an import by a committee of its own. */
export interface OpenedCase {
  readonly laptop: Laptop;
  readonly view: ImportView;
  readonly rows: readonly RowView[];
  /** What a field of a row would become; undefined when no column of the file fills it. */
  value(row: number, field: string): unknown;
  throwAway(): void;
}

/** Opens a case as the committee of a country. */
export async function openedCase(name: string, country = 'SN'): Promise<OpenedCase> {
  return openedBytes(name, bytesOfCase(name), country);
}

/** The same for other bytes. */
export async function openedBytes(
  name: string,
  bytes: Uint8Array | string,
  country = 'SN',
): Promise<OpenedCase> {
  const laptop = await committeeLaptop(country);
  const view = await openSheet(laptop, name, bytes);
  const rows = await rowsOf(laptop, view.import);
  const value = (row: number, field: string) => {
    const column = view.columns.find(({ target }) => target === field);
    return column === undefined ? undefined : rows[row]?.cells[column.index]?.value;
  };
  return { laptop, view, rows, value, throwAway: () => laptop.throwAway() };
}
