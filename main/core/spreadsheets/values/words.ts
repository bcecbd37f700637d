import { fold } from '../../search/fold';
import { repaired } from '../reading/text-encoding';

/** Texts of cells made comparable and clean. Pure. */

/** Zero-width characters, tatweel, direction marks, and control characters but tab and the ends of lines. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u0640\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/g;
const spaces = /[ \t\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;
/** One line of Latin letters, nothing doubled or hidden: needs no cleaning. A sign after a letter is no misreading. */
const plain =
  /^(?! )(?:[\u0021-\u007E\u00C0-\u00FF]|(?<=[A-Za-z])\u2019|(?<=[A-Za-z ])\u00B0| (?! ))+(?<! )$/;
/** What `unseen`, `spaces` and the ends of lines change: most Arabic names hold none of it. */
const untidy =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for here
  /[\u0000-\u001F\u007F-\u00A0\u00AD\u061C\u0640\u180E\u2000-\u200F\u2028-\u202F\u205F-\u2069\u3000\uFEFF\uFFFE\uFFFF]| {2}|^ | $/;

/**
 * A text without what nobody sees: zero-width characters, tatweel, direction marks, doubled spaces; UTF-8 read as
 * Latin-1 put right; composed (NFC). Line breaks stay.
 */
export function cleanText(text: string): string {
  if (plain.test(text)) return text;
  const right = repaired(text);
  if (!untidy.test(right)) return composed(right).trim();
  const seen = right.replace(unseen, '');
  const oneSpaced = (/[\n\r]/.test(seen) ? seen.replace(/\r\n?/g, '\n') : seen).replace(spaces, ' ');
  return composed(oneSpaced.includes('\n') ? oneSpaced.replace(/ ?\n ?/g, '\n') : oneSpaced).trim();
}

/** NFC. Below U+0300 nothing is composed with anything (Unicode Standard Annex 15, quick check). */
function composed(text: string): string {
  return /[\u0300-\uFFFF]/.test(text) ? text.normalize('NFC') : text;
}

/** The same on one line: a cell broken over lines is one name. */
export function oneLine(text: string): string {
  const clean = cleanText(text);
  return clean.includes('\n') ? clean.replace(/\n+/g, ' ') : clean;
}

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
