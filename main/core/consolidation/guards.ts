import type { Message } from '../contract/values';
import type { NatureCounts } from './difference';

/** Guards against a mass change that nobody meant (PACKAGES.md §1.8 V15): the coordinator types the committee's code. */

/**
 * Below this many rows a share says nothing: one row of nine is already more than a tenth, and the whole table stands
 * on one screen of the review, where every row is seen anyway.
 */
export const fewestRows = 10;

/**
 * D01 for each table of which more than a tenth is gone, with notice or without, or of which nothing is left however
 * small it was; D02 for each table of which more than half changed. `params`: table, rows (concerned), percent.
 * @param counts of the tables that accepting would replace
 */
export function guardsOf(counts: readonly NatureCounts[]): Message[] {
  return counts.flatMap((count) => {
    const gone = count.removed + count.vanished;
    const before = gone + count.changed + count.identical;
    const emptied = gone > 0 && gone === before && count.new === 0;
    const guards: Message[] = [];
    if (emptied || (before >= fewestRows && gone * 10 > before)) {
      guards.push(guard('D01', count.table, gone, before));
    }
    if (before >= fewestRows && count.changed * 2 > before) {
      guards.push(guard('D02', count.table, count.changed, before));
    }
    return guards;
  });
}

/** Rounded up, so that the sentence never says less than the limit that was passed. */
function guard(code: 'D01' | 'D02', table: string, rows: number, before: number): Message {
  return { code, params: { table, rows, percent: Math.ceil((rows * 100) / before) } };
}
