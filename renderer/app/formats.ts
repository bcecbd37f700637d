import dayjs from 'dayjs';
import { isolatedIn } from '../../main/core/contract/isolates';
import { currentLanguage, textOf } from './i18n';

/** Dates, numbers and quarters as people write them. Digits are the same in the three languages. */

const locales = { fr: 'fr-FR', en: 'en-GB', ar: 'ar-u-nu-latn' } as const;
const narrowSpace = '\u202F';

/** `14/08/2026` from `2026-08-14`. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** `14/08/2026` from an instant: the day it was on this laptop. */
export function instantDayText(instant: string): string {
  return dayjs(instant).format('DD/MM/YYYY');
}

/** `1er juillet – 30 septembre 2026` from two days. */
export function periodText(from: string, to: string): string {
  const format = new Intl.DateTimeFormat(locales[currentLanguage()], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const period = format.formatRange(new Date(from), new Date(to));
  return currentLanguage() === 'fr' ? period.replace(/(?<!\d)1 (?=\p{L})/gu, '1er ') : period;
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `33 o`, `9,8 ko`, `184 ko`, `3,4 Mo`, `25 Mo` from bytes: steps of 1,024, as the system's own windows count. */
export function bytesText(bytes: number): string {
  const language = currentLanguage();
  let amount = bytes;
  let step = 0;
  // What would be rounded to 1 024 is already one of the next.
  while (Math.round(amount) >= 1_024 && step < sizes.length - 1) {
    amount /= 1_024;
    step += 1;
  }
  const unit = sizes[step] ?? 'byte';
  // The short forms would be "33 byte" and three manners of shortening one Arabic word.
  const isWritten = language === 'ar' || (language === 'en' && unit === 'byte');
  const format = new Intl.NumberFormat(locales[language], {
    style: 'unit',
    unit,
    unitDisplay: isWritten ? 'long' : 'short',
    maximumFractionDigits: amount < 9.95 ? 1 : 0,
  });
  // Between figures the blank stays thin; before letters it would hardly be seen.
  const parts = format.formatToParts(amount);
  return parts
    .map(({ type, value }) => (type === 'literal' ? value.replace(narrowSpace, '\u00A0') : value))
    .join('');
}

/** `14:32` today, `hier 14:32`, else the date: what a history or a status bar needs. */
export function nearText(instant: string, now: Date = new Date()): string {
  const moment = dayjs(instant);
  const days = dayjs(now).startOf('day').diff(moment.startOf('day'), 'day');
  const time = moment.format('HH:mm');
  if (days === 0) return textOf('common:today', { time });
  if (days === 1) return textOf('common:yesterday', { time });
  return moment.format(moment.year() === dayjs(now).year() ? 'DD/MM' : 'DD/MM/YYYY');
}

/** `Comité Tunisie, 14/08/2026`: whose paper this is, and of which day (`YYYY-MM-DD`). */
export function originText(owner: string, day: string): string {
  return textOf('common:origin', { owner, day: dayText(day) });
}

export function timeText(instant: string): string {
  return dayjs(instant).format('HH:mm');
}

const numbers = {
  fr: new Intl.NumberFormat(locales.fr),
  en: new Intl.NumberFormat(locales.en),
  ar: new Intl.NumberFormat(locales.ar),
} as const;

export function numberText(number: number): string {
  return numbers[currentLanguage()].format(number);
}

/** `82 %`. */
export function percentText(percent: number): string {
  return currentLanguage() === 'en' ? `${percent}%` : `${percent}${narrowSpace}%`;
}

/** `T3 2026` from `2026-Q3`. */
export function quarterText(quarter: string): string {
  const [year, part] = quarter.split('-Q');
  return textOf('common:quarterName', { year: year ?? '', part: part ?? '' });
}

/** The quarter some steps before (negative) or after. */
export function quarterAfter(quarter: string, steps: number): string {
  const [year, part] = quarter.split('-Q').map(Number);
  const index = (year ?? 0) * 4 + (part ?? 1) - 1 + steps;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}

/** Joins names as a sentence does: `Médenine, Tataouine et Gabès`. */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(locales[currentLanguage()], { type: 'conjunction' }).format(
    items.map((item) => isolatedIn(currentLanguage(), item)),
  );
}
