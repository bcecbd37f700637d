import { type ChoiceContext, choiceKey, codeOf, directCode, wordNear, wordsOf } from './list-words';
import { type Part, partsOf, separationOf } from './separations';

/** What a text names of a list. */
export interface FoundCodes {
  readonly codes: readonly string[];
  /** Parts that no word of the list answers to. */
  readonly rest: readonly string[];
  /** Two readings that are as good as each other, as their words. */
  readonly ambiguous: { readonly one: string; readonly other: string } | null;
}

const nothing: FoundCodes = { codes: [], rest: [], ambiguous: null };
/** Parts of the longest label of a list. */
const partsOfLabel = 6;

/**
 * The codes that a text names, read as a whole first and then from its longest labels on: a label may hold the signs that
 * separate others (`Accueil, assistance et orientation`). Parts are taken for one label only where they are separated as
 * the label is; `Nord, Ouest` are two regions, `Nord-Ouest` is one, and `Nord - Ouest` alone may be either.
 */
export function codesIn(text: string, field: string, list: string, context: ChoiceContext): FoundCodes {
  const parts = partsOf(text);
  if (parts.length === 0) return nothing;
  const known = new Set<string>();
  const rest: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const longest = longestLabel(text, parts, at, field, list, context);
    if (longest?.isAmbiguous === true && parts.length === longest.parts)
      return { ...nothing, ambiguous: bothReadings(parts) };
    // Beside other parts separated in the same way the dash separates.
    const label = longest?.isAmbiguous === true ? null : longest;
    const code = label?.code ?? codeOf(list, parts[at]?.text ?? '', field, context);
    if (code !== null) known.add(code);
    else rest.push(parts[at]?.text ?? '');
    at += label?.parts ?? 1;
  }
  if (known.size === 0) return { codes: codesOfTool(text, field, list, context), rest: [], ambiguous: null };
  return { codes: [...known], rest, ambiguous: null };
}

interface Label {
  readonly code: string;
  /** How many parts it takes. */
  readonly parts: number;
  readonly isAmbiguous: boolean;
}

/** The label of most parts that begins at a part; null when no label of two or more does. */
function longestLabel(
  text: string,
  parts: readonly Part[],
  at: number,
  field: string,
  list: string,
  context: ChoiceContext,
): Label | null {
  const first = parts[at];
  if (first === undefined) return null;
  for (let count = Math.min(partsOfLabel, parts.length - at); count > 1; count -= 1) {
    const typed = text.slice(first.start, parts[at + count - 1]?.end);
    const key = choiceKey(typed);
    const slip = wordNear(list, key, context);
    if (slip !== null && isSeparatedAs(list, slip.word, typed, context))
      return { code: slip.code, parts: count, isAmbiguous: false };
    const code = directCode(list, key, field, context);
    if (code === null) continue;
    if (context.pairs.has(`${field} ${key}`) || isSeparatedAs(list, key, typed, context))
      return { code, parts: count, isAmbiguous: false };
    const own = parts.slice(at, at + count).map((part) => codeOf(list, part.text, field, context));
    if (own.some((one) => one === null) || own.every((one) => one === code))
      return { code, parts: count, isAmbiguous: false };
    if (isDashed(typed)) return { code, parts: count, isAmbiguous: true };
  }
  return null;
}

/** Is a text separated as the word of this key is? */
function isSeparatedAs(list: string, key: string, typed: string, context: ChoiceContext): boolean {
  return wordsOf(list, context.country).separations.get(key)?.has(separationOf(typed)) === true;
}

/** A dash between spaces separates, and joins as often. */
function isDashed(typed: string): boolean {
  return /^-+$/.test(separationOf(typed));
}

function bothReadings(parts: readonly Part[]): { one: string; other: string } {
  const words = parts.map(({ text }) => text);
  return { one: words.join('-'), other: words.join(', ') };
}

/** Codes as survey tools write them, separated by spaces: `rights_protection children`. All of them, or none. */
function codesOfTool(text: string, field: string, list: string, context: ChoiceContext): readonly string[] {
  const words = text.split(' ');
  if (words.length < 2 || !words.every((word) => /^\w+$/.test(word))) return [];
  const codes = words.map((word) => directCode(list, choiceKey(word.replaceAll('_', ' ')), field, context));
  const found = codes.filter((code) => code !== null);
  return found.length === codes.length ? [...new Set(found)] : [];
}
