import { inflateRawSync } from 'node:zlib';
import { DomainError } from '../../contract/errors';
import { crc32 } from './crc32';
import { limits } from './limits';
import { entryNamePattern, zip } from './zip-profile';

/** Strict reader of the ZIP profile: one meaning or refusal (PACKAGES.md §1.2, V4). Tolerates nothing. */

export interface IndexedEntry {
  readonly name: string;
  readonly deflated: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the bytes of the entry begin in the archive. */
  readonly start: number;
}

/** Names and places of the entries of an archive, nothing inflated. */
export interface ArchiveIndex {
  readonly archive: Uint8Array;
  readonly entries: readonly IndexedEntry[];
}

interface EndRecord {
  readonly count: number;
  readonly directory: number;
}

function readEndRecord(bytes: Buffer): EndRecord {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== zip.localSignature) throw new DomainError('Z01');
  const at = bytes.length - zip.endRecord;
  if (at < 0 || bytes.readUInt32LE(at) !== zip.endSignature || bytes.readUInt16LE(at + 20) !== 0) {
    throw new DomainError('Z02');
  }
  const count = bytes.readUInt16LE(at + 10);
  if (count > limits.entries) throw new DomainError('Z10', { what: 'entries', limit: limits.entries });
  const size = bytes.readUInt32LE(at + 12);
  const directory = bytes.readUInt32LE(at + 16);
  if (size === 0xffffffff || directory === 0xffffffff) throw new DomainError('Z10', { what: 'zip64' });
  const oneDisk = bytes.readUInt16LE(at + 4) === 0 && bytes.readUInt16LE(at + 6) === 0;
  if (!oneDisk || bytes.readUInt16LE(at + 8) !== count || count === 0 || directory + size !== at) {
    throw new DomainError('Z03');
  }
  return { count, directory };
}

/** What every central header must hold, whatever the entry. */
function refuseFeatures(bytes: Buffer, at: number): void {
  const fixed =
    bytes.readUInt16LE(at + 4) === zip.version &&
    bytes.readUInt16LE(at + 6) === zip.version &&
    bytes.readUInt16LE(at + 8) === zip.flags &&
    bytes.readUInt16LE(at + 12) === zip.time &&
    bytes.readUInt16LE(at + 14) === zip.date;
  const without =
    bytes.readUInt16LE(at + 30) === 0 && // extra field
    bytes.readUInt16LE(at + 32) === 0 && // comment
    bytes.readUInt16LE(at + 34) === 0 && // disk
    bytes.readUInt16LE(at + 36) === 0 && // internal attributes
    bytes.readUInt32LE(at + 38) === 0; // external attributes
  if (!fixed || !without) throw new DomainError('Z04');
}

function refuseSizes(entry: IndexedEntry): void {
  const { name, size, compressedSize, deflated } = entry;
  const possible = deflated ? size <= compressedSize * limits.deflateRatio : size === compressedSize;
  if (!possible || size > limits.entryInflated) throw new DomainError('Z10', { what: 'size', name });
}

/** Reads one entry of the central directory and holds the local header against it. */
function readEntry(
  bytes: Buffer,
  at: number,
  end: number,
  offset: number,
): { entry: IndexedEntry; next: number } {
  if (at + zip.centralHeader > end || bytes.readUInt32LE(at) !== zip.centralSignature)
    throw new DomainError('Z03');
  const nameLength = bytes.readUInt16LE(at + 28);
  const next = at + zip.centralHeader + nameLength;
  refuseFeatures(bytes, at);
  const method = bytes.readUInt16LE(at + 10);
  if (method !== zip.stored && method !== zip.deflated) throw new DomainError('Z05', { method });
  if (next > end) throw new DomainError('Z03');
  const name = bytes.toString('latin1', at + zip.centralHeader, next);
  if (!entryNamePattern.test(name)) throw new DomainError('Z06');
  const entry: IndexedEntry = {
    name,
    deflated: method === zip.deflated,
    crc: bytes.readUInt32LE(at + 16),
    compressedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    start: offset + zip.localHeader + nameLength,
  };
  refuseSizes(entry);
  if (bytes.readUInt32LE(at + 42) !== offset) throw new DomainError('Z08', { name });
  const nameInLocal = offset + zip.localHeader;
  if (entry.start > at || bytes.readUInt32LE(offset) !== zip.localSignature)
    throw new DomainError('Z08', { name });
  const shared = bytes.subarray(at + 6, at + 6 + zip.sharedHeader);
  const same =
    bytes.subarray(offset + 4, offset + 4 + zip.sharedHeader).equals(shared) &&
    bytes.readUInt16LE(offset + 28) === 0 &&
    bytes.subarray(nameInLocal, entry.start).equals(bytes.subarray(at + zip.centralHeader, next));
  if (!same) throw new DomainError('Z09', { name });
  return { entry, next };
}

/**
 * Checks the whole container without inflating anything.
 * @throws DomainError Z01–Z10
 */
export function indexArchive(archive: Uint8Array): ArchiveIndex {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const { count, directory } = readEndRecord(bytes);
  const end = bytes.length - zip.endRecord;
  const entries: IndexedEntry[] = [];
  const names = new Set<string>();
  let at = directory;
  let offset = 0;
  let total = 0;
  while (entries.length < count) {
    const { entry, next } = readEntry(bytes, at, end, offset);
    if (names.has(entry.name)) throw new DomainError('Z07', { name: entry.name });
    names.add(entry.name);
    entries.push(entry);
    total += entry.size;
    if (total > limits.totalInflated)
      throw new DomainError('Z10', { what: 'total', limit: limits.totalInflated });
    offset = entry.start + entry.compressedSize;
    at = next;
  }
  if (at !== end) throw new DomainError('Z03');
  if (offset !== directory) throw new DomainError('Z08', { name: entries.at(-1)?.name ?? '' });
  return { archive, entries };
}

interface Inflated {
  readonly content: Buffer;
  /** Bytes of the input that belong to the stream. */
  readonly consumed: number;
}

/** One deflate stream, at most `size` bytes of output; null when it is damaged, endless or longer. */
function inflate(body: Uint8Array, size: number): Inflated | null {
  try {
    // With `info` zlib also gives its engine, which counts the input; the types do not know that form.
    const options = { maxOutputLength: Math.max(1, size), info: true };
    const result = inflateRawSync(body, options) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return { content: result.buffer, consumed: result.engine.bytesWritten };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

/**
 * True when unused bits of the stream's last byte are set: nothing covers them, and a file that differs from the one
 * that was written is not the one that was written. They are the highest bits of the byte, so it is enough to clear
 * the highest set one and to see whether the content stays the same.
 */
function hasStrayBits(body: Uint8Array, content: Uint8Array): boolean {
  const last = body.at(-1) ?? 0;
  if (last === 0) return false;
  const cleared = Uint8Array.from(body);
  cleared[cleared.length - 1] = last & ~(1 << (31 - Math.clz32(last)));
  const other = inflate(cleared, content.length);
  return other !== null && other.consumed === body.length && other.content.equals(content);
}

function inflateEntry(body: Uint8Array, entry: IndexedEntry): Uint8Array {
  const inflated = inflate(body, entry.size);
  const whole = inflated !== null && inflated.consumed === entry.compressedSize;
  if (!whole || hasStrayBits(body, inflated.content)) throw new DomainError('Z11', { name: entry.name });
  return inflated.content;
}

/**
 * Content of one entry, at most its declared size, CRC checked.
 * @throws DomainError Z11
 */
export function readEntryContent(index: ArchiveIndex, entry: IndexedEntry): Uint8Array {
  const body = index.archive.subarray(entry.start, entry.start + entry.compressedSize);
  const content = entry.deflated ? inflateEntry(body, entry) : body;
  if (content.length !== entry.size || crc32(content) !== entry.crc) {
    throw new DomainError('Z11', { name: entry.name });
  }
  return content;
}
