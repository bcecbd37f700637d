import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { renameHeld } from '../../db/held-files';
import { DomainError } from './contract/errors';

/**
 * Opens a file that a person chose, to read it; a folder, a pipe or a device under its name is refused (EISDIR) and holds
 * nobody up. Throws the system's error; the caller closes it.
 */
export function openRegularFile(path: string): number {
  // A pipe without a writer would let the open wait for ever.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  throw Object.assign(new Error('Not a regular file'), { code: 'EISDIR' });
}

/** Writing so that a power cut leaves the old file or the new one, never half of one (PACKAGES.md §1.13). */

const temporarySuffix = '.part';
/** Permissions of a file, as far as the system's mask allows. */
const forEverybody = 0o666;
export const forOneself = 0o600;

/**
 * Writes a file through `<name>.part`: fsync, read back and compare, rename, fsync of the folder where the system can.
 * Throws the system's error; the `.part` is removed.
 */
export function writeDurably(path: string, bytes: Uint8Array, mode: number = forEverybody): void {
  const part = `${path}${temporarySuffix}`;
  try {
    const descriptor = openSync(part, 'w', mode);
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(descriptor, bytes, written);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (!readFileSync(part).equals(bytes))
      throw Object.assign(new Error('Read back differs'), { code: 'EIO' });
    renameHeld(part, path);
    fsyncFolder(dirname(path));
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Appends one line and waits until the disk has it. What a kill or a full disk left of a line before is not touched. */
export function appendDurably(path: string, line: string): void {
  const descriptor = openSync(path, 'a+');
  try {
    writeSync(descriptor, `${endsWithinLine(descriptor) ? '\n' : ''}${line}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function endsWithinLine(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, size - 1);
  return last.toString('latin1') !== '\n';
}

/**
 * Does what may be left undone: when the system refuses (full disk, read-only folder), the work goes on without it.
 * Bugs still stop it.
 */
export function unlessRefused(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

/** Writes a file for the user: the system's refusals become errors with a sentence. Throws file_not_written, B06. */
export function writeForUser(path: string, bytes: Uint8Array): void {
  try {
    writeDurably(path, bytes);
  } catch (error) {
    const reason = systemCode(error);
    if (reason === null) throw error;
    if (reason === 'ENOSPC' || reason === 'EDQUOT') throw new DomainError('B06', { reason });
    throw new DomainError('file_not_written', { reason });
  }
}

/** Reads and parses a JSON file of ours; null when it is not there. Throws SyntaxError when it is not JSON. */
export function readJson(path: string): unknown {
  if (!existsSync(path)) return null;
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The same, with `otherwise` in place of what is no JSON (cut, overwritten). */
export function readJsonOr<T>(path: string, otherwise: T): unknown {
  try {
    return readJson(path);
  } catch (error) {
    if (error instanceof SyntaxError) return otherwise;
    throw error;
  }
}

/** Writes a JSON file of ours, durably, for this user of the laptop alone. */
export function writeJson(path: string, value: unknown): void {
  writeDurably(path, Buffer.from(`${JSON.stringify(value, null, 1)}\n`), forOneself);
}

/** The code of a system error (`ENOSPC`), or null for any other error. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}

/** Windows refuses to fsync a folder (EPERM): there the rename is as durable as it gets. */
function fsyncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
