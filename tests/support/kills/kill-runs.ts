import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { OpenWorkspace } from '../../../main/core/session';
import { checkWorkspace } from '../../../main/core/workspace/check';
import { withFiles } from '../installation';
import { inSeptember, Laptop, passphrase } from '../laptop';
import { doWork, type Job, type Told, type Work } from './victim';

/** Killing a real process again and again, each time on its own copy of a laptop. */

/** What a process had acknowledged when it ended. */
export interface Ended {
  readonly acts: readonly Extract<Told, { did: string }>[];
  /** Names of all steps, when it lived to tell them. */
  readonly steps: readonly string[] | null;
}

/** One copy of a laptop after its process was killed. */
export interface Killed extends Ended {
  readonly root: string;
  /** The step before which it died. */
  readonly step: string;
  /** The steps it took before. */
  readonly taken: readonly string[];
}

/** A killed process leaves to the system what it wrote; for that the memory is as good as the disk, and quicker. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

let run = 0;

/** A day later at every start, with chance of its own: as on a real laptop, no two starts draw the same ids. */
function nextStart(): { now: number; seed: string } {
  run += 1;
  return { now: inSeptember + run * 3_600_000, seed: `start ${run}` };
}

/** A closed laptop's folders, copied; the copy knows its workspaces where they now lie. */
export function copyOf(root: string): string {
  const copy = realpathSync(mkdtempSync(join(memory, 'concertation-kill-')));
  cpSync(root, copy, { recursive: true });
  const list = join(copy, 'profile', 'workspaces.json');
  try {
    writeFileSync(list, readFileSync(list, 'utf8').replaceAll(root, copy));
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
  }
  return copy;
}

/** Lets a process work on a laptop; it dies before the step `end`, or when `until` settles, or lives to the end. */
export function work(
  root: string,
  what: Work,
  end: number | null,
  until?: () => Promise<void>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const job: Job = { root, work: what, end, ...nextStart() };
  const program = resolve('node_modules/.cache/tests/victim.mjs');
  const child = spawn(process.execPath, [program, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let [told, complaints] = ['', ''];
  child.stdout.on('data', (text) => {
    told += String(text);
  });
  child.stderr.on('data', (text) => {
    complaints += String(text);
  });
  if (until) {
    child.stdout.once('data', () => void until().then(() => child.kill('SIGKILL')));
  }
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') return failed(new Error(complaints));
      const lines = told
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Told);
      const acts = lines.filter((line): line is Ended['acts'][number] => 'did' in line);
      const last = lines.find((line): line is { steps: readonly string[] } => 'steps' in line);
      done({ acts, steps: last?.steps ?? null });
    });
  });
}

/** Whether every step is tried (minutes), instead of some of every sort. */
const tryAll = process.env.CONCERTATION_KILLS === 'all';

/** Milliseconds that a test of kills may take. */
export const patience = tryAll ? 3_600_000 : 600_000;

/**
 * The moments of one piece of work that are tried: at most so many, spread over those that differ in what precedes, or
 * over all, which are alike by the hundred where many records are written.
 */
function moments(steps: readonly string[], most: number, over: KillSpread): number[] {
  if (tryAll) return steps.map((_, index) => index);
  if (over === 'all steps') {
    return Array.from({ length: most }, (_, n) => Math.floor(((n + 0.5) * steps.length) / most));
  }
  const first = new Map<string, number>();
  for (const [index, step] of steps.entries()) {
    const place = `${steps[index - 1]} → ${step}`;
    if (!first.has(place)) first.set(place, index);
  }
  const distinct = [...first.values()];
  if (distinct.length <= most) return distinct;
  return Array.from(
    { length: most },
    (_, n) => distinct[Math.round((n * (distinct.length - 1)) / (most - 1))] ?? 0,
  );
}

type KillSpread = 'different steps' | 'all steps';

/**
 * Kills one piece of work at its moments, each on a copy of the laptop, and looks at what is left; two at a time.
 * @param look judges one copy; it is deleted afterwards
 * @returns the number of kills
 */
export async function killEverywhere(
  root: string,
  workOn: (copy: string) => Work,
  most: number,
  look: (killed: Killed) => Promise<void>,
  over: KillSpread = 'different steps',
): Promise<number> {
  const whole = copyOf(root);
  const { steps } = await work(whole, workOn(whole), null);
  rmSync(whole, { recursive: true });
  if (steps === null) throw new Error('The work was not finished even without a kill');
  const ends = moments(steps, most, over);
  const waiting = [...ends];
  const killer = async () => {
    for (let end = waiting.shift(); end !== undefined; end = waiting.shift()) {
      const copy = copyOf(root);
      const ended = await work(copy, workOn(copy), end);
      const step = steps[end] ?? '';
      try {
        if (ended.steps !== null) throw new Error('It was not killed');
        await look({ ...ended, root: copy, step, taken: steps.slice(0, end) });
      } catch (error) {
        throw new Error(`Killed before step ${end} of ${steps.length}, ${step} (after ${steps[end - 1]})`, {
          cause: error,
        });
      }
      rmSync(copy, { recursive: true });
    }
  };
  await Promise.all([killer(), killer()]);
  return ends.length;
}

/** The laptop started again, with nothing opened yet. */
export function started(root: string): Laptop {
  return new Laptop(root, { fixed: nextStart() });
}

/** Does the same work to its end, as the person would who presses the button again. */
export async function doAgain(root: string, what: Work): Promise<Ended['acts']> {
  const laptop = started(root);
  const acts: Ended['acts'][number][] = [];
  try {
    await doWork(laptop, what, (act) => {
      if ('did' in act) acts.push(act);
    });
    if (laptop.bugs.length > 0) throw laptop.bugs[0];
    return acts;
  } finally {
    laptop.core.close();
  }
}

/** What the first opening after a kill shows. */
export interface Left<T> {
  /** Findings of `workspace check` that are not fine, and every `.part` that is still there. */
  readonly wrong: readonly string[];
  readonly read: T;
}

/** Opens the laptop's workspace as a start does, checks all of it, and reads something else besides. */
export function leftIn<T>(root: string, read: (workspace: OpenWorkspace) => T, secret = passphrase): Left<T> {
  const laptop = started(root);
  laptop.core.close();
  return withFiles(
    laptop,
    (workspace) => {
      const findings = checkWorkspace(workspace).filter((finding) => finding.outcome !== 'fine');
      const parts = readdirSync(workspace.folder).filter((name) => name.endsWith('.part'));
      return {
        wrong: [...findings.map(({ check, detail }) => `${check} ${detail}`), ...parts],
        read: read(workspace),
      };
    },
    secret,
  );
}

/** Rows of a question to the database, as `read` of `leftIn`. */
export function rowsOf<T>(sql: string): (workspace: OpenWorkspace) => T[] {
  return ({ database }) => database.$client.prepare(sql).all() as T[];
}
