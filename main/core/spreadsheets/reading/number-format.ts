import type { Cell } from './table';

/** Numbers as their format shows them: days, times, percentages, codes with zeros, telephones in groups. Pure. */

export interface NumberFormat {
  readonly shows: 'number' | 'day' | 'time' | 'percent' | 'digits';
  readonly code: string;
}

const plain: NumberFormat = { shows: 'number', code: '' };

/** Built-in formats that show something else than a number (ECMA-376 §18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};

/** A built-in format by its number. */
export function builtInFormat(id: number): NumberFormat {
  return (id >= 14 && id <= 17) || id === 22 ? formatOf('d/m/yyyy') : formatOf(builtIn[id] ?? '');
}

const longestCode = 255;
/** A workbook has few formats and many cells. */
const known = new Map<string, NumberFormat>();

/** What a format code shows. */
export function formatOf(code: string): NumberFormat {
  if (code === '' || code === 'General' || code.length > longestCode) return plain;
  const before = known.get(code);
  if (before !== undefined) return before;
  const fresh = { shows: shownBy(code), code };
  if (known.size > 1_000) known.clear();
  known.set(code, fresh);
  return fresh;
}

function shownBy(code: string): NumberFormat['shows'] {
  const signs = bareSigns(code);
  if (isDayFormat(code)) return /[hs]/i.test(signs) && !/[dybge]/i.test(signs) ? 'time' : 'day';
  if (signs.includes('%')) return 'percent';
  return sectionsOf(code).some(isDigits) ? 'digits' : 'number';
}

/** A code without what it shows as it is: quoted words, escaped signs, paddings. */
function bareSigns(code: string): string {
  return code.replace(/"[^"]*"?|[\\_*]./gsu, '');
}

/** Does a format code show a day or an hour? */
export function isDayFormat(code: string): boolean {
  const bare = bareSigns(code);
  if (/\[(h+|m+|s+)\]/i.test(bare)) return true;
  const signs = bare
    .replace(/\[[^\]]*\]?/g, '')
    .replace(/general/gi, '')
    .replace(/[0#?][0#?.,]*E[+-]/gi, '');
  return /[bdeghmsy]|a\/p|am\/pm/i.test(signs);
}

/** Whole numbers up to here keep all their digits in a spreadsheet (15 of them). */
const lastWhole = 999_999_999_999_999;

/**
 * What a cell with this number shows. A whole number of more digits than a spreadsheet keeps is marked (X11).
 * @param typed the number as the file writes it
 * @param shift days from the 1900 system to that of the file
 */
export function shownNumber(number: number, typed: string, format: NumberFormat, shift: number): Cell {
  if (format.shows !== 'number') {
    const shown = shownAs(number, format, shift);
    if (shown !== null) return shown;
  }
  if (Math.abs(number) <= lastWhole || !/^-?\d{16,}$/.test(typed)) return number;
  return { is: 'plain', value: typed, from: 'digits' };
}

function shownAs(number: number, { shows, code }: NumberFormat, shift: number): Cell {
  switch (shows) {
    case 'day':
    case 'time': {
      const day = dayOfSerial(number + shift);
      const time = shows === 'time' || /[hs]/i.test(bareSigns(code)) ? timeOf(number, code) : null;
      if (time !== null) return time;
      // Excel shows a day that there is not: a zero that is dressed as one.
      if (number === 0 && shift === 0) return '00/01/1900';
      return day === null ? null : { is: 'day', value: day };
    }
    case 'percent': {
      const decimals = /\.([0#?]+)/.exec(bareSigns(code))?.[1]?.length ?? 0;
      return Math.abs(number) < 1e9
        ? `${(number * 100).toFixed(Math.min(decimals, 10)).replace('.', ',')} %`
        : null;
    }
    case 'digits':
      return inDigits(number, code);
    case 'number':
      return null;
  }
}

/** A time of day, or a number of hours where the code counts them on; null for what else a time may be. */
function timeOf(number: number, code: string): string | null {
  const goesOn = /\[h+\]/i.test(bareSigns(code));
  if (number < 0 || number >= (goesOn ? 1_000 : 1)) return null;
  const seconds = Math.round(number * 86_400);
  if (seconds >= 86_400 && !goesOn) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** A section of a code: its parts between semicolons that stand outside quotes. */
function sectionsOf(code: string): string[] {
  return code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
}

interface Sign {
  readonly is: 'place' | 'literal';
  readonly sign: string;
}

/** The places of digits and the signs between them; null when the section shows another kind of number. */
function signsOf(section: string): Sign[] | null {
  const signs: Sign[] = [];
  for (const [, quoted, escaped, padding, bracket, place, other] of section.matchAll(
    /"([^"]*)"?|\\(.)|([_*].)|(\[[^\]]*\]?)|([0#?])|(.)/gsu,
  )) {
    if (padding !== undefined || bracket !== undefined) continue;
    if (place !== undefined) signs.push({ is: 'place', sign: place });
    else if (other !== undefined && !/[ \-+()/:]/.test(other)) return null;
    else for (const sign of quoted ?? escaped ?? other ?? '') signs.push({ is: 'literal', sign });
  }
  return signs;
}

/** Codes and telephones: zeros in front, groups of digits that are no thousands, a calling code. */
function isDigits(section: string): boolean {
  const signs = signsOf(section);
  if (signs === null) return false;
  const places = signs.filter(({ is }) => is === 'place').length;
  if (places < 2) return false;
  const text = signs.map(({ is, sign }) => (is === 'place' ? sign : sign === '0' ? ' ' : sign)).join('');
  const [first, last] = [signs.findIndex(isPlace), signs.findLastIndex(isPlace)];
  const before = signs
    .slice(0, first)
    .map(({ sign }) => sign)
    .join('');
  if (before.includes('+')) return true;
  const groups = signs
    .slice(first, last + 1)
    .map(({ is, sign }) => (is === 'place' ? sign : ' '))
    .join('')
    .split(/ +/);
  if (groups.length === 1) return (groups[0] ?? '').startsWith('0');
  const isThousands = groups.slice(1).every((group) => group.length === 3) && /^#+$/.test(groups[0] ?? '');
  return !(isThousands && text.trimEnd().endsWith('0'));
}

function isPlace({ is }: Sign): boolean {
  return is === 'place';
}

/** The number with its digits in the places of the code; null when it is not whole, negative or too long. */
function inDigits(number: number, code: string): string | null {
  if (!Number.isInteger(number) || number < 0 || number > lastWhole) return null;
  const section = sectionFor(number, code);
  const signs = isDigits(section) ? signsOf(section) : null;
  if (signs === null) return null;
  const digits = [...String(number)];
  const first = signs.findIndex(isPlace);
  const shown: string[] = [];
  for (let at = signs.length - 1; at >= 0; at -= 1) {
    const { is, sign } = signs[at] as Sign;
    if (is === 'literal') shown.unshift(sign);
    else if (at === first) shown.unshift(digits.length > 0 ? digits.join('') : sign === '0' ? '0' : '');
    else shown.unshift(digits.pop() ?? (sign === '0' ? '0' : ''));
  }
  return shown.join('').trim();
}

/** The section that shows this number: the first whose condition holds, else the one for numbers above zero, or zero. */
function sectionFor(number: number, code: string): string {
  const sections = sectionsOf(code);
  const withConditions = sections.map((section) => {
    const [, sign, bound] = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/.exec(section) ?? [];
    return { section, holds: sign === undefined ? null : holds(number, sign, Number(bound)) };
  });
  if (withConditions.every(({ holds }) => holds === null))
    return (number === 0 ? sections[2] : undefined) ?? sections[0] ?? '';
  return withConditions.find(({ holds }) => holds !== false)?.section ?? '';
}

function holds(number: number, sign: string, bound: number): boolean {
  switch (sign) {
    case '<':
      return number < bound;
    case '<=':
      return number <= bound;
    case '>':
      return number > bound;
    case '>=':
      return number >= bound;
    case '=':
      return number === bound;
    default:
      return number !== bound;
  }
}

/**
 * Day `YYYY-MM-DD` of a serial number (1900 system, with its 29 February 1900); null for a mere time of day. Excel
 * knows no day before 1900: programs that do count back from 30 December 1899.
 */
export function dayOfSerial(serial: number): string | null {
  if (serial < 0 && serial > -400_000) return dayFrom(30, Math.floor(serial));
  if (!(serial >= 1) || serial > 200_000) return null;
  // A ten-thousandth of a second before midnight is midnight.
  const day = Math.floor(serial + 0.0001 / 86_400);
  if (day === 60) return '1900-02-29';
  return dayFrom(day > 60 ? 30 : 31, day);
}

/** So many days after this day of December 1899. */
export function dayFrom(december: 30 | 31, days: number): string {
  return new Date(Date.UTC(1899, 11, december) + days * 86_400_000).toISOString().slice(0, 10);
}
