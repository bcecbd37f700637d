import type { FieldDescription } from '../../contract/fields';
import { cartographyColumns, cartographyThemes } from '../../contract/members/cartography';
import { organisationFields } from '../../contract/members/fields';
import { organisationHeadings, prefixHeadings } from '../../contract/members/headings';
import { codeOf } from '../values/choices/list-words';
import { keyOf } from '../values/words';
import { targetOfTag } from './hashtags';
import {
  askedFor,
  attributeOfOrganisation,
  bareHeadings,
  inSingular,
  isFunder,
  isOfAnotherThing,
  isOrganisation,
  longest,
  namedBy,
  questionAndChoice,
  withoutGroup,
} from './heading-words';
import { ownTarget } from './own-headings';

/** What the columns of a list can fill, and the words that say so. Pure. */

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

/** One choice of a field of several: its column holds marks. */
export interface Mark {
  readonly field: FieldDescription;
  readonly code: string;
}

/** The target of a column of marks: `themes:gender`. */
export function markTarget(field: string, code: string): string {
  return `${field}:${code}`;
}

/** The choice that a column of marks stands for, or null. */
export function markOf(target: string | null): Mark | null {
  const at = target?.indexOf(':') ?? -1;
  if (target === null || at < 1) return null;
  const field = byName.get(target.slice(0, at));
  return field?.type === 'choices' ? { field, code: target.slice(at + 1) } : null;
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
  const text = heading.slice(0, longest).trim();
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
  /(^| )(prenoms?|first names?|last names?|given names?|family name|surname|president(e|s)?|responsables?|representant(e|s)?|directeur|directrice|secretaire|tresorier|gerant|manager|director|chairperson|contact person|(nom|name) (du|of) (the )?contact|contact names?|repondante?|respondent|participants?)( |$)/;
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
  /^(id|index|code|codes|nombre|nb|nbre|number of|total|montant|cout|taux|pourcentage|count of) |(^| )(id|ids|uid|uuid|identifier|iso\d?|code|score|counts?|at|by|percent|pct|rate|time|timestamp|altitude|precision|accuracy)$/;
/** What comes after these names the field: `numéro de téléphone`. */
const naming =
  /^(nom|noms|name|numero|n|no|num|liste|les?|la|type|adresse|principa(l|ux|les?)|lieux?|quels?|quelles?) /;

function freshGuess(text: string): Guess | null {
  if (text.startsWith('#')) {
    const target = targetOfTag(text);
    return target === null ? null : { target, strength: 3 };
  }
  const known = guessOfWords(text);
  if (known?.strength === 3) return known;
  // A heading that the application writes itself in one of its languages, and that no list writes.
  const own = ownTarget(text);
  return own === null ? known : { target: own, strength: 3 };
}

function guessOfWords(text: string): Guess | null {
  const plural = inPlural(text);
  for (const bare of bareHeadings(plural)) {
    const target = exactly(bare);
    if (target !== null) return { target, strength: 3 };
  }
  const grouped = withoutGroup(plural);
  if (grouped !== null && exactly(grouped.group) === null) {
    const own = guessOf(grouped.own);
    if (own !== null && own.strength > 1) return own;
  }
  const key = askedFor(keyOf(inWords(bareHeadings(plural).at(-1) ?? '')));
  return key === '' || key.length > 80 ? null : guessOfKey(key);
}

/** The field whose heading these words are, in the singular or in the plural, or null. */
function exactly(heading: string): string | null {
  for (const key of [keyOf(heading), askedFor(keyOf(inWords(heading)))]) {
    const target = exactTarget(key) ?? (key === 'sites' ? undefined : exactTarget(inSingular(key)));
    if (target !== undefined) return target;
    const named = namedBy(key);
    if (named !== null && isOrganisation(named) === 'sure') return 'name';
  }
  return null;
}

function guessOfKey(key: string): Guess | null {
  const axis = / (latitude|longitude)$/.exec(key)?.[1];
  if (axis !== undefined) return { target: axis, strength: 2 };
  if (ofSomethingElse.test(key)) return null;
  if (aPerson.test(key)) return { target: 'notes', strength: 2 };
  const named = namedBy(key);
  if (named !== null) return ofNamed(named);
  if (isOfAnotherThing(key)) return null;
  const attribute = attributeOfOrganisation(key);
  const ofOrganisation = attribute === null ? undefined : exactTarget(attribute);
  if (ofOrganisation !== undefined) return { target: ofOrganisation, strength: 2 };
  const starting = startingWith(key) ?? startingWith(inSingular(key));
  if (starting !== undefined) return { target: starting, strength: 2 };
  const padded = ` ${naming.test(key) ? key : withoutComplements(key)} `;
  const holding = longestFirst.find(
    ({ inside, word }) =>
      word.length >= 4 && padded.includes(inside) && !general.has(word) && word !== 'site',
  );
  return holding === undefined ? null : { target: holding.target, strength: 1 };
}

function startingWith(key: string): string | undefined {
  return longestFirst.find(({ start, word }) => key.startsWith(start) && !general.has(word))?.target;
}

const wordTypes: ReadonlySet<string> = new Set(['line', 'text', 'choice', 'choices']);

/** The name of something: the organisation's own, that of its village or its funder; of anything else, no field's. */
function ofNamed(named: string): Guess | null {
  if (isOrganisation(named) !== null) return { target: 'name', strength: 2 };
  if (isFunder(named)) return { target: 'funders', strength: 2 };
  const [first = ''] = named.split(' ');
  const target = exactTarget(named) ?? exactTarget(first.replace(/\d+$/, ''));
  const type = fieldOf(target ?? null)?.type ?? '';
  return target === undefined || !wordTypes.has(type) ? null : { target, strength: 2 };
}

/** Could the name of an organisation stand under this heading, were no other column surer? */
export function mayNameOrganisations(heading: string): boolean {
  const bare = bareHeadings(heading.slice(0, longest)).at(-1) ?? '';
  const named = namedBy(askedFor(keyOf(inWords(bare))));
  return named !== null && (isOrganisation(named) !== null || isFunder(named));
}

/** The choice of a field of several that a column of a survey tool stands for: `Thèmes/Genre`; null for any other. */
export function choiceColumnOf(heading: string): (Mark & { readonly question: string }) | null {
  const parts = questionAndChoice(heading.slice(0, longest).trim());
  if (parts === null) return null;
  const guess = guessOf(parts.question);
  const field = fieldOf(guess?.target ?? null);
  if (guess === null || field?.type !== 'choices' || guess.strength < 2) return null;
  const code = codeOf(field.list ?? '', parts.choice, field.name, { country: null, pairs: new Map() });
  return code === null ? null : { field, code, question: parts.question.trim() };
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
    return theme === null || theme === undefined ? null : markTarget('themes', theme);
  });
}
