import { deflateSync } from 'node:zlib';
import { crc32 } from '../../../main/core/packages/format/crc32';

/** Files as people have them: photos that tell where they were taken, papers of some size. */

/** What a photo of a telephone says beside the picture. */
export const placeInPhoto = 'GPS 36.8065N 10.1815E TELEPHONE-DE-SALMA';

const word = (number: number) => Buffer.from([number >> 8, number & 0xff]);
const segment = (marker: number, content: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), word(content.length + 2), content]);

export interface PhotoSettings {
  readonly width?: number;
  readonly height?: number;
  /** What tells one photo from another. */
  readonly seed?: string;
}

/** A JPEG with EXIF, XMP, a comment, a thumbnail's segment and bytes behind its end. */
export function phonePhoto({ width = 1_200, height = 900, seed = 'a' }: PhotoSettings = {}): Buffer {
  const frame = Buffer.concat([Buffer.from([8]), word(height), word(width), Buffer.from([1, 1, 0x11, 0])]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    segment(0xe1, Buffer.from(`Exif\0\0${placeInPhoto}`, 'latin1')),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${placeInPhoto}</x>`, 'latin1')),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${placeInPhoto}`, 'latin1')),
    segment(0xfe, Buffer.from(placeInPhoto, 'latin1')),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(29, 1)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from(seed, 'utf8'),
    Buffer.from([0xff, 0x00, 0x12, 0xff, 0xd0, 0x34]),
    Buffer.from([0xff, 0xd9]),
    Buffer.from(placeInPhoto, 'latin1'),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A grey PNG with texts, a time, EXIF and bytes behind its end; the window can show it. */
export function scannedPage({ width = 1_000, height = 1_400, seed = 'a' }: PhotoSettings = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const line = Buffer.alloc(width + 1, seed);
  line[0] = 0;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Author\0${placeInPhoto}`, 'latin1')),
    chunk('eXIf', Buffer.from(placeInPhoto, 'latin1')),
    chunk('tIME', Buffer.alloc(7)),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(placeInPhoto, 'latin1'),
  ]);
}

/** A PDF of about so many bytes, different for each seed. */
export function paper(seed: string, bytes = 400): Buffer {
  const head = Buffer.from(`%PDF-1.7\n% ${seed}\n`, 'utf8');
  return Buffer.concat([
    head,
    Buffer.alloc(Math.max(0, bytes - head.length), seed),
    Buffer.from('\n%%EOF\n'),
  ]);
}
