import { bareText, longestTyped, withoutEdges } from './bare';
import { civilDay, hijriMonth, isHijriYear } from './hijri';
import { type CellReading, empty, read, unread, why } from './reading';

/** Days and years as people write them (DOMAIN.md §0). Pure. */

/** What a field tells: `past` for what has happened, `any` for what may lie ahead. */
export type Tense = 'past' | 'any';
/** In which order a column writes its days: `mixed` when one of them can only be month first (X10). */
export type DayOrder = 'day_first' | 'mixed';

export interface DayContext {
  readonly today: string;
  readonly order: DayOrder;
}

/** Names of months made comparable: no accents, no case, one form of each Arabic letter. */
function monthKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .trim();
}

const months: ReadonlyMap<string, number> = new Map(
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
  ].flatMap((names, index) => names.split(' ').map((name) => [monthKey(name), index + 1] as const)),
);

// Every text is on one line with single spaces when these look at it, so that each part has a longest length.
const iso =
  /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z?)?/;
const numeric = /(?<!\d)(\d{1,2})(?: ?er)?(?: ?[/.-] ?| )(\d{1,2})(?: ?[/.-] ?| )(\d{4}|\d{2})(?!\d)/i;
const together = /^(\d{2})(\d{2})(\d{4})$/;
const worded =
  /(?<!\d)(\d{1,2})(?: ?(?:er|e|st|nd|rd|th)(?!\p{L}))?[ /.-]{0,3}(?:de )?(\p{L}{3,12})\.?[ /.,-]{0,3}(\d{4}|\d{2})(?!\d)/iu;
const wordedFirst = /(?<!\p{L})([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u;
const hijriWorded = /^(\d{1,2}) (\p{L}{3,12}(?: \p{L}{2,12}){0,2}) (1[345]\d\d)(?: ?(?:ه|ھ|h|ah))?$/iu;
const monthOnly = /^(?:\d{1,2}[/. -](\d{4})|(\d{4})[/. -]\d{1,2}|(\p{L}{3,12})\.?[ /.-](?:de )?(\d{4}))$/u;
const hijriYear = /^(1[345]\d\d)(?: ?(?:ه|ھ|h|ah))?$/i;

/** A day found in a text, its year as typed. */
interface Written {
  readonly year: string;
  /** Month and day, the likelier order first. */
  readonly orders: readonly (readonly [month: number, day: number])[];
  readonly start: number;
  readonly end: number;
  readonly calendar: 'civil' | 'hijri';
}

function written(
  match: RegExpExecArray,
  year: string | undefined,
  orders: Written['orders'],
  calendar: Written['calendar'] = 'civil',
): Written {
  return { year: year ?? '', orders, start: match.index, end: match.index + match[0].length, calendar };
}

function findDay(text: string): Written | null {
  const first = iso.exec(text);
  if (first !== null) return written(first, first[1], [[Number(first[2]), Number(first[3])]]);
  const digits = numeric.exec(text) ?? together.exec(text);
  if (digits !== null) {
    const [one, two] = [Number(digits[1]), Number(digits[2])];
    const year = digits[3];
    return written(
      digits,
      year,
      [
        [two, one],
        [one, two],
      ],
      isHijriYear(Number(year)) ? 'hijri' : 'civil',
    );
  }
  const hijri = hijriWorded.exec(text);
  const moon = hijri === null ? undefined : hijriMonth(monthKey(hijri[2] ?? ''));
  if (hijri !== null && moon !== undefined)
    return written(hijri, hijri[3], [[moon, Number(hijri[1])]], 'hijri');
  const words = worded.exec(text);
  const month = words === null ? undefined : months.get(monthKey(words[2] ?? ''));
  if (words !== null && month !== undefined) return written(words, words[3], [[month, Number(words[1])]]);
  const english = wordedFirst.exec(text);
  const named = english === null ? undefined : months.get(monthKey(english[1] ?? ''));
  if (english === null || named === undefined) return null;
  return written(english, english[3], [[named, Number(english[2])]]);
}

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A day `YYYY-MM-DD`, or null when the calendar has none between 1800 and 2200. */
function dayOf(year: number, month: number, day: number): string | null {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : daysIn[month - 1];
  if (length === undefined || day < 1 || day > length || year < 1800 || year > 2200) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** How far ahead of today two digits may still mean this century, in years. */
const ahead = 20;

interface Dated {
  readonly day: string | null;
  /** Who wrote the century: the text, or this reader, who is sure (`assumed`) or is not (`asked`). */
  readonly century: 'written' | 'assumed' | 'asked';
}

/**
 * A year of two digits is of this century unless that lies ahead for what has happened: then of the former one, which
 * is asked when this one could as well have been meant (`1/1/30` in 2026).
 */
function dated(year: string, month: number, day: number, today: string, tense: Tense): Dated {
  if (year.length > 2) return { day: dayOf(Number(year), month, day), century: 'written' };
  const short = Number(year);
  const isFar = short > (Number(today.slice(0, 4)) % 100) + ahead;
  const late = dayOf(2000 + short, month, day);
  if (!isFar && late !== null && (tense === 'any' || late <= today)) return { day: late, century: 'assumed' };
  return { day: dayOf(1900 + short, month, day), century: isFar ? 'assumed' : 'asked' };
}

/** Is this a day that can only be read with its month first? */
export function isMonthFirst(typed: string): boolean {
  if (typed.length > longestTyped.day) return false;
  const found = findDay(oneLined(typed));
  if (found === null || found.calendar === 'hijri' || found.orders.length < 2) return false;
  const [[month, day] = [0, 0]] = found.orders;
  return month > 12 && day <= 12;
}

function oneLined(typed: string): string {
  return bareText(typed).replaceAll('\n', ' ');
}

/** Nothing but zeros and signs: `0000-00-00`. */
const zeros = /^[0 :/.-]+$/;

/** Reads a day. A year or a month alone, an impossible day and words that are none stay unread. */
export function readDayText(typed: string, context: DayContext, tense: Tense): CellReading {
  if (typed.length > longestTyped.day) return unread('too_long');
  const text = oneLined(typed);
  if (text === '' || zeros.test(text)) return empty;
  const found = findDay(text);
  if (found === null) return unread(noDay(text));
  if (found.calendar === 'hijri') return hijriReading(found, text);
  const dates = found.orders.map(([month, day]) => dated(found.year, month, day, context.today, tense));
  const at = dates.findIndex(({ day }) => day !== null);
  const date = dates[at];
  if (date === undefined || date.day === null) return unread('day_impossible');
  const rest = around(text, found);
  const [[month, day] = [0, 0]] = found.orders;
  const isEither = found.orders.length > 1 && day <= 12 && month !== day;
  if (at > 0 || (isEither && context.order === 'mixed')) return doubtful(date.day, why('X10'), rest);
  const year = Number(date.day.slice(0, 4));
  if (date.century === 'asked') return doubtful(date.day, why('century_asked', { year }), rest);
  if (
    date.century === 'written' &&
    tense === 'past' &&
    date.day > context.today &&
    year > Number(context.today.slice(0, 4)) + 1
  )
    return doubtful(date.day, why('day_future', { year }), rest);
  const asTyped =
    text === date.day || (date.century === 'written' && text === date.day.split('-').reverse().join('/'));
  const reading = read(date.day, asTyped, rest);
  return date.century === 'assumed' && 'value' in reading
    ? { ...reading, why: why('century', { year }) }
    : reading;
}

function doubtful(value: string, reason: ReturnType<typeof why>, rest: string): CellReading {
  return { how: 'doubtful', value, why: reason, ...(rest === '' ? {} : { rest }) };
}

/** Why a text without a day is none. */
function noDay(text: string): string {
  if (/^(1[89]|20)\d\d$/.test(text)) return 'year_only';
  if (hijriYear.test(text)) return 'year_only';
  const month = monthOnly.exec(text);
  const name = month?.[3];
  return month !== null && (name === undefined || months.has(monthKey(name))) ? 'month_only' : 'day';
}

/** A Hijri day is proposed in the civil calendar and kept as typed: reckonings differ by a day. */
function hijriReading(found: Written, text: string): CellReading {
  const [[month, day] = [0, 0]] = found.orders;
  const civil = civilDay(Number(found.year), month, day);
  if (civil === null) return unread('day_impossible');
  return doubtful(civil, why('hijri', { day: civil.split('-').reverse().join('/') }), text);
}

/** What stands beside the day. */
function around(text: string, { start, end }: Pick<Written, 'start' | 'end'>): string {
  return withoutEdges(`${text.slice(0, start)} ${text.slice(end)}`, ' ,;()', ' ,;()');
}

/** Words that say no more than the year beside them. */
const aboutYear = /^(?:en|annee|depuis|since|in|l an|l'an|l’an|cree|creee|fonde|fondee|سنه|منذ|)$/;

/** Reads a year: alone (`2 015`, `٢٠١٥`), or out of a day or a month. Neither before 1800 nor after the current one. */
export function readYearText(typed: string, context: DayContext): CellReading {
  if (typed.length > longestTyped.day) return unread('too_long');
  const text = oneLined(typed);
  if (text === '' || zeros.test(text)) return empty;
  const now = Number(context.today.slice(0, 4));
  if (/^\d{4}$/.test(text) && !isHijriYear(Number(text))) return yearWithin(Number(text), now, true, '');
  if (/^[12][ ']\d{3}$/.test(text)) return yearWithin(Number(text.replace(/[ ']/, '')), now, false, '');
  const moon = hijriYear.exec(text);
  if (moon !== null) return hijriYearReading(Number(moon[1]));
  const found = findDay(text);
  if (found !== null) {
    const [[month, day] = [0, 0]] = found.orders;
    const date = readDayText(text, { ...context, order: 'day_first' }, 'past');
    if (found.calendar === 'hijri' || (date.how === 'doubtful' && date.why?.code === 'century_asked')) {
      if (!('value' in date)) return unread('year');
      return { ...date, value: Number(String(date.value).slice(0, 4)) };
    }
    if ('value' in date && day + month > 0)
      return yearWithin(Number(String(date.value).slice(0, 4)), now, false, around(text, found));
  }
  const month = monthOnly.exec(text);
  if (month !== null && noDay(text) === 'month_only')
    return yearWithin(Number(month[1] ?? month[2] ?? month[4]), now, false, '');
  const years = [...text.matchAll(/(?<!\d)((?:1[89]|20|21)\d\d)(?!\d)/g)];
  const [only] = years;
  if (only === undefined || years.length > 1) return unread('year');
  const beside = monthKey(text.replace(only[0], ''));
  return yearWithin(Number(only[0]), now, false, aboutYear.test(beside) ? '' : text);
}

function hijriYearReading(year: number): CellReading {
  const [first, last] = [civilDay(year, 1, 1), civilDay(year + 1, 1, 1)];
  if (first === null || last === null) return unread('year');
  return unread('hijri_year', { from: first.slice(0, 4), to: last.slice(0, 4) });
}

/** A year as the register takes it, from 1800 to now. */
export function yearWithin(year: number, now: number, asTyped: boolean, rest: string): CellReading {
  if (year > now) return unread('year_future', { year });
  return year < 1800 ? unread('year') : read(year, asTyped, rest);
}
