/** Which characters may stand in codes and names (PACKAGES.md §1.4). Pure tests on strings; the caller chooses the code. */

const lineBreakOrTab = /[\n\t]/;
const printableAscii = /^[\x20-\x7E]*$/;

/** True for text of one line. */
export function isOneLine(text: string): boolean {
  return !lineBreakOrTab.test(text);
}

/** True when the text is printable ASCII only: no direction mark, joiner or look-alike can hide in it. */
export function isPrintableAscii(text: string): boolean {
  return printableAscii.test(text);
}
