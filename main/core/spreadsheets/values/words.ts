import { fold } from '../../search/fold';

/** Texts of cells made comparable and clean. Pure. */

const eastern = /[٠-٩۰-۹]/;

/** Arabic-Indic and Persian digits as 0–9. */
export function westernDigits(text: string): string {
  if (!eastern.test(text)) return text;
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

const keys = new Map<string, string>();
const keysAtMost = 40_000;

/** A heading or a label as it is compared: folded, without signs. Short texts come often: their keys are remembered. */
export function keyOf(text: string): string {
  if (text.length > 60) return freshKey(text);
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = freshKey(text);
  if (keys.size >= keysAtMost) keys.clear();
  keys.set(text, key);
  return key;
}

function freshKey(text: string): string {
  const folded = fold(westernDigits(text));
  return /[.@+]/.test(folded)
    ? folded
        .replace(/[.@+]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : folded;
}
