import type { CellReading } from '../reading';
import type { ChoiceContext, Pairs } from './list-words';

/** Longer cells name no codes of a list, in characters. */
export const longestChoice = 4_000;

/** By the pairs in force, then by field and country, then by the text of the cell. */
const readings = new WeakMap<Pairs, Map<string, Map<string, CellReading>>>();

/** The same words mean the same all through a list: each is read once. */
export function onceFor(
  text: string,
  field: string,
  context: ChoiceContext,
  reader: () => CellReading,
): CellReading {
  let known = readings.get(context.pairs);
  if (known === undefined) {
    known = new Map();
    readings.set(context.pairs, known);
  }
  const kind = context.country === null ? field : `${field} ${context.country}`;
  let texts = known.get(kind);
  if (texts === undefined) {
    texts = new Map();
    known.set(kind, texts);
  }
  const before = texts.get(text);
  if (before !== undefined) return before;
  const reading = reader();
  texts.set(text, reading);
  return reading;
}
