import { parseDelimited, separatorOf } from './delimited';
import { containerOf, noList } from './file-kind';
import { readArchive } from './office-archive';
import { handOver, type TakeRows } from './rows-ahead';
import type { ReadTables, SheetTable, TextManner } from './table';
import { decodeText, type Encoding, textEncodingOf } from './text-encoding';

/** Reads a whole file into tables. Pure but for `take`: no clock, no disk, no network. Throws X01–X05. */
export async function readTables(bytes: Buffer, take: TakeRows): Promise<ReadTables> {
  switch (containerOf(bytes)) {
    case 'zip':
      return { ...(await readArchive(bytes, take)), text: null };
    case 'compound': {
      const { readCompound } = await import('./through-sheetjs');
      return { kind: 'xls', sheets: handOver(readCompound(bytes), take), text: null };
    }
    case 'text':
      return readText(bytes, take);
    case null:
      throw noList(bytes);
  }
}

function readText(bytes: Buffer, take: TakeRows): ReadTables {
  const encoding = textEncodingOf(bytes);
  if (encoding === null) throw noList(bytes);
  const text = decodeText(bytes, encoding);
  const separator = separatorOf(text);
  const sheet: SheetTable = {
    name: '',
    state: 'visible',
    rows: parseDelimited(text, separator).map((row) => row.map(cellOf)),
    merges: [],
  };
  return {
    kind: 'text',
    sheets: handOver([sheet], take),
    text: {
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
    case 'macintosh':
    case 'dos':
      return 'windows1252';
    default:
      return encoding;
  }
}

/** A cell of a text; the apostrophe that keeps a spreadsheet from computing it is not part of it. */
function cellOf(cell: string): string | null {
  return cell.trim() === '' ? null : cell.replace(/^'(?=[=+\-@\t])/, '');
}
