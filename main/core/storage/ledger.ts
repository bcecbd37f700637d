import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { like } from 'drizzle-orm';
import type { WorkspaceDatabase } from '../../../db/open';
import { chain } from '../../../db/schema';
import { appendDurably, unlessRefused } from '../files';

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

/** The ledger of a workspace, by its folder. */
export function ledgerOf(folder: string): string {
  return join(folder, 'ledger.txt');
}

/** What a party signed according to its database, in the order of its numbers. */
export function signaturesOf(database: WorkspaceDatabase, code: string): readonly LedgerLine[] {
  return database
    .select({ series: chain.series, epoch: chain.epoch, sequence: chain.sequence, digest: chain.digest })
    .from(chain)
    .where(like(chain.series, `${code}:%`))
    .orderBy(chain.series, chain.epoch, chain.sequence)
    .all();
}

/**
 * Adds to the ledger, durably, the signatures that it lacks: a kill may have come between the commit and the ledger.
 * Nothing signed leaves before this was done. Throws the system's error.
 */
export function completeLedger(path: string, signatures: readonly LedgerLine[]): void {
  const held = new Set(readLedger(path).map(lineText));
  for (const line of signatures.map(lineText)) if (!held.has(line)) appendDurably(path, line);
}

/** The same where nothing leaves yet: what a full disk refuses now is made up for before the package is written. */
export function noteSignatures(path: string, signatures: readonly LedgerLine[]): void {
  unlessRefused(() => completeLedger(path, signatures));
}

/** A signature as its line of the ledger. */
export function lineText(line: LedgerLine): string {
  return `${line.series} ${line.epoch} ${line.sequence} ${line.digest}`;
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
      // The write is committed: a counter that lags notices less, but must not make it look undone.
      unlessRefused(() => writeSync(descriptor, `${String(count).padStart(width, '0')}\n`, 0));
    },
    close() {
      closeSync(descriptor);
    },
  };
}
