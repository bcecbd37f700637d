import { cleanText } from '../../../contract/text';
import { referencePack } from '../../../programme/pack';
import { bareValue, type Cell } from '../../reading/table';
import { saysNothing } from '../nothing';
import { type CellReading, empty, read, unread } from '../reading';
import { keyOf } from '../words';
import { codesIn } from './codes-in';
import { type ChoiceContext, isLabel } from './list-words';
import { longestChoice, onceFor } from './once';

/** Several codes of a controlled list out of one cell. Pure. */

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
  if (text.length > longestChoice) return unread('too_long');
  const { codes, rest, ambiguous } = codesIn(text, field, list, context);
  if (ambiguous !== null) return unread('choice_two_ways', ambiguous);
  if (codes.length === 1 && rest.length === 0) return read(codes, isLabel(list, codes[0] ?? '', text));
  if (saysNothing(text)) return empty;
  if (list === 'regions' && isEverywhere(text, context.country)) {
    return read(regionsToday(context.country), false);
  }
  const left = rest.filter((part) => !saysNothing(part));
  if (codes.length === 0) return unread('choice', { typed: text.slice(0, 80) });
  return read(codes, false, left.join(' ; '));
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
