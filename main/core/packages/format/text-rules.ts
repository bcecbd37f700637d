/** Which characters may stand where (PACKAGES.md §1.4). Pure tests on strings; the caller chooses the code. */

const loneSurrogateOrNonCharacter = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;
/** Controls but LF and TAB, and the overrides and isolates of direction. */
const forbiddenInText = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const lineBreakOrTab = /[\n\t]/;
const printableAscii = /^[\x20-\x7E]*$/;

/** True when the text holds what no JSON of ours may hold: lone surrogate, U+0000, non-character (J06). */
export function hasMalformedCharacter(text: string): boolean {
  return text.includes('\0') || loneSurrogateOrNonCharacter.test(text);
}

/** True when the text holds a control character other than LF and TAB, or an override of direction (P10). */
export function hasForbiddenCharacter(text: string): boolean {
  return forbiddenInText.test(text);
}

/** True for text of one line. */
export function isOneLine(text: string): boolean {
  return !lineBreakOrTab.test(text);
}

/** True for text in Unicode normalisation form C. */
export function isComposed(text: string): boolean {
  return text.normalize('NFC') === text;
}

/** True when the text is printable ASCII only: no direction mark, joiner or look-alike can hide in it. */
export function isPrintableAscii(text: string): boolean {
  return printableAscii.test(text);
}
