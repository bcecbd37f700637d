import { createHash } from 'node:crypto';
import type { ReferencePack } from '../contract/programme/reference-pack';

/**
 * Digest of a reference pack, `sha256:` and 64 hexadecimal digits: the value of `colis.reference` (PACKAGES.md §1.3).
 * It depends on the content only, not on the order of keys or on white space in the shipped files.
 */
export function referencePackDigest(pack: ReferencePack): string {
  return `sha256:${createHash('sha256').update(canonicalJson(pack), 'utf8').digest('hex')}`;
}

/**
 * Canonical JSON: no white space, keys in the order of their UTF-16 code units, absent keys for `undefined`.
 * Numbers must be safe integers, the only ones a pack holds; anything else is a mistake of ours and throws.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`Not a safe integer: ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`Not JSON: ${typeof value}`);
}
