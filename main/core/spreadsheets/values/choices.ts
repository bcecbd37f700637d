import { choiceWords } from '../../contract/members/choice-words';
import type { ListName } from '../../contract/programme/lists';
import { referencePack } from '../../programme/pack';
import { bareValue, type Cell } from '../reading/table';
import { saysNothing } from './nothing';
import { readCount } from './numbers';
import { type CellReading, empty, read, unread } from './reading';
import { cleanText, keyOf, westernDigits } from './words';

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
function choiceKey(text: string): string {
  return keyOf(
    westernDigits(text)
      .replace(/(\d)[\s\u202F\u00A0.](?=\d{3}(?!\d))/g, '$1')
      .replace(/[<＜]/g, ' moins de ')
      .replace(/[>＞]/g, ' plus de ')
      .replace(/€|\beuros?\b|\beur\b/gi, ' '),
  );
}

const wordsByList = new Map<string, ReadonlyMap<string, string>>();

/** Key of every word → code, for one list (regions: of one country, or of all). */
function wordsOf(list: string, country: string | null): ReadonlyMap<string, string> {
  const name = list === 'regions' ? `regions ${country ?? ''}` : list;
  const known = wordsByList.get(name);
  if (known !== undefined) return known;
  const words = new Map<string, string>();
  for (const [code, texts] of entriesOf(list, country)) {
    for (const text of texts) {
      const key = choiceKey(text);
      if (key !== '' && !words.has(key)) words.set(key, code);
    }
  }
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
  const paired = context.pairs.get(`${field} ${key}`);
  if (paired !== undefined) return paired;
  const words = wordsOf(list, context.country);
  const direct =
    words.get(key) ?? (list === 'regions' ? words.get(key.replace(before, '').trim()) : undefined);
  return direct ?? nearCode(words, key);
}

/** One slip of the pen in a word of six letters or more. */
function nearCode(words: ReadonlyMap<string, string>, key: string): string | null {
  if (key.length < 6) return null;
  const near = new Set<string>();
  for (const [word, code] of words) {
    if (
      Math.abs(word.length - key.length) <= 1 &&
      word.length >= 6 &&
      word[0] === key[0] &&
      isOneSlip(word, key)
    )
      near.add(code);
  }
  const [only] = near;
  return near.size === 1 && only !== undefined ? only : null;
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

/** By the pairs in force, then by field and country, then by the text of the cell. */
const readings = new WeakMap<Pairs, Map<string, Map<string, CellReading>>>();

/** The same words mean the same all through a list: each is read once. */
function onceFor(
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

/** Reads one code. */
export function readChoice(
  cell: Cell | undefined,
  field: string,
  list: string,
  context: ChoiceContext,
): CellReading {
  const value = bareValue(cell);
  if (value === null || typeof value === 'boolean') return empty;
  return onceFor(String(value), field, context, () => freshChoice(String(value), field, list, context));
}

function freshChoice(typed: string, field: string, list: string, context: ChoiceContext): CellReading {
  const text = cleanText(typed);
  const code = codeOf(list, text, field, context);
  if (code !== null) return read(code, isLabel(list, code, text));
  if (saysNothing(text)) return empty;
  return (
    amongParts(text, field, list, context) ??
    bandOf(list, text) ??
    withinText(text, list, context.country) ??
    unread('choice', { typed: text.slice(0, 80) })
  );
}

/** One code written twice (`تونس/Tunisia`) or with a place beside it (`Bou Salem, Jendouba`): the rest is kept. */
function amongParts(text: string, field: string, list: string, context: ChoiceContext): CellReading | null {
  const parts = text
    .split(/[/(),،;؛\n]|\s[-–—]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return null;
  const codes = parts.map((part) => codeOf(list, part, field, context));
  const found = new Set(codes.filter((code) => code !== null));
  const [only] = found;
  if (found.size !== 1 || only === undefined) return null;
  return read(only, false, parts.filter((_, index) => codes[index] === null).join(' ; '));
}

/** The upper ends of lists of bands, whose codes are in this order. */
const bands: Readonly<Record<string, readonly (readonly [code: string, upTo: number])[]>> = {
  staffBands: [
    ['none', 0],
    ['under_5', 4],
    ['5_19', 19],
    ['20_99', 99],
    ['100_or_more', Number.POSITIVE_INFINITY],
  ],
  membersBands: [
    ['1_10', 10],
    ['11_50', 50],
    ['51_100', 100],
    ['over_100', 1000],
    ['over_1000', Number.POSITIVE_INFINITY],
  ],
};

/** A number where a list has bands: its band, the number itself being kept. */
function bandOf(list: string, text: string): CellReading | null {
  const counted = readCount(text);
  if (bands[list] === undefined || !('value' in counted)) return null;
  const number = Number(counted.value);
  const code = bands[list]?.find(([, upTo]) => number <= upTo)?.[0];
  return code === undefined || (number === 0 && list === 'membersBands') ? null : read(code, false, text);
}

/** Points of the compass, which say where in a place as often as they name a region. */
const compass = /^(nord|sud|est|ouest|centre|oriental|north|south|east|west)$/;

/**
 * What a longer text names: the one region of it (`Ben Gardane Médenine`), the kind of organisation it begins with
 * (`Association de jeunes`). The whole text is kept beside the code.
 */
function withinText(text: string, list: string, country: string | null): CellReading | null {
  const key = ` ${choiceKey(text)} `;
  if (key.length > 120) return null;
  const words = wordsOf(list, country);
  if (list === 'organisationTypes') {
    const [longest] = [...words]
      .filter(([word]) => word.length >= 3 && key.startsWith(` ${word} `))
      .sort((one, other) => other[0].length - one[0].length);
    return longest === undefined ? null : read(longest[1], false, text);
  }
  if (list !== 'regions') return null;
  const named = [...words].filter(
    ([word]) => word.length >= 4 && !compass.test(word) && key.includes(` ${word} `),
  );
  const whole = named.filter(
    ([word]) => !named.some(([other]) => other !== word && ` ${other} `.includes(` ${word} `)),
  );
  const [only, ...others] = new Set(whole.map(([, code]) => code));
  return only === undefined || others.length > 0 ? null : read(only, false, text);
}

function isLabel(list: string, code: string, text: string): boolean {
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

const everywhere =
  /^(tou(te|tes|t|s) )?(le |la |les )?(pays|territoire( national)?|regions|national|nationale|gouvernorats|ensemble du (pays|territoire)|whole country|nationwide|كامل (تراب )?(البلاد|الجمهوريه|التراب)|(كل|جميع|كافه) (الولايات|الجهات|المناطق))( entier)?$/;

/** Reads several codes out of one cell; what answers to none is its rest. */
export function readChoices(
  cell: Cell | undefined,
  field: string,
  list: string,
  context: ChoiceContext,
): CellReading {
  const value = bareValue(cell);
  if (value === null || typeof value === 'boolean') return empty;
  return onceFor(String(value), field, context, () => freshChoices(String(value), field, list, context));
}

function freshChoices(typed: string, field: string, list: string, context: ChoiceContext): CellReading {
  const text = cleanText(typed);
  const whole = codeOf(list, text, field, context);
  if (whole !== null) return read([whole], isLabel(list, whole, text));
  if (saysNothing(text)) return empty;
  if (list === 'regions' && isEverywhere(text, context.country)) {
    return read(regionsToday(context.country), false);
  }
  const found = new Set<string>();
  const rest: string[] = [];
  for (const part of partsOf(text)) {
    const code = codeOf(list, part, field, context);
    if (code !== null) found.add(code);
    else if (!saysNothing(part)) rest.push(part);
  }
  if (found.size === 0) return unread('choice', { typed: text.slice(0, 80) });
  return read([...found], false, rest.join(' ; '));
}

/** A list in one cell: commas, semicolons, lines, bullets, ` et `, ` - `. */
function partsOf(text: string): string[] {
  return text
    .split(/[;,،؛\n|•·●✓✔]+|\s[-–—]\s|(?:^|\n)\s*[-–—*]\s*|\s(?:et|and|و)\s|\sو(?=ال)|\s?\/\s?/u)
    .map((part) => part.replace(/^[\s\-–—*.]+|[\s.]+$/g, ''))
    .filter((part) => part !== '');
}

function isEverywhere(text: string, country: string | null): boolean {
  const key = keyOf(text);
  if (everywhere.test(key)) return true;
  if (
    key.length < 70 &&
    /^(sur |dans )?(l )?(tout|toute|ensemble|le territoire|territoire)\b.*\b(territoire|etendue|pays)\b/.test(
      key,
    )
  )
    return true;
  const names = referencePack.programme.countries
    .filter(({ code }) => country === null || code === country)
    .flatMap(({ name }) => [name.fr, name.en, name.ar])
    .map(keyOf);
  return names.some(
    (name) =>
      new RegExp(
        `^(ensemble|toutes? (les )?(regions|gouvernorats|provinces)) (du|de la|de|d|des|au) ${name}$`,
      ).test(key) ||
      key === name ||
      key === `tout le ${name}` ||
      key === `toute la ${name}` ||
      key === `كل ${name}`,
  );
}

function regionsToday(country: string | null): string[] {
  return referencePack.regions
    .filter(
      (region) =>
        country !== null && region.country === country && region.validTo === null && region.parent === null,
    )
    .map((region) => region.code);
}

const yes = new Set(['oui', 'o', 'yes', 'y', 'x', 'vrai', 'true', '1', 'ok', 'نعم']);
const no = new Set(['non', 'n', 'no', 'faux', 'false', '0', 'لا']);

/** Reads yes or no. */
export function readFlag(cell: Cell | undefined): CellReading {
  const value = bareValue(cell);
  if (value === null) return empty;
  if (typeof value === 'boolean') return read(value, true);
  const key = keyOf(String(value));
  if (yes.has(key) || /^[✓✔☑]$/.test(String(value).trim())) return read(true, key === 'oui');
  if (no.has(key)) return read(false, key === 'non');
  return saysNothing(String(value)) ? empty : unread('flag');
}
