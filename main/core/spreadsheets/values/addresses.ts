import { cleanText } from '../../contract/text';
import { readEmailText, readUrlText } from '../../contract/typing/address';
import type { CellReading } from '../../contract/typing/reading';
import { bareValue, type Cell } from '../reading/table';
import { saysNothing } from './nothing';
import { empty, unread } from './reading';
import { keyOf } from './words';

/** E-mail addresses and web sites of cells. Pure. */

const longest = 4_000;

/** Reads the first address of a cell; further ones are its rest. */
export function readEmail(cell: Cell | undefined): CellReading {
  const value = bareValue(cell);
  if (typeof value !== 'string') return value === null ? empty : unread('email');
  if (value.length > longest) return unread('too_long');
  const text = cleanText(value);
  return saysNothing(text) ? empty : readEmailText(text);
}

/** Reads a web address, unless the cell says that it leads nowhere. */
export function readUrl(cell: Cell | undefined): CellReading {
  const value = bareValue(cell);
  if (typeof value !== 'string') return value === null ? empty : unread('url');
  if (value.length > longest) return unread('too_long');
  const text = cleanText(value);
  if (saysNothing(text)) return empty;
  return keyOf(text).includes('pas fonctionnel') ? unread('url') : readUrlText(text);
}
