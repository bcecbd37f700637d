import { isUtf8 } from 'node:buffer';
import { DomainError } from '../../contract/errors';
import { hasBrokenCharacter, isComposed } from '../../contract/text';
import { limits } from './limits';

/**
 * JSON with one meaning (PACKAGES.md §1.3, §1.4, §7): the text must be what `JSON.stringify` makes of its own
 * value, which leaves no room for duplicate keys, other number forms, escapes or spaces.
 */

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * UTF-8 without byte-order mark, as text.
 * @throws DomainError J01
 */
export function decodeUtf8(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new DomainError('J01', { reason: 'utf8' });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    throw new DomainError('J01', { reason: 'bom' });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** Index after the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === 0x5c) index += 1;
    else if (character === 0x22) return index + 1;
  }
  throw new DomainError('J02', { reason: 'string' });
}

function decodeString(quoted: string): string {
  try {
    return JSON.parse(quoted);
  } catch (error) {
    if (error instanceof SyntaxError) throw new DomainError('J02', { reason: 'string' });
    throw error;
  }
}

function nextVisible(text: string, start: number): string | undefined {
  let index = start;
  while (/[ \t\r\n]/.test(text.charAt(index))) index += 1;
  return text[index];
}

/**
 * Looks at depth, number of keys, forbidden keys and characters before any object is made, without recursion.
 * Leaves the rest of the grammar to `JSON.parse`.
 * @throws DomainError J02 (depth, string), J04, J06, M08 (keys)
 */
export function scanJson(text: string): void {
  const keyCounts: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '{' || character === '[') {
      if (keyCounts.length === limits.jsonDepth) throw new DomainError('J02', { reason: 'depth' });
      keyCounts.push(0);
    } else if (character === '}' || character === ']') {
      keyCounts.pop();
    } else if (character === '"') {
      const end = endOfString(text, index);
      const value = decodeString(text.slice(index, end));
      if (hasBrokenCharacter(value)) throw new DomainError('J06');
      if (nextVisible(text, end) === ':') {
        const count = (keyCounts.pop() ?? 0) + 1;
        if (count > limits.jsonKeys) throw new DomainError('M08', { what: 'keys', limit: limits.jsonKeys });
        if (forbiddenKeys.has(value)) throw new DomainError('J04', { key: value });
        keyCounts.push(count);
      }
      index = end - 1;
    }
  }
}

/** `JSON.parse` with its only expected failure turned into J02. */
export function parseSyntax(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new DomainError('J02', { reason: 'syntax' });
    throw error;
  }
}

function refuseOtherNumbers(value: unknown): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new DomainError('J05');
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) refuseOtherNumbers(part);
}

/** The only form in which a manifest is written: one space of indentation and a final line feed. */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/**
 * Value of a whole JSON file in its canonical form, depth ≤ 8, safe integers only, NFC.
 * @throws DomainError J01–J07, M08 (keys)
 */
export function parseCanonicalJson(bytes: Uint8Array): unknown {
  const text = decodeUtf8(bytes);
  scanJson(text);
  const value = parseSyntax(text);
  if (!isComposed(text)) throw new DomainError('J07');
  if (canonicalJson(value) !== text) throw new DomainError('J03');
  refuseOtherNumbers(value);
  return value;
}

/**
 * Value of one compact line of rows, in the form of `JSON.stringify`. Keys and characters are left to the reader of
 * the row, which takes only the fields of its schema.
 * @throws DomainError J02, J03; J04, J06 and M08 (keys) only where a line is nested deeply
 */
export function parseCanonicalLine(line: string): unknown {
  // A scan costs more than the parse, and only depth must be known before: a line with few brackets has none.
  if (line.split(/[[{]/, limits.jsonDepth + 2).length > limits.jsonDepth) scanJson(line);
  const value = parseSyntax(line);
  if (JSON.stringify(value) !== line) throw new DomainError('J03');
  return value;
}

/** True for a key that could reach a prototype (J04). */
export function isForbiddenKey(key: string): boolean {
  return forbiddenKeys.has(key);
}
