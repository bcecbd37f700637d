import { bareText, longestTyped } from './bare';
import { type CellReading, empty, read, unread, why } from './reading';

/** Numbers as people write them: French, English and Arabic separators. No digit goes through a float. Pure. */

const about = /^(?:environ|env\.?|plus de|pres de|près de|~|≈|about) ?/i;
const counted = / ?(?:membres?|personnes?|femmes?|hommes?|b[ée]n[ée]voles?|salari[ée]s?)$/i;
/** Thousands parted by blanks or strokes, which part nothing else; or by signs that come twice. */
const surelyParted = /^\d{1,3}(?:(?:[ '’٬]\d{3}){1,3}|(?:\.\d{3}){2,3}|(?:,\d{3}){2,3})$/;
const maybeParted = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** A minus in any of its forms, and Arabic separators, as a plain keyboard writes them. */
function plainSigns(text: string): string {
  return text.replace(/[\u2212\u2012\u2013\uFE63]/g, '-').replaceAll('٫', ',');
}

/**
 * Reads a whole number, not negative. `1,250` and `1.250` may be a thousand or a decimal: doubtful. Numbers on several
 * lines are several.
 */
export function readCountText(typed: string): CellReading {
  if (typed.length > longestTyped.number) return unread('too_long');
  const text = plainSigns(bareText(typed));
  if (text === '') return empty;
  if (text.includes('\n')) return unread('several_lines');
  const bare = text
    .replace(about, '')
    .replace(counted, '')
    .replace(/[.,]0{1,2}$/, '');
  if (maybeParted.test(bare)) {
    return { how: 'doubtful', value: Number(bare.replace(/[.,]/, '')), why: why('thousands') };
  }
  const digits = surelyParted.test(bare) ? bare.replace(/\D/g, '') : bare;
  if (!/^\d{1,9}$/.test(digits)) return unread('count');
  return read(Number(digits), digits === text);
}

const decimalShape =
  /^([+-]?) ?(\d{1,21}|\d{1,3}(?:[ '’٬]\d{3}){1,5}|\d{1,3}(?:\.\d{3}){1,5}(?=,)|\d{1,3}(?:,\d{3}){1,5}(?=\.))(?:[.,](\d{1,60}))?$/;

/**
 * The number that a text writes, as the register keeps it: a point, at most six decimals, none of them idle; null when
 * it writes none, or more than 15 digits before the point.
 */
export function plainNumber(typed: string): string | null {
  const match = decimalShape.exec(plainSigns(typed));
  if (match === null) return null;
  const [, sign, grouped = '', decimals = ''] = match;
  const whole = grouped.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  if (whole.length > 15) return null;
  const millionths =
    BigInt(whole + decimals.slice(0, 6).padEnd(6, '0')) + (decimals.charAt(6) >= '5' ? 1n : 0n);
  const digits = String(millionths).padStart(7, '0');
  const kept = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0{1,6}$/, '');
  return sign === '-' && millionths > 0n ? `-${kept}` : kept;
}

/** Reads a number with a decimal comma or point, within bounds. */
export function readDecimalText(typed: string, min: number, max: number): CellReading {
  if (typed.length > longestTyped.number) return unread('too_long');
  const text = bareText(typed);
  if (text === '') return empty;
  if (text.includes('\n')) return unread('several_lines');
  const kept = plainNumber(text);
  if (kept === null) return unread('decimal');
  if (Number(kept) < min || Number(kept) > max) return unread('decimal_range', { min, max });
  return read(kept, text === kept);
}
