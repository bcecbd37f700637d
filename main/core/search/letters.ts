/**
 * Letters that stand for others where texts are compared. Unicode decomposes é into e and a sign, but neither the letters
 * of the alphabets of West Africa (Bɛnkadi, Ɓamtaare, Sɔrɔ) and of the north of Europe (Łódź) nor the Persian forms of
 * Arabic ones, nor what programs wrote once for the joined shapes of letters. Pure.
 */

/** Letters that do not decompose, in lower case, with what they are typed as on a keyboard that lacks them. */
const plainLetters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  þ: 'th',
  ĳ: 'ij',
  ŋ: 'n',
  ɲ: 'n',
  ƞ: 'n',
  ɛ: 'e',
  ǝ: 'e',
  ə: 'e',
  ɔ: 'o',
  ɵ: 'o',
  ø: 'o',
  ɓ: 'b',
  ƀ: 'b',
  ɗ: 'd',
  ɖ: 'd',
  đ: 'd',
  ð: 'd',
  ƒ: 'f',
  ɠ: 'g',
  ǥ: 'g',
  ɣ: 'g',
  ɦ: 'h',
  ħ: 'h',
  ı: 'i',
  ɩ: 'i',
  ɨ: 'i',
  ȷ: 'j',
  ƙ: 'k',
  ĸ: 'k',
  ł: 'l',
  ɬ: 'l',
  ƥ: 'p',
  ʀ: 'r',
  ɽ: 'r',
  ʃ: 's',
  ƭ: 't',
  ʈ: 't',
  ŧ: 't',
  ʊ: 'u',
  ʉ: 'u',
  ʋ: 'v',
  ⱳ: 'w',
  ƴ: 'y',
  ʒ: 'z',
  ƶ: 'z',
  ɑ: 'a',
  // The glottal stop and ʿayn of romanised Arabic are written or left out as one likes.
  ʔ: '',
  ɂ: '',
  ʾ: '',
  ʿ: '',
  // Apostrophes that Unicode calls letters.
  ʼ: ' ',
  ʻ: ' ',
  ʽ: ' ',
  ʹ: ' ',
  ꞌ: ' ',
  ˈ: ' ',
};
const isPlain = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** The Latin letters of a text in lower case as they are typed without their signs. */
export function withPlainLetters(text: string): string {
  return text.replace(isPlain, (letter) => plainLetters[letter] ?? letter);
}

/**
 * Letters of Arabic script that Persian, Urdu and other keyboards write for the same letter, and the forms of alef, ya
 * and ta marbuta.
 */
const arabicForms: readonly (readonly [RegExp, string])[] = [
  [/[أإآٱ]/g, 'ا'],
  [/[ىیےېۍ]/g, 'ي'],
  [/[ةەھہۃۀۂ]/g, 'ه'],
  [/[کڪ]/g, 'ك'],
];
const anyArabic = /[\u0600-\u06FF]/;

/** A text in the one form of each Arabic letter, its digits as western ones. */
export function withOneArabicForm(text: string): string {
  if (!anyArabic.test(text)) return text;
  let unified = text;
  for (const [forms, letter] of arabicForms) unified = unified.replace(forms, letter);
  return unified.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/** Vowel signs by themselves: their plain form would bring a space into the word. */
const loneSigns = /[\uFE70-\uFE7F\uFC5E-\uFC63\uFCF2-\uFCF4]/g;
/** Joined shapes of Arabic and Latin letters, raised, encircled, wide and mathematical letters and digits, № and ª. */
const shapes =
  /[\u00AA\u00B2\u00B3\u00B9\u00BA\u017F\u2070-\u209C\u2116\u2160-\u217F\u2460-\u24FF\uFB00-\uFB06\uFB50-\uFDFC\uFE80-\uFEFC\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]/u;
const eachShape = new RegExp(shapes.source, 'gu');

/** A text with each shape that has a letter of its own in Unicode written as that letter; what else it holds stays. */
export function withoutShapes(text: string): string {
  return shapes.test(text)
    ? text.replace(loneSigns, '').replace(eachShape, (shape) => shape.normalize('NFKC'))
    : text.replace(loneSigns, '');
}
