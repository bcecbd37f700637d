import { deflateRawSync } from 'node:zlib';
import { CFB } from 'xlsx';
import { crc32 } from '../../../main/core/packages/format/crc32';
import { type SheetRows, workbook } from './files';

/** Office archives made byte by byte, so that each part can be what no program would write. */

type Parts = Readonly<Record<string, string | Buffer>>;

/** The parts of a workbook with these sheets. */
export function workbookParts(sheets: Readonly<Record<string, SheetRows>>): Record<string, Buffer> {
  const container = CFB.read(workbook(sheets), { type: 'buffer' });
  const parts: Record<string, Buffer> = {};
  container.FullPaths.forEach((path: string, index: number) => {
    const name = path.replace(/^Root Entry\//, '');
    if (name !== '' && !name.endsWith('/') && !name.includes('Sh33tJ5')) {
      parts[name] = Buffer.from(container.FileIndex[index].content);
    }
  });
  return parts;
}

/** A sheet with these rows and this declared range. */
export function sheetXml(rows: string, range: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="${range}"/><sheetData>${rows}</sheetData></worksheet>`;
}

/** An archive of these parts; `lie` announces another size than the real one, `damage` spoils the bytes of a part. */
export function officeArchive(
  parts: Parts,
  tricks: { readonly lie?: Readonly<Record<string, number>>; readonly damage?: string } = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    if (tricks.damage === name) packed.fill(0xff, 4, Math.min(packed.length, 60));
    const size = tricks.lie?.[name] ?? bytes.length;
    const local = header(0x04034b50, 30, name, bytes, packed, size, 0);
    directory.push(header(0x02014b50, 46, name, bytes, packed, size, offset));
    locals.push(local, packed);
    offset += local.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, index, end]);
}

function header(
  signature: number,
  length: 30 | 46,
  name: string,
  bytes: Buffer,
  packed: Buffer,
  size: number,
  offset: number,
): Buffer {
  const named = Buffer.from(name, 'utf8');
  const fixed = Buffer.alloc(length);
  const shift = length === 46 ? 2 : 0;
  fixed.writeUInt32LE(signature, 0);
  fixed.writeUInt16LE(20, 4 + shift);
  fixed.writeUInt16LE(8, 8 + shift);
  fixed.writeUInt32LE(crc32(bytes), 14 + shift);
  fixed.writeUInt32LE(packed.length, 18 + shift);
  fixed.writeUInt32LE(size, 22 + shift);
  fixed.writeUInt16LE(named.length, 26 + shift);
  if (length === 46) fixed.writeUInt32LE(offset, 42);
  return Buffer.concat([fixed, named]);
}
