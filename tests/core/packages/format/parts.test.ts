import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinParts, splitIntoParts } from '../../../../main/core/packages/format/parts';
import { refusal, refusalCode } from '../../../support/packages/refusals';

const file = createHash('sha512').update('a file').digest();
const parts = splitIntoParts(file, 20);
const [first, second, third, fourth] = parts as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

function header(part: Uint8Array, change: (line: string) => string): Uint8Array {
  const text = Buffer.from(part).toString('latin1');
  const end = text.indexOf('\n');
  return Buffer.from(change(text.slice(0, end)) + text.slice(end), 'latin1');
}

describe('a file in parts', () => {
  it('is put together in any order, repeats included', () => {
    expect(parts).toHaveLength(4);
    expect(Buffer.from(joinParts([third, first, fourth, second, first])).equals(file)).toBe(true);
  });

  it('comes back whatever its size and the size of its parts', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 3000 }),
        fc.integer({ min: 31, max: 900 }),
        (bytes, size) => {
          expect(Buffer.from(joinParts([...splitIntoParts(bytes, size)].reverse())).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('has at most 99 of them', () => {
    expect(() => splitIntoParts(Buffer.alloc(100), 1)).toThrow(RangeError);
    expect(() => splitIntoParts(Buffer.alloc(0), 1)).toThrow(RangeError);
  });

  it('names the parts that are missing', async () => {
    expect(await refusal(() => joinParts([fourth, second]))).toEqual({
      code: 'T05',
      params: { missing: '1, 3', count: 4 },
    });
  });

  it('refuses a damaged part', async () => {
    const damaged = Uint8Array.from(second);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    expect(await refusal(() => joinParts([first, damaged]))).toEqual({ code: 'T02', params: { number: 2 } });
  });

  it('refuses parts of two files', async () => {
    const [other] = splitIntoParts(Buffer.from('another file, of some length'), 20) as [Uint8Array];
    expect(await refusalCode(() => joinParts([first, other]))).toBe('T03');
  });

  it('refuses two different parts of one number', async () => {
    const whole = createHash('sha256').update(file).digest('hex');
    const content = Buffer.from('twenty other bytes !');
    const own = createHash('sha256').update(content).digest('hex');
    const forged = Buffer.concat([Buffer.from(`concertation-part/1 ${whole} 64 2/4 ${own}\n`), content]);
    expect(await refusal(() => joinParts([first, second, forged]))).toEqual({
      code: 'T04',
      params: { number: 2 },
    });
    expect(await refusalCode(() => joinParts([first, forged, third, fourth]))).toBe('T06');
  });

  it('refuses parts that agree among themselves on a wrong length', async () => {
    const longer = parts.map((part) => header(part, (line) => line.replace(' 64 ', ' 65 ')));
    expect(await refusalCode(() => joinParts(longer))).toBe('T06');
  });

  it.each([
    ['no end of line', () => Buffer.from('concertation-part/1 abc')],
    ['a number above the count', () => header(first, (line) => line.replace('1/4', '5/4'))],
    ['the number zero', () => header(first, (line) => line.replace('1/4', '0/4'))],
    ['a hundred parts', () => header(first, (line) => line.replace('1/4', '1/100'))],
    ['a leading zero', () => header(first, (line) => line.replace('1/4', '01/4'))],
    ['CRLF', () => header(first, (line) => `${line}\r`)],
    ['more bytes than a file may have', () => header(first, (line) => line.replace(' 64 ', ' 9999999999 '))],
  ])('refuses a header with %s', async (_name, part) => {
    expect(await refusalCode(() => joinParts([part()]))).toBe('T01');
  });
});
