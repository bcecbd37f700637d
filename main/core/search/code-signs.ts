import type { EntityDescription } from '../contract/fields';
import { organisationFields, personFields } from '../contract/members/fields';
import { namesOfCodes } from '../programme/pack';
import { fold } from './fold';

/**
 * A record is found by the labels of its codes in three languages. The search index does not hold those labels, which
 * are the same for thousands of records, but one word for each code, which nobody can type; a question is widened by the
 * words of the codes that it names. Labels may change without a record being indexed again.
 */

/** The word of a code: letters of the private use area stand for what a word cannot hold and mark it as such. */
export function codeSign(list: string, code: string): string {
  let ofList = signs.get(list);
  if (ofList === undefined) {
    ofList = new Map();
    signs.set(list, ofList);
  }
  const known = ofList.get(code);
  if (known !== undefined) return known;
  const sign = `\uE000${list}\uE001${code.replace(/[^a-z0-9]/gi, '\uE001')}`.toLowerCase();
  ofList.set(code, sign);
  return sign;
}

const signs = new Map<string, Map<string, string>>();

/** The words of the codes of which a name has a word that begins so; `beginning` is folded. */
export function signsNamedBy(beginning: string): readonly string[] {
  named ??= wordsOfNames();
  const found = new Set<string>();
  for (let at = firstFrom(named, beginning); named[at]?.word.startsWith(beginning); at += 1)
    found.add(named[at]?.sign ?? '');
  return [...found];
}

/** The lists of what is searched: no record is found by a code of any other. */
const searchedLists: ReadonlySet<string | undefined> = new Set(
  [organisationFields, personFields].flatMap(({ fields }: EntityDescription) =>
    fields.filter(({ sensitivity }) => sensitivity !== 'confidential').map(({ list }) => list),
  ),
);

interface Named {
  readonly word: string;
  readonly sign: string;
}

/** By their words, sorted; made when the first question is asked. */
let named: readonly Named[] | null = null;

function wordsOfNames(): readonly Named[] {
  const all: Named[] = [];
  for (const { list, code, names } of namesOfCodes()) {
    if (!searchedLists.has(list)) continue;
    const words = new Set(fold(names).split(/[ @.+]+/));
    words.delete('');
    for (const word of words) all.push({ word, sign: codeSign(list, code) });
  }
  return all.sort((one, other) => (one.word < other.word ? -1 : one.word > other.word ? 1 : 0));
}

/** The place of the first word that does not come before this one. */
function firstFrom(sorted: readonly Named[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.word ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
