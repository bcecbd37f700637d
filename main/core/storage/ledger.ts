import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { appendDurably } from '../files';

/**
 * `ledger.txt` lists what this workspace signed, outside the database; `writes.txt` holds the number of committed
 * writes. A database that knows less than they do lost something, WAL or restored copy alike: B04 (PACKAGES.md §5).
 */
export interface LedgerLine {
  readonly series: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly digest: string;
}

/** Adds what was just signed, durably. */
export function appendLedger(path: string, line: LedgerLine): void {
  appendDurably(path, `${line.series} ${line.epoch} ${line.sequence} ${line.digest}`);
}

/** The complete lines of the ledger; one cut by a power loss is left out. */
export function readLedger(path: string): readonly LedgerLine[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text) => {
      const match = /^(\S+) (\d+) (\d+) (sha256:[0-9a-f]{64})$/.exec(text);
      if (!match?.[1] || !match[4]) return [];
      return [{ series: match[1], epoch: Number(match[2]), sequence: Number(match[3]), digest: match[4] }];
    });
}

const width = 12;

/** The counter of committed writes; its file is overwritten in place, at a fixed width. */
export interface WriteCounter {
  /** Notes that the database has reached this count. */
  reach(count: number): void;
  close(): void;
}

/** The count that the file shows; 0 when there is none. */
export function countedWrites(path: string): number {
  return existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) || 0 : 0;
}

/** Opens the counter's file for the time the workspace is open. */
export function openWriteCounter(path: string): WriteCounter {
  const descriptor = openSync(path, existsSync(path) ? 'r+' : 'w+');
  return {
    reach(count) {
      writeSync(descriptor, `${String(count).padStart(width, '0')}\n`, 0);
    },
    close() {
      closeSync(descriptor);
    },
  };
}
