import { createHash } from 'node:crypto';
import { keyOf } from '../values/words';
import { cartographyTargets, fieldOf, type Guess, guessOf, isTarget } from './targets';

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
    return { layout: 'cartography', columns: applyRemembered(columns, remembered) };
  }
  return { layout: 'list', columns: applyRemembered(proposedByWords(headings), remembered) };
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
    if (before === undefined || guess.strength > (guesses[before]?.strength ?? 0))
      winners.set(guess.target, index);
  }
  return headings.map((heading, index) => {
    const target = targetFor(guesses[index] ?? null, index, winners);
    return { index, heading, target, origin: target === null ? 'unknown' : 'proposed' };
  });
}

function targetFor(guess: Guess | null, index: number, winners: ReadonlyMap<string, number>): string | null {
  if (guess === null) return null;
  if (isShared(guess.target) || winners.get(guess.target) === index) return guess.target;
  if (guess.target === 'phone' && fieldOf('otherPhone') !== null && !winners.has('otherPhone'))
    return 'otherPhone';
  return guess.strength === 3 ? 'notes' : null;
}
