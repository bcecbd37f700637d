/** Where one is in the grid of the quarter's lines, and where a key leads. Columns are those that are typed. */

export const typedFields = ['state', 'quantity', 'comment'] as const;
export type TypedFieldName = (typeof typedFields)[number];

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** `next` and `previous` follow the reading order over the ends of lines; `entered` is what Enter does after typing. */
export type Move =
  | 'up'
  | 'down'
  | 'before'
  | 'after'
  | 'next'
  | 'previous'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last'
  | 'entered';

/** The place a move leads to, or null when it leaves the grid. */
export function placeAfter({ row, column }: Place, move: Move, rows: number): Place | null {
  const columns = typedFields.length;
  const at = row * columns + column;
  const inGrid = (place: Place) => (place.row >= 0 && place.row < rows ? place : null);
  const ordinal = (place: number) =>
    inGrid({ row: Math.floor(place / columns), column: ((place % columns) + columns) % columns });
  switch (move) {
    case 'up':
      return inGrid({ row: row - 1, column }) ?? { row, column };
    case 'down':
      return inGrid({ row: row + 1, column }) ?? { row, column };
    case 'before':
      return { row, column: Math.max(0, column - 1) };
    case 'after':
      return { row, column: Math.min(columns - 1, column + 1) };
    case 'next':
      return ordinal(at + 1);
    case 'previous':
      return ordinal(at - 1);
    case 'rowStart':
      return { row, column: 0 };
    case 'rowEnd':
      return { row, column: columns - 1 };
    case 'first':
      return { row: 0, column: 0 };
    case 'last':
      return { row: rows - 1, column: columns - 1 };
    case 'entered':
      // After the last column one goes on at the start of the next line, as on paper.
      return column === columns - 1
        ? (ordinal(at + 1) ?? { row, column })
        : (inGrid({ row: row + 1, column }) ?? { row, column });
  }
}

/** The move of a key that was pressed while nothing is typed, or null. Left and right are those of the screen. */
export function moveOfKey(
  event: { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean },
  direction: 'ltr' | 'rtl',
): Move | null {
  const forward = direction === 'ltr' ? 'ArrowRight' : 'ArrowLeft';
  const backward = direction === 'ltr' ? 'ArrowLeft' : 'ArrowRight';
  switch (event.key) {
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case forward:
      return 'after';
    case backward:
      return 'before';
    case 'Home':
      return event.ctrlKey ? 'first' : 'rowStart';
    case 'End':
      return event.ctrlKey ? 'last' : 'rowEnd';
    case 'Tab':
      return event.shiftKey ? 'previous' : 'next';
    default:
      return null;
  }
}
