/**
 * Text as it is compared and searched: without case, accents, ligatures, Arabic vowel signs and tatweel, with the
 * forms of alef, ya and ta marbuta unified, and apostrophes and hyphens as spaces.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\u0640\u200B-\u200F\u061C\uFEFF]/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}@.+]+/gu, ' ')
    .trim();
}

/** The words of what the user typed as an FTS5 query: every word must begin a word of the record. Null when empty. */
export function searchExpression(typed: string): string | null {
  const words = fold(typed)
    .split(/[\s@.+]+/)
    .filter((word) => word.length > 0);
  if (words.length === 0) return null;
  return words.map((word) => `"${word}"*`).join(' ');
}
