import { fold } from '../search/fold';

/** Does a text that somebody typed mean a person who is to be forgotten? Pure. */

/**
 * A text names a person when it holds every word of one of their names in any order, or nothing but two words of it or
 * more. A name of one word is meant only by a text that says nothing else: as a word it can be anybody's.
 */
export function isNamedIn(text: string, names: readonly string[]): boolean {
  const said = wordsOf(text);
  return names.some((name) => {
    const words = new Set(wordsOf(name));
    const common = said.filter((word) => words.has(word));
    const saysNothingElse = common.length === said.length;
    if (words.size <= 1) return common.length > 0 && saysNothingElse;
    return new Set(common).size === words.size || (saysNothingElse && common.length > 1);
  });
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '');
}
