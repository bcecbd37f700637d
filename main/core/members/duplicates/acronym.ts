import { fold } from '../../search/fold';
import { editDistance } from './distance';
import type { Word } from './words';

/** Letters and figures of an acronym without points, blanks, accents and case; null when it is none (2 to 12). */
export function acronymOf(text: string): string | null {
  const letters = fold(text).replace(/[^\p{L}\p{N}]/gu, '');
  return letters.length >= 2 && letters.length <= 12 && /\p{L}/u.test(letters) ? letters : null;
}

/**
 * The initials that a name could be called by: those of every word first, then those without one form of organisation,
 * place or common word. Empty for a name of one word.
 */
export function initialsOf(words: readonly Word[]): readonly string[] {
  const latin = words.filter((word) => word.script === 'latin');
  const initials = latin.map((word) => word.text.charAt(0)).join('');
  if (initials.length < 2) return [];
  const shortened = latin.flatMap((word, index) =>
    word.kind === 'own' ? [] : [initials.slice(0, index) + initials.slice(index + 1)],
  );
  return [...new Set([initials, ...shortened])];
}

/** Does an acronym take up to three first letters of each word (AFEM, Association des femmes de Mamou)? */
export function spellsSyllables(acronym: string, words: readonly Word[]): boolean {
  return acronym.length >= 4 && segments(acronym, words, 0);
}

function segments(rest: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return rest === '';
  if (rest.charAt(0) !== word.text.charAt(0)) return false;
  return [1, 2, 3].some(
    (length) =>
      length <= rest.length &&
      word.text.startsWith(rest.slice(0, length)) &&
      segments(rest.slice(length), words, index + 1),
  );
}

/** What the acronyms of two organisations say of each other. */
export type AcronymRelation =
  | { readonly relation: 'same' | 'initials' | 'syllables'; readonly length: number }
  | { readonly relation: 'other'; readonly length: 'same' | 'different' }
  | { readonly relation: 'unknown' };

/** What of an organisation its acronym is compared with. */
interface Named {
  readonly acronyms: readonly string[];
  readonly initials: readonly string[];
  readonly latin: readonly Word[];
}

const unknown: AcronymRelation = { relation: 'unknown' };

/** Compares acronyms where both have one, else the acronym of the one with the name of the other. Symmetric. */
export function compareAcronyms(one: Named, other: Named): AcronymRelation {
  const [left, right] = [one.acronyms, other.acronyms];
  if (left.length > 0 && right.length > 0) return compareTwo(left, right);
  if (left.length > 0) return compareWithName(left, other);
  return right.length > 0 ? compareWithName(right, one) : unknown;
}

function compareTwo(left: readonly string[], right: readonly string[]): AcronymRelation {
  const common = left.filter((acronym) => right.includes(acronym));
  if (common.length > 0) return { relation: 'same', length: longest(common) };
  const pairs = left.flatMap((one) => right.map((other) => [one, other] as const));
  // A slip of one letter in a long acronym says neither that it is the same nor that it is another.
  if (
    pairs.some(([one, other]) => Math.min(one.length, other.length) >= 4 && editDistance(one, other, 1) <= 1)
  ) {
    return unknown;
  }
  const sameLength = pairs.every(([one, other]) => one.length === other.length);
  return { relation: 'other', length: sameLength ? 'same' : 'different' };
}

function compareWithName(acronyms: readonly string[], named: Named): AcronymRelation {
  if (named.initials.length === 0) return unknown;
  const exact = acronyms.filter((acronym) => acronym.length >= 3 && named.initials.includes(acronym));
  if (exact.length > 0) return { relation: 'initials', length: longest(exact) };
  const spelt = acronyms.filter((acronym) => spellsSyllables(acronym, named.latin));
  return spelt.length > 0 ? { relation: 'syllables', length: longest(spelt) } : unknown;
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}
