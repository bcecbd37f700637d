import { createHash } from 'node:crypto';
import { DomainError } from '../../contract/errors';
import { limits } from './limits';

/**
 * Large files travel in parts (PACKAGES.md §1.9): a header line, then bytes. Parts prove nothing about the
 * sender; they only make sure that the very file is put together again.
 */

export const partMagic = 'concertation-part/1 ';
const headerPattern =
  /^concertation-part\/1 ([0-9a-f]{64}) ([1-9]\d{0,9}) ([1-9]\d?)\/([1-9]\d?) ([0-9a-f]{64})$/;

interface Part {
  /** SHA-256 and length of the whole file. */
  readonly whole: string;
  readonly length: number;
  readonly number: number;
  readonly count: number;
  readonly content: Uint8Array;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Cuts a file into parts whose content has at most `partSize` bytes; in order.
 * @throws RangeError when more than 99 parts would be needed, or the file is empty
 */
export function splitIntoParts(file: Uint8Array, partSize: number): readonly Uint8Array[] {
  const count = Math.ceil(file.length / partSize);
  if (count < 1 || count > limits.parts)
    throw new RangeError(`A file has 1 to ${limits.parts} parts, not ${count}`);
  const whole = sha256(file);
  return Array.from({ length: count }, (_, index) => {
    const content = file.subarray(index * partSize, (index + 1) * partSize);
    const header = `${partMagic}${whole} ${file.length} ${index + 1}/${count} ${sha256(content)}\n`;
    return Buffer.concat([Buffer.from(header, 'ascii'), content]);
  });
}

function readPart(file: Uint8Array): Part {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = bytes.subarray(0, limits.partHeader).indexOf(0x0a);
  const match = end < 0 ? null : headerPattern.exec(bytes.toString('latin1', 0, end));
  if (match === null) throw new DomainError('T01');
  const [, whole = '', length, number, count, own] = match;
  const content = bytes.subarray(end + 1);
  const part: Part = { whole, length: Number(length), number: Number(number), count: Number(count), content };
  if (part.number > part.count || part.length > limits.joinedFile) throw new DomainError('T01');
  if (sha256(content) !== own) throw new DomainError('T02', { number: part.number });
  return part;
}

/**
 * The file that parts were cut from; any order, identical repeats ignored.
 * @throws DomainError T01 (header), T02 (damaged part), T03 (different files), T04 (two parts of one number),
 * T05 (missing: params.missing lists the numbers, params.count is their total), T06 (joined file wrong)
 */
export function joinParts(files: readonly Uint8Array[]): Uint8Array {
  const parts = files.map(readPart);
  const [first] = parts;
  if (first === undefined) throw new DomainError('T01');
  const byNumber = new Map<number, Part>();
  for (const part of parts) {
    const sameFile = part.whole === first.whole && part.length === first.length && part.count === first.count;
    if (!sameFile) throw new DomainError('T03');
    const other = byNumber.get(part.number);
    if (other !== undefined && !Buffer.from(other.content).equals(part.content)) {
      throw new DomainError('T04', { number: part.number });
    }
    byNumber.set(part.number, part);
  }
  const numbers = Array.from({ length: first.count }, (_, index) => index + 1);
  const missing = numbers.filter((number) => !byNumber.has(number));
  if (missing.length > 0) throw new DomainError('T05', { missing: missing.join(', '), count: first.count });
  const contents = numbers.flatMap((number) => byNumber.get(number)?.content ?? []);
  const total = contents.reduce((sum, content) => sum + content.length, 0);
  if (total !== first.length) throw new DomainError('T06');
  const joined = Buffer.concat(contents);
  if (sha256(joined) !== first.whole) throw new DomainError('T06');
  return joined;
}
