import { fold } from '../../search/fold';
import type { Gazetteer } from './gazetteer';
import { arabicReadings, arabicSkeletons, latinSkeletons, withoutArticle } from './skeleton';
import { countryWords, legalForms, notions, stopWords } from './vocabulary';

/** What a word of a name says: who (`own`), what about (`notion`), where (`place`, `country`), which form (`legal`). */
type WordKind = 'own' | 'notion' | 'place' | 'country' | 'legal';

export interface Word {
  /** The same for two words that are the same to a reader: the notion, the place, or the reduced spelling. */
  readonly key: string;
  readonly kind: WordKind;
  /** How much it says of who this is: 1 for a word of its own. */
  readonly weight: number;
  readonly script: Script;
  /** Reduced spelling, for the distance of two spellings. */
  readonly stem: string;
  /** First letter, for initials. */
  readonly text: string;
  readonly skeletons: readonly string[];
  /** The letters of the stem as bits: two stems far apart here are far apart in spelling. */
  readonly letters: number;
}

export type Script = 'latin' | 'arabic';

const weights: Readonly<Record<WordKind, number>> = {
  own: 1,
  notion: 0.5,
  place: 0.5,
  country: 0.25,
  legal: 0.2,
};

const known: ReadonlyMap<string, { readonly key: string; readonly kind: WordKind }> = new Map(
  (
    [
      ['legal', legalForms],
      ['notion', notions],
      ['country', countryWords],
    ] as const
  ).flatMap(([kind, lists]) =>
    Object.entries(lists).flatMap(([name, words]) =>
      fold(words)
        .split(' ')
        .map((word) => [stemOf(word), { key: `${kind}:${name}`, kind }] as const),
    ),
  ),
);

/** The words of a name that say something, in its order. */
export function wordsOf(name: string, gazetteer: Gazetteer): readonly Word[] {
  if (name === '') return [];
  return fold(joinInitials(name))
    .split(/[\s@.+]+/)
    .filter((text) => text !== '' && !stopWords.has(text))
    .map((text) => remembered(text, gazetteer));
}

const memories = new WeakMap<Gazetteer, Map<string, Word>>();
const remembersAtMost = 50_000;

/** The same word is met again and again in a register: it is understood once. */
function remembered(text: string, gazetteer: Gazetteer): Word {
  let memory = memories.get(gazetteer);
  if (memory === undefined || memory.size >= remembersAtMost) {
    memory = new Map();
    memories.set(gazetteer, memory);
  }
  const known = memory.get(text);
  if (known !== undefined) return known;
  const word = wordOf(text, gazetteer);
  memory.set(text, word);
  return word;
}

/** `A.M.D.H.` is one word. */
function joinInitials(name: string): string {
  return name.replace(/(?<!\p{L})(?:\p{L}\.){2,}\p{L}?(?!\p{L})/gu, (dotted) => dotted.replaceAll('.', ''));
}

function wordOf(text: string, gazetteer: Gazetteer): Word {
  const script: Script = /\p{Script=Arabic}/u.test(text) ? 'arabic' : 'latin';
  const readings = script === 'arabic' ? arabicSpellings(text) : [text];
  const skeletons = script === 'arabic' ? arabicSkeletons(text) : latinSkeletons(text);
  const made = (key: string, kind: WordKind, stem: string, weight = weights[kind]): Word => ({
    key,
    kind,
    weight,
    script,
    stem,
    text,
    skeletons,
    letters: lettersOf(stem),
  });
  for (const reading of readings) {
    const stem = stemOf(reading);
    const entry = known.get(stem);
    if (entry !== undefined) return made(entry.key, entry.kind, stem);
    const place = gazetteer.get(reading);
    if (place !== undefined) return made(`place:${place}`, 'place', stem);
  }
  const stem = stemOf(readings[0] ?? text);
  return made(stem, 'own', stem, /^\d+$/.test(stem) ? 0.5 : weights.own);
}

function lettersOf(stem: string): number {
  let letters = 0;
  for (let index = 0; index < stem.length; index += 1) letters |= 1 << (stem.charCodeAt(index) & 31);
  return letters;
}

/** The word without its article, then without a particle joined to it. */
function arabicSpellings(text: string): readonly string[] {
  return [withoutArticle(text), ...arabicReadings(text)];
}

/** A word without its ending: plural, feminine, and a final vowel. */
export function stemOf(word: string): string {
  if (/\p{Script=Arabic}/u.test(word)) return arabicStem(withoutArticle(word));
  if (word.length <= 3) return word;
  const singular = word
    .replace(/aux$/, 'al')
    .replace(/eu(?:se|r)s?$/, 'eur')
    .replace(/[sx]$/, '');
  return singular.length <= 3 ? singular : singular.replace(/e$/, '').replace(/(.)\1$/, '$1');
}

function arabicStem(word: string): string {
  const stem = word.replace(/(?:يه|ات|ين|ون|ه|ي)$/, '');
  return stem.length >= 2 ? stem : word;
}
