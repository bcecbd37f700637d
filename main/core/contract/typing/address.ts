import { bareText, longestTyped, withoutEdges } from './bare';
import { type CellReading, empty, read, unread } from './reading';

/** E-mail addresses and web sites as they are typed and pasted. Pure. */

const email = /^[^\s@;,<>]{1,200}@[^\s@;,<>]{1,200}\.[^\s@;,.<>]{1,63}$/;
/** What only says that an address follows. */
const label = /(?<!\p{L})(?:e-?mails?|mailto|courriels?|mail|contacts?|adresses?|البريد)(?!\p{L})/giu;

/** Is this an e-mail address as the register keeps it? */
export function isEmail(text: string): boolean {
  return text.length <= 254 && email.test(text);
}

/** Reads the first address of a text; further ones and names are its rest. A comma for a dot is put right. */
export function readEmailText(typed: string): CellReading {
  if (typed.length > longestTyped.email) return unread('too_long');
  const text = bareText(typed);
  if (text === '') return empty;
  const pieces = text
    .replace(/ ?[[({] ?(?:a|à|at|arobase) ?[\])}] ?/gi, '@')
    .replace(/ ?@[\s@]*/g, '@')
    .replace(/mailto ?: ?/gi, '')
    .split(/[;؛،\n\s/<>]+|,(?=[^,;\s]*@)/)
    .map((piece) => withoutEdges(piece, '<("\'', '>).,;:"\''))
    .filter((piece) => piece !== '');
  const [first, ...others] = pieces.filter((piece) => piece.includes('@'));
  if (first === undefined) return unread('email');
  const address = first
    .replace(/\?[^@]*$/, '')
    .replace(/,/g, '.')
    .replace(/\.{2,}/g, '.')
    .toLowerCase();
  if (!isEmail(address)) return unread('email');
  const words = pieces
    .filter((piece) => !piece.includes('@'))
    .join(' ')
    .replace(label, '');
  const rest = [...others, ...(/\p{L}/u.test(words) ? [withoutEdges(words, ' :', ' :')] : [])];
  return read(address, address === text, rest.filter((other) => other.toLowerCase() !== address).join(' ; '));
}

/** A web address: one without blanks that has a dot. */
const site = /^(?:https?:\/\/)?[^\s/@]+\.[^\s.@]{2,}/i;

/** Reads the first web address of a text; further ones are its rest. */
export function readUrlText(typed: string): CellReading {
  if (typed.length > longestTyped.url) return unread('too_long');
  const text = bareText(typed);
  if (text === '') return empty;
  const [first, ...others] = text
    .split(/[\s;<>]+/)
    .map(withoutBrackets)
    .filter((piece) => site.test(piece));
  if (first === undefined) return unread('url');
  return first.length > 2_000 ? unread('too_long') : read(first, first === text, others.join(' ; '));
}

/** A closing bracket belongs to the address that opens one. */
function withoutBrackets(piece: string): string {
  const bare = withoutEdges(piece, '(["\'«', ',;."\'»]>');
  return bare.includes('(') ? bare : withoutEdges(bare, '', ').,;');
}
