import { type Measure, median } from './measure';
import { product, startWindow } from './windows';

/** How smoothly a list of 10 000 organisations runs, against the same gestures over a list of 100. */

const rounds = 3;
const gestures = ['wheel', 'ArrowDown', 'PageDown'] as const;
type Gesture = (typeof gestures)[number];

const named: Readonly<Record<Gesture, string>> = {
  wheel: 'scrolled three rows a frame',
  ArrowDown: 'with ↓ held down',
  PageDown: 'with the page key held down',
};

/** What a gesture showed: milliseconds between frames, and frames in which a row was still on its way. */
interface Shown {
  readonly frames: readonly number[];
  readonly waiting: number;
}

interface Profiles {
  readonly long: string;
  readonly short: string;
}

/**
 * The gestures over both lists in turn, so that what else the machine does meets both. A frame is on time when no
 * refresh of the screen was missed before it.
 * @param profiles of a committee with 10 000 organisations, and of one with 100
 */
export async function measureScrolling(profiles: Profiles, passphrase: string): Promise<Measure[]> {
  const shown: Record<keyof Profiles, Record<Gesture, Shown[]>> = {
    long: { wheel: [], ArrowDown: [], PageDown: [] },
    short: { wheel: [], ArrowDown: [], PageDown: [] },
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const list of ['short', 'long'] as const) {
      const window = await startWindow(product, profiles[list], 'input[type=password]');
      await window.page.locator('input[type=password]').fill(passphrase);
      await window.page.locator('button[type=submit]').click();
      await window.page.locator('[role=grid] [role=gridcell] > button').first().waitFor();
      for (const gesture of gestures) {
        shown[list][gesture].push(await window.page.evaluate(framesOf, gesture));
      }
      await window.end();
    }
  }
  return gestures.flatMap((gesture) => linesOf(gesture, shown.long[gesture], shown.short[gesture]));
}

/** Milliseconds between two frames from which on a refresh was missed (60 a second). */
const late = 25;

function linesOf(gesture: Gesture, long: readonly Shown[], short: readonly Shown[]): Measure[] {
  const over = (runs: readonly Shown[], figure: (run: Shown) => number) => median(runs.map(figure));
  const onTime = ({ frames }: Shown) => (frames.filter((ms) => ms < late).length / frames.length) * 100;
  const longest = ({ frames }: Shown) => Math.max(...frames);
  const whole = ({ frames, waiting }: Shown) => (1 - waiting / frames.length) * 100;
  const name = `list of 10 000 ${named[gesture]}`;
  return [
    {
      name: `${name}: frames (raw: list of 100)`,
      figure: { value: over(long, onTime), unit: '% on time' },
      baseline: { value: over(short, onTime), unit: '% on time' },
      bound: 0.95,
    },
    {
      name: `${name}: longest frame (raw: list of 100)`,
      figure: { value: over(long, longest), unit: 'ms' },
      baseline: { value: over(short, longest), unit: 'ms' },
      bound: 2,
    },
    {
      name: `${name}: frames with every row in sight there`,
      figure: { value: over(long, whole), unit: '% on time' },
      baseline: null,
      bound: 95,
    },
  ];
}

/** In the page: makes the gesture for some seconds, turning round at the end of the list. */
function framesOf(gesture: 'wheel' | 'ArrowDown' | 'PageDown'): Promise<Shown> {
  const grid = document.querySelector<HTMLElement>('[role=grid]');
  if (grid === null) throw new Error('There is no list');
  const steps = 180;
  const rows = Number(grid.getAttribute('aria-rowcount')) - 1;
  const height = grid.querySelector('[role=row][aria-rowindex="2"]')?.clientHeight ?? 26;
  const page = Math.max(1, Math.floor(grid.clientHeight / height) - 2);
  let [at, direction] = [0, 1];
  const turned = (step: number, last: number) => {
    at += step * direction;
    if (at >= last || at <= 0) direction = -direction;
  };
  const press = (key: string, step: number) => {
    const back = key === 'ArrowDown' ? 'ArrowUp' : 'PageUp';
    const pressed = direction > 0 ? key : back;
    grid.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }));
    turned(step, rows - 1);
  };
  const act = (step: number) => {
    if (gesture === 'wheel') {
      grid.scrollTop += 3 * height * direction;
      turned(3 * height, grid.scrollHeight - grid.clientHeight);
      // A key that is held down repeats thirty times a second.
    } else if (step % 2 === 0) press(gesture, gesture === 'ArrowDown' ? 1 : page);
  };
  grid.focus();
  return new Promise((resolve) => {
    const frames: number[] = [];
    let waiting = 0;
    let before = performance.now();
    let step = 0;
    const draw = () => {
      const now = performance.now();
      if (step > 0) frames.push(now - before);
      before = now;
      const { top, bottom } = grid.getBoundingClientRect();
      const isSeen = (row: Element) => {
        const place = row.getBoundingClientRect();
        return place.bottom > top && place.top < bottom;
      };
      if ([...grid.querySelectorAll('[role=row][aria-busy=true]')].some(isSeen)) waiting += 1;
      if (step === steps) return resolve({ frames, waiting });
      act(step);
      step += 1;
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  });
}
