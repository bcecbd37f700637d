import { type DrawnType, isDrawn, type MediaType } from '../../contract/attachments/media-types';
import { cleanHeic } from './heic';

/**
 * Pictures as they are kept and carried: only what draws them. Place, time, device, thumbnails, comments and whatever
 * stands behind the end are left out, so that a photo tells nothing but what it shows.
 */

export interface CleanPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  /** Where the picture ended in the bytes given: what stands behind draws nothing. */
  readonly end: number;
}

/** The picture without its metadata, or null when it is not a whole picture of that type. */
export function cleanPicture(bytes: Uint8Array, mediaType: PictureType): CleanPicture | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (mediaType) {
    case 'image/jpeg':
      return cleanJpeg(content);
    case 'image/png':
      return cleanPng(content);
    case 'image/heic':
      return cleanHeic(content);
  }
}

export type PictureType = DrawnType | 'image/heic';

/** Is it a picture, drawn here or elsewhere? */
export function isPictureType(mediaType: MediaType): mediaType is PictureType {
  return isDrawn(mediaType) || mediaType === 'image/heic';
}

const startOfScan = 0xda;
const endOfImage = 0xd9;
/** Tables, frames and scans of ITU-T T.81; every other segment is metadata. */
const drawing: ReadonlySet<number> = new Set([
  0xc0,
  0xc1,
  0xc2,
  0xc3,
  0xc4,
  0xc5,
  0xc6,
  0xc7,
  0xc9,
  0xca,
  0xcb,
  0xcd,
  0xce,
  0xcf,
  0xdb,
  0xdd,
  startOfScan,
]);
const tables: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd, startOfScan]);
/** Adobe's segment says how colours are coded: without it some pictures come out in false colours. */
const adobe = { marker: 0xee, name: Buffer.from('Adobe\0', 'latin1').subarray(0, 5), length: 14 };

function cleanJpeg(bytes: Buffer): CleanPicture | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  let scans = 0;
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return null;
    if (marker === endOfImage) break;
    if (at + 4 > bytes.length) return null;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    const isFrame = drawing.has(marker) && !tables.has(marker);
    if (isFrame) {
      if (size !== null || end < at + 9) return null;
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    const scanEnd = marker === startOfScan ? endOfScan(bytes, end) : end;
    if (marker === startOfScan) scans += 1;
    if (drawing.has(marker) || isColourCode(bytes, marker, at, end)) kept.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
  }
  if (size === null || scans === 0) return null;
  kept.push(Buffer.from([0xff, endOfImage]));
  return { bytes: Buffer.concat(kept), ...size, end: at + 2 };
}

/** Where the coded data of a scan ends: at the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

function isColourCode(bytes: Buffer, marker: number, at: number, end: number): boolean {
  return (
    marker === adobe.marker &&
    end - at - 2 === adobe.length &&
    bytes.subarray(at + 4, at + 9).equals(adobe.name)
  );
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Chunks that draw (PNG, third edition, §11); texts, times, EXIF, profiles and private chunks are metadata. */
const drawingChunks: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
]);

function cleanPng(bytes: Buffer): CleanPicture | null {
  if (!bytes.subarray(0, pngSignature.length).equals(pngSignature)) return null;
  const kept: Buffer[] = [pngSignature];
  const seen: string[] = [];
  let at = pngSignature.length;
  while (seen.at(-1) !== 'IEND') {
    if (at + 12 > bytes.length) return null;
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (seen.length === 0 && (type !== 'IHDR' || end - at !== 25)) return null;
    if (seen.length > 0 && type === 'IHDR') return null;
    seen.push(type);
    if (drawingChunks.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (!seen.includes('IDAT')) return null;
  const header = pngSignature.length + 8;
  return {
    bytes: Buffer.concat(kept),
    width: bytes.readUInt32BE(header),
    height: bytes.readUInt32BE(header + 4),
    end: at,
  };
}
