import { cleanText } from '../../contract/text';
import { e164Of, type PhoneContext } from '../../phones';
import { bareValue, type Cell } from '../reading/table';
import { saysNothing } from './nothing';
import { type CellReading, empty, read, unread, why } from './reading';
import { westernDigits } from './words';

/** Phone numbers to E.164 (libphonenumber), by the country of the row. Pure. */

const apart = /\s*(?:[;,،؛\n|]|\bou\b|\bet\b|\bor\b|\s[-–]\s|\/(?=\s*[+(]?\s*\d[\d\s().-]{5,}))\s*/iu;

/** Reads the first number of a cell; further ones are its rest. An impossible number is kept as typed, with a mark. */
export function readPhone(cell: Cell | undefined, context: PhoneContext): CellReading {
  const value = bareValue(cell);
  if (value === null || typeof value === 'boolean') return empty;
  if (typeof value === 'number' && (!Number.isInteger(value) || value > 1e15)) return unread('X11');
  const text = westernDigits(cleanText(String(value))).replace(/^['’‘`]+/, '');
  if (saysNothing(text) || text === '0') return empty;
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)) return ofPower(text, context);
  const parts = text.split(apart).filter((part) => /\d/.test(part));
  const numbers = parts.map((part) => e164Of(part, context));
  // The first one that is possible; an impossible one before it is kept with the others.
  const at = Math.max(
    0,
    numbers.findIndex((number) => number !== null),
  );
  const first = parts[at];
  if (first === undefined) return unread('phone');
  const number = numbers[at] ?? null;
  const rest = parts.filter((_, index) => index !== at).join(' ; ');
  if (number !== null) return read(number, number === text, rest);
  if (!/^\+?[0-9 ().\-/]{4,60}$/.test(first)) return unread('phone');
  return { how: 'doubtful', value: first.trim(), why: why('phone'), ...(rest === '' ? {} : { rest }) };
}

/** `2.25E+11`: a number that the spreadsheet rounded. Read only when no digit is lost, which is when it ends in zeros. */
function ofPower(text: string, context: PhoneContext): CellReading {
  const [mantissa = '', exponent = ''] = text.toUpperCase().replace(',', '.').split('E');
  const digits = mantissa.replace('.', '');
  const missing = Number(exponent) - (digits.length - 1);
  if (missing > 0) return unread('X11');
  const number = e164Of(digits, context);
  return number === null ? unread('X11') : read(number, false);
}
