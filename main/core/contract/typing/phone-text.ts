import { bareText, longestTyped } from './bare';

/** Phone numbers in a text, before their country is asked. Pure; which number is possible is told by main/core/phones.ts. */

export interface PhonePart {
  /** Digits and the signs among them: `+221 77 123 45 67`. */
  readonly number: string;
  /** What stands beside them: `poste 12`, `(Awa)`; empty when it only says that this is a number. */
  readonly beside: string;
}

/** A stroke between two numbers has a number after it; one inside a number (`71/845220`) has not. */
const apart = / ?(?:[;,،؛\n|]|(?<= )(?:ou|et|or|and|و)(?= )| [-–] |\/(?= ?[+(]? ?\d[\d ().-]{5})) ?/iu;
const label =
  /(?<!\p{L})(?:t[ée]l(?:[ée]phone)?s?|phones?|mobiles?|gsm|cell?|portables?|n(?:um[ée]ro)?s?|الهاتف|هاتف)(?!\p{L})/giu;
const extension = /(?<!\p{L})(?:poste|ext(?:ension)?|int|x)\.? ?\d{1,6}$/iu;
/** Two or three numbers of a day, or of a numbering: `1/2/3`, `12/03/2015`. */
const dayLike = /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{1,2}|\d{4})$/;

/** The numbers of a text, in their order. Longer texts hold none. */
export function phoneParts(typed: string): readonly PhonePart[] {
  if (typed.length > longestTyped.phone) return [];
  return bareText(typed)
    .replace(/^['’‘`]+/, '')
    .replace(/(?<!\p{L})(?:tel|callto|sms|whatsapp):(?=[+\d])/giu, '')
    .replace(/[\u2012\u2013\u2212]/g, '-')
    .split(apart)
    .filter((part) => /\d/.test(part))
    .map(partOf);
}

function partOf(part: string): PhonePart {
  const inside = extension.exec(part)?.[0] ?? '';
  const before = inside === '' ? part : part.slice(0, -inside.length);
  const words = before
    .replace(/[\d+().\-/ ]+/g, ' ')
    .replace(label, '')
    .replace(/[°:'"]/g, '')
    .trim();
  const said = /[\p{L}]/u.test(words) ? words : '';
  // Two blanks at most stand where words stood.
  const number = before
    .replace(/[^\d+().\-/ ]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return {
    number: number.replace(/^[.\-/ ]+/, ''),
    beside: [said, inside].filter((text) => text !== '').join(' '),
  };
}

/** May this be kept as a number though no country has it: an old short one, but no day and no numbering? */
export function isPhoneLike(text: string): boolean {
  return /^\+?[0-9 ().\-/]{4,60}$/.test(text) && !dayLike.test(text) && text.replace(/\D/g, '').length >= 4;
}
