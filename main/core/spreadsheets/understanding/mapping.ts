import { createHash } from 'node:crypto';
import { keyOf } from '../values/words';
import { namedBy } from './heading-words';
import { type ImportQuestion, questionOf } from './other-lists';
import { isOwnList, ownTarget } from './own-headings';
import {
  cartographyTargets,
  choiceColumnOf,
  fieldOf,
  type Guess,
  guessOf,
  isTarget,
  markTarget,
} from './targets';

/** Which field each column fills. Pure. */

export interface Column {
  readonly index: number;
  readonly heading: string;
  readonly target: string | null;
  readonly origin: 'proposed' | 'remembered' | 'chosen' | 'unknown';
}

/** Targets that a person settled for a set of headings, by heading key. */
export type RememberedTargets = Readonly<Record<string, string | null>>;

/** The name under which a set of headings is remembered, whatever the order of its columns. */
export function headingSetKey(headings: readonly string[]): string {
  const keys = headings
    .map(keyOf)
    .filter((key) => key !== '')
    .sort();
  return createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, 32);
}

/** Fields that several columns may fill together. */
function isShared(target: string): boolean {
  const type = fieldOf(target)?.type;
  return type === 'choices' || type === 'text';
}

export interface Proposal {
  readonly layout: 'list' | 'cartography';
  readonly columns: readonly Column[];
  /** What must be asked before rows are understood, as long as no column is the name; null = nothing. */
  readonly question: ImportQuestion | null;
}

/** The proposal for these headings: the programme's own layout, what was settled before, else what the words say. */
export function proposeColumns(headings: readonly string[], remembered: RememberedTargets | null): Proposal {
  const own = cartographyTargets(headings);
  if (own !== null) {
    const columns = headings.map((heading, index) => {
      const target = own[index] ?? null;
      return {
        index,
        heading,
        target,
        origin: target === null ? ('unknown' as const) : ('proposed' as const),
      };
    });
    return { layout: 'cartography', columns: applyRemembered(columns, remembered), question: null };
  }
  const proposed = isOwnList(headings) ? ownColumns(headings) : proposedByWords(headings);
  const question = questionOf(headings, surestName(proposed));
  const columns =
    question === null
      ? proposed
      : proposed.map((column) => (column.target === 'name' ? { ...column, target: null } : column));
  return { layout: 'list', columns: applyRemembered(columns, remembered), question };
}

/** What the application wrote over its columns it reads as it meant it. */
function ownColumns(headings: readonly string[]): Column[] {
  return headings.map((heading, index) => {
    const target = ownTarget(heading);
    return { index, heading, target, origin: target === null ? 'unknown' : 'proposed' };
  });
}

function applyRemembered(columns: readonly Column[], remembered: RememberedTargets | null): Column[] {
  return columns.map((column) => {
    const target = remembered?.[keyOf(column.heading)];
    return target !== undefined && isTarget(target) ? { ...column, target, origin: 'remembered' } : column;
  });
}

/** Beside a column of legal statuses, a bare `Statut` is the status in the programme. */
function statusBeside(guess: Guess | null, key: string, all: readonly (Guess | null)[]): Guess | null {
  const legal = all.filter((other) => other?.target === 'legalStatus').length;
  return legal > 1 && (key === 'statut' || key === 'status') ? { target: 'status', strength: 3 } : guess;
}

/** How surely a column is the name: the strength of its guess; 0 when none is. */
function surestName(columns: readonly Column[]): number {
  const name = columns.find(({ target }) => target === 'name' || target === 'nameArabic');
  return name === undefined ? 0 : (guessOf(name.heading)?.strength ?? 0);
}

const familyName = /^(noms?|nom de famille|name|last name|family name|surname|اللقب)$/;
const firstName = /^(prenoms?|first names?|given names?|forename)$/;

/** A `Nom` beside a `Prénom` is a person's, not an organisation's. */
function personBeside(guess: Guess | null, index: number, keys: readonly string[]): Guess | null {
  const beside = [keys[index - 1], keys[index + 1]].some((key) => key !== undefined && firstName.test(key));
  return beside && familyName.test(keys[index] ?? '') ? { target: 'notes', strength: 2 } : guess;
}

/** Each field goes to the column that names it best; a second column with a phone is another number. */
function proposedByWords(headings: readonly string[]): Column[] {
  const keys = headings.map(keyOf);
  const guesses = headings
    .map(guessOf)
    .map((guess, index, all) => personBeside(statusBeside(guess, keys[index] ?? '', all), index, keys));
  const winners = new Map<string, number>();
  for (const [index, guess] of guesses.entries()) {
    if (guess === null || isShared(guess.target)) continue;
    const before = winners.get(guess.target);
    if (before === undefined || rankOf(guess, keys[index]) > rankOf(guesses[before], keys[before]))
      winners.set(guess.target, index);
  }
  const choices = choiceColumns(headings);
  return headings.map((heading, index) => {
    const target = choices.has(index)
      ? (choices.get(index) ?? null)
      : targetFor(guesses[index] ?? null, index, winners);
    return { index, heading, target, origin: target === null ? 'unknown' : 'proposed' };
  });
}

/** `Nom de l’organisation` is the name more surely than a bare `Nom`, which may be that of who answered. */
function rankOf(guess: Guess | null | undefined, key = ''): number {
  return (guess?.strength ?? 0) + (guess?.target === 'name' && namedBy(key) !== null ? 0.5 : 0);
}

/**
 * Columns of survey tools that hold one choice each, by index: their marks. The column of all choices of a question
 * repeats them, and is left (null), where each of them is known.
 */
function choiceColumns(headings: readonly string[]): ReadonlyMap<number, string | null> {
  const found = new Map<number, string | null>();
  const questions = new Map<string, number>();
  for (const [index, heading] of headings.entries()) {
    const choice = choiceColumnOf(heading);
    if (choice === null) continue;
    found.set(index, markTarget(choice.field.name, choice.code));
    questions.set(choice.question, (questions.get(choice.question) ?? 0) + 1);
  }
  for (const [question, known] of questions) {
    const all = headings.filter(
      (heading) => heading.length > question.length && heading.startsWith(question),
    );
    const whole = headings.indexOf(question);
    if (whole >= 0 && all.length === known) found.set(whole, null);
  }
  return found;
}

function targetFor(guess: Guess | null, index: number, winners: ReadonlyMap<string, number>): string | null {
  if (guess === null) return null;
  if (isShared(guess.target) || winners.get(guess.target) === index) return guess.target;
  if (guess.target === 'phone' && fieldOf('otherPhone') !== null && !winners.has('otherPhone'))
    return 'otherPhone';
  return guess.strength === 3 ? 'notes' : null;
}
