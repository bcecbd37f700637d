import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { bareValue, type Cell } from '../reading/table';
import { type CellReading, empty, read, unread, why } from './reading';
import { cleanText, saysNothing, westernDigits } from './words';

/** Phone numbers to E.164 (libphonenumber), by the country of the row. Pure. */

export interface PhoneContext {
  readonly country: string | null;
  /** Calling code of a column beside the number (`216`, `+225`), or empty. */
  readonly prefix: string;
}

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

/** The number in E.164, or null when it is not possible in this country. */
export function e164Of(typed: string, { country, prefix }: PhoneContext): string | null {
  const bare = typed
    .replace(/[^\d+]/g, '')
    .replace(/(?!^)\+/g, '')
    .replace(/^00/, '+');
  if (bare.length < 5) return null;
  const calling = prefix.replace(/\D/g, '').replace(/^00/, '');
  const candidates = bare.startsWith('+')
    ? // The last one: a plus before a number of this country, as in `+ 23 675 638`.
      [bare, `+${bare.slice(1).replace(/^(\d{1,3})0/, '$1')}`, bare.slice(1)]
    : [
        ...(calling === '' ? [] : [`+${calling}${bare}`, `+${calling}${bare.replace(/^0/, '')}`, `+${bare}`]),
        bare,
        `+${bare}`,
      ];
  for (const candidate of candidates) {
    const number = validNumber(candidate, country);
    if (number !== null) return number;
  }
  return null;
}

const known = new Map<string, string | null>();
const knownAtMost = 20_000;

/** Numbers come several times (each sheet of a list, each look at it): the last ones are remembered. */
function validNumber(candidate: string, country: string | null): string | null {
  const key = `${country ?? ''} ${candidate}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const home = country !== null && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  if (home === undefined && !candidate.startsWith('+')) return null;
  const parsed = parsePhoneNumberFromString(candidate, home);
  const number = parsed?.isValid() === true ? parsed.number : null;
  if (known.size >= knownAtMost) known.clear();
  known.set(key, number);
  return number;
}
