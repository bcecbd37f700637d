import { lettersApart, spellingLikeness } from './distance';
import type { NameWords } from './profile';
import type { Word } from './words';

/** How two names compare, whatever their scripts. */
export interface NameLikeness {
  /** 0 to 1; 1 when every word has its equal. */
  readonly likeness: number;
  /** Weight of what they share beyond forms and countries: two names of common words prove little. */
  readonly substance: number;
  readonly nature: 'same' | 'near' | 'contained' | 'across_scripts';
  /** Both name a place, and not the same. */
  readonly otherPlace: boolean;
}

export const noLikeness: NameLikeness = { likeness: 0, substance: 0, nature: 'near', otherPlace: false };

/** The best comparison of any name of the one with any of the other. Symmetric, and blind to the order of words. */
export function likenessOfNames(one: readonly NameWords[], other: readonly NameWords[]): NameLikeness {
  let best = noLikeness;
  for (const left of one) {
    for (const right of other) {
      const found = compareNames(left, right);
      if (rankOf(found, best) > 0) best = found;
    }
  }
  return best;
}

/** Natures of equal likeness, from the one that says least. */
const natures: readonly NameLikeness['nature'][] = ['across_scripts', 'near', 'contained', 'same'];

/** Which of two comparisons tells more: positive for the first. Total, so that neither side's order decides. */
function rankOf(one: NameLikeness, other: NameLikeness): number {
  return (
    one.likeness - other.likeness ||
    natures.indexOf(one.nature) - natures.indexOf(other.nature) ||
    one.substance - other.substance ||
    Number(one.otherPlace) - Number(other.otherPlace)
  );
}

function compareNames(one: NameWords, other: NameWords): NameLikeness {
  const otherPlace = one.places.length > 0 && other.places.length > 0 && !meet(one.places, other.places);
  const pairs = matched(one.words, other.words);
  let shared = 0;
  let substance = 0;
  let leftOne = one.telling;
  let leftOther = other.telling;
  for (const pair of pairs) {
    const weight = pair.likeness * (pair.one.weight + pair.other.weight);
    shared += weight;
    if (pair.one.kind !== 'legal') leftOne -= pair.one.weight;
    if (pair.other.kind !== 'legal') leftOther -= pair.other.weight;
    if (pair.one.kind !== 'legal' && pair.one.kind !== 'country') substance += weight / 2;
  }
  if (shared === 0) return otherPlace ? { ...noLikeness, otherPlace } : noLikeness;
  const dice = shared / (one.weight + other.weight);
  const overlap = Math.min(1, shared / 2 / Math.min(one.weight, other.weight));
  const replaced = Math.max(0, Math.min(1, leftOne, leftOther));
  const likeness = Math.max(0, 0.6 * dice + 0.4 * overlap - 0.25 * replaced);
  return { likeness, substance, nature: natureOf(one, other, dice, overlap), otherPlace };
}

function natureOf(one: NameWords, other: NameWords, dice: number, overlap: number): NameLikeness['nature'] {
  if (one.script !== other.script) return 'across_scripts';
  if (dice > 0.999) return 'same';
  return overlap > 0.999 ? 'contained' : 'near';
}

interface WordPair {
  readonly one: Word;
  readonly other: Word;
  readonly likeness: number;
}

/** Pairs each word with its likest, the likest first; ties fall the same way whichever name comes first. */
function matched(one: readonly Word[], other: readonly Word[]): readonly WordPair[] {
  const candidates: WordPair[] = [];
  for (const left of one) {
    for (const right of other) {
      const likeness = likenessOfWords(left, right);
      if (likeness > 0) candidates.push({ one: left, other: right, likeness });
    }
  }
  if (candidates.length < 2) return candidates;
  candidates.sort(
    (first, second) => second.likeness - first.likeness || compareText(tieOf(first), tieOf(second)),
  );
  const takenOne = new Set<Word>();
  const takenOther = new Set<Word>();
  return candidates.filter((pair) => {
    if (takenOne.has(pair.one) || takenOther.has(pair.other)) return false;
    takenOne.add(pair.one);
    takenOther.add(pair.other);
    return true;
  });
}

function tieOf(pair: WordPair): string {
  return pair.one.key < pair.other.key
    ? `${pair.one.key} ${pair.other.key}`
    : `${pair.other.key} ${pair.one.key}`;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function likenessOfWords(one: Word, other: Word): number {
  if (one.key === other.key) return 1;
  if (one.kind !== 'own' && other.kind !== 'own') return 0;
  if (one.script !== other.script) return likenessOfSkeletons(one, other);
  const spelling = lettersApart(one.letters, other.letters) > 2 ? 0 : spellingLikeness(one.stem, other.stem);
  if (spelling >= 0.8 || one.script !== 'latin') return spelling;
  // Two romanisations of one Arabic word: Chabab, Shabab.
  return likenessOfSkeletons(one, other) >= 0.9 ? 0.8 : spelling;
}

function likenessOfSkeletons(one: Word, other: Word): number {
  let longest = 0;
  for (const skeleton of one.skeletons) {
    if (skeleton.length > longest && other.skeletons.includes(skeleton)) longest = skeleton.length;
  }
  if (longest < 2) return 0;
  return longest === 2 ? 0.75 : longest === 3 ? 0.92 : 0.97;
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.some((key) => other.includes(key));
}
