import dayjs from 'dayjs';
import { type FieldDescription, type FieldValue, valueSchema } from '../../../main/core/contract/fields';
import { phoneText } from '../../../main/core/contract/phones';
import { readEmailText, readUrlText } from '../../../main/core/contract/typing/address';
import { readCoordinateText } from '../../../main/core/contract/typing/coordinate';
import { readDayText, readYearText } from '../../../main/core/contract/typing/day';
import { readCountText, readDecimalText } from '../../../main/core/contract/typing/number';
import { phoneParts } from '../../../main/core/contract/typing/phone-text';
import { type CellReading, read, unread } from '../../../main/core/contract/typing/reading';
import type { Message } from '../../../main/core/contract/values';
import { dayText } from '../../app/formats';
import { textOf } from '../../app/i18n';
import { isEmpty } from './field-text';

/** What stands in the input of a field that is typed: the text of its value. */
export function draftOf(field: FieldDescription, value: FieldValue): string {
  if (isEmpty(value)) return '';
  if (field.type === 'day' && typeof value === 'string') return dayText(value);
  if (field.type === 'phone') return phoneText(String(value));
  return String(value);
}

/** Why what was typed cannot stand: the name of a sentence in `common:refused`, and what it names. */
export interface Refused {
  readonly ok: false;
  readonly why: string;
  readonly params?: Message['params'];
}

export type ReadDraft =
  /** `also` fills other fields; `said` tells what was assumed (`common:assumed`). */
  | {
      readonly ok: true;
      readonly value: FieldValue;
      readonly also?: Readonly<Record<string, FieldValue>>;
      readonly said?: Message;
    }
  | Refused;

/** Reads what was typed for one field alone: what would fill another one too is refused. */
export function readDraft(field: FieldDescription, draft: string, now: Date = new Date()): ReadDraft {
  const read = readSheetDraft(field, draft, now);
  if (!read.ok || read.also === undefined) return read;
  return { ok: false, why: 'several', params: { rest: Object.values(read.also).join(' ; ') } };
}

/** Reads what was typed on a sheet as the cells of a list are read; what is doubtful there is asked here. */
export function readSheetDraft(field: FieldDescription, draft: string, now: Date = new Date()): ReadDraft {
  const reading = typedReading(field, draft, now);
  if (reading === null) return checked(field, draft);
  if (reading.how === 'empty') return checked(field, '');
  if (reading.how === 'unread') return refused(field, reading.why);
  if (reading.how === 'doubtful' && reading.why?.code !== 'pair') return refused(field, reading.why);
  if (reading.rest !== undefined) return { ok: false, why: 'several', params: { rest: reading.rest } };
  const read = checked(field, reading.value);
  if (!read.ok) return read;
  const { also, why: said } = reading;
  return {
    ...read,
    ...(also === undefined ? {} : { also }),
    ...(said?.code === 'century' ? { said } : {}),
  };
}

/** The reading of a typed value; null for texts, which stand as they are. */
function typedReading(field: FieldDescription, draft: string, now: Date): CellReading | null {
  const context = { today: localDay(now), order: 'day_first' } as const;
  switch (field.type) {
    case 'count':
      return readCountText(draft);
    case 'year':
      return readYearText(draft, context);
    case 'decimal':
      return field.axis === undefined
        ? readDecimalText(draft, field.min ?? -1e15, field.max ?? 1e15)
        : readCoordinateText(draft, field.axis, null);
    case 'day':
      return readDayText(draft, context, field.tense ?? 'any');
    case 'email':
      return readEmailText(draft);
    case 'url':
      return readUrlText(draft);
    case 'phone':
      return readPhoneDraft(draft);
    default:
      return null;
  }
}

/** Numbers alone, parted by a stroke: the core knows which are possible, and where a second one goes. */
function readPhoneDraft(draft: string): CellReading {
  if (draft.trim() === '') return { how: 'empty' };
  const parts = phoneParts(draft);
  if (parts.length === 0) return unread('phone');
  const beside = parts.flatMap((part) => (part.beside === '' ? [] : [part.beside]));
  return read(parts.map(({ number }) => number).join(' / '), false, beside.join(' ; '));
}

/** Reasons that have a sentence of their own; the others are those of the type. */
const worded = new Set([
  'too_long',
  'several_lines',
  'thousands',
  'decimal_range',
  'year_future',
  'year_only',
  'month_only',
  'hijri',
  'hijri_year',
  'century_asked',
  'day_future',
  'day_impossible',
  'other_axis',
  'X10',
]);

function refused(field: FieldDescription, reason: Message | undefined): Refused {
  const code = reason?.code ?? field.type;
  return worded.has(code)
    ? { ok: false, why: code, params: reason?.params ?? {} }
    : { ok: false, why: field.type };
}

function checked(field: FieldDescription, value: FieldValue): ReadDraft {
  if (typeof value === 'string' && value.trim() === '')
    return field.required ? { ok: false, why: 'required' } : { ok: true, value: null };
  const result = valueSchema(field).safeParse(value);
  if (result.success) return { ok: true, value: result.data as FieldValue };
  const issue = result.error.issues[0];
  return { ok: false, why: issue?.code === 'custom' ? issue.message : field.type };
}

/**
 * Reads a day typed as `14/8/26`, `14.08.2026`, `14082026` or `2026-08-14`; null when it is none, or when its field asks
 * which century is meant.
 * @param field whose day it is; without one it may lie ahead
 */
export function readDay(typed: string, field: FieldDescription = anyDay): string | null {
  const read = readDraft(field, typed);
  return read.ok && typeof read.value === 'string' ? read.value : null;
}

const anyDay: FieldDescription = { name: 'day', type: 'day', sensitivity: 'committee', section: '' };

/** The day of this laptop. */
function localDay(now: Date): string {
  return dayjs(now).format('YYYY-MM-DD');
}

/** The sentence of a refusal by its reason. */
export function refusalText(field: FieldDescription, { why, params }: Refused): string {
  return textOf(`common:refused.${why}`, { min: field.min ?? 0, max: field.max ?? '', ...params });
}

/** The sentence that tells what was assumed in a value that stands. */
export function assumedText({ code, params }: Message): string {
  return textOf(`common:assumed.${code}`, params);
}
