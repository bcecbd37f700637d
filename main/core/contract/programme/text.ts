import { z } from 'zod';
import { hasBrokenCharacter, hasForbiddenCharacter, isComposed } from '../text';
import type { Language } from '../values';

/** One line of the pack: NFC, trimmed, no control character and no direction override (PACKAGES.md §1.4). */
export const plainTextSchema = z
  .string()
  .min(1)
  .max(2_000)
  .refine((text) => isComposed(text) && text === text.trim() && !hasBrokenCharacter(text), {
    message: 'not_normal',
  })
  .refine((text) => !hasForbiddenCharacter(text) && !/[\n\t]/.test(text), { message: 'character' });

/** A text of the programme in the three languages of the interface. French is the source. */
export const labelSchema = z.strictObject({
  fr: plainTextSchema,
  en: plainTextSchema,
  ar: plainTextSchema,
});
export type Label = z.infer<typeof labelSchema>;

/** ISO 3166-1 alpha-2; also the code of the country's committee. */
export const countryCodeSchema = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .brand<'CountryCode'>();
export type CountryCode = z.infer<typeof countryCodeSchema>;

/** The label in the user's language. */
export function labelIn(label: Label, language: Language): string {
  return label[language];
}
