import { type FieldDescription, type FieldValue, valueSchema } from '../../../main/core/contract/fields';
import { phoneText } from '../../../main/core/contract/phones';
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

export type ReadDraft =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly why: string };

/** Reads what was typed; the reason of a refusal is the name of a sentence in `common:refused`. */
export function readDraft(field: FieldDescription, draft: string): ReadDraft {
  const bare = westernDigits(draft).trim();
  if (bare === '') return field.required ? { ok: false, why: 'required' } : { ok: true, value: null };
  const value = typedValue(field, bare, draft);
  if (value === undefined) return { ok: false, why: field.type };
  const result = valueSchema(field).safeParse(value);
  if (result.success) return { ok: true, value: result.data as FieldValue };
  const issue = result.error.issues[0];
  return { ok: false, why: issue?.code === 'custom' ? issue.message : field.type };
}

function typedValue(field: FieldDescription, bare: string, draft: string): FieldValue | undefined {
  if (field.type === 'count' || field.type === 'year') {
    const digits = bare.replace(/[\s\u202F\u00A0]/g, '');
    return /^\d+$/.test(digits) ? Number(digits) : undefined;
  }
  if (field.type === 'decimal') return bare.replace(',', '.').replace(/[\s\u202F\u00A0°]/g, '');
  if (field.type === 'day') return readDay(bare) ?? undefined;
  if (field.type === 'phone' || field.type === 'email' || field.type === 'url') return bare;
  return draft;
}

/** Reads a day typed as `14/8/26`, `14.08.2026`, `14082026` or `2026-08-14`; null when it is none. */
export function readDay(typed: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{2}|\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  if (written === null) return null;
  const year = Number(written[3]);
  return dayOf(year < 100 ? 2000 + year : year, Number(written[2]), Number(written[1]));
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Arabic-Indic and Persian digits as 0–9. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/** The sentence of a refusal by its reason. */
export function refusalText(field: FieldDescription, why: string): string {
  return textOf(`common:refused.${why}`, { min: field.min ?? 0, max: field.max ?? '' });
}
