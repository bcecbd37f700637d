import type { Attached, Beside, SheetTable } from './table';

/** What stands beside the values of a sheet, gathered while it is read. */

const longestText = 5_000;
const textsAtMost = 20_000;

/** The parts of a table that hold something. */
export function besideOf(
  rows: SheetTable['rows'],
  found: {
    readonly hiddenRows: Iterable<number>;
    readonly hiddenColumns: Iterable<number>;
    readonly notes: readonly Attached[];
    readonly links: readonly Attached[];
  },
): { readonly beside?: Beside } {
  const holds = (row: number) => (rows[row] ?? []).some((cell) => cell !== null);
  const hiddenRows = [...new Set(found.hiddenRows)].filter(holds);
  const hidden = [...new Set(found.hiddenColumns)];
  const widest = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  const hiddenColumns = hidden.filter((column) => column < widest);
  const notes = texts(found.notes);
  const links = texts(found.links);
  const isNothing = hiddenRows.length + hiddenColumns.length + notes.length + links.length === 0;
  return isNothing ? {} : { beside: { hiddenRows, hiddenColumns, notes, links } };
}

function texts(all: readonly Attached[]): Attached[] {
  return all
    .filter(({ text }) => text.trim() !== '')
    .slice(0, textsAtMost)
    .map((one) => ({ ...one, text: one.text.slice(0, longestText) }));
}

/** The address that a formula `HYPERLINK("address"; "words")` leads to; null for any other formula. */
export function linkOfFormula(formula: string): string | null {
  return /^\s{0,9}(?:of:)?=?\s{0,9}HYPERLINK\(\s{0,9}"([^"]{1,2000})"/i.exec(formula)?.[1] ?? null;
}
