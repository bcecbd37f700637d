import { setImmediate as breathe } from 'node:timers/promises';
import { DomainError } from '../contract/errors';
import { comparing, type ImportSession, type Place, rowContextOf, sortedRows, understand } from './session';
import { indexRegister, type RegisterIndex, type RegisterRecord } from './understanding/matches';

const rowsAtOnce = 200;

/** Where a proposal is made: it tells how far it is and obeys. */
export interface Progress {
  readonly signal: AbortSignal;
  progress(step: string, done: number, total: number | null): void;
}

/** What a proposal is made of; the register it was compared with before, where there was one. */
export type ProposalParts = Omit<ImportSession, 'sorted' | 'rows' | 'register'> & {
  readonly register?: RegisterIndex;
};

/**
 * Understands all rows and compares them with the register, a few hundred at a time so that others are answered
 * meanwhile. Throws cancelled.
 */
export async function propose(
  context: Progress,
  place: Place,
  recordsNow: () => readonly RegisterRecord[],
  parts: ProposalParts,
): Promise<ImportSession> {
  const { tables, arrangement, corrections } = parts;
  const sorted = sortedRows(tables, arrangement);
  const rowContext = rowContextOf(arrangement, sorted, place, corrections.pairs);
  const understood = await inTurns(context, 'understanding', sorted.rows, (row) =>
    understand(row, corrections.edits, rowContext),
  );
  context.progress('comparing', 0, sorted.rows.length);
  const register = indexRegister(recordsNow(), parts.register);
  const rows = await inTurns(context, 'comparing', understood, comparing(register));
  return { ...parts, sorted, register, rows };
}

async function inTurns<From, To>(
  context: Progress,
  step: string,
  all: readonly From[],
  make: (one: From) => To,
): Promise<To[]> {
  const made: To[] = [];
  for (const one of all) {
    made.push(make(one));
    if (made.length % rowsAtOnce !== 0) continue;
    context.progress(step, made.length, all.length);
    await breathe();
    if (context.signal.aborted) throw new DomainError('cancelled');
  }
  return made;
}
