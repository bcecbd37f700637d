import type { Language } from '../contract/values';
import type { OutSheet } from './out-sheet';
import { continuedHeading } from './understanding/own-headings';
import { longestCell, type OutCell, text } from './writing';

/** Texts longer than a cell of a workbook holds: they go on in a column beside theirs, and are read back whole. Pure. */

/** The sheet with a further column after each one that holds such a text. */
export function continued(sheet: OutSheet, language: Language): OutSheet {
  const pieces = sheet.headings.map((_, column) =>
    Math.max(1, ...sheet.rows.map((row) => piecesOf(row[column]).length)),
  );
  if (pieces.every((count) => count === 1)) return sheet;
  const headings = sheet.headings.flatMap((heading, column) =>
    Array.from({ length: pieces[column] ?? 1 }, (_, piece) =>
      piece === 0 ? heading : continuedHeading(heading, language),
    ),
  );
  const rows = sheet.rows.map((row) =>
    row.flatMap((cell, column) => {
      const own = piecesOf(cell);
      return Array.from({ length: pieces[column] ?? 1 }, (_, piece) => own[piece] ?? text(''));
    }),
  );
  return { ...sheet, headings, rows };
}

function piecesOf(cell: OutCell | undefined): readonly OutCell[] {
  if (cell === undefined) return [];
  if (cell.is !== 'text' || cell.text.length <= longestCell) return [cell];
  const pieces: OutCell[] = [];
  let rest = cell.text;
  while (rest.length > longestCell) {
    const cut = cutOf(rest);
    pieces.push(text(rest.slice(0, cut)));
    rest = rest.slice(cut);
  }
  return [...pieces, text(rest)];
}

/** Looked for so far before the end of a piece, in UTF-16 units. */
const searched = 2_000;

/** Where a text is cut: within a word, so that no space at an edge is lost, and not within a character. */
function cutOf(whole: string): number {
  for (let cut = longestCell; cut > longestCell - searched; cut -= 1)
    if (/^[\p{L}\p{N}]{2}$/u.test(whole.slice(cut - 1, cut + 1))) return cut;
  return longestCell;
}
