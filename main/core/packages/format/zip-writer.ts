import { deflateRawSync } from 'node:zlib';
import { crc32 } from './crc32';
import { limits } from './limits';
import { entryNamePattern, zip } from './zip-profile';

export interface ArchiveEntry {
  /** Name within the profile, e.g. `data/organisations.ndjson`. */
  readonly name: string;
  readonly content: Uint8Array;
  /** `store` what is compressed already; `deflate` compresses when that is smaller. */
  readonly packing: 'deflate' | 'store';
}

interface PackedEntry {
  readonly local: Buffer;
  readonly central: Buffer;
  readonly body: Uint8Array;
}

function pack(entry: ArchiveEntry, offset: number): PackedEntry {
  const { content } = entry;
  const smaller = entry.packing === 'deflate' ? deflateRawSync(content, { level: 9 }) : content;
  const deflated = smaller.length < content.length;
  const body = deflated ? smaller : content;
  const name = Buffer.from(entry.name, 'ascii');
  const shared = Buffer.alloc(zip.sharedHeader);
  shared.writeUInt16LE(zip.version, 0);
  shared.writeUInt16LE(zip.flags, 2);
  shared.writeUInt16LE(deflated ? zip.deflated : zip.stored, 4);
  shared.writeUInt16LE(zip.time, 6);
  shared.writeUInt16LE(zip.date, 8);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(body.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const local = Buffer.alloc(zip.localHeader);
  local.writeUInt32LE(zip.localSignature, 0);
  shared.copy(local, 4);
  const central = Buffer.alloc(zip.centralHeader);
  central.writeUInt32LE(zip.centralSignature, 0);
  central.writeUInt16LE(zip.version, 4);
  shared.copy(central, 6);
  central.writeUInt32LE(offset, 42);
  return { local: Buffer.concat([local, name]), central: Buffer.concat([central, name]), body };
}

/**
 * ZIP of the profile of PACKAGES.md §1.2, entries in the given order.
 * @throws RangeError when a name or a size is outside the profile (a mistake of the caller)
 */
export function writeArchive(entries: readonly ArchiveEntry[]): Uint8Array {
  const names = new Set(entries.map((entry) => entry.name));
  const total = entries.reduce((sum, entry) => sum + entry.content.length, 0);
  if (names.size !== entries.length || entries.length > limits.entries || total > limits.totalInflated) {
    throw new RangeError('Entries outside the ZIP profile');
  }
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    if (!entryNamePattern.test(entry.name) || entry.content.length > limits.entryInflated) {
      throw new RangeError(`Entry outside the ZIP profile: ${entry.name}`);
    }
    const packed = pack(entry, offset);
    chunks.push(packed.local, packed.body);
    directory.push(packed.central);
    offset += packed.local.length + packed.body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(zip.endRecord);
  end.writeUInt32LE(zip.endSignature, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, central, end]);
}
