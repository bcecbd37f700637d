import type { FieldDescription } from '../../contract/fields';
import { cartographyColumns, cartographyThemes } from '../../contract/members/cartography';
import { organisationFields } from '../../contract/members/fields';
import { organisationHeadings, prefixHeadings } from '../../contract/members/headings';
import { codeOf } from '../values/choices/list-words';
import { keyOf } from '../values/words';
import { targetOfTag } from './hashtags';

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
  const text = heading.trim().slice(0, 200);
  const before = guesses.get(text);
  if (before !== undefined) return before;
  const guess = freshGuess(text);
  if (guesses.size > 5_000) guesses.clear();
  guesses.set(text, guess);
  return guess;
}

/** A heading in the plural: `Domaine(s)`. */
function inPlural(heading: string): string {
  return heading.replace(/(?<=\p{L})\((s|x|e|es)\)/gu, '$1');
}

/** A heading that a programmer wrote, in its words: `nomBeneficiaire`. */
function inWords(heading: string): string {
  return heading.replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 ');
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
  'annee',
  'year',
  'objet',
  'organisme',
  'beneficiaire',
  'org',
  'label',
  'labels',
]);
/** A heading that counts or dates something else, or is its code, stands over no other field than its own. */
const ofSomethingElse =
  /^(code|codes|nombre|nb|nbre|number of|total|montant|cout|taux|pourcentage) |(^| )(id|ids|uid|uuid|identifier|iso\d?|code|score)$/;
/** What comes after these names the field: `numéro de téléphone`. */
const naming =
  /^(nom|noms|name|numero|n|no|num|liste|les?|la|type|adresse|principa(l|ux|les?)|lieux?|quels?|quelles?) /;

function freshGuess(text: string): Guess | null {
  if (text.startsWith('#')) {
    const target = targetOfTag(text);
    return target === null ? null : { target, strength: 3 };
  }
  const plural = inPlural(text);
  const exact = exactTarget(keyOf(plural)) ?? exactTarget(keyOf(inWords(plural)));
  if (exact !== undefined) return { target: exact, strength: 3 };
  const key = keyOf(inWords(plural));
  if (key === '') return null;
  if (key.length > 80) return null;
  if (ofSomethingElse.test(key)) return null;
  if (aPerson.test(key)) return { target: 'notes', strength: 2 };
  const starting = longestFirst.find(({ start, word }) => key.startsWith(start) && !general.has(word));
  if (starting !== undefined) return { target: starting.target, strength: 2 };
  const padded = ` ${naming.test(key) ? key : withoutComplements(key)} `;
  const holding = longestFirst.find(
    ({ inside, word }) =>
      word.length >= 4 && padded.includes(inside) && !general.has(word) && word !== 'site',
  );
  return holding === undefined ? null : { target: holding.target, strength: 1 };
}

function exactTarget(key: string): string | undefined {
  return (
    known.get(key) ?? known.get(key.replace(/ \d+$/, '')) ?? known.get(key.replace(/^(n|no|nr|num) /, ''))
  );
}

/** `Dossier de financement` is a file, not a funder: what follows `de` only says more about the noun before it. */
function withoutComplements(key: string): string {
  return key.replace(/ (?:des?|du|d|of) .*$/, '');
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
