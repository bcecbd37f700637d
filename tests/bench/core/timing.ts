import { scryptSync } from 'node:crypto';
import { median } from '../measure';

/** Median of the milliseconds that something takes, of some runs after one that warms up. */
export async function millisecondsOf(runs: number, act: () => unknown): Promise<number> {
  await act();
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) taken.push(await millisecondsOnce(act));
  return median(taken);
}

/** Milliseconds of one run. */
export async function millisecondsOnce(act: () => unknown): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** Milliseconds of one derivation of a key from a passphrase, which the measures leave out. */
export function scryptMilliseconds(cost: number): Promise<number> {
  const options = { N: cost, r: 8, p: 1, maxmem: 129 * cost * 8 + 4096 };
  return millisecondsOf(5, () => scryptSync('a passphrase', Buffer.alloc(16), 32, options));
}
