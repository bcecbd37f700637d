import type { WorkspaceDatabase } from '../../../db/open';
import type { Language } from '../contract/values';
import { codesOfList, labelOf } from '../programme/pack';
import { fold, orderKey } from './fold';

/**
 * How lists are put in order. Texts: without case and accents, as French dictionaries do, Arabic with its forms of one
 * letter unified, numbers by what they say. Codes: by their words in the user's language, except lists that are a scale, which keep their own order.
 */

/** Lists whose order says something: from little to much, from first to last. */
const scales = new Set([
  'scales',
  'budgetBrackets',
  'membersBands',
  'staffBands',
  'dialogueLevels',
  'dialogueQualities',
  'organisationStatuses',
  'reliabilities',
  'needLevels',
  'needPriorities',
  'ageBands',
]);
const unknownRank = 1_000_000;
const ranks = new Map<string, ReadonlyMap<string, number>>();

/** The place of every code of a list in a language. */
function ranksOf(list: string, language: Language): ReadonlyMap<string, number> {
  const key = `${list} ${language}`;
  const known = ranks.get(key);
  if (known !== undefined) return known;
  const codes = [...(codesOfList(list) ?? [])];
  const { compare } = new Intl.Collator(language, { numeric: true });
  const ordered = scales.has(list)
    ? codes
    : codes.sort((one, other) => compare(labelOf(list, one, language), labelOf(list, other, language)));
  const made = new Map(ordered.map((code, index) => [code, index]));
  ranks.set(key, made);
  return made;
}

const taught = new WeakSet<object>();

/** Teaches a connection the functions `sort_text(text)`, `fold_text(text)` and `sort_code(list, language, code)`, once. */
export function teachCollation({ $client }: WorkspaceDatabase): void {
  if (taught.has($client)) return;
  taught.add($client);
  $client.function('sort_text', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? orderKey(text) : null,
  );
  $client.function('fold_text', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? fold(text) : null,
  );
  $client.function('sort_code', { deterministic: true }, (list: unknown, language: unknown, code: unknown) =>
    code === null ? null : (ranksOf(String(list), language as Language).get(String(code)) ?? unknownRank),
  );
}
