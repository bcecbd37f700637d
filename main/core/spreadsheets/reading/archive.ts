import { inflateRawSync } from 'node:zlib';
import { DomainError } from '../../contract/errors';
import { limits } from './limits';

/**
 * Parts of an office archive (ZIP), bounded: sizes come from the central directory and hold while inflating, so that a
 * bomb is refused before it grows. Only these bytes reach the parser: it never reads the archive itself.
 */
export interface Archive {
  readonly names: readonly string[];
  /** The inflated bytes of a part. Throws X01, X03. */
  part(name: string): Buffer;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
  readonly header: number;
}

const endRecord = 22;
const longestComment = 65_535;

/** Opens an archive by its central directory. Throws X01 (no archive), X02 (encrypted parts), X03. */
export function openArchive(bytes: Buffer): Archive {
  const directory = directoryOf(bytes);
  const entries = new Map(directory.map((entry) => [entry.name, entry]));
  // Two parts of one name (names of parts ignore case): each reader would show another list.
  if (new Set(directory.map(({ name }) => name.toLowerCase())).size < directory.length)
    throw new DomainError('X01', { why: 'archive' });
  let inflated = 0;
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new DomainError('X01', { why: 'part' });
      inflated += entry.size;
      if (inflated > limits.inflated) throw tooLarge();
      return inflate(bytes, entry);
    },
  };
}

function tooLarge(): DomainError {
  return new DomainError('X03', { what: 'inflated', limit: limits.inflated / (1024 * 1024) });
}

function directoryOf(bytes: Buffer): Entry[] {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff)
    throw new DomainError('X03', { what: 'zip64', limit: limits.parts });
  if (count > limits.parts) throw new DomainError('X03', { what: 'parts', limit: limits.parts });
  const entries: Entry[] = [];
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new DomainError('X01', { why: 'archive' });
    const name = bytes.readUInt16LE(at + 28);
    if (bytes.readUInt16LE(at + 8) & 1) throw new DomainError('X02');
    entries.push({
      // Some programs of Windows write its separator.
      name: bytes.toString('utf8', at + 46, at + 46 + name).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      compressed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      header: bytes.readUInt32LE(at + 42),
    });
    total += bytes.readUInt32LE(at + 24);
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (total > 8 * limits.inflated) throw tooLarge();
  return entries;
}

function endOf(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - endRecord - longestComment);
  for (let at = bytes.length - endRecord; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === 0x06054b50) return at;
  }
  throw new DomainError('X01', { why: 'archive' });
}

function inflate(bytes: Buffer, entry: Entry): Buffer {
  const { header, size } = entry;
  if (size > limits.inflated) throw tooLarge();
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== 0x04034b50)
    throw new DomainError('X01', { why: 'archive' });
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const raw = bytes.subarray(start, start + entry.compressed);
  if (entry.method === 0) return raw;
  if (entry.method !== 8) throw new DomainError('X01', { why: 'archive' });
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    // More came out than the directory announced, or the bytes are damaged.
    throw error instanceof RangeError ? tooLarge() : new DomainError('X01', { why: 'damaged' });
  }
}
