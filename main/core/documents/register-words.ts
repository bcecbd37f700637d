import type { RecordValues } from '../changes/registry';
import type { PaperBlock, PaperColumn } from '../contract/documents/paper';
import type { FieldDescription, FieldValue } from '../contract/fields';
import { organisationFields } from '../contract/members/fields';
import type { Language } from '../contract/values';
import { mayStand } from '../members/service';
import { valueText } from './wording';

/** What documents say of organisations and persons in the same way. Pure. */

/** A name in the language of the document: the Arabic form where it has one and the document is in Arabic. */
export function nameIn(
  language: Language,
  name: FieldValue | undefined,
  arabic: FieldValue | undefined,
): string {
  const isArabic = language === 'ar' && typeof arabic === 'string' && arabic !== '';
  return isArabic ? arabic : String(name ?? '');
}

const described = new Map<string, FieldDescription>(
  organisationFields.fields.map((field) => [field.name, field]),
);

/** A value in words when this organisation lets it stand before the public; null when it does not, or says nothing. */
export function publishedText(values: RecordValues, name: string, language: Language): string | null {
  const field = described.get(name);
  if (field === undefined || !mayStand(field.sensitivity, 'public', values.publicationConsent)) return null;
  return valueText(field, values[name], language);
}

/** A table that its heading names. */
export function plainTable(
  columns: readonly PaperColumn[],
  rows: readonly (readonly string[])[],
): Extract<PaperBlock, { block: 'table' }> {
  return {
    block: 'table',
    caption: null,
    columns: [...columns],
    rows: rows.map((row) => [...row]),
    totals: null,
  };
}
