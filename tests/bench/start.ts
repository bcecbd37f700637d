import path from 'node:path';
import type { CoreResults } from './core/run';
import { type Measure, median } from './measure';
import { bare, product, startWindow } from './windows';

/** Starts and memory, against a bare Electron window. */

const runs = 5;
const unlockField = 'input[type=password]';
const listedRow = '[role=grid] [role=gridcell] > button';

/**
 * Cold starts of both in turn, so that what else the machine does meets both.
 * @param folder where the profiles of the bare window may stand
 * @param profile of a committee with a large register
 * @param secret its passphrase, and the milliseconds that deriving its key takes: they are left out
 */
export async function measureStarts(
  folder: string,
  profile: string,
  secret: Pick<CoreResults, 'passphrase' | 'scrypt'>,
): Promise<Measure[]> {
  const bareStarts: number[] = [];
  const starts: number[] = [];
  const unlocks: number[] = [];
  const bareMemory: number[] = [];
  const memory: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const nothing = await startWindow(bare, path.join(folder, `bare-${run}`), 'h1');
    bareStarts.push(nothing.firstPaint);
    bareMemory.push(nothing.memory());
    await nothing.end();
    const window = await startWindow(product, profile, unlockField);
    starts.push(window.firstPaint);
    await window.page.locator(unlockField).fill(secret.passphrase);
    const unlock = await window.page.evaluate(millisecondsToList, listedRow);
    unlocks.push(unlock - secret.scrypt);
    memory.push(window.memory());
    await window.end();
  }
  const baseline = { value: median(bareStarts), unit: 'ms' } as const;
  return [
    {
      name: 'cold start to the unlock screen (raw: bare window)',
      figure: { value: median(starts), unit: 'ms' },
      baseline,
      bound: 1.5,
    },
    {
      name: 'from unlock, scrypt apart, to the list of 100 000 (raw: start of the bare window)',
      figure: { value: median(unlocks), unit: 'ms' },
      baseline,
      bound: 0.5,
    },
    {
      name: 'memory with that list open, all processes (raw: bare window)',
      figure: { value: median(memory), unit: 'MB' },
      baseline: { value: median(bareMemory), unit: 'MB' },
      bound: 1.4,
    },
  ];
}

/** In the page: presses the button of the unlock form and waits until the list shows its first record. */
function millisecondsToList(row: string): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (document.querySelector(row) === null) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - start));
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  });
}
