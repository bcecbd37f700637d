import { createHash } from 'node:crypto';
import { closeSync, fstatSync, readSync } from 'node:fs';
import { DomainError } from '../contract/errors';
import { openRegularFile, systemCode } from '../files';
import { checkFileSize } from './format/intake';

/** A file as it was read, once: later steps see only these bytes (PACKAGES.md §1.8 V0). */
export interface IncomingFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * Reads a file the user chose: its size is judged before anything is read, and it must not change meanwhile.
 * Throws F01, F02, F04, F05.
 */
export function readIncomingFile(path: string): IncomingFile {
  let descriptor: number;
  try {
    descriptor = openRegularFile(path);
  } catch (error) {
    throw unreadable(error);
  }
  try {
    const before = fstatSync(descriptor);
    checkFileSize(before.size);
    const bytes = Buffer.alloc(before.size);
    let filled = 0;
    while (filled < bytes.length) {
      const read = readSync(descriptor, bytes, filled, bytes.length - filled, filled);
      if (read === 0) break;
      filled += read;
    }
    const after = fstatSync(descriptor);
    if (filled !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
      throw new DomainError('F05');
    }
    return incoming(bytes);
  } catch (error) {
    throw unreadable(error);
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes with their hash. */
export function incoming(bytes: Uint8Array): IncomingFile {
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function unreadable(error: unknown): unknown {
  const reason = systemCode(error);
  return reason === null ? error : new DomainError('F04', { reason });
}
