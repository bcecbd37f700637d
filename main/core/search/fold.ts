/**
 * Text as it is compared and searched: without case, accents, ligatures, Arabic vowel signs and tatweel, with the
 * forms of alef, ya and ta marbuta unified, and apostrophes and hyphens as spaces.
 */
export function fold(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: most texts are plain ASCII, which needs far less
  if (/^[\x00-\x7F]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9@.+]+/g, ' ')
      .trim();
  const bare = text.normalize('NFD').replace(marks, '').toLowerCase();
  return unified(bare)
    .replace(/[^\p{L}\p{N}@.+]+/gu, ' ')
    .trim();
}

const words = new Map<string, string>();
const wordsAtMost = 20_000;

/** Folds a text word by word: what comes again and again (labels, names of places) is folded once. */
export function foldWords(text: string): string {
  const folded: string[] = [];
  for (const word of text.split(' ')) {
    let known = words.get(word);
    if (known === undefined) {
      known = fold(word);
      if (words.size >= wordsAtMost) words.clear();
      words.set(word, known);
    }
    if (known !== '') folded.push(known);
  }
  return folded.join(' ');
}

const marks = /[\p{M}\u0640\u200B-\u200F\u061C\uFEFF]/gu;

function unified(text: string): string {
  const latin = /[œæß]/.test(text) ? text.replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss') : text;
  if (!/[\u0600-\u06FF]/.test(latin)) return latin;
  return latin
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}

/** The words of what the user typed as an FTS5 query: every word must begin a word of the record. Null when empty. */
export function searchExpression(typed: string): string | null {
  const words = fold(typed)
    .split(/[\s@.+]+/)
    .filter((word) => word.length > 0);
  if (words.length === 0) return null;
  return words.map((word) => `"${word}"*`).join(' ');
}
