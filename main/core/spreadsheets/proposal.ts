import { setImmediate as breathe } from 'node:timers/promises';
import { DomainError } from '../contract/errors';
import { compareRows, type ImportSession, type Place, rowContextOf, sortedRows, understand } from './session';
import type { RegisterRecord } from './understanding/matches';
import type { UnderstoodRow } from './understanding/read-row';

const rowsAtOnce = 400;

/** Where a proposal is made: it tells how far it is and obeys. */
export interface Progress {
  readonly signal: AbortSignal;
  progress(step: string, done: number, total: number | null): void;
}

/**
 * Understands all rows and compares them with the register, a few hundred at a time so that others are answered
 * meanwhile. Throws cancelled.
 */
export async function propose(
  context: Progress,
  place: Place,
  register: () => readonly RegisterRecord[],
  parts: Omit<ImportSession, 'sorted' | 'rows'>,
): Promise<ImportSession> {
  const { tables, arrangement, corrections } = parts;
  const sorted = sortedRows(tables, arrangement);
  const rowContext = rowContextOf(arrangement, sorted, place, corrections.pairs);
  const understood: UnderstoodRow[] = [];
  for (const row of sorted.rows) {
    understood.push(understand(row, corrections.edits, rowContext));
    if (understood.length % rowsAtOnce !== 0) continue;
    context.progress('understanding', understood.length, sorted.rows.length);
    await breathe();
    if (context.signal.aborted) throw new DomainError('cancelled');
  }
  context.progress('comparing', sorted.rows.length, sorted.rows.length);
  return { ...parts, sorted, rows: compareRows(understood, register()) };
}
