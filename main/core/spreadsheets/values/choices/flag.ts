import { bareValue, type Cell } from '../../reading/table';
import { saysNothing } from '../nothing';
import { type CellReading, empty, read, unread } from '../reading';
import { keyOf } from '../words';

const yes = new Set(['oui', 'o', 'yes', 'y', 'x', 'vrai', 'true', '1', 'ok', 'نعم']);
const no = new Set(['non', 'n', 'no', 'faux', 'false', '0', 'لا']);

/** Reads yes or no. */
export function readFlag(cell: Cell | undefined): CellReading {
  const value = bareValue(cell);
  if (value === null) return empty;
  if (typeof value === 'boolean') return read(value, true);
  const key = keyOf(String(value));
  if (yes.has(key) || /^[✓✔☑]$/.test(String(value).trim())) return read(true, key === 'oui');
  if (no.has(key)) return read(false, key === 'non');
  return saysNothing(String(value)) ? empty : unread('flag');
}
