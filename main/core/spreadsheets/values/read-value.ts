import type { FieldDescription } from '../../contract/fields';
import { cleanLine, cleanText, hasBrokenCharacter } from '../../contract/text';
import type { PhoneContext } from '../../phones';
import { bareValue, type Cell, isDay, isError, originOf, typedText } from '../reading/table';
import { readEmail, readUrl } from './addresses';
import { readFlag } from './choices/flag';
import type { ChoiceContext } from './choices/list-words';
import { readChoice } from './choices/one';
import { readChoices } from './choices/several';
import { type DayContext, readDay, readYear } from './day';
import { isOnlySigns, mayBeAcronym, saysNothing } from './nothing';
import { readCoordinate, readCount, readDecimal } from './numbers';
import { readPhone } from './phone';
import { type CellReading, empty, read, unread, why } from './reading';

export interface ValueContext extends DayContext, PhoneContext, ChoiceContext {
  /** `own`: the application wrote the list itself, where `RAS` and `-` are what somebody keeps under that field. */
  readonly list?: 'own' | 'foreign';
}

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
  const reading = withLoss((readers[field.type] ?? readText)(cell, field, context), cell);
  if (!('value' in reading)) return reading;
  const origin = originOf(cell);
  if (origin === 'formula')
    return {
      ...reading,
      how: reading.how === 'doubtful' ? 'doubtful' : 'corrected',
      why: reading.why ?? why('X06'),
    };
  if (origin === 'link') return { ...reading, how: 'corrected', why: reading.why ?? why('link') };
  if (origin === 'digits') return { ...reading, how: 'doubtful', why: why('X11') };
  if (origin === 'merge')
    return {
      ...reading,
      how: reading.how === 'doubtful' ? 'doubtful' : 'corrected',
      why: reading.why ?? why('X09'),
    };
  return reading;
}

/** A cell with half a character or a sign that no text holds says so: what stood there is lost. */
function withLoss(reading: CellReading, cell: Cell | undefined): CellReading {
  if (!('value' in reading) || reading.how === 'as_typed') return reading;
  const typed = bareValue(cell);
  return typeof typed === 'string' && hasBrokenCharacter(typed)
    ? { ...reading, how: 'doubtful', why: why('broken') }
    : reading;
}

/** Labels in one cell, separated as lists are; one that is too long is none. */
function readLabels(cell: Cell | undefined): CellReading {
  const labels = typedText(cell)
    .split(/[;,\n\r\t|]+/)
    .map(cleanLine)
    .filter((label) => label !== '' && label.length <= 60);
  return labels.length === 0 || labels.length > 50 ? empty : read([...new Set(labels)], true);
}

/** A name. Three lines or more, or a semicolon between, may be several organisations in one cell. */
function readName(cell: Cell | undefined, field: FieldDescription, context: ValueContext): CellReading {
  const reading = readLine(cell, field, context);
  const typed = typedText(cell);
  if (!/[;\n\r]/.test(typed)) return reading;
  const lines = cleanText(typed).split(/\n+|\s*;\s+|;(?=\p{Lu})/u);
  const isSeveral = lines.length > 2 || (lines.length === 2 && typed.includes(';'));
  return isSeveral && 'value' in reading
    ? { ...reading, how: 'doubtful', why: why('several_names') }
    : reading;
}

/** Fields that name somebody: `RAS` may be that name. */
const naming: ReadonlySet<string> = new Set(['name', 'acronym', 'otherName', 'networks']);

function readLine(cell: Cell | undefined, { name }: FieldDescription, { list }: ValueContext): CellReading {
  const value = bareValue(cell);
  // Beyond 15 digits a spreadsheet has rounded its numbers: the last ones are not those that were typed.
  if (typeof value === 'number' && Math.abs(value) >= 1e15)
    return { how: 'doubtful', value: wholeDigits(value), why: why('X11') };
  const typed = typedText(cell);
  const text = cleanLine(typed);
  if (text === '') return empty;
  if (list !== 'own' && text.length < 20 && saysNothing(text)) {
    if (!naming.has(name) || !mayBeAcronym(text)) return empty;
    return { how: 'doubtful', value: text, why: why('maybe_nothing') };
  }
  if (text.length > 300) return unread('too_long');
  return read(text, text === typed || isDay(cell));
}

function wholeDigits(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString().slice(0, 300) : String(value);
}

/** Free text is kept whatever it says. */
function readText(cell: Cell | undefined, _field: FieldDescription, { list }: ValueContext): CellReading {
  const typed = typedText(cell);
  const text = cleanText(typed);
  if (text === '' || (list !== 'own' && text.length < 20 && isOnlySigns(text))) return empty;
  return text.length > 65_536 ? unread('too_long') : read(text, text === typed || isDay(cell));
}
