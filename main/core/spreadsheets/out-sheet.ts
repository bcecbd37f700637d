import type { FieldDescription, FieldValue, Sensitivity } from '../contract/fields';
import type { Input } from '../contract/operations';
import type { Language } from '../contract/values';
import { labelOf } from '../programme/pack';
import type { TextManner } from './reading/table';
import { type OutCell, text } from './writing';

/** What leaves as a spreadsheet: its cells, and which fields may stand in it for whom. Pure. */

export interface OutSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly OutCell[])[];
  readonly manner: TextManner | null;
  readonly leftOut: readonly string[];
}

export type Audience = Input<'spreadsheets.export'>['audience'];

/**
 * May a field of an organisation stand in a file? For the committee all but what is confidential; for the public what
 * is public, and the contacts of an organisation that agreed to be published.
 */
export function mayStand(
  sensitivity: Sensitivity,
  audience: Audience,
  agreed: FieldValue | undefined,
): boolean {
  if (audience === 'committee') return sensitivity !== 'confidential';
  return sensitivity === 'public' || (sensitivity === 'committee' && agreed === true);
}

const answers = { fr: ['oui', 'non'], en: ['yes', 'no'], ar: ['نعم', 'لا'] } as const;

export function yesOrNo(answer: boolean, language: Language): string {
  return answers[language][answer ? 0 : 1];
}

/** A value as a cell: words for codes, days as days, numbers as numbers. */
export function valueCell(field: FieldDescription, value: FieldValue, language: Language): OutCell {
  if (value === null) return text('');
  if (typeof value === 'boolean') return text(yesOrNo(value, language));
  if (typeof value === 'number') return { is: 'number', number: value };
  if (typeof value === 'object')
    return text(
      value
        .map((code) => (field.list === undefined ? code : labelOf(field.list, code, language)))
        .join(' ; '),
    );
  if (field.type === 'decimal') return { is: 'number', number: Number(value) };
  if (field.type === 'day') return { is: 'day', day: value };
  return text(field.list === undefined ? value : labelOf(field.list, value, language));
}
