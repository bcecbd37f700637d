import type { FieldDescription } from '../../contract/fields';
import { cleanText } from '../../contract/text';
import { bareText, longestTyped } from '../../contract/typing/bare';
import { isPhoneLike, phoneParts } from '../../contract/typing/phone-text';
import { e164Of, type PhoneContext } from '../../phones';
import { bareValue, type Cell } from '../reading/table';
import { saysNothing } from './nothing';
import { type CellReading, empty, read, unread, why } from './reading';

/** Phone numbers of cells to E.164 (libphonenumber), by the country of the row. Pure. */

/**
 * Reads the first number of a cell. A second one is offered to the field that takes it (`second`), further ones are its
 * rest. An impossible number is kept as typed, with a mark.
 */
export function readPhone(
  cell: Cell | undefined,
  context: PhoneContext,
  { second }: Pick<FieldDescription, 'second'> = {},
): CellReading {
  const value = bareValue(cell);
  if (value === null || typeof value === 'boolean') return empty;
  if (typeof value === 'number' && (!Number.isInteger(value) || value > 1e15)) return unread('X11');
  const typed = String(value);
  if (typed.length > longestTyped.phone) return unread('too_long');
  const text = bareText(cleanText(typed));
  if (saysNothing(text) || text === '0') return empty;
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)) return ofPower(text, context);
  const parts = phoneParts(text).map((part) => ({ ...part, e164: e164Of(part.number, context) }));
  // The first one that is possible; an impossible one before it is kept with the others.
  const first = parts.find(({ e164 }) => e164 !== null) ?? parts[0];
  if (first === undefined) return unread('phone');
  const others = parts.filter((part) => part !== first);
  const beside = parts.map((part) => part.beside).filter((words) => words !== '');
  const next = second === undefined ? undefined : others.find(({ e164 }) => e164 !== null);
  const rest = [...others.filter((part) => part !== next).map(({ number }) => number), ...beside].join(' ; ');
  const also =
    second === undefined || next === undefined
      ? {}
      : { also: { [second]: next.e164 }, why: why('second_number') };
  if (first.e164 !== null) return { ...read(first.e164, first.e164 === text, rest), ...also };
  if (!isPhoneLike(first.number)) return unread('phone');
  return { how: 'doubtful', value: first.number, why: why('phone'), ...(rest === '' ? {} : { rest }) };
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
