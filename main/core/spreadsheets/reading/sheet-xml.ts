import { DomainError } from '../../contract/errors';
import { limits } from './limits';

/**
 * A sheet of an XLSX cut after its last row with a value: a used range far beyond the data (a million formatted empty
 * rows) costs nothing, and a value hidden in row 1,048,576 is seen before anything is parsed. Throws X03.
 */
export function trimSheet(xml: Buffer): Buffer {
  const last = Math.max(
    xml.lastIndexOf('<v>'),
    xml.lastIndexOf('<v '),
    xml.lastIndexOf('<is>'),
    xml.lastIndexOf('<f'),
  );
  const end = xml.lastIndexOf('</sheetData>');
  if (last < 0 || end < last) return xml;
  const row = rowBefore(xml, last);
  if (row !== null && row > limits.rows) throw new DomainError('X03', { what: 'rows', limit: limits.rows });
  const close = xml.indexOf('</row>', last);
  if (close < 0 || close > end) return xml;
  const kept = close + '</row>'.length;
  return kept === end ? xml : Buffer.concat([xml.subarray(0, kept), xml.subarray(end)]);
}

/** Row of the cell whose value begins at a place, by its reference; null when the cell has none. */
function rowBefore(xml: Buffer, at: number): number | null {
  const cell = xml.lastIndexOf('<c ', at);
  if (cell < 0) return null;
  const reference = /\br="[A-Z]{1,3}(\d{1,7})"/.exec(xml.toString('latin1', cell, Math.min(at, cell + 200)));
  return reference === null ? null : Number(reference[1]);
}
