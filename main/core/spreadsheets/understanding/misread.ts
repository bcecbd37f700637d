import { bareValue, type Cell } from '../reading/table';
import { repaired } from '../reading/text-encoding';
import type { CandidateRow } from './sort-rows';

/**
 * UTF-8 that a program once read as Latin-1 shows in a whole list, not in one cell of it. `whole`: of the cells that hold
 * letters beyond ASCII at most one in ten cannot be put right, and what comes out are words of French or Arabic; they are
 * put right. `some`: fewer can; the right text is proposed and nothing is changed. Pure.
 */
export type Misread = 'none' | 'some' | 'whole';

const beyondAscii = /[\u0080-\uFFFF]/;
const soundAtMost = 0.1;

const known = new WeakMap<readonly CandidateRow[], Misread>();

/** How much of these rows was misread; they are looked through once. */
export function misreadOf(rows: readonly CandidateRow[]): Misread {
  const before = known.get(rows);
  if (before !== undefined) return before;
  const found = freshlyFound(rows);
  known.set(rows, found);
  return found;
}

function freshlyFound(rows: readonly CandidateRow[]): Misread {
  let wrong = 0;
  let sound = 0;
  for (const { cells } of rows) {
    for (const cell of cells) {
      const text = bareValue(cell);
      if (typeof text !== 'string' || !beyondAscii.test(text)) continue;
      if (repaired(text) === null) sound += 1;
      else wrong += 1;
    }
  }
  if (wrong === 0) return 'none';
  return sound <= (wrong + sound) * soundAtMost ? 'whole' : 'some';
}

/** The text of a cell put right, or null where nothing is to be put right. */
export function rightTextOf(cell: Cell | undefined): string | null {
  const text = bareValue(cell);
  return typeof text === 'string' && beyondAscii.test(text) ? repaired(text) : null;
}

/** The cell put right. */
export function rightCell(cell: Cell | undefined): Cell | undefined {
  const right = rightTextOf(cell);
  if (right === null) return cell;
  return typeof cell === 'object' && cell !== null ? { ...cell, value: right } : right;
}
