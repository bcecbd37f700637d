import { DomainError } from '../../contract/errors';
import { type Archive, openArchive } from './archive';
import { handOver, type TakeRows } from './rows-ahead';
import type { SheetKind, SheetTable } from './table';
import { readXlsx, workbookPart } from './xlsx/workbook';

/** Which office archive a file is, and whether it holds only what a list needs. */

const macroWorkbook = /<Override[^>]*macroEnabled\.(main|template)[^>]*>/i;

/** Reads an office archive. Throws X01–X03, X05. */
export async function readArchive(
  bytes: Buffer,
  take: TakeRows,
): Promise<{ kind: SheetKind; sheets: SheetTable[] }> {
  const archive = openArchive(bytes);
  const workbook = workbookPart(archive);
  if (workbook === null && !isOpenDocumentSheet(archive)) throw new DomainError('X01', { why: 'kind' });
  refuseActiveParts(archive);
  if (workbook !== null) return { kind: 'xlsx', sheets: readXlsx(archive, workbook, take) };
  // Only these files need SheetJS, which takes a tenth of a second to load.
  const { readOds } = await import('./through-sheetjs');
  return { kind: 'ods', sheets: handOver(readOds(archive), take) };
}

function isOpenDocumentSheet(archive: Archive): boolean {
  if (!archive.names.includes('content.xml')) return false;
  return !archive.names.includes('mimetype') || archive.part('mimetype').includes('opendocument.spreadsheet');
}

/** Macros and links to other files are a reason to ask for a plain copy (X05). */
function refuseActiveParts(archive: Archive): void {
  const { names } = archive;
  const types = names.find((name) => /^\[Content_Types\]\.xml$/i.test(name));
  if (
    names.some((name) => /vbaProject|xl\/macrosheets\/|^Basic\/|^Scripts\//i.test(name)) ||
    (types !== undefined && macroWorkbook.test(archive.part(types).toString('latin1')))
  ) {
    throw new DomainError('X05', { what: 'macros' });
  }
  if (names.some((name) => /xl\/externalLinks\/|xl\/connections\.xml/i.test(name))) {
    throw new DomainError('X05', { what: 'links' });
  }
}
