import type { FieldDescription } from '../../contract/fields';
import type { PhoneContext } from '../../phones';
import { bareValue, type Cell, isDay, isError, originOf, typedText } from '../reading/table';
import { readEmail, readUrl } from './addresses';
import { type ChoiceContext, readChoice, readChoices, readFlag } from './choices';
import { type DayContext, readDay, readYear } from './day';
import { readCoordinate, readCount, readDecimal } from './numbers';
import { readPhone } from './phone';
import { type CellReading, empty, read, unread, why } from './reading';
import { cleanText, oneLine, saysNothing } from './words';

export interface ValueContext extends DayContext, PhoneContext, ChoiceContext {}

type Reader = (cell: Cell | undefined, field: FieldDescription, context: ValueContext) => CellReading;

const readers: Readonly<Record<string, Reader>> = {
  name: readName,
  line: readLine,
  arabic: readLine,
  text: readText,
  email: readEmail,
  url: readUrl,
  phone: (cell, field, context) => readPhone(cell, context, field),
  day: (cell, field, context) => readDay(cell, context, field.tense ?? 'any'),
  year: (cell, _field, context) => readYear(cell, context),
  count: readCount,
  decimal: (cell, field, context) =>
    field.axis === undefined
      ? readDecimal(cell, field.min ?? -1e9, field.max ?? 1e9)
      : readCoordinate(cell, field.axis, context.country),
  choice: (cell, field, context) => readChoice(cell, field.name, field.list ?? '', context),
  choices: (cell, field, context) => readChoices(cell, field.name, field.list ?? '', context),
  flag: readFlag,
  labels: readLabels,
};

/** Reads the cell of a field by the type of the field. What the register could not hold stays unread. */
export function readValue(
  cell: Cell | undefined,
  field: FieldDescription,
  context: ValueContext,
): CellReading {
  if (bareValue(cell) === null) return empty;
  if (isError(cell)) return unread('error', { typed: typedText(cell) });
  const reading = (readers[field.type] ?? readText)(cell, field, context);
  if (!('value' in reading)) return reading;
  const origin = originOf(cell);
  if (origin === 'formula')
    return {
      ...reading,
      how: reading.how === 'doubtful' ? 'doubtful' : 'corrected',
      why: reading.why ?? why('X06'),
    };
  if (origin === 'merge')
    return {
      ...reading,
      how: reading.how === 'doubtful' ? 'doubtful' : 'corrected',
      why: reading.why ?? why('X09'),
    };
  return reading;
}

/** Labels in one cell, separated as lists are; one that is too long is none. */
function readLabels(cell: Cell | undefined): CellReading {
  const labels = typedText(cell)
    .split(/[;,\n\r\t|]+/)
    .map(oneLine)
    .filter((label) => label !== '' && label.length <= 60);
  return labels.length === 0 || labels.length > 50 ? empty : read([...new Set(labels)], true);
}

/** A name. Three lines or more, or a semicolon between, may be several organisations in one cell. */
function readName(cell: Cell | undefined): CellReading {
  const reading = readLine(cell);
  const typed = typedText(cell);
  if (!/[;\n\r]/.test(typed)) return reading;
  const lines = cleanText(typed).split(/\n+|\s*;\s+|;(?=\p{Lu})/u);
  const isSeveral = lines.length > 2 || (lines.length === 2 && typed.includes(';'));
  return isSeveral && 'value' in reading
    ? { ...reading, how: 'doubtful', why: why('several_names') }
    : reading;
}

function readLine(cell: Cell | undefined): CellReading {
  const value = bareValue(cell);
  // Beyond 15 digits a spreadsheet has rounded its numbers: the last ones are not those that were typed.
  if (typeof value === 'number' && Math.abs(value) >= 1e15)
    return { how: 'doubtful', value: wholeDigits(value), why: why('X11') };
  const typed = typedText(cell);
  const text = oneLine(typed);
  if (text === '' || (text.length < 20 && saysNothing(text))) return empty;
  if (text.length > 300) return unread('too_long');
  return read(text, text === typed || isDay(cell));
}

function wholeDigits(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString().slice(0, 300) : String(value);
}

function readText(cell: Cell | undefined): CellReading {
  const typed = typedText(cell);
  const text = cleanText(typed);
  if (text === '' || (text.length < 20 && saysNothing(text))) return empty;
  return text.length > 65_536 ? unread('too_long') : read(text, text === typed || isDay(cell));
}
