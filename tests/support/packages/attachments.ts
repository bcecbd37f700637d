import { rawZip } from './raw-zip';

/** Smallest files of the permitted and of some forbidden kinds. */

const text = (content: string) => Buffer.from(content, 'utf8');
const office = 'application/vnd.openxmlformats-officedocument.';
const contentTypes = (type: string) =>
  text(`<?xml version="1.0"?><Types><Override PartName="/x" ContentType="${type}"/></Types>`);
const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml';

export const pdf = text('%PDF-1.7\n%%EOF\n');
export const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.from('ffc0000b080001000101011100', 'hex'),
  Buffer.from('ffda0008010100003f00', 'hex'),
  Buffer.from('00ffd9', 'hex'),
]);
const pngChunk = (type: string, content: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, text(type), content, Buffer.alloc(4)]);
};
export const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  pngChunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
  pngChunk('IDAT', Buffer.from('789c626000000000ffff', 'hex')),
  pngChunk('IEND', Buffer.alloc(0)),
]);
export const docx = rawZip([
  { name: '[Content_Types].xml', content: contentTypes(`${office}wordprocessingml.document.main+xml`) },
  { name: 'word/document.xml', content: text('<w:document/>') },
]);
export const xlsx = rawZip([
  { name: '[Content_Types].xml', content: contentTypes(`${office}spreadsheetml.sheet.main+xml`) },
  { name: 'xl/workbook.xml', content: text('<workbook/>') },
]);
export const odt = rawZip([
  {
    name: 'mimetype',
    content: text('application/vnd.oasis.opendocument.text'),
    body: text('application/vnd.oasis.opendocument.text'),
    both: { method: 0 },
  },
  { name: 'content.xml', content: text('<office/>') },
]);
export const docm = rawZip([
  { name: '[Content_Types].xml', content: contentTypes(macro) },
  { name: 'word/document.xml', content: text('<w:document/>') },
]);
export const xlsm = rawZip([
  { name: '[Content_Types].xml', content: contentTypes(`${office}spreadsheetml.sheet.main+xml`) },
  { name: 'xl/vbaProject.bin', content: text('macro') },
]);
