import type { Encoding } from '../../contract/spreadsheets/encodings';
import { parseDelimited, separatorOf } from './delimited';
import { containerOf, noList } from './file-kind';
import { readArchive } from './office-archive';
import { handOver, type TakeRows } from './rows-ahead';
import type { ReadTables, SheetTable, TextManner } from './table';
import { decodeText, textEncodingOf } from './text-encoding';

/**
 * Reads a whole file into tables. Pure but for `take`: no clock, no disk, no network. Throws X01–X05.
 * @param encoding of a text, as a person told it; null = as the bytes show
 */
export async function readTables(
  bytes: Buffer,
  take: TakeRows,
  encoding: Encoding | null = null,
): Promise<ReadTables> {
  switch (containerOf(bytes)) {
    case 'zip':
      return { ...(await readArchive(bytes, take)), text: null };
    case 'compound': {
      const { readCompound } = await import('./through-sheetjs');
      return { kind: 'xls', sheets: handOver(readCompound(bytes), take), text: null };
    }
    case 'text':
      return readText(bytes, take, encoding ?? textEncodingOf(bytes));
    case null:
      throw noList(bytes);
  }
}

function readText(bytes: Buffer, take: TakeRows, encoding: Encoding | null): ReadTables {
  if (encoding === null) throw noList(bytes);
  const text = decodeText(bytes, encoding);
  const separator = separatorOf(text);
  const { rows, strayQuotes } = parseDelimited(text, separator);
  const sheet: SheetTable = {
    name: '',
    state: 'visible',
    rows: rows.map((row) => row.map(cellOf)),
    merges: [],
  };
  return {
    kind: 'text',
    sheets: handOver([sheet], take),
    text: {
      readAs: encoding,
      strayQuotes,
      encoding: writtenAs(encoding),
      separator,
      newline: text.includes('\r\n') ? '\r\n' : '\n',
    },
  };
}

/** Files go back in the encoding they came in, or in the one that its programs read as well. */
function writtenAs(encoding: Encoding): TextManner['encoding'] {
  switch (encoding) {
    case 'utf16be':
      return 'utf16le';
    case 'windows1256':
    case 'iso88596':
      return 'utf8_bom';
    case 'macintosh':
    case 'dos':
      return 'windows1252';
    default:
      return encoding;
  }
}

/**
 * A cell of a text. The apostrophe that keeps a spreadsheet from computing it, and the formula that makes Excel keep its
 * zeros (`="00123"`), are not part of it.
 */
function cellOf(cell: string): string | null {
  if (cell.trim() === '') return null;
  const kept = cell.startsWith('="') && cell.length > 2 && cell.endsWith('"') ? cell.slice(2, -1) : null;
  return kept === null ? cell.replace(/^'(?='*[=+\-@\t\r])/, '') : kept.replaceAll('""', '"') || null;
}
