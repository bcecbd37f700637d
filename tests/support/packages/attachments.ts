import { rawZip } from './raw-zip';

/** Smallest files of the permitted and of some forbidden kinds. */

const text = (content: string) => Buffer.from(content, 'utf8');
const office = 'application/vnd.openxmlformats-officedocument.';
const contentTypes = (type: string) =>
  text(`<?xml version="1.0"?><Types><Override PartName="/x" ContentType="${type}"/></Types>`);
const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml';

export const pdf = text('%PDF-1.7\n%%EOF\n');
export const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
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
