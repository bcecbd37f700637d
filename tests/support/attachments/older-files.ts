import { CFB } from 'xlsx';
import { placeInPhoto } from './files';

/** Photos of telephones and papers of older programs, made byte by byte. */

const u32 = (number: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
};
const u16 = (number: number) => u32(number).subarray(2);
const text = (word: string) => Buffer.from(word, 'latin1');

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(content.length + 8), text(type), content]);
}
const fullBox = (type: string, version: number, ...parts: readonly Buffer[]) =>
  box(type, u32(version * 0x1000000), ...parts);

/** What draws the picture, as far as a test is concerned. */
export const pictureInHeic = 'CODED-PICTURE-OF-THE-TELEPHONE';

/** A HEIC with EXIF, XMP, the name of its author and a box of the maker of the telephone. */
export function heicPhoto({ width = 4_032, height = 3_024 } = {}): Buffer {
  const told = [
    { item: 1, type: 'hvc1', content: text(pictureInHeic) },
    { item: 2, type: 'Exif', content: text(`\0\0\0\x06Exif\0\0${placeInPhoto}`) },
    { item: 3, type: 'mime', content: text(`<x:xmpmeta>${placeInPhoto}</x:xmpmeta>`) },
  ];
  const type = box('ftyp', text('heic'), u32(0), text('mif1heic'));
  const meta = (start: number) => {
    let at = start;
    const places = told.map(({ item, content }) => {
      const place = Buffer.concat([u16(item), u16(0), u16(0), u16(1), u32(at), u32(content.length)]);
      at += content.length;
      return place;
    });
    return fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, u32(0), text('pict'), Buffer.alloc(13)),
      fullBox('pitm', 0, u16(1)),
      fullBox(
        'iinf',
        0,
        u16(told.length),
        ...told.map((entry) => fullBox('infe', 2, u16(entry.item), u16(0), text(`${entry.type}\0`))),
      ),
      box(
        'iprp',
        box(
          'ipco',
          fullBox('ispe', 0, u32(width), u32(height)),
          fullBox('udes', 0, text(`fr\0${placeInPhoto}\0`)),
        ),
        fullBox('ipma', 0, u32(0)),
      ),
      fullBox('iloc', 1, Buffer.from([0x44, 0x00]), u16(told.length), ...places),
      box('uuid', Buffer.alloc(16, 7), text(placeInPhoto)),
    );
  };
  const start = type.length + meta(0).length + 8;
  return Buffer.concat([
    type,
    meta(start),
    box('mdat', ...told.map(({ content }) => content)),
    box('uuid', Buffer.alloc(16, 9), text(placeInPhoto)),
  ]);
}

/** A document of Word 97; with streams beside its text, such as `Macros/VBA/dir`. */
export function oldWord(...streams: readonly string[]): Buffer {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, 'WordDocument', Buffer.alloc(4_096, 'Compte rendu '));
  for (const name of streams) CFB.utils.cfb_add(file, name, Buffer.from('stream'));
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Buffer);
}

/** A text as word processors exchange it; with more inside. */
export function richText(inside = ''): Buffer {
  return text(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Calibri;}}\\f0 Compte rendu du comit\\'e9${inside}\\par}`);
}

export const card = Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Awa Fictive\r\nEND:VCARD\r\n');
export const appointment = Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n');

/** A message; with a part of another kind. */
export function message(part = ''): Buffer {
  const head =
    'From: awa@exemple.test\r\nSubject: Convocation\r\nContent-Type: text/plain; charset=utf-8\r\n';
  return Buffer.from(`${head}${part}\r\nÀ mardi.\r\n`);
}
