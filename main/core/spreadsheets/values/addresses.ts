import { cleanText } from '../../contract/text';
import { bareValue, type Cell } from '../reading/table';
import { saysNothing } from './nothing';
import { type CellReading, empty, read, unread } from './reading';
import { keyOf } from './words';

/** E-mail addresses and web sites. Pure. */

const email = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,.]+$/;

/** Reads the first address of a cell; further ones are its rest. A comma for a dot is put right. */
export function readEmail(cell: Cell | undefined): CellReading {
  const value = bareValue(cell);
  if (typeof value !== 'string') return value === null ? empty : unread('email');
  const text = cleanText(value);
  if (saysNothing(text)) return empty;
  const parts = text
    .replace(/\s*[[({]\s*(?:a|à|at|arobase)\s*[\])}]\s*/gi, '@')
    .replace(/\s*@[\s@]*/g, '@')
    .replace(/^(e-?mails?|mailto)\s*:\s*/i, '')
    .split(/[;؛،\n\s/]+|,(?=[^,;\s]*@)/)
    .map((part) => part.trim().replace(/^[<(]+|[>).,;:]+$/g, ''))
    .filter((part) => part.includes('@'));
  const [first, ...others] = parts;
  if (first === undefined) return unread('email');
  const address = first
    .replace(/,/g, '.')
    .replace(/\.{2,}/g, '.')
    .toLowerCase();
  if (!email.test(address) || address.length > 254) return unread('email');
  return read(address, address === text, others.join(' ; '));
}

/** Reads a web address: one without spaces that has a dot. */
export function readUrl(cell: Cell | undefined): CellReading {
  const value = bareValue(cell);
  if (typeof value !== 'string') return value === null ? empty : unread('url');
  const text = cleanText(value);
  if (saysNothing(text)) return empty;
  const [first, ...others] = text
    .split(/[\s;]+|\s[-–]\s/)
    .filter((part) => /^(https?:\/\/)?[^\s/@]+\.[^\s.@]{2,}/i.test(part));
  const rest = others.join(' ; ');
  if (first === undefined || keyOf(text).includes('pas fonctionnel')) return unread('url');
  const address = first.replace(/[,;.]+$/, '');
  return address.length > 2_000 ? unread('too_long') : read(address, address === text, rest);
}
