import { withOneArabicForm, withoutShapes, withPlainLetters } from './letters';

/**
 * Text as it is compared and searched: without case, accents, ligatures and signs of direction, Arabic without vowel
 * signs and tatweel and in one form of each letter (letters.ts), digits as western ones, apostrophes and hyphens as
 * spaces. Takes time in proportion to the text.
 */
export function fold(text: string): string {
  if (ascii.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9@.+]+/g, ' ')
      .trim();
  // Signs go first: thousands on one letter would keep NFD busy with their order.
  const letters = withoutShapes(text).replace(marks, '').normalize('NFD').replace(marks, '').toLowerCase();
  return withOneArabicForm(withPlainLetters(letters))
    .replace(/[^\p{L}\p{N}@.+]+/gu, ' ')
    .trim();
}

/** A text as names are put in order: folded, and numbers by what they say, so that « Comité 2 » comes before « Comité 10 ». */
export function orderKey(text: string): string {
  const folded = foldWords(text);
  return /\d/.test(folded) ? folded.replace(/\d+/g, numberKey) : folded;
}

/** Digits after a sign of how many they are, leading zeros aside: compared as texts, such keys stand as numbers do. */
function numberKey(digits: string): string {
  const telling = digits.replace(/^0+/, '');
  return String.fromCharCode(0x30 + Math.min(telling.length, mostDigits)) + telling;
}

/** From here on numbers are compared as texts: the sign of how many must come before the letters. */
const mostDigits = 0x30;

// biome-ignore lint/suspicious/noControlCharactersInRegex: most texts are plain ASCII, which needs far less
const ascii = /^[\x00-\x7F]*$/;

const words = new Map<string, string>();
const wordsAtMost = 20_000;
const longestKept = 100;

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
  if (/[\d@]/.test(word) || word.length > longestKept) return folded;
  if (words.size >= wordsAtMost) words.clear();
  words.set(word, folded);
  return folded;
}

/** Vowel signs and accents, tatweel, and signs without a shape of their own: of direction, joiners, the soft hyphen. */
const marks = /[\p{M}\u0640\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
