import type { FieldDescription } from '../../contract/fields';
import { cartographyColumns, cartographyThemes } from '../../contract/members/cartography';
import { organisationFields } from '../../contract/members/fields';
import { organisationHeadings, prefixHeadings } from '../../contract/members/headings';
import { codeOf } from '../values/choices';
import { keyOf } from '../values/words';

/** What the columns of a list can fill, and the words that say so. Pure. */

/** Marks of a theme column begin so: `themes:gender`. */
export const markPrefix = 'themes:';
/** A calling code beside the number. */
export const prefixTarget = 'prefix';
/** A column of the cartography layout without a field in the register: its cells stay with the import. */
export const keptTarget = 'kept';

const fields: readonly FieldDescription[] = organisationFields.fields;
const byName = new Map(fields.map((field) => [field.name, field]));

/** The field of a target; null for marks, prefixes and ignored columns. */
export function fieldOf(target: string | null): FieldDescription | null {
  return target === null ? null : (byName.get(target) ?? null);
}

/** The theme of a column of marks, or null. */
export function markOf(target: string | null): string | null {
  return target?.startsWith(markPrefix) ? target.slice(markPrefix.length) : null;
}

export function isTarget(target: string | null): boolean {
  return (
    target === null ||
    target === prefixTarget ||
    target === keptTarget ||
    markOf(target) !== null ||
    byName.has(target)
  );
}

const known = new Map<string, string>();
for (const [name, words] of Object.entries(organisationHeadings)) {
  if (byName.has(name)) for (const word of words) if (!known.has(keyOf(word))) known.set(keyOf(word), name);
}
for (const word of prefixHeadings) known.set(keyOf(word), prefixTarget);
/** The words that decide by standing at the beginning, or anywhere, of a longer heading. */
const longestFirst = [...known]
  .filter(([word]) => word.length >= 3)
  .sort((one, other) => other[0].length - one[0].length)
  .map(([word, target]) => ({ target, start: `${word} `, inside: ` ${word} `, word }));

export interface Guess {
  readonly target: string;
  /** 3: the heading is a known one; 2: it begins with one; 1: it holds one. */
  readonly strength: 1 | 2 | 3;
}

const guesses = new Map<string, Guess | null>();

/** What a heading seems to stand over, or null. */
export function guessOf(heading: string): Guess | null {
  const key = keyOf(heading).slice(0, 200);
  const before = guesses.get(key);
  if (before !== undefined) return before;
  const guess = key === '' ? null : freshGuess(key);
  if (guesses.size > 5_000) guesses.clear();
  guesses.set(key, guess);
  return guess;
}

/** Headings over the name of a person, whatever else they say: a list of organisations keeps it in the notes. */
const aPerson =
  /(^| )(prenoms?|president(e|s)?|responsables?|representant(e|s)?|directeur|directrice|secretaire|tresorier|gerant|manager|director|chairperson|contact person)( |$)/;
/** Words too general to decide by their beginning. */
const general = new Set([
  'numero',
  'n',
  'date',
  'contact',
  'contacts',
  'nature',
  'visa',
  'reference',
  'references',
  'title',
  'titre',
  'source',
  'sources',
  'relations',
  'experience',
  'experiences',
  'places',
  'method',
]);

function freshGuess(key: string): Guess | null {
  const exact =
    known.get(key) ?? known.get(key.replace(/ \d+$/, '')) ?? known.get(key.replace(/^(n|no|nr|num) /, ''));
  if (exact !== undefined) return { target: exact, strength: 3 };
  if (key.length > 80) return null;
  if (/(^| )(id|ids|uid|uuid|identifier|iso\d?|code)$/.test(key)) return null;
  if (aPerson.test(key)) return { target: 'notes', strength: 2 };
  const starting = longestFirst.find(({ start, word }) => key.startsWith(start) && !general.has(word));
  if (starting !== undefined) return { target: starting.target, strength: 2 };
  const padded = ` ${key} `;
  const holding = longestFirst.find(
    ({ inside, word }) => word.length >= 4 && padded.includes(inside) && !general.has(word),
  );
  return holding === undefined ? null : { target: holding.target, strength: 1 };
}

const cartographyKeys = new Map(
  cartographyColumns.map(({ heading, target }) => [keyOf(heading), target as string]),
);
const themeKeys = new Map(Object.entries(cartographyThemes).map(([code, heading]) => [keyOf(heading), code]));

/** The targets of the programme's own layout, or null when these headings are not its own. */
export function cartographyTargets(headings: readonly string[]): (string | null)[] | null {
  const keys = headings.map(keyOf);
  const present = cartographyColumns.filter(({ heading }) => keys.includes(keyOf(heading)));
  if (present.length < 10 || !keys.includes('nom') || !keys.includes('coordo x')) return null;
  return headings.map((heading, index) => {
    const target = cartographyKeys.get(keys[index] ?? '');
    if (target !== undefined) return target === prefixTarget || byName.has(target) ? target : keptTarget;
    const theme =
      themeKeys.get(keys[index] ?? '') ??
      codeOf('themes', heading, 'themes', { country: null, pairs: new Map() });
    return theme === null || theme === undefined ? null : `${markPrefix}${theme}`;
  });
}
