import { z } from 'zod';
import { cleanLine, cleanText } from './text';

/** What a person types for others to read, at whatever door: cleaned (text.ts), so that it can be signed and sent. */

/** Longer than any text that is kept, before it is cleaned. */
const givenAtMost = 4 * 65_536;

function cleaned(max: number, clean: (text: string) => string) {
  return z
    .string()
    .refine((text) => text.length <= givenAtMost, { message: 'too_long', abort: true })
    .transform(clean)
    .refine((text) => text.length <= max, { message: 'too_long', abort: true });
}

/** A text of several lines of at most `max` characters, counted once it is cleaned. */
export const severalLines = (max: number) => cleaned(max, cleanText);

/** The same on one line. */
export const oneLine = (max: number) => cleaned(max, cleanLine);
