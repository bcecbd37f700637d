import { closeSync, fstatSync, readSync } from 'node:fs';
import { DomainError } from '../contract/errors';
import { openRegularFile, systemCode } from '../files';
import { limits } from './reading/limits';

/** Reading the file a person chose: once, whole, never larger than a list can be. */

const headLength = 65_536;

/** The first bytes of a file, enough to tell what it is. Throws F04. */
export function readFileHead(path: string): Buffer {
  return withFile(path, (descriptor) => {
    const head = Buffer.alloc(headLength);
    return head.subarray(0, readSync(descriptor, head, 0, headLength, 0));
  });
}

/** The whole file. Throws F01 (empty), F04, F05, X03 (too large). */
export function readSheetFile(path: string): Uint8Array {
  return withFile(path, (descriptor) => {
    const { size } = fstatSync(descriptor);
    if (size === 0) throw new DomainError('F01');
    if (size > limits.file)
      throw new DomainError('X03', { what: 'file', limit: limits.file / (1024 * 1024) });
    const bytes = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const read = readSync(descriptor, bytes, filled, size - filled, filled);
      if (read === 0) throw new DomainError('F05');
      filled += read;
    }
    return bytes;
  });
}

function withFile<T>(path: string, act: (descriptor: number) => T): T {
  let descriptor: number | null = null;
  try {
    descriptor = openRegularFile(path);
    return act(descriptor);
  } catch (error) {
    const reason = systemCode(error);
    throw reason === null ? error : new DomainError('F04', { reason });
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}
