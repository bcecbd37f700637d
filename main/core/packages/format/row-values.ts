import type { ErrorCode } from '../../contract/errors';
import { hasBrokenCharacter, hasForbiddenCharacter, isComposed } from '../../contract/text';
import { partyCodeSchema } from '../../contract/values';
import { isRecipient } from './encryption';
import { limits } from './limits';
import { publicKeyOfText } from './ssh-key';
import type { PlainFieldType, TableField } from './table-schema';
import { isOneLine, isPrintableAscii } from './text-rules';

/** What is wrong with one value of one field, as a code, or null (PACKAGES.md §1.4). */

const codeForm = /^\S(.*\S)?$/;
const emailForm = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+\.[^\s@.]+$/;
const phoneForm = /^\+?[0-9][0-9 ()./-]*$/;
const decimalForm = /^-?\d{1,15}(\.\d{1,6})?$/;
const idForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const dateForm = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const quarterForm = /^[1-9]\d{3}-Q[1-4]$/;
const instantForm = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/;
const hashForm = /^[0-9a-f]{64}$/;
const digestForm = /^sha256:[0-9a-f]{64}$/;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day of the calendar from year 1000 on, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!dateForm.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (monthLengths[month - 1] ?? 0) + (leap ? 1 : 0);
}

function isInstant(text: string): boolean {
  return instantForm.test(text) && isDay(text.slice(0, 10));
}

const forms: Readonly<
  Record<Exclude<PlainFieldType, 'text' | 'name' | 'filename'>, (text: string) => boolean>
> = {
  id: (text) => idForm.test(text),
  code: (text) => codeForm.test(text),
  email: (text) => emailForm.test(text),
  phone: (text) => phoneForm.test(text),
  decimal: (text) => decimalForm.test(text),
  date: isDay,
  quarter: (text) => quarterForm.test(text),
  instant: isInstant,
  party: (text) => partyCodeSchema.safeParse(text).success,
  hash: (text) => hashForm.test(text),
  digest: (text) => digestForm.test(text),
  key: (text) => publicKeyOfText(text) !== null,
  recipient: isRecipient,
};

const lengths: Readonly<Partial<Record<PlainFieldType, number>>> = {
  text: limits.text,
  name: limits.name,
  filename: limits.name,
  email: limits.email,
  phone: limits.phone,
};

function textFault(type: PlainFieldType, text: string, max: number): ErrorCode | null {
  if (text.length > max) return 'P11';
  if (type === 'text' || type === 'name' || type === 'filename') {
    if (isPrintableAscii(text)) return null;
    if (hasBrokenCharacter(text)) return 'J06';
    if (!isComposed(text)) return 'J07';
    // An original name is shown and saved through `safeFileName` (PACKAGES.md §4.7 line 93).
    if (type === 'filename') return null;
    if (hasForbiddenCharacter(text)) return 'P10';
    return type === 'text' || isOneLine(text) ? null : 'P10';
  }
  if (hasBrokenCharacter(text)) return 'J06';
  if (!isPrintableAscii(text)) return 'P10';
  return forms[type](text) ? null : 'P06';
}

function codesFault(
  value: unknown,
  values: readonly string[] | undefined,
  maxItems: number,
): ErrorCode | null {
  if (!Array.isArray(value)) return 'P06';
  if (value.length > maxItems) return 'P11';
  const seen = new Set<unknown>();
  for (const code of value) {
    if (typeof code !== 'string' || seen.has(code)) return 'P06';
    const fault = textFault('code', code, limits.code);
    if (fault !== null) return fault;
    if (values !== undefined && !values.includes(code)) return 'P06';
    seen.add(code);
  }
  return null;
}

/**
 * Fault of a value: P06 (type, range, form), P10 (character), P11 (length), J05 (not a safe integer),
 * J06 (malformed character), J07 (not NFC); null when the value is good.
 */
export function valueFault(field: TableField, value: unknown): ErrorCode | null {
  if (value === null) return field.nullable === true ? null : 'P06';
  switch (field.type) {
    case 'integer':
      if (typeof value !== 'number') return 'P06';
      if (!Number.isSafeInteger(value)) return 'J05';
      return value < (field.min ?? Number.MIN_SAFE_INTEGER) || value > (field.max ?? Number.MAX_SAFE_INTEGER)
        ? 'P06'
        : null;
    case 'boolean':
      return typeof value === 'boolean' ? null : 'P06';
    case 'enum':
      return typeof value === 'string' && field.values.includes(value) ? null : 'P06';
    case 'codes':
      return codesFault(value, field.values, field.maxItems ?? limits.jsonKeys);
    default:
      if (typeof value !== 'string') return 'P06';
      return textFault(field.type, value, field.max ?? lengths[field.type] ?? limits.code);
  }
}
