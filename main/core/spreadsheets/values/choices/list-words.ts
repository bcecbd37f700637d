import { choiceWords } from '../../../contract/members/choice-words';
import type { ListName } from '../../../contract/programme/lists';
import { referencePack } from '../../../programme/pack';
import { keyOf, westernDigits } from '../words';
import { separationOf } from './separations';

/** Codes of controlled lists from labels in three languages and the words the lists use. Pure. */

/** Codes that a person paired with what is typed, by `<field> <key of the text>`. */
export type Pairs = ReadonlyMap<string, string>;

export function pairKey(field: string, typed: string): string {
  return `${field} ${choiceKey(typed)}`;
}

export interface ChoiceContext {
  /** Country of the row: its regions are meant. */
  readonly country: string | null;
  readonly pairs: Pairs;
}

/** A label as it is compared: numbers in one piece, signs of comparison as words. */
export function choiceKey(text: string): string {
  return keyOf(
    westernDigits(text)
      .replace(/(\d)[\s\u202F\u00A0.](?=\d{3}(?!\d))/g, '$1')
      .replace(/[<＜]/g, ' moins de ')
      .replace(/[>＞]/g, ' plus de ')
      .replace(/€|\beuros?\b|\beur\b/gi, ' '),
  );
}

const wordsByList = new Map<string, ListWords>();

/** The words of one list. */
interface ListWords {
  /** Key of every word → its code. */
  readonly codes: ReadonlyMap<string, string>;
  /** Key → how its words are separated, as somebody wrote them: `Nord-Ouest` has no separator, `Droit et protection` one. */
  readonly separations: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The words of a list (regions: of one country, or of all). */
export function wordsOf(list: string, country: string | null): ListWords {
  const name = list === 'regions' ? `regions ${country ?? ''}` : list;
  const known = wordsByList.get(name);
  if (known !== undefined) return known;
  const codes = new Map<string, string>();
  const separations = new Map<string, Set<string>>();
  for (const [code, texts] of entriesOf(list, country)) {
    for (const text of texts) {
      const key = choiceKey(text);
      if (key === '') continue;
      if (!codes.has(key)) codes.set(key, code);
      if (codes.get(key) === code)
        separations.set(key, (separations.get(key) ?? new Set()).add(separationOf(text)));
    }
  }
  const words = { codes, separations };
  wordsByList.set(name, words);
  return words;
}

function entriesOf(list: string, country: string | null): (readonly [string, readonly string[]])[] {
  if (list === 'regions') {
    return referencePack.regions
      .filter((region) => country === null || region.country === country)
      .map(
        (region) =>
          [
            region.code,
            [
              ...[region.name, region.nameArabic ?? '', ...region.aliases].flatMap(bareRegion),
              ...(choiceWords.regions?.[region.code] ?? []),
            ],
          ] as const,
      );
  }
  if (list === 'countries') {
    return referencePack.programme.countries.map(
      ({ code, name }) =>
        [code, [name.fr, name.en, name.ar, code, ...(choiceWords.countries?.[code] ?? [])]] as const,
    );
  }
  const others = choiceWords[list] ?? {};
  return (referencePack.lists[list as ListName] ?? []).map(
    ({ code, label }) =>
      [code, [label.fr, label.en, label.ar, code.replaceAll('_', ' '), ...(others[code] ?? [])]] as const,
  );
}

/** A region's name with and without its article. */
function bareRegion(name: string): string[] {
  return [name, name.replace(/^(L['’]|La |Le |Les |ال)/, '')];
}

const before =
  /^(la |le |les |l )?(region|gouvernorat|wilaya|province|district|district autonome|ولايه|جهه|منطقه)( administrative)?( de la | de l | de | du | des | d | )/;

/** The code that a text means in a list; null when no word answers. */
export function codeOf(list: string, typed: string, field: string, context: ChoiceContext): string | null {
  const key = choiceKey(typed);
  if (key === '') return null;
  return directCode(list, key, field, context) ?? wordNear(list, key, context)?.code ?? null;
}

/** The code whose word is this one, letter by letter, or with which a person paired it. */
export function directCode(list: string, key: string, field: string, context: ChoiceContext): string | null {
  const paired = context.pairs.get(`${field} ${key}`);
  if (paired !== undefined) return paired;
  const { codes } = wordsOf(list, context.country);
  return (
    codes.get(key) ?? (list === 'regions' ? codes.get(key.replace(before, '').trim()) : undefined) ?? null
  );
}

/** The word that differs from this key by one slip of the pen, in words of six letters or more; null when several do. */
export function wordNear(
  list: string,
  key: string,
  { country }: ChoiceContext,
): { readonly word: string; readonly code: string } | null {
  if (key.length < 6) return null;
  const near = new Map<string, string>();
  for (const [word, code] of wordsOf(list, country).codes) {
    if (
      Math.abs(word.length - key.length) <= 1 &&
      word.length >= 6 &&
      word[0] === key[0] &&
      word !== key &&
      isOneSlip(word, key)
    )
      near.set(code, word);
  }
  const [only] = near;
  return near.size === 1 && only !== undefined ? { word: only[1], code: only[0] } : null;
}

/** Do two words differ by one letter put in, left out, changed, or two neighbours exchanged? */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end])
    end += 1;
  const inShort = short.length - start - end;
  const inLong = long.length - start - end;
  if (inLong <= 1) return true;
  return (
    inShort === 2 && inLong === 2 && short[start] === long[start + 1] && short[start + 1] === long[start]
  );
}

/** Is this text the label itself, in one of the three languages? */
export function isLabel(list: string, code: string, text: string): boolean {
  if (list === 'regions')
    return referencePack.regions.some((region) => region.code === code && region.name === text);
  if (list === 'countries')
    return referencePack.programme.countries.some(
      (country) => country.code === code && Object.values(country.name).includes(text),
    );
  const item = referencePack.lists[list as ListName]?.find((candidate) => candidate.code === code);
  return (
    item !== undefined &&
    Object.values(item.label).some((label) => label.toLowerCase() === text.toLowerCase())
  );
}
