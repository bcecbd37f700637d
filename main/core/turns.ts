import { setImmediate as others } from 'node:timers/promises';
import { DomainError } from './contract/errors';

/** Where long work is done: it tells how far it is and obeys. */
export interface Progress {
  readonly signal: AbortSignal;
  progress(step: string, done: number, total: number | null): void;
}

/** Called as often as possible by long work: gives way when its turn is over. Throws cancelled. */
export type Breathe = (step: string, done: number, total: number | null) => Promise<void>;

/** Milliseconds of one turn: a sixtieth of a second. */
const turn = 16;

/**
 * Long work in turns, so that others are answered and a cancellation is heard between them.
 * @param settled what is waited for before the work goes on, such as the end of a long write by another
 */
export function takingTurns(context: Progress, settled?: () => Promise<void>): Breathe {
  let started = performance.now();
  return async (step, done, total) => {
    if (performance.now() - started < turn) return;
    context.progress(step, done, total);
    await others();
    await settled?.();
    if (context.signal.aborted) throw new DomainError('cancelled');
    started = performance.now();
  };
}
