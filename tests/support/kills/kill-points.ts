import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';

/**
 * Counts what a process asks of the disk, and ends the process just before one of these steps: SIGKILL from within, at
 * a moment that can be chosen and repeated. The product knows nothing of it: Node's file functions and SQLite's
 * statements are watched from outside.
 */

/** What may stand between two steps; a write of a file counts twice, the second time with half of it done. */
const watched = [
  'openSync',
  'fsyncSync',
  'renameSync',
  'rmSync',
  'mkdirSync',
  'appendFileSync',
  'writeFileSync',
] as const;

export interface KillPoints {
  /** Names of the steps taken so far, such as `fs rename ledger.txt` or `sql INSERT INTO outbox`. */
  readonly steps: readonly string[];
}

/** Watches from now on. `end` is the number of the step before which the process dies; null = only count. */
export function watchSteps(end: number | null): KillPoints {
  const steps: string[] = [];
  const step = (name: string, half?: () => void) => {
    if (steps.length === end) {
      half?.();
      process.kill(process.pid, 'SIGKILL');
    }
    steps.push(name);
  };
  watchFiles(step);
  watchStatements(step);
  return { steps };
}

type Step = (name: string, half?: () => void) => void;
type AnyFunction = (...given: unknown[]) => unknown;

function watchFiles(step: Step): void {
  const functions = fs as unknown as Record<string, AnyFunction>;
  const places = new Map<unknown, string>();
  for (const name of watched) {
    const original = functions[name] as AnyFunction;
    functions[name] = (...given) => {
      const place = typeof given[0] === 'number' ? places.get(given[0]) : base(given[0]);
      const changes = name !== 'openSync' || given[1] !== 'r';
      if (changes && place !== undefined) step(`fs ${name.replace(/Sync$/, '')} ${place}`);
      const answer = original(...given);
      if (name === 'openSync') places.set(answer, base(given[0]));
      return answer;
    };
  }
  const write = fs.writeSync as AnyFunction;
  functions.writeSync = (...given) => {
    const place = places.get(given[0]);
    if (place !== undefined) {
      step(`fs write ${place}`);
      step(`fs half written ${place}`, () => write(given[0], halfOf(given[1])));
    }
    return write(...given);
  };
  syncBuiltinESMExports();
}

function halfOf(content: unknown): string | Uint8Array {
  const bytes = typeof content === 'string' ? Buffer.from(content) : (content as Uint8Array);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

function base(place: unknown): string {
  // What differs from run to run (numbers in names of temporary files) would make two steps of one.
  return String(place).split(/[\\/]/).at(-1) ?? '';
}

function watchStatements(step: Step): void {
  const memory = new Database(':memory:');
  const statement = Object.getPrototypeOf(memory.prepare('SELECT 1')) as {
    run: AnyFunction;
    source: string;
  };
  memory.close();
  // Long gestures begin and end their transaction so.
  const connection = Database.prototype as unknown as Record<'exec', AnyFunction>;
  const exec = connection.exec;
  connection.exec = function (this: unknown, ...given: unknown[]) {
    step(`sql ${nameOf(String(given[0]))}`);
    return exec.apply(this, given);
  };
  const run = statement.run;
  statement.run = function (this: { source: string }, ...given: unknown[]) {
    step(`sql ${nameOf(this.source)}`);
    return run.apply(this, given);
  };
}

/** The verb of a statement and the table it is about. */
function nameOf(source: string): string {
  const words = source.replaceAll(/[`"\s]+/g, ' ').trim();
  return (
    /^(?:INSERT INTO|DELETE FROM|UPDATE|CREATE (?:\w+ )*\w+|[A-Z ]+) ?\w*/i.exec(words)?.[0] ?? words
  ).toLowerCase();
}
