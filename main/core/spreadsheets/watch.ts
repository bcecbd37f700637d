import { createContext, Script } from 'node:vm';
import { DomainError } from '../contract/errors';
import type { Breathe } from '../turns';
import { limits } from './reading/limits';

/**
 * What a file says is understood on the thread of the core, where a single cell could hold it for minutes: a pattern
 * cannot be told to hurry. So it runs as a script of `node:vm`, which a clock of its own interrupts even inside a pattern.
 * Nothing is isolated by it, and nothing needs to be: the work is ours, only the time is bounded.
 */
const holder = createContext({ work: () => undefined }) as { work: () => unknown };
const script = new Script('work()');

/** Does this; X04 when it takes longer than `turn` ms. */
function interrupted<T>(turn: number, work: () => T): T {
  const before = holder.work;
  holder.work = work;
  try {
    return script.runInContext(holder, { timeout: turn });
  } catch (error) {
    throw isTimeout(error) ? new DomainError('X04', { why: 'time' }) : error;
  } finally {
    holder.work = before;
  }
}

/** The interruption is an error of the script's own world, so no `Error` of this one. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

/** Milliseconds that are worked between two looks at the clock of others. */
const stretch = 15;

interface Bounds {
  /** Ms at once. */
  readonly turn: number;
  /** Ms in all. */
  readonly patience: number;
}

/** Watches over the understanding of one file: how long at once, how long in all. Waiting for others does not count. */
export class Watch {
  readonly #bounds: Bounds;
  #worked = 0;

  constructor(bounds: Bounds = limits) {
    this.#bounds = bounds;
  }

  /** Does this at once. Throws X04. */
  over<T>(work: () => T): T {
    const started = performance.now();
    const done = interrupted(this.#bounds.turn, work);
    this.#worked += performance.now() - started;
    if (this.#worked > this.#bounds.patience) throw new DomainError('X04', { why: 'time' });
    return done;
  }

  /** Does this for each place up to `end`, and lets others have their turn in between. Throws X04, cancelled. */
  async each(
    from: number,
    end: number,
    work: (place: number) => void,
    step: string,
    breathe: Breathe,
    total: number | null,
  ): Promise<void> {
    let at = from;
    while (at < end) {
      this.over(() => {
        const until = performance.now() + stretch;
        do {
          work(at);
          at += 1;
        } while (at < end && performance.now() < until);
      });
      await breathe(step, at, total);
    }
  }
}
