/** Texts without what nobody sees, before a reader looks at them. Pure, without Node: pages and core use it. */

/** One line of visible ASCII, nothing doubled: needs no cleaning. */
const plain = /^[!-~]+(?: [!-~]+)*$/;
/** Control characters but the ends of lines, soft hyphen, zero-width characters, direction marks, tatweel. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u0640\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;
const hyphens = /[\u2010\u2011\uFE63]/g;
/** Letters, digits and signs in their full width, as East Asian keyboards write them. */
const fullWidth = /[\uFF01-\uFF5E]/g;
const eastern = /[٠-٩۰-۹]/g;
const endOfLine = /[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * A text as its reader sees it: nothing unseen, any run of blanks one space (or one end of line, where it holds one),
 * plain hyphens, Latin digits, no blank at its ends. Takes time in proportion to its length.
 */
export function bareText(typed: string): string {
  if (plain.test(typed)) return typed;
  return typed
    .replace(unseen, '')
    .replace(hyphens, '-')
    .replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(eastern, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\s\u0085]+/g, (blank) => (endOfLine.test(blank) ? '\n' : ' '))
    .trim();
}

/** Signs taken off both ends of a text, one by one. */
export function withoutEdges(text: string, before: string, after: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && before.includes(text.charAt(start))) start += 1;
  while (end > start && after.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Beyond this a text is no single value of its kind: it stays as typed, and nothing looks at it. In characters. */
export const longestTyped = {
  day: 200,
  number: 100,
  coordinate: 200,
  phone: 500,
  email: 2_000,
  url: 4_000,
} as const;
