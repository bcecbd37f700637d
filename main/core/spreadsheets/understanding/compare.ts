import { sameValue } from '../../changes/log';
import { type FieldValue, holdsSeveral } from '../../contract/fields';
import type { Outcome } from '../../contract/spreadsheets/operations';
import type { Message } from '../../contract/values';
import { e164Of } from '../../phones';
import { keyOf } from '../values/words';
import type { RegisterIndex, RegisterRecord } from './matches';
import type { UnderstoodRow } from './read-row';
import { fieldOf } from './targets';

/** What a row would do to the register. Pure. */

export interface FieldChange {
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

export interface Comparison {
  readonly outcome: Outcome;
  /** The record it is (changed, identical), or seems to be (ambiguous). */
  readonly match: { readonly record: RegisterRecord; readonly reasons: readonly Message[] } | null;
  /** The earlier row of the file that says the same. */
  readonly twin: number | null;
  /** What completing the match would change. */
  readonly changes: readonly FieldChange[];
}

/** The first row of the file of each name, by the key of the name. */
export type Twins = Map<string, UnderstoodRow>;

/** Must this row be looked for by more than its name? Then the register must be prepared. */
export function asksForSearch(row: UnderstoodRow, register: RegisterIndex, twins: Twins): boolean {
  return row.refusals.length === 0 && surelyThe(keyOf(String(row.values.name)), register, twins) === null;
}

/** The only record of this name, unless an earlier row of the file took it. */
function surelyThe(key: string, register: RegisterIndex, twins: Twins): RegisterRecord | null {
  const [sure, ...others] = register.byName(key);
  return sure !== undefined && others.length === 0 && !twins.has(key) ? sure : null;
}

export function compareRow(row: UnderstoodRow, register: RegisterIndex, twins: Twins): Comparison {
  if (row.refusals.length > 0) return { outcome: 'refused', match: null, twin: null, changes: [] };
  const key = keyOf(String(row.values.name));
  const sure = surelyThe(key, register, twins);
  const first = twins.get(key) ?? null;
  const twin = first?.row ?? null;
  if (first === null) twins.set(key, row);
  if (sure !== null) {
    const changes = changesOf(row, sure, 'same_name');
    return {
      outcome: changes.length === 0 ? 'identical' : 'changed',
      match: { record: sure, reasons: [] },
      twin,
      changes,
    };
  }
  const likely = register.likeliest(row.values);
  if (likely !== null) {
    return {
      outcome: 'ambiguous',
      match: likely,
      twin,
      changes: changesOf(row, likely.record, 'other_name'),
    };
  }
  const isSure = first === null && row.named === 'surely';
  return { outcome: isSure ? 'new' : 'ambiguous', match: null, twin, changes: [] };
}

/**
 * What a row changes in a record: what it says and the record says otherwise. What it does not say stays; lists are
 * completed; notes are added to; the official name stays the register's.
 */
export function changesOf(
  row: UnderstoodRow,
  record: RegisterRecord,
  name: 'same_name' | 'other_name',
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [field, value] of Object.entries(row.values)) {
    const before = record.values[field] ?? null;
    if (field === 'name' && (name === 'other_name' || before !== null)) continue;
    const after = merged(field, before, value);
    if (!says(field, before, after)) changes.push({ field, before, after });
  }
  const notes = withNotes(record.values.notes ?? null, row.kept);
  if (notes !== (record.values.notes ?? null))
    changes.push({ field: 'notes', before: record.values.notes ?? null, after: notes });
  return changes;
}

/** A value with what is added to it: lists are completed, all else is replaced. */
export function merged(field: string, before: FieldValue, value: FieldValue): FieldValue {
  const described = fieldOf(field);
  if (described === null || !holdsSeveral(described) || !Array.isArray(before) || !Array.isArray(value))
    return value;
  return [...new Set([...(before as readonly string[]), ...(value as readonly string[])])];
}

/** Do two values of a field say the same? Numbers however they are spaced, addresses in any case. */
export function says(field: string, before: FieldValue, after: FieldValue): boolean {
  if (sameValue(before, after)) return true;
  if (typeof before !== 'string' || typeof after !== 'string')
    return before === null && Array.isArray(after) && after.length === 0;
  switch (fieldOf(field)?.type) {
    case 'phone':
      return samePhone(before, after);
    case 'email':
    case 'url':
      return before.toLowerCase() === after.toLowerCase();
    case 'decimal':
      return Number(before) === Number(after);
    default:
      return false;
  }
}

function samePhone(one: string, other: string): boolean {
  const bare = (text: string) => e164Of(text, { country: null, prefix: '' }) ?? text.replace(/[^\d+]/g, '');
  return bare(one) === bare(other);
}

/** Notes with the lines that they do not hold yet. */
export function withNotes(before: FieldValue, lines: readonly string[]): string | null {
  const text = typeof before === 'string' ? before : '';
  if (lines.length === 0) return text === '' ? null : text;
  const missing = lines.filter((line) => !text.includes(line));
  if (missing.length === 0) return text === '' ? null : text;
  return [...(text === '' ? [] : [text]), ...new Set(missing)].join('\n').slice(0, 65_536);
}
