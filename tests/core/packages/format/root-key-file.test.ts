import { createHash } from 'node:crypto';
import { armor, Decrypter, Encrypter } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { encryptFor, generateReadingKey } from '../../../../main/core/packages/format/encryption';
import { decryptRootKey, encryptRootKey } from '../../../../main/core/packages/format/root-key-file';
import { keyText, publicKeyOfSeed } from '../../../../main/core/packages/format/ssh-key';
import { refusalCode } from '../../../support/packages/refusals';
import { inFolder, runTool } from '../../../support/packages/stock-tools';

const seed = createHash('sha256').update('the root').digest();
const passphrase = 'douze pirogues à midi';
let file: Buffer;
beforeAll(async () => {
  file = Buffer.from(await encryptRootKey(seed, passphrase, { workFactor: 10 }));
});

describe('the file of the root key', () => {
  it('gives the root key back for the right passphrase only', async () => {
    expect(await decryptRootKey(file, passphrase)).toEqual(Uint8Array.from(seed));
    expect(await refusalCode(() => decryptRootKey(file, 'douze pirogues'))).toBe('K11');
  });

  it('may be in binary form', async () => {
    expect(await decryptRootKey(armor.decode(file.toString()), passphrase)).toEqual(Uint8Array.from(seed));
  });

  it('holds a private key that ssh-keygen can use', async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const text = await decrypter.decrypt(armor.decode(file.toString()), 'text');
    await inFolder({ key: text }, (folder) => {
      expect(runTool('ssh-keygen', ['-y', '-f', 'key'], folder).stdout).toContain(
        keyText(publicKeyOfSeed(seed)),
      );
    });
  });

  it('is refused without hashing when it asks for too much work', async () => {
    const header = armor.decode(file.toString());
    const text = Buffer.from(header).toString('latin1');
    for (const factor of ['30', '21', '0', '-1', '99999']) {
      const greedy = Buffer.from(text.replace(/(-> scrypt \S+) 10\n/, `$1 ${factor}\n`), 'latin1');
      expect(greedy.equals(header)).toBe(false);
      expect(await refusalCode(() => decryptRootKey(greedy, passphrase))).toBe('K12');
    }
  });

  it('is refused when it is cut, altered, or something else', async () => {
    const other = new Encrypter();
    other.setPassphrase(passphrase);
    other.setScryptWorkFactor(10);
    const key = await generateReadingKey();
    const wrong = [
      file.subarray(0, 150),
      Buffer.from('bonjour'),
      Buffer.from(file.toString().replace(/.(?==*\n-----END)/, '!')),
      await other.encrypt('not a key'),
      await encryptFor(Buffer.from('x'), [key.recipient]),
    ];
    for (const bytes of wrong) {
      expect(await refusalCode(() => decryptRootKey(bytes, passphrase))).toBe('K12');
    }
  });
});
