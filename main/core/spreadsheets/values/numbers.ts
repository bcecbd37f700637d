import { cleanText } from '../../contract/text';
import { bareValue, type Cell } from '../reading/table';
import { saysNothing } from './nothing';
import { type CellReading, empty, read, unread } from './reading';
import { keyOf, westernDigits } from './words';

/** Numbers as the lists write them: French separators, `env. 50`. Pure. */

/** Reads a whole number, not negative. */
export function readCount(cell: Cell | undefined): CellReading {
  const value = bareValue(cell);
  if (value === null || typeof value === 'boolean') return empty;
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= 0 && value <= 1e9 ? read(value, true) : unread('count');
  const text = westernDigits(cleanText(value));
  if (['aucun', 'aucune', 'zero', 'neant', 'none'].includes(keyOf(text))) return read(0, false);
  if (saysNothing(text)) return empty;
  const bare = text
    .replace(/^(environ|env\.?|plus de|pres de|près de|~|≈|about)\s*/i, '')
    .replace(/\s*(membres?|personnes?|femmes?|hommes?|b[ée]n[ée]voles?|salari[ée]s?)$/i, '');
  const digits = /^\d{1,3}(?:[ .,’']\d{3})+$/.test(bare) ? bare.replace(/\D/g, '') : bare;
  if (!/^\d{1,9}$/.test(digits)) return unread('count');
  return read(Number(digits), digits === text);
}

/**
 * Reads a number with a decimal comma or point, within bounds, as the register keeps it: text with a point, at most six
 * decimals, none of them idle.
 */
export function readDecimal(cell: Cell | undefined, min: number, max: number): CellReading {
  const value = bareValue(cell);
  if (value === null || typeof value === 'boolean') return empty;
  const text = typeof value === 'number' ? plainDecimal(value) : westernDigits(cleanText(value));
  if (saysNothing(text)) return empty;
  const bare = text.replace(/\s/g, '').replace(/[°º,;]$/, '');
  if (!/^[+-]?\d+(?:[.,]\d+)?$/.test(bare)) return unread('decimal');
  const number = Number(bare.replace(',', '.'));
  if (number < min || number > max) return unread('decimal_range', { min, max });
  const kept = plainDecimal(number);
  return read(kept, text === bare && Number(kept) === number);
}

/** Without exponent, and without the zeros that say nothing. */
function plainDecimal(number: number): string {
  const text = number.toFixed(6).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}
