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

/**
 * Words of a person's names that no other name of the register has: a note that says one of them may well mean them,
 * whereas « Fatou » alone can be anybody.
 */
export function distinctiveWords(names: readonly string[], others: readonly string[]): ReadonlySet<string> {
  const taken = new Set(others.flatMap(wordsOf));
  return new Set(names.flatMap(wordsOf).filter((word) => word.length > 2 && !taken.has(word)));
}

/**
 * May a free text name them? It does with every word of one of their names, and may with a word that only they have.
 *
 * @param folded the text, as `fold` gives it
 */
export function mayName(folded: string, names: readonly string[], distinctive: ReadonlySet<string>): boolean {
  const said = new Set(folded.split(' '));
  return (
    [...distinctive].some((word) => said.has(word)) ||
    names.some((name) => {
      const words = wordsOf(name);
      return words.length > 0 && words.every((word) => said.has(word));
    })
  );
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '');
}
