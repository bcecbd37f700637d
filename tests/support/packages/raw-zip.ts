import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../main/core/packages/format/crc32';

/** A ZIP writer without any rule, to make archives that the strict reader must refuse. */

export interface RawHeader {
  readonly name: string;
  readonly madeBy: number;
  readonly needed: number;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly extra: Uint8Array;
  readonly comment: Uint8Array;
  readonly disk: number;
  readonly internal: number;
  readonly external: number;
  /** Offset written in the central directory. */
  readonly offset: number;
}

export interface RawEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** Bytes that stand in the archive instead of the deflated content. */
  readonly body?: Uint8Array;
  /** Bytes after the body that belong to no entry. */
  readonly after?: Uint8Array;
  /** What both headers say instead of the truth. */
  readonly both?: Partial<RawHeader>;
  readonly local?: Partial<RawHeader>;
  readonly central?: Partial<RawHeader>;
}

export interface RawEnd {
  readonly disk: number;
  readonly count: number;
  readonly countOnDisk: number;
  readonly size: number;
  readonly offset: number;
  readonly comment: Uint8Array;
}

export interface RawArchive {
  readonly prefix?: Uint8Array;
  readonly beforeDirectory?: Uint8Array;
  readonly afterDirectory?: Uint8Array;
  readonly suffix?: Uint8Array;
  readonly end?: Partial<RawEnd>;
  /** Order in which the central directory lists the entries. */
  readonly order?: (entries: Buffer[]) => Buffer[];
}

const nothing = new Uint8Array();

function numbers(values: readonly (readonly [number, 2 | 4])[]): Buffer {
  return Buffer.concat(
    values.map(([value, length]) => {
      const bytes = Buffer.alloc(length);
      bytes.writeUIntLE(value, 0, length);
      return bytes;
    }),
  );
}

function shared(header: RawHeader, name: Buffer): (readonly [number, 2 | 4])[] {
  return [
    [header.needed, 2],
    [header.flags, 2],
    [header.method, 2],
    [header.time, 2],
    [header.date, 2],
    [header.crc, 4],
    [header.compressed, 4],
    [header.size, 4],
    [name.length, 2],
    [header.extra.length, 2],
  ];
}

function localHeader(header: RawHeader): Buffer {
  const name = Buffer.from(header.name, 'utf8');
  return Buffer.concat([numbers([[0x04034b50, 4], ...shared(header, name)]), name, header.extra]);
}

function centralHeader(header: RawHeader): Buffer {
  const name = Buffer.from(header.name, 'utf8');
  const start = numbers([[0x02014b50, 4], [header.madeBy, 2], ...shared(header, name)]);
  const rest = numbers([
    [header.comment.length, 2],
    [header.disk, 2],
    [header.internal, 2],
    [header.external, 4],
    [header.offset, 4],
  ]);
  return Buffer.concat([start, rest, name, header.extra, header.comment]);
}

/** Archive of the entries, good where nothing else is said: version 20, UTF-8 names, deflated, 1980-01-01. */
export function rawZip(entries: readonly RawEntry[], archive: RawArchive = {}): Uint8Array {
  const chunks: Uint8Array[] = [archive.prefix ?? nothing];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const body = entry.body ?? deflateRawSync(entry.content, { level: 9 });
    const truth: RawHeader = {
      name: entry.name,
      madeBy: 20,
      needed: 20,
      flags: 0x0800,
      method: 8,
      time: 0,
      date: 0x0021,
      crc: crc32(entry.content),
      compressed: body.length,
      size: entry.content.length,
      extra: nothing,
      comment: nothing,
      disk: 0,
      internal: 0,
      external: 0,
      offset,
      ...entry.both,
    };
    const local = localHeader({ ...truth, ...entry.local });
    chunks.push(local, body, entry.after ?? nothing);
    directory.push(centralHeader({ ...truth, ...entry.central }));
    offset += local.length + body.length + (entry.after?.length ?? 0);
  }
  const listed = Buffer.concat((archive.order ?? ((same) => same))(directory));
  offset += archive.beforeDirectory?.length ?? 0;
  const end: RawEnd = {
    disk: 0,
    count: entries.length,
    countOnDisk: entries.length,
    size: listed.length,
    offset,
    comment: nothing,
    ...archive.end,
  };
  const record = numbers([
    [0x06054b50, 4],
    [end.disk, 2],
    [end.disk, 2],
    [end.countOnDisk, 2],
    [end.count, 2],
    [end.size, 4],
    [end.offset, 4],
    [end.comment.length, 2],
  ]);
  return Buffer.concat([
    ...chunks,
    archive.beforeDirectory ?? nothing,
    listed,
    archive.afterDirectory ?? nothing,
    record,
    end.comment,
    archive.suffix ?? nothing,
  ]);
}
