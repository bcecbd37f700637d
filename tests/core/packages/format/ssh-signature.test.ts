import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  readOpensshPrivateKey,
  writeOpensshPrivateKey,
} from '../../../../main/core/packages/format/openssh-private-key';
import {
  isWeakKey,
  keyText,
  publicKeyOfSeed,
  publicKeyOfText,
} from '../../../../main/core/packages/format/ssh-key';
import {
  parseSignature,
  signBytes,
  verifySignature,
} from '../../../../main/core/packages/format/ssh-signature';
import { refusalCode } from '../../../support/packages/refusals';
import { inFolder, runTool } from '../../../support/packages/stock-tools';
import { weakKeys } from '../../../support/packages/weak-keys';

const seed = createHash('sha256').update('a seed').digest();
const message = Buffer.from('{\n "name": "ci-report-1-1"\n}\n');
const namespace = 'concertation-report-v1';

describe('a signature', () => {
  it('is a short text and verifies', () => {
    const armoured = signBytes(message, namespace, seed);
    expect(armoured).toHaveLength(318);
    const signature = parseSignature(Buffer.from(armoured));
    expect(signature).toMatchObject({ namespace, key: keyText(publicKeyOfSeed(seed)) });
    expect(verifySignature(signature, message)).toBe(true);
  });

  it('does not verify after one changed byte', () => {
    const signature = parseSignature(Buffer.from(signBytes(message, namespace, seed)));
    const changed = Uint8Array.from(message);
    changed[5] = (changed[5] ?? 0) ^ 1;
    expect(verifySignature(signature, changed)).toBe(false);
    expect(verifySignature({ ...signature, namespace: 'concertation-slip-v1' }, message)).toBe(false);
  });

  it('may have been given CRLF line ends on its way', () => {
    const armoured = signBytes(message, namespace, seed).replaceAll('\n', '\r\n');
    expect(verifySignature(parseSignature(Buffer.from(armoured)), message)).toBe(true);
  });

  it('has base64 of one form only', async () => {
    const armoured = signBytes(message, 'concertation-slip-v1', seed);
    expect(armoured).toMatch(/==\n-----END/);
    const unpadded = armoured.replace('==\n-----END', '\n-----END');
    const spareBits = armoured.replace(/[AQgw]==\n-----END/, (last) => `B${last.slice(1)}`);
    for (const text of [unpadded, spareBits]) {
      expect(await refusalCode(() => parseSignature(Buffer.from(text)))).toBe('S02');
    }
  });

  it('is byte for byte the one of ssh-keygen with the same key', async () => {
    const files = { key: writeOpensshPrivateKey(seed, 'essai'), message };
    await inFolder(files, (folder) => {
      const run = runTool('ssh-keygen', ['-Y', 'sign', '-f', 'key', '-n', namespace], folder, message);
      expect(run.stdout).toBe(signBytes(message, namespace, seed));
    });
  });

  it('is accepted by ssh-keygen, and refused after one changed byte or for another namespace', async () => {
    const signers = `CI namespaces="${namespace}" ${keyText(publicKeyOfSeed(seed))}\n`;
    const files = { allowed_signers: signers, 'm.sig': signBytes(message, namespace, seed) };
    await inFolder(files, (folder) => {
      const verify = (name: string, bytes: Uint8Array) =>
        runTool(
          'ssh-keygen',
          ['-Y', 'verify', '-f', 'allowed_signers', '-I', 'CI', '-n', name, '-s', 'm.sig'],
          folder,
          bytes,
        );
      expect(verify(namespace, message).status).toBe(0);
      const changed = Uint8Array.from(message);
      changed[5] = (changed[5] ?? 0) ^ 1;
      expect(verify(namespace, changed).status).toBe(255);
      expect(verify('concertation-slip-v1', message).status).toBe(255);
    });
  });
});

describe('a private key file of OpenSSH', () => {
  it('gives back its seed', () => {
    expect(readOpensshPrivateKey(writeOpensshPrivateKey(seed, 'concertation-root'))).toEqual(
      Uint8Array.from(seed),
    );
    expect(
      readOpensshPrivateKey('-----BEGIN OPENSSH PRIVATE KEY-----\n-----END OPENSSH PRIVATE KEY-----\n'),
    ).toBeNull();
  });

  it('is read by ssh-keygen, and ours reads that of ssh-keygen', async () => {
    await inFolder({ ours: writeOpensshPrivateKey(seed, 'essai') }, (folder) => {
      const shown = runTool('ssh-keygen', ['-y', '-f', 'ours'], folder).stdout.trim();
      expect(shown.split(' ').slice(0, 2).join(' ')).toBe(keyText(publicKeyOfSeed(seed)));
      runTool('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'x', '-f', 'theirs'], folder);
      const theirs = readOpensshPrivateKey(runTool('cat', ['theirs'], folder).stdout);
      const publicText = runTool('cat', ['theirs.pub'], folder).stdout.split(' ').slice(0, 2).join(' ');
      expect(theirs === null ? null : keyText(publicKeyOfSeed(theirs))).toBe(publicText);
    });
  });
});

describe('a weak key', () => {
  it.each(weakKeys)('is recognised: %s', (hex) => {
    expect(isWeakKey(Buffer.from(hex, 'hex'))).toBe(true);
  });

  it('is none of the ordinary ones', () => {
    for (let n = 0; n < 20; n += 1)
      expect(isWeakKey(publicKeyOfSeed(createHash('sha256').update(`${n}`).digest()))).toBe(false);
  });
});

describe('the text form of a key', () => {
  it('has exactly one spelling', () => {
    const text = keyText(publicKeyOfSeed(seed));
    expect(Buffer.from(publicKeyOfText(text) ?? []).equals(publicKeyOfSeed(seed))).toBe(true);
    for (const other of [
      `${text} comment`,
      text.replace(' ', '  '),
      `${text}=`,
      text.toLowerCase(),
      'ssh-rsa AAAA',
    ]) {
      expect(publicKeyOfText(other)).toBeNull();
    }
  });
});
