import { cleanText } from '../../contract/text';
import type { Cell } from '../reading/table';
import { bareValue, isDay } from '../reading/table';
import { saysNothing } from './nothing';
import { type CellReading, empty, read, unread, why } from './reading';
import { keyOf, westernDigits } from './words';

/** Days as the lists write them (DOMAIN.md §0). Pure. */

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'janvier janv jan january يناير جانفي',
    'fevrier fevr fev feb february فبراير فيفري',
    'mars mar march مارس',
    'avril avr apr april ابريل افريل',
    'mai may ماي مايو',
    'juin jun june يونيو جوان',
    'juillet juil jul july يوليو جويليه يوليوز',
    'aout aou aug august اغسطس اوت غشت',
    'septembre sept sep september سبتمبر شتنبر',
    'octobre oct october اكتوبر',
    'novembre nov november نوفمبر نونبر',
    'decembre dec december ديسمبر دجنبر',
  ].flatMap((names, index) => names.split(' ').map((name) => [keyOf(name), index + 1] as const)),
);

const numeric = /(?<!\d)(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})(?!\d)/;
const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?/;
const worded =
  /(?<!\d)(\d{1,2})(?:\s*(?:er|e|st|nd|rd|th))?[\s\-/.]*(?:de\s+)?([\p{L}\u0600-\u06FF]{3,12})\.?[\s\-/.,]*(\d{4}|\d{2})(?!\d)/u;
const wordedFirst = /([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/;

interface Found {
  readonly day: string | null;
  readonly start: number;
  readonly end: number;
  /** Two readings are possible, or the month came first. */
  readonly order: 'sure' | 'month_first' | 'either';
  readonly shape: 'full' | 'short_year';
}

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A day `YYYY-MM-DD`, or null when the calendar has none. */
export function dayOf(year: number, month: number, day: number): string | null {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : daysIn[month - 1];
  if (length === undefined || day < 1 || day > length || year < 1800 || year > 2200) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Two digits are of this century up to next year, of the former one beyond. */
function fullYear(typed: string, today: string): number {
  const year = Number(typed);
  if (typed.length > 2) return year;
  return year <= (Number(today.slice(0, 4)) % 100) + 1 ? 2000 + year : 1900 + year;
}

function findDay(text: string, today: string): Found | null {
  const at = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length });
  const first = iso.exec(text);
  if (first !== null) {
    const day = dayOf(Number(first[1]), Number(first[2]), Number(first[3]));
    return { day, ...at(first), order: 'sure', shape: 'full' };
  }
  const digits = numeric.exec(text);
  if (digits !== null) return { ...ofDigits(digits, today), ...at(digits) };
  const words = worded.exec(text);
  const month = words === null ? undefined : months[keyOf(words[2] ?? '')];
  if (words !== null && month !== undefined) {
    const day = dayOf(fullYear(words[3] ?? '', today), month, Number(words[1]));
    return { day, ...at(words), order: 'sure', shape: (words[3] ?? '').length > 2 ? 'full' : 'short_year' };
  }
  const english = wordedFirst.exec(text);
  const named = english === null ? undefined : months[keyOf(english[1] ?? '')];
  if (english === null || named === undefined) return null;
  return {
    day: dayOf(Number(english[3]), named, Number(english[2])),
    ...at(english),
    order: 'sure',
    shape: 'full',
  };
}

function ofDigits(match: RegExpExecArray, today: string): Pick<Found, 'day' | 'order' | 'shape'> {
  const [one, two] = [Number(match[1]), Number(match[2])];
  const year = fullYear(match[3] ?? '', today);
  const shape = (match[3] ?? '').length > 2 ? ('full' as const) : ('short_year' as const);
  const asFrench = dayOf(year, two, one);
  if (asFrench !== null) return { day: asFrench, order: one <= 12 && one !== two ? 'either' : 'sure', shape };
  return { day: dayOf(year, one, two), order: 'month_first', shape };
}

/** In which order a column writes its days: `mixed` when one of them can only be month first (X10). */
export type DayOrder = 'day_first' | 'mixed';

export function dayOrderOf(cells: readonly (Cell | undefined)[], today: string): DayOrder {
  const monthFirst = cells.some((cell) => {
    const value = bareValue(cell);
    return (
      typeof value === 'string' &&
      !isDay(cell) &&
      findDay(westernDigits(value), today)?.order === 'month_first'
    );
  });
  return monthFirst ? 'mixed' : 'day_first';
}

export interface DayContext {
  readonly today: string;
  readonly order: DayOrder;
}

/** Reads a day. A year alone, an impossible day and words that are none stay unread. */
export function readDay(cell: Cell | undefined, context: DayContext): CellReading {
  const value = bareValue(cell);
  if (value === null || typeof value === 'boolean') return empty;
  if (typeof value === 'number') return ofSerial(value);
  if (isDay(cell)) return read(value, true);
  const text = westernDigits(cleanText(value));
  if (saysNothing(text) || /^[0\s:/.-]+$/.test(text)) return empty;
  const found = findDay(text, context.today);
  if (found === null) return unread(/^(1[89]|20)\d\d$/.test(text) ? 'year_only' : 'day');
  if (found.day === null) return unread('day_impossible');
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`.replace(/^[\s,;()]+|[\s,;()]+$/g, '');
  if (found.order === 'month_first' || (found.order === 'either' && context.order === 'mixed')) {
    return { how: 'doubtful', value: found.day, why: why('X10'), ...(rest === '' ? {} : { rest }) };
  }
  const asTyped =
    text === found.day || (found.shape === 'full' && text === found.day.split('-').reverse().join('/'));
  return read(found.day, asTyped, rest);
}

/** A day that lost its format in the spreadsheet: its serial number, between 1930 and 2100. */
function ofSerial(value: number): CellReading {
  if (value >= 1800 && value <= 2200) return unread('year_only');
  if (!Number.isFinite(value) || value < 10_959 || value > 73_415) return unread('day');
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000).toISOString().slice(0, 10);
  return read(day, false);
}

/** Reads a year: alone, or out of a day. Neither before 1800 nor after the current one. */
export function readYear(cell: Cell | undefined, context: DayContext): CellReading {
  const value = bareValue(cell);
  if (value === null || typeof value === 'boolean') return empty;
  const now = Number(context.today.slice(0, 4));
  if (isDay(cell) || (typeof value === 'number' && value > 2_200)) {
    const day = isDay(cell) ? read(value, false) : ofSerial(Number(value));
    return 'value' in day ? yearWithin(Number(String(day.value).slice(0, 4)), now, false, '') : day;
  }
  if (typeof value === 'number')
    return Number.isInteger(value) ? yearWithin(value, now, true, '') : unread('year');
  const text = westernDigits(cleanText(value));
  if (saysNothing(text) || /^[0\s:/.-]+$/.test(text)) return empty;
  if (/^\d{4}$/.test(text)) return yearWithin(Number(text), now, true, '');
  const found = findDay(text, context.today);
  if (found !== null && found.day !== null) {
    const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`.replace(
      /^[\s,;()]+|[\s,;()]+$/g,
      '',
    );
    return yearWithin(Number(found.day.slice(0, 4)), now, false, rest);
  }
  const years = [...text.matchAll(/(?<!\d)((?:1[89]|20|21)\d\d)(?!\d)/g)];
  const [only] = years;
  if (only === undefined || years.length > 1) return unread('year');
  const around = keyOf(text.replace(only[0], ''));
  return yearWithin(
    Number(only[0]),
    now,
    false,
    /^(en|annee|depuis|since|in|l an|creee?|fondee?|سنه|)$/.test(around) ? '' : text,
  );
}

function yearWithin(year: number, now: number, asTyped: boolean, rest: string): CellReading {
  if (year > now) return unread('year_future', { year });
  return year < 1800 ? unread('year') : read(year, asTyped, rest);
}
