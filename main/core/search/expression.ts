import { signsNamedBy } from './code-signs';
import { fold } from './fold';

/**
 * What the user typed as an FTS5 query: every word must begin a word of the record, or of what one of its codes is
 * called. Null when nothing was typed.
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

function allOf(typed: string, asked: (word: string) => string): string | null {
  const words = [...new Set(fold(typed).split(/[\s@.+]+/))].filter((word) => word.length > 0);
  // A word that only begins another one asks for nothing more.
  const needed = words.filter((word) => !words.some((other) => other !== word && other.startsWith(word)));
  return needed.length === 0 ? null : needed.map(asked).join(' AND ');
}

function anyOf(questions: readonly string[]): string {
  return `(${questions.join(' OR ')})`;
}

const arabic = /^[\u0621-\u064A]/;
const joined = ['', 'و', 'ال', 'وال'] as const;

/** Arabic writes the article and « and » in one with the word that follows: who types it without them means it with them. */
function waysOf(word: string): readonly string[] {
  return arabic.test(word) ? joined.map((before) => before + word) : [word];
}

function beginningWith(word: string): string {
  return `"${word}"*`;
}
