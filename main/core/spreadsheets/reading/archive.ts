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
  const { count, start } = directoryPlace(bytes, end);
  let at = start;
  if (count > limits.parts) throw new DomainError('X03', { what: 'parts', limit: limits.parts });
  const entries: Entry[] = [];
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new DomainError('X01', { why: 'archive' });
    const name = bytes.readUInt16LE(at + 28);
    if (bytes.readUInt16LE(at + 8) & 1) throw new DomainError('X02');
    const extra = bytes.subarray(at + 46 + name, at + 46 + name + bytes.readUInt16LE(at + 30));
    const wide = wideFields(extra);
    const size = wide(bytes.readUInt32LE(at + 24));
    entries.push({
      // Some programs of Windows write its separator.
      name: bytes.toString('utf8', at + 46, at + 46 + name).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      size,
      compressed: wide(bytes.readUInt32LE(at + 20)),
      header: wide(bytes.readUInt32LE(at + 42)),
    });
    total += size;
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (total > 8 * limits.inflated) throw tooLarge();
  return entries;
}

/** A 32-bit field that says: see the wider one (ZIP64, which streaming programs write whatever the size). */
const seeWide = 0xffffffff;

/** Where the directory begins, and of how many parts; a wide end record, where there is one, says it. */
function directoryPlace(bytes: Buffer, end: number): { readonly count: number; readonly start: number } {
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  if (count !== 0xffff && start !== seeWide) return { count, start };
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== 0x07064b50) return { count, start };
  const record = safeNumber(bytes, locator + 8);
  if (record + 56 > bytes.length || bytes.readUInt32LE(record) !== 0x06064b50)
    throw new DomainError('X01', { why: 'archive' });
  return { count: safeNumber(bytes, record + 32), start: safeNumber(bytes, record + 48) };
}

/** Gives the wide values of an entry one after the other, for those of its fields that ask for them. */
function wideFields(extra: Buffer): (field: number) => number {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  const end = at + 4 <= extra.length ? Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2)) : 0;
  let next = at + 4;
  return (field) => {
    if (field !== seeWide) return field;
    if (next + 8 > end) throw new DomainError('X01', { why: 'archive' });
    next += 8;
    return safeNumber(extra, next - 8);
  };
}

/** A 64-bit number; one beyond every limit is only that. */
function safeNumber(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
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
