import { withoutCrowds } from '../contract/text';

/**
 * Text as it is compared and searched: without case, accents, ligatures, Arabic vowel signs and tatweel, with the
 * forms of alef, ya and ta marbuta unified, and apostrophes and hyphens as spaces.
 */
export function fold(text: string): string {
  if (ascii.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9@.+]+/g, ' ')
      .trim();
  const bare = withoutCrowds(text).normalize('NFD').replace(marks, '').toLowerCase();
  return unified(bare)
    .replace(/[^\p{L}\p{N}@.+]+/gu, ' ')
    .trim();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: most texts are plain ASCII, which needs far less
const ascii = /^[\x00-\x7F]*$/;

const words = new Map<string, string>();
const wordsAtMost = 20_000;

/** The last text and what became of it: a name is folded for its sort key, then for the search. */
let last = { text: '', folded: '' };

/** Folds a text word by word: what comes again and again (names of places, words of names) is folded once. */
export function foldWords(text: string): string {
  if (text === last.text) return last.folded;
  let folded = '';
  for (const word of text.split(' ')) {
    const own = foldWord(word);
    if (own !== '') folded = folded === '' ? own : `${folded} ${own}`;
  }
  last = { text, folded };
  return folded;
}

/** A text for the search index, which keeps no case and takes the words of ASCII apart as `fold` does. */
export function indexed(text: string): string {
  return ascii.test(text) ? text : foldWords(text);
}

function foldWord(word: string): string {
  const known = words.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  // Numbers and addresses hardly come again: remembered, they would push out the words that do.
  if (/[\d@]/.test(word)) return folded;
  if (words.size >= wordsAtMost) words.clear();
  words.set(word, folded);
  return folded;
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
