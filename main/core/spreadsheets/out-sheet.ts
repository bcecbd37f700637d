import type { FieldDescription, FieldValue } from '../contract/fields';
import type { Language } from '../contract/values';
import { labelOf } from '../programme/pack';
import type { TextManner } from './reading/table';
import { type OutCell, text } from './writing';

/** What leaves as a spreadsheet: its cells. Pure. */

export interface OutSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly OutCell[])[];
  readonly manner: TextManner | null;
  readonly leftOut: readonly string[];
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
