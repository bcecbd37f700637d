import { decodeText, encodeText, textEncodingOf } from '../spreadsheets/service';

/**
 * Text files in an encoding from before UTF-8. What is kept must be the words that were written: where the bytes leave
 * a doubt about them, there is no text. Pure.
 */

/** Told apart by the CSV import from the letters alone, which is too little to keep a text by: looked at again here. */
const oneByte: ReadonlySet<string> = new Set(['windows1252', 'macintosh', 'dos']);

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
  const runs = bytes.toString('latin1').match(/[\xc0-\xd6\xd8-\xf6\xf8-\xff]+/g) ?? [];
  const words = runs.filter((run) => run.length > 2);
  const share = lengthOf(words) / Math.max(1, lengthOf(runs));
  // No western word has three accented letters in a row; an Arabic word has nothing else.
  if (share > mostlyArabic) return isArabic(words) ? arabic.decode(bytes) : null;
  if (share > seldom) return null;
  const text = decodeText(bytes, 'windows1252');
  return looksWestern(text) ? text : null;
}

const arabic = new TextDecoder('windows-1256');
const mostlyArabic = 0.5;
const seldom = 0.05;

const lengthOf = (runs: readonly string[]) => runs.reduce((sum, run) => sum + run.length, 0);

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
