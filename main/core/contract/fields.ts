import { z } from 'zod';
import { cleanText } from './text';
import { oneLine, severalLines } from './text-schema';
import { isEmail } from './typing/address';
import { bareText } from './typing/bare';
import { isPhoneLike } from './typing/phone-text';
import { daySchema, idSchema } from './values';

/**
 * One description of a field serves form, list, filter, history, difference and package (STYLE.md rule 10).
 * Labels stand in the locale file of the area under `fields.<entity>.<name>`.
 */

/** Who may see a field outside the committee (DESIGN.md §6). Only `public` and `regional` leave. */
export type Sensitivity = 'public' | 'regional' | 'committee' | 'confidential';

export type FieldType =
  /** Full name or title: one line, at most 300 characters. */
  | 'name'
  /** Name in Arabic script, right to left. */
  | 'arabic'
  /** Free text of several lines, at most 64 Ki characters. */
  | 'text'
  /** One line, at most 300 characters. */
  | 'line'
  | 'email'
  | 'phone'
  | 'url'
  | 'day'
  | 'year'
  | 'count'
  /** Decimal kept as text, `-?\d{1,15}(\.\d{1,6})?` (PACKAGES.md §1.4). */
  | 'decimal'
  /** One code of a controlled list. */
  | 'choice'
  /** Several codes of a controlled list. */
  | 'choices'
  /** Several free words of the workspace, such as "to invite"; at most 60 characters each. */
  | 'labels'
  | 'flag'
  /** Identifier of another record. */
  | 'reference';

export interface FieldDescription {
  readonly name: string;
  readonly type: FieldType;
  readonly sensitivity: Sensitivity;
  /** A record cannot be saved without it. */
  readonly required?: true;
  /** Counts for the completeness of the sheet (DOMAIN.md §4, minimum). */
  readonly expected?: true;
  /** Name of the controlled list of the reference pack (`choice`, `choices`). */
  readonly list?: string;
  /** Entity that a `reference` points to. */
  readonly of?: string;
  /** Section of the sheet. */
  readonly section: string;
  /** `past`: it tells what has happened, so that its day is never ahead (typing/day.ts). */
  readonly tense?: 'past';
  /** The number is one of the two of a place, in degrees. */
  readonly axis?: 'latitude' | 'longitude';
  /** The field that takes a second number typed in this one (`phone`). */
  readonly second?: string;
  readonly min?: number;
  readonly max?: number;
}

export interface EntityDescription {
  readonly entity: string;
  readonly area: string;
  readonly fields: readonly FieldDescription[];
  /** The field that names a record in lists, history and remarks. */
  readonly title: string;
}

export type FieldValue = string | number | boolean | readonly string[] | null;
export const fieldValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).readonly(),
  z.null(),
]);

/** Values that are looked up rather than read lose what nobody sees in them, as phones and messages paste it. */
const bare = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform(bareText)
    .pipe(oneLine(max));
/** A text of which nobody would see anything is no text: an invisible sign is no name. */
const emptyAsNull = (schema: z.ZodType) =>
  z.preprocess((value) => (typeof value === 'string' && saysNothing(value) ? null : value), schema);
const saysNothing = (text: string) => text.length <= 1_000 && cleanText(text) === '';

/** Schema of one field's value at entry: what the page may send. `null` means empty. */
export function valueSchema(field: FieldDescription): z.ZodType {
  const base = filledSchema(field);
  return emptyAsNull(field.required ? base : base.nullable());
}

function filledSchema(field: FieldDescription): z.ZodType {
  switch (field.type) {
    case 'name':
    case 'arabic':
    case 'line':
      return oneLine(300);
    case 'text':
      return severalLines(65_536);
    case 'email':
      return bare(254).refine(isEmail, { message: 'email' });
    case 'phone':
      return bare(60).refine(isPhoneLike, { message: 'phone' });
    case 'url':
      return bare(2_000).refine((text) => !/\s/.test(text), { message: 'url' });
    case 'day':
      return daySchema;
    case 'year':
      return z.number().int().min(1800).max(2200);
    case 'count':
      return z
        .number()
        .int()
        .min(field.min ?? 0)
        .max(field.max ?? 1_000_000_000);
    case 'decimal':
      return oneLine(24)
        .transform((text) => text.replace(',', '.'))
        .refine((text) => /^-?\d{1,15}(\.\d{1,6})?$/.test(text), { message: 'decimal' })
        .refine(
          (text) => Number(text) >= (field.min ?? -Infinity) && Number(text) <= (field.max ?? Infinity),
          {
            message: 'decimal_range',
          },
        );
    case 'choice':
      return z.string().regex(/^[A-Za-z0-9_<>+.-]{1,60}$/);
    case 'choices':
      return z.array(z.string().regex(/^[A-Za-z0-9_<>+.-]{1,60}$/)).max(100);
    case 'labels':
      return z.array(labelSchema).max(50).transform(withoutRepeats);
    case 'flag':
      return z.boolean();
    case 'reference':
      return idSchema;
  }
}

/** One label: a word or a few, without the separators that lists of labels are written with. */
const labelSchema = oneLine(60).refine((text) => text !== '' && !/[;,]/.test(text), { message: 'label' });

/** Labels that differ by case only are one, as it was typed first. */
function withoutRepeats(labels: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const label of labels) if (!seen.has(label.toLowerCase())) seen.set(label.toLowerCase(), label);
  return [...seen.values()];
}

/** Does a field hold several values (codes of a list, or labels)? */
export function holdsSeveral(field: Pick<FieldDescription, 'type'>): boolean {
  return field.type === 'choices' || field.type === 'labels';
}

/** Does this class leave the committee in a package (PACKAGES.md §1.4)? */
export function leavesCommittee(sensitivity: Sensitivity): boolean {
  return sensitivity === 'public' || sensitivity === 'regional';
}
