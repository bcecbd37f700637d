/**
 * Text at every door (typed, pasted, imported, received): one set of rules, so that whatever is stored can be signed and
 * sent (PACKAGES.md §1.4). Pure; both sides read it.
 */

/** Half a character, or a code that Unicode keeps for no character: no JSON of ours may hold one (J06). */
const broken = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;
const everyBroken = /[\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** What stands for a character that was lost. */
const lost = '\uFFFD';

/** Controls but LF and TAB, and the overrides and isolates of direction: no text of ours holds them (P10). */
const forbidden = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** Text Stream-Safe Format (Unicode Standard Annex 15 §13): beyond thirty marks on a letter normalising gets slow. */
const crowd = /\p{M}{31}/u;
const everyCrowd = /(\p{M}{30})\p{M}+/gu;

/** Does the text hold what no JSON of ours may hold: half a character, U+0000, a non-character? */
export function hasBrokenCharacter(text: string): boolean {
  return text.includes('\0') || broken.test(text);
}

/** Does the text hold a control character other than LF and TAB, or an override of direction? */
export function hasForbiddenCharacter(text: string): boolean {
  return forbidden.test(text);
}

/** The text with at most thirty marks in a row: what may be normalised. */
export function withoutCrowds(text: string): string {
  return crowd.test(text) ? text.replace(everyCrowd, '$1') : text;
}

/** NFC of a text of any origin. Below U+0300 nothing is composed with anything (Annex 15, quick check). */
export function composed(text: string): string {
  return /[\u0300-\uFFFF]/.test(text) ? withoutCrowds(text).normalize('NFC') : text;
}

/** Is the text in NFC? One with a crowd of marks is not: it is not even normalised. */
export function isComposed(text: string): boolean {
  return !crowd.test(text) && text.normalize('NFC') === text;
}

/** All that cleaning changes: most texts hold none of it. */
const untidy =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for here
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u0640\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uD800-\uDFFF\uE000-\uF8FF\uFDD0-\uFDEF\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/;

/** Letters and signs of Latin scripts alone, which nothing composes and nothing hides in: most texts are such. */
const latin = /^[\n -~\u00A1-\u00AC\u00AE-\u02FF]*$/;

/** Line breaks of every kind: those of a cell in Word (vertical tab) and of the web as well. */
const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Zero-width signs, soft hyphens, overrides of direction and controls: nobody sees them, and nobody typed them. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u180E\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
/** Joiners shape letters of Arabic and join emoji; after Latin letters and figures they are noise of a paste. */
const strayJoiners =
  /(?<!\p{Script=Arabic}|\p{Script=Syriac}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)(?:\u200C|\u200D)/gu;
/** The stroke that lengthens Arabic words belongs to them; elsewhere it is noise. */
const strayTatweel = /(?<!\p{Script=Arabic}|\p{M})\u0640/gu;
/** Marks of direction: a text in Arabic may need them inside; at its ends and in other texts they say nothing. */
const directionMarks = /[\u200E\u200F\u061C]/g;
const directionMarksAtEnds = /^[\s\u200E\u200F\u061C]+|[\s\u200E\u200F\u061C]+$/g;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** Bullets of Word's symbol font, which no other program shows, where a line begins. */
const privateBullets = /^([^\S\n]*)[\uF0A7\uF0A8\uF0B7\uF0D8\uF0E0\uF0E8\uF0FC\uF076\uF02D]/gm;

/**
 * A text of several lines as it is kept: composed (NFC), line ends as LF, trimmed; without what nobody sees; a broken
 * character stands as U+FFFD. Everything else stays as it was written. Cleaning twice changes nothing more.
 */
export function cleanText(text: string): string {
  if (latin.test(text)) return text.trim();
  if (!untidy.test(text)) return composed(text).trim();
  const lines = text.replace(lineEnds, '\n').replace(everyBroken, lost).replace(unseen, '');
  const joined = lines
    .replace(strayJoiners, '')
    .replace(strayTatweel, '')
    .replace(privateBullets, '$1\u2022');
  const directed = rightToLeft.test(joined)
    ? joined.replace(directionMarksAtEnds, '')
    : joined.replace(directionMarks, '');
  return composed(directed).trim();
}

const characters = new Intl.Segmenter('fr', { granularity: 'grapheme' });
/** Longer than any name, in UTF-16 units: only so much of a text is looked at. */
const namesAtMost = 2_000;

/** The beginning of a name, in characters as people count them: a family of emoji or a letter with its signs is one. */
export function firstCharacters(text: string, count: number): string {
  const first: string[] = [];
  for (const { segment } of characters.segment(text.slice(0, namesAtMost))) {
    if (first.length === count) break;
    first.push(segment);
  }
  return first.join('');
}

const oddSpaces = /[^\S ]| {2}/;

/** The same on one line: breaks, tabs, no-break and doubled spaces are one space. */
export function cleanLine(text: string): string {
  const clean = cleanText(text);
  return oddSpaces.test(clean) ? clean.replace(/\s+/g, ' ') : clean;
}
