import { decodeText, encodeText, longRuns, textEncodingOf } from '../spreadsheets/service';

/**
 * Text files in an encoding from before UTF-8. What is kept must be the words that were written: where the bytes leave
 * a doubt about them, there is no text. Pure.
 */

/** Told apart by the CSV import from the letters alone, which is too little to keep a text by: looked at again here. */
const oneByte: ReadonlySet<string> = new Set(['windows1252', 'windows1256', 'iso88596', 'macintosh', 'dos']);

/** The text in UTF-8 with its mark, which spreadsheets and old editors need to see it; null when the words are in doubt. */
export function oldTextInUtf8(content: Uint8Array): Buffer | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const encoding = textEncodingOf(bytes);
  if (encoding === null) return null;
  const text = oneByte.has(encoding) ? textOfOneByte(bytes) : decodeText(bytes, encoding);
  return text?.isWellFormed() ? encodeText(text, 'utf8_bom') : null;
}

/** Windows-1252 (western) or Windows-1256 (Arabic), told apart by how letters beyond ASCII follow each other. */
function textOfOneByte(bytes: Buffer): string | null {
  const { share, words } = longRuns(bytes);
  // No western word has three accented letters in a row; an Arabic word has nothing else.
  if (share > mostlyArabic) return isArabic(words) ? decodeText(bytes, 'windows1256') : null;
  if (share > seldom) return null;
  const text = decodeText(bytes, 'windows1252');
  return looksWestern(text) ? text : null;
}

const mostlyArabic = 0.5;
const seldom = 0.05;

/** One word in four has the article; in Cyrillic, Greek or another Arabic encoding its two bytes hardly ever meet. */
function isArabic(words: readonly string[]): boolean {
  return words.filter((word) => word.includes('\xc7\xe1')).length > words.length / 10;
}

/** Signs that stand inside no word: there they are letters of a text from DOS or from an old Macintosh. */
const insideWord =
  /\p{L}[\u0192\u02c6\u02dc\u2020-\u2022\u2030\u201a\u201e\u0160\u0161\u017d\u017e\u0178]|\p{L}\u2026\p{L}/u;

function looksWestern(text: string): boolean {
  return !/[\x80-\x9f]/.test(text) && !insideWord.test(text);
}
