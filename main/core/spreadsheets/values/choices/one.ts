import { cleanText } from '../../../contract/text';
import { bareValue, type Cell } from '../../reading/table';
import { saysNothing } from '../nothing';
import { readCount } from '../numbers';
import { type CellReading, empty, read, unread } from '../reading';
import { codesIn } from './codes-in';
import { type ChoiceContext, choiceKey, codeOf, isLabel, wordsOf } from './list-words';
import { longestChoice, onceFor } from './once';

/** One code of a controlled list out of a cell. Pure. */

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
  if (text.length > longestChoice) return unread('too_long');
  const found = codesIn(text, field, list, context);
  if (found.ambiguous !== null) return unread('choice_two_ways', found.ambiguous);
  const [code, ...others] = found.codes;
  if (code !== undefined && others.length === 0 && found.rest.length === 0)
    return read(code, isLabel(list, code, text));
  if (others.length > 0) return unread('choice', { typed: text.slice(0, 80) });
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
  const words = wordsOf(list, country).codes;
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
