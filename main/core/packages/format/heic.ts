import type { CleanPicture } from './picture';

/**
 * HEIC, the pictures of telephones (ISO/IEC 23008-12 in the boxes of ISO/IEC 14496-12). Nothing here decodes them: what
 * tells of place, time and device (items of EXIF and XMP, boxes that draw nothing) is overwritten where it stands, so that
 * every offset of the file holds.
 */

/** A box: where it begins, its type, where its content begins and where it ends. */
interface Box {
  readonly start: number;
  readonly type: string;
  readonly content: number;
  readonly end: number;
}

const brands = /^(heic|heix|heim|heis|mif1)$/;
const atTop: ReadonlySet<string> = new Set(['ftyp', 'meta', 'mdat', 'idat', 'free', 'skip']);
const inMeta: ReadonlySet<string> = new Set([
  'hdlr',
  'dinf',
  'pitm',
  'iinf',
  'iloc',
  'iprp',
  'idat',
  'iref',
  'grpl',
  'free',
]);
/** Properties that draw: sizes, coding, colours, turning, cutting. A description of the author is none. */
const drawing: ReadonlySet<string> = new Set([
  'ispe',
  'hvcC',
  'lhvC',
  'colr',
  'pixi',
  'pasp',
  'irot',
  'imir',
  'clap',
  'auxC',
  'rloc',
  'clli',
  'mdcv',
  'cclv',
  'amve',
  'free',
]);
/** Items that are coded pictures, or made of some. */
const pictures: ReadonlySet<string> = new Set(['hvc1', 'hev1', 'grid', 'iovl', 'iden', 'tmap', 'jpeg']);
const boxesAtMost = 10_000;
const extentsAtMost = 10_000;

/** Is it a HEIC by its first box? */
export function isHeic(bytes: Buffer): boolean {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 200);
  const named = [8, ...range(16, end - 3, 4)].map((at) => bytes.toString('latin1', at, at + 4));
  return named.some((brand) => brands.test(brand)) && !named.some((brand) => brand.startsWith('avi'));
}

function range(from: number, before: number, step: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.ceil((before - from) / step)) },
    (_, index) => from + index * step,
  );
}

/** The picture without its metadata, or null when its boxes are not understood: nothing is kept that may tell more. */
export function cleanHeic(given: Uint8Array): CleanPicture | null {
  const bytes = Buffer.from(given);
  if (!isHeic(bytes)) return null;
  const top = boxesIn(bytes, 0, bytes.length);
  const metas = top?.filter(({ type }) => type === 'meta') ?? [];
  const [meta] = metas;
  if (top === null || meta === undefined || metas.length > 1) return null;
  for (const box of top) if (!atTop.has(box.type)) blank(bytes, box);
  const parts = boxesIn(bytes, meta.content + 4, meta.end);
  if (parts === null) return null;
  const strange = strangeItems(bytes, parts);
  const size = strange === null ? null : sizeOf(bytes, parts);
  if (strange === null || size === null || !wipe(bytes, parts, strange)) return null;
  for (const box of parts) if (!inMeta.has(box.type)) blank(bytes, box);
  return { bytes, ...size, end: top.at(-1)?.end ?? 0 };
}

/** The boxes between two places, one after the other without rest; null when they are none. */
function boxesIn(bytes: Buffer, from: number, to: number): Box[] | null {
  const boxes: Box[] = [];
  for (let start = from; start < to; ) {
    if (start + 8 > to || boxes.length >= boxesAtMost) return null;
    const told = bytes.readUInt32BE(start);
    const isLong = told === 1;
    if (isLong && start + 16 > to) return null;
    const length = isLong ? Number(bytes.readBigUInt64BE(start + 8)) : told === 0 ? to - start : told;
    const content = start + (isLong ? 16 : 8);
    if (length < content - start || start + length > to) return null;
    boxes.push({ start, type: bytes.toString('latin1', start + 4, start + 8), content, end: start + length });
    start += length;
  }
  return boxes;
}

/** A box that says nothing any more: it keeps its place. */
function blank(bytes: Buffer, { start, content, end }: Box): void {
  bytes.write('free', start + 4, 'latin1');
  bytes.fill(0, content, end);
}

const only = (boxes: readonly Box[], type: string): Box | null => {
  const found = boxes.filter((box) => box.type === type);
  return found.length === 1 ? (found[0] ?? null) : null;
};

/** Reads numbers one after the other; beyond the end of their box there is none, which spoils all. */
function reader(bytes: Buffer, box: Box) {
  let at = box.content;
  return {
    /** A number of 0, 1, 2, 4 or 8 bytes. @throws RangeError beyond the box */
    number(size: number): number {
      if (at + size > box.end || size > 8) throw new RangeError('beyond the box');
      let value = 0;
      for (let index = 0; index < size; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
      at += size;
      return value;
    },
  };
}

/** What a reader gives, or null where its numbers lead beyond their box. */
function within<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Items that are no pictures: EXIF, XMP and whatever is not known. */
function strangeItems(bytes: Buffer, parts: readonly Box[]): ReadonlySet<number> | null {
  const table = only(parts, 'iinf');
  if (table === null) return null;
  const entries = boxesIn(bytes, table.content + (bytes[table.content] === 0 ? 6 : 8), table.end);
  if (entries === null) return null;
  return within(() => {
    const strange = new Set<number>();
    for (const entry of entries) {
      const { number } = reader(bytes, entry);
      const version = number(4) >>> 24;
      if (entry.type !== 'infe' || version < 2) throw new RangeError('an entry of another kind');
      const item = number(version === 2 ? 2 : 4);
      number(2);
      const type = Buffer.from([number(1), number(1), number(1), number(1)]).toString('latin1');
      if (!pictures.has(type)) strange.add(item);
    }
    return strange;
  });
}

interface Extent {
  readonly item: number;
  /** 0: from the beginning of the file; 1: in the box `idat`. */
  readonly from: number;
  readonly offset: number;
  readonly length: number;
}

/** Where the bytes of every item lie. */
function extentsOf(bytes: Buffer, table: Box): Extent[] | null {
  return within(() => {
    const { number } = reader(bytes, table);
    const version = number(4) >>> 24;
    if (version > 2) throw new RangeError('a later version');
    const [first, second] = [number(1), number(1)];
    const sizes = {
      offset: first >> 4,
      length: first & 15,
      base: second >> 4,
      index: version > 0 ? second & 15 : 0,
    };
    const items = number(version < 2 ? 2 : 4);
    const extents: Extent[] = [];
    for (let count = 0; count < items; count += 1) {
      const item = number(version < 2 ? 2 : 4);
      const from = version > 0 ? number(2) & 15 : 0;
      number(2);
      const base = number(sizes.base);
      const pieces = number(2);
      for (let piece = 0; piece < pieces; piece += 1) {
        number(sizes.index);
        extents.push({ item, from, offset: base + number(sizes.offset), length: number(sizes.length) });
        if (extents.length > extentsAtMost) throw new RangeError('too many pieces');
      }
    }
    return extents;
  });
}

/** Overwrites these items with zeros. False when one of them cannot be found for sure, or lies within a picture. */
function wipe(bytes: Buffer, parts: readonly Box[], items: ReadonlySet<number>): boolean {
  const table = only(parts, 'iloc');
  const extents = table === null ? null : extentsOf(bytes, table);
  if (extents === null) return false;
  const store = only(parts, 'idat');
  const placed = extents.map(({ item, from, offset, length }) => {
    if (from > 1 || (from === 1 && store === null)) return null;
    const start = offset + (from === 1 ? (store?.content ?? 0) : 0);
    const limit = from === 1 ? (store?.end ?? 0) : bytes.length;
    const end = length === 0 ? limit : start + length;
    return start <= end && end <= limit ? { item, start, end } : null;
  });
  for (const place of placed) if (place === null) return false;
  const places = placed.flatMap((place) => (place === null ? [] : [place]));
  const kept = places.filter(({ item }) => !items.has(item));
  for (const { start, end } of places.filter(({ item }) => items.has(item))) {
    if (kept.some((other) => other.start < end && start < other.end)) return false;
    bytes.fill(0, start, end);
  }
  return true;
}

/** The largest size that the file tells, and its properties without those that draw nothing. */
function sizeOf(bytes: Buffer, parts: readonly Box[]): { width: number; height: number } | null {
  const properties = only(parts, 'iprp');
  const inside = properties === null ? null : boxesIn(bytes, properties.content, properties.end);
  const container = inside === null ? null : only(inside, 'ipco');
  const known = container === null ? null : boxesIn(bytes, container.content, container.end);
  if (known === null) return null;
  for (const box of known) if (!drawing.has(box.type)) blank(bytes, box);
  const sizes = known.filter(({ type, content, end }) => type === 'ispe' && end - content >= 12);
  if (sizes.length === 0) return null;
  return {
    width: Math.max(...sizes.map(({ content }) => bytes.readUInt32BE(content + 4))),
    height: Math.max(...sizes.map(({ content }) => bytes.readUInt32BE(content + 8))),
  };
}
