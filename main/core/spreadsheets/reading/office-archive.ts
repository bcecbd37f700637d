import { DomainError } from '../../contract/errors';
import { type Archive, openArchive } from './archive';
import { noListBut } from './file-kind';
import { handOver, type TakeRows } from './rows-ahead';
import type { ReadTables } from './table';
import { readXlsx, workbookPart } from './xlsx/workbook';

/** Which office archive a file is, and whether it holds only what a list needs. */

const macroWorkbook = /<Override[^>]*macroEnabled\.(main|template)[^>]*>/i;

/** Reads an office archive. Throws X01–X03, X05. */
export async function readArchive(bytes: Buffer, take: TakeRows): Promise<Omit<ReadTables, 'text'>> {
  const archive = openArchive(bytes);
  const workbook = workbookPart(archive);
  if (workbook === null && !isOpenDocumentSheet(archive))
    throw noListBut(isDocument(archive) ? 'document' : undefined);
  refuseActiveParts(archive);
  if (workbook !== null)
    return { kind: 'xlsx', sheets: readXlsx(archive, workbook, take), ...ignoredIn(archive) };
  // Only these files need SheetJS, which takes a tenth of a second to load.
  const { readOds } = await import('./through-sheetjs');
  return { kind: 'ods', sheets: handOver(readOds(archive), take) };
}

function isOpenDocumentSheet(archive: Archive): boolean {
  if (!archive.names.includes('content.xml')) return false;
  return !archive.names.includes('mimetype') || archive.part('mimetype').includes('opendocument.spreadsheet');
}

/** Queries beside the rows are never asked again: the rows are as they were last seen. */
function ignoredIn({ names }: Archive): Pick<ReadTables, 'ignored'> {
  return names.some((name) => /^xl\/(connections\.xml$|queryTables\/)/i.test(name))
    ? { ignored: 'connections' }
    : {};
}

/** A text document or a presentation of either family. */
function isDocument({ names }: Archive): boolean {
  return names.some((name) => /^(word|ppt)\/|^content\.xml$/i.test(name));
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
  if (names.some((name) => /xl\/externalLinks\//i.test(name))) {
    throw new DomainError('X05', { what: 'links' });
  }
}
