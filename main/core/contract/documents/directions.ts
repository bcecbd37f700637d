/**
 * Which parts of a line are read in the other direction than their paragraph. On paper quotes and brackets at the edge of
 * such a part would go to the paragraph: `Association "Bêta"` in an Arabic line would have its last quote on the other
 * side. So each part stands apart with its own. Pure; takes time in proportion to
 * the line.
 */

export type Direction = 'ltr' | 'rtl';

export interface Stretch {
  readonly text: string;
  readonly direction: Direction;
}

/** Arabic and the other scripts read from right to left, Adlam and N'Ko of West Africa among them; digits are neither. */
const rtl =
  '\\u0590-\\u065F\\u066A-\\u06EF\\u06FA-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC\\u{1E800}-\\u{1EFFF}';
const ltr = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Tifinagh}\\p{Script=Ethiopic}';
const letters: Readonly<Record<Direction, RegExp>> = {
  ltr: new RegExp(`[${ltr}]`, 'u'),
  rtl: new RegExp(`[${rtl}]`, 'u'),
};
/** From a letter of the direction to its last letter or digit before one of the other direction; and international phones. */
const cores: Readonly<Record<Direction, RegExp>> = {
  ltr: new RegExp(`[${ltr}](?:[^${rtl}]*[${ltr}\\d])?|\\+\\d[\\d ().\\u00A0\\u202F-]*\\d`, 'gu'),
  rtl: new RegExp(`[${rtl}](?:[^${ltr}]*[${rtl}])?`, 'gu'),
};

/** A line in parts of one direction each, in its order. */
export function stretchesOf(line: string, paragraph: Direction): readonly Stretch[] {
  const other = paragraph === 'rtl' ? 'ltr' : 'rtl';
  if (!letters[other].test(line) && !(other === 'ltr' && /\+\d/.test(line)))
    // Figures alone have no letter that says how they are read.
    return [{ text: line, direction: letters[paragraph].test(line) ? paragraph : 'ltr' }];
  if (!letters[paragraph].test(line)) return [{ text: line, direction: other }];
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { index, 0: core } of line.matchAll(cores[other])) {
    const { from, to } = withItsEdges(line, index, index + core.length, end);
    if (from > end) stretches.push({ text: line.slice(end, from), direction: paragraph });
    stretches.push({ text: line.slice(from, to), direction: other });
    end = to;
  }
  if (end < line.length) stretches.push({ text: line.slice(end), direction: paragraph });
  return stretches;
}

const closing: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '«': '»',
  '“': '”',
  '‘': '’',
  '"': '"',
};
const opening: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(closing).map(([open, close]) => [close, open]),
);

/** A part with the quotes and brackets beside it whose other half is inside, and what belongs to its first or last word. */
function withItsEdges(line: string, start: number, stop: number, least: number) {
  const open: string[] = [];
  const unopened: string[] = [];
  for (const sign of line.slice(start, stop)) {
    // An apostrophe closes nothing unless its quote was opened.
    if (sign in opening && open.at(-1) === opening[sign]) open.pop();
    else if (sign in closing) open.push(sign);
    else if (sign in opening && sign !== '’') unopened.push(sign);
  }
  let from = start;
  let to = stop;
  if (/(?:\p{L}\.)+\p{L}$/u.test(line.slice(Math.max(start, stop - 40), stop)) && line[to] === '.') to += 1;
  if (line[to] === '/') to += 1;
  if (from > least && '@#'.includes(line[from - 1] ?? ' ')) from -= 1;
  for (const sign of open.reverse()) {
    const gap = sign === '«' && isSpace(line[to]) ? 1 : 0;
    if (line[to + gap] === closing[sign]) to += gap + 1;
    else if (sign === '"' && from > least && line[from - 1] === '"') from -= 1;
  }
  for (const sign of unopened) {
    const gap = sign === '»' && isSpace(line[from - 1]) ? 1 : 0;
    if (from - gap > least && line[from - gap - 1] === opening[sign]) from -= gap + 1;
  }
  return { from, to };
}

/** French leaves one between a guillemet and what it quotes. */
function isSpace(sign: string | undefined): boolean {
  return sign !== undefined && ' \u00A0\u202F'.includes(sign);
}
