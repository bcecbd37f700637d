import { deflateSync } from 'node:zlib';
import { crc32 } from '../../core/packages/format/crc32';
import type { Installation } from './installation';

/** Files that the first organisations of a register carry: drawn here, the same bytes on every machine. */

const [width, height] = [320, 200];

/** Joins a photo and the statutes to one organisation. */
export async function attachPapers(laptop: Installation, organisation: string, name: string): Promise<void> {
  const owner = { entity: 'organisations', id: organisation } as const;
  const add = (kind: string, fileName: string, bytes: Buffer) =>
    laptop.call('attachments.add', {
      owner,
      consent: null,
      kind,
      fileName,
      bytes: Uint8Array.from(bytes),
    });
  await add('photo', 'Local.png', houseOf(name));
  await add('statutes', 'Statuts.pdf', statutesOf(name));
}

/** A house under a sky, in two colours that the name chooses. */
function houseOf(name: string): Buffer {
  const tint = crc32(Buffer.from(name, 'utf8'));
  const colours = Buffer.from([230, 226, 214, 60 + (tint % 120), 70 + ((tint >>> 8) % 90), 90]);
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width / 8);
    for (let x = 0; x < width; x += 1)
      if (isHouse(x, y)) row[1 + (x >> 3)] = (row[1 + (x >> 3)] ?? 0) | (128 >> (x & 7));
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    // Stored, not compressed: two versions of zlib would not write the same bytes.
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function isHouse(x: number, y: number): boolean {
  const isRoof = y >= 40 && y < 90 && Math.abs(x - 160) < (y - 40) * 2;
  const isWall = y >= 90 && y < 170 && Math.abs(x - 160) < 80;
  const isDoor = y >= 120 && Math.abs(x - 160) < 16;
  return isRoof || (isWall && !isDoor) || y >= 185;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** One page that says whose statutes these are. */
function statutesOf(name: string): Buffer {
  const shown = Buffer.from(name, 'latin1')
    .toString('latin1')
    .replace(/[\\()]/g, '\\$&');
  const text = `BT /F1 18 Tf 60 760 Td (Statuts) Tj 0 -30 Td /F1 12 Tf (${shown}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + end, 'latin1');
}
