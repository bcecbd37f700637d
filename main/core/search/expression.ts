import { signsNamedBy } from './code-signs';
import { fold } from './fold';
import { waysOfDigits } from './phone-words';

/**
 * What the user typed as an FTS5 query: every word must begin a word of the record, or of what one of its codes is
 * called; groups of digits may be one number. Null when nothing was typed.
 */
export function searchExpression(typed: string): string | null {
  return allOf(typed, (word) => {
    const ways = waysOf(word);
    const signs = new Set(ways.flatMap(signsNamedBy));
    return anyOf([...ways.map(beginningWith), ...[...signs].map((sign) => `"${sign}"`)]);
  });
}

/** The same of the record's own words alone: what is called so comes before what has a code that is. */
export function ownWordsExpression(typed: string): string | null {
  return allOf(typed, (word) => anyOf(waysOf(word).map(beginningWith)));
}

/** What is typed beyond this narrows no search. */
const letters = 300;
const wordsAtMost = 24;
/** `(0)` inside an international number is read aloud, not dialled. */
const spokenZero = /\(0\)/g;

function allOf(typed: string, asked: (word: string) => string): string | null {
  const words = fold(typed.slice(0, letters).replace(spokenZero, ' '))
    .split(/[\s@.+]+/)
    .filter((word) => word.length > 0)
    .slice(0, wordsAtMost);
  const questions = new Set<string>();
  for (let at = 0; at < words.length; at += 1) {
    const group = digitGroups(words, at);
    if (group.length > 1) {
      questions.add(maybeOneNumber(group));
      at += group.length - 1;
    } else if (!isOnlyBegun(words[at] ?? '', words)) questions.add(asked(words[at] ?? ''));
  }
  return questions.size === 0 ? null : [...questions].join(' AND ');
}

/** A word that only begins another one asks for nothing more. */
function isOnlyBegun(word: string, words: readonly string[]): boolean {
  return words.some((other) => other !== word && other.startsWith(word) && !isDigits(other));
}

function digitGroups(words: readonly string[], from: number): readonly string[] {
  let end = from;
  while (end < words.length && isDigits(words[end] ?? '')) end += 1;
  return words.slice(from, end);
}

function isDigits(word: string): boolean {
  return /^\d+$/.test(word);
}

/** Numbers by themselves (« 12 2015 »), or the last ones together one number (« 77 123 45 67 », « 2 77 123 45 67 »). */
function maybeOneNumber(groups: readonly string[]): string {
  const readings = groups.map((_, from) => {
    const apart = groups.slice(0, from).map(beginningWith);
    const joined = anyOf(waysOfDigits(groups.slice(from).join('')).map(beginningWith));
    return `(${[...apart, joined].join(' AND ')})`;
  });
  return anyOf(readings);
}

function anyOf(questions: readonly string[]): string {
  return `(${questions.join(' OR ')})`;
}

const arabic = /^[\u0621-\u064A]/;
const joined = ['', 'و', 'ال', 'وال', 'لل'] as const;

/**
 * Arabic writes the article, « and » and « for the » in one with the word that follows: who types it without them means it
 * with them.
 */
function waysOf(word: string): readonly string[] {
  if (isDigits(word)) return waysOfDigits(word);
  return arabic.test(word) ? joined.map((before) => before + word) : [word];
}

function beginningWith(word: string): string {
  return `"${word}"*`;
}
