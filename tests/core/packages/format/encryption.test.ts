import { armor } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  decryptFor,
  encryptFor,
  generateReadingKey,
  isRecipient,
  isWeakRecipient,
  type ReadingKey,
} from '../../../../main/core/packages/format/encryption';
import { refusalCode } from '../../../support/packages/refusals';

let forim: ReadingKey;
let grdr: ReadingKey;
beforeAll(async () => {
  forim = await generateReadingKey();
  grdr = await generateReadingKey();
});
const archive = Buffer.from('PK\x03\x04 not really '.repeat(9000));

describe('an encrypted package', () => {
  it('is read by each of its recipients', async () => {
    const file = await encryptFor(archive, [forim.recipient, grdr.recipient]);
    expect(Buffer.from(file.subarray(0, 22)).toString()).toBe('age-encryption.org/v1\n');
    expect(Buffer.from(await decryptFor(file, forim.identity)).equals(archive)).toBe(true);
    expect(Buffer.from(await decryptFor(file, grdr.identity)).equals(archive)).toBe(true);
  });

  it('is read in armour, with LF or CRLF', async () => {
    const armoured = armor.encode(await encryptFor(archive, [forim.recipient]));
    for (const text of [armoured, armoured.replaceAll('\n', '\r\n')]) {
      expect(Buffer.from(await decryptFor(Buffer.from(text), forim.identity)).equals(archive)).toBe(true);
    }
  });

  it('is not for another computer', async () => {
    const file = await encryptFor(archive, [forim.recipient]);
    expect(await refusalCode(() => decryptFor(file, grdr.identity))).toBe('A01');
  });

  it('stays closed while the keyring is locked', async () => {
    const file = await encryptFor(archive, [forim.recipient]);
    expect(await refusalCode(() => decryptFor(file, null))).toBe('A05');
  });

  it('releases nothing when it was cut or altered', async () => {
    const file = await encryptFor(archive, [forim.recipient]);
    const altered = Uint8Array.from(file);
    altered[file.length - 5] = (altered[file.length - 5] ?? 0) ^ 1;
    for (const damaged of [
      altered,
      file.subarray(0, file.length - 1),
      file.subarray(0, 70_000),
      file.subarray(0, 100),
    ]) {
      expect(await refusalCode(() => decryptFor(damaged, forim.identity))).toBe('A02');
    }
  });

  it('is written for one to four recipients', async () => {
    await expect(encryptFor(archive, [])).rejects.toThrow(RangeError);
    await expect(encryptFor(archive, Array(5).fill(forim.recipient))).rejects.toThrow(RangeError);
    await expect(encryptFor(archive, ['ssh-ed25519 AAAA'])).rejects.toThrow(RangeError);
  });
});

describe('a recipient', () => {
  it('is told from a mistyped one', () => {
    expect(isRecipient(forim.recipient)).toBe(true);
    const swapped = forim.recipient.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q'));
    expect(isRecipient(swapped)).toBe(false);
    expect(isRecipient(forim.recipient.toUpperCase())).toBe(false);
    expect(isRecipient(forim.identity)).toBe(false);
  });

  it('is weak when every secret shared with it is the same', () => {
    expect(isWeakRecipient(forim.recipient)).toBe(false);
    const pointZero = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z';
    expect(isRecipient(pointZero)).toBe(true);
    expect(isWeakRecipient(pointZero)).toBe(true);
  });
});
