import type { Language } from './values';

/**
 * Names of another direction inside a sentence on the screen stand between U+2068 and U+2069: else their last quote, or the
 * number at their end, goes to the other side. Signs for the eye only: they are never stored, copied or saved.
 */

const [begin, end] = ['\u2068', '\u2069'] as const;
/** Latin letters, and the plus of a phone, whose groups of figures would change places. */
const againstArabic = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Tifinagh}]|\+\d/u;
const againstLatin =
  /[\u0590-\u065F\u066A-\u06EF\u06FA-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{1E800}-\u{1EFFF}]/u;

/** A value as a sentence of this language takes it: isolated when it holds letters of the other direction. */
export function isolatedIn(language: Language, value: string): string {
  const against = language === 'ar' ? againstArabic : againstLatin;
  return against.test(value) ? `${begin}${value}${end}` : value;
}

/** What was worded for the screen, as it leaves for a file or the clipboard. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(begin, '').replaceAll(end, '');
}
