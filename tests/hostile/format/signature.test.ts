import { beforeAll, describe, expect, it } from 'vitest';
import type { BuiltPackage } from '../../../main/core/packages/format/build';
import { keyBlob, publicKeyOfSeed } from '../../../main/core/packages/format/ssh-key';
import { signBytes } from '../../../main/core/packages/format/ssh-signature';
import { concat, sshString, uint32 } from '../../../main/core/packages/format/ssh-wire';
import { verifyPackage } from '../../../main/core/packages/format/verify';
import {
  aProgramme,
  built,
  contextOf,
  keyHolder,
  nextRegister,
  type Programme,
  partyOf,
  reportDraft,
} from '../../support/packages/programme';
import { refusalCode } from '../../support/packages/refusals';
import { resealed, withEntry } from '../../support/packages/tampering';
import { constantSignature, weakKeys } from '../../support/packages/weak-keys';

/** PACKAGES.md §4.4. */

let programme: Programme;
let pack: BuiltPackage;
beforeAll(async () => {
  programme = await aProgramme();
  pack = built(reportDraft('CI'), programme.ci);
});
const namespace = 'concertation-report-v1';
const verify = (archive: Uint8Array) => verifyPackage(archive, contextOf(programme, programme.forim));
const ascii = (text: string) => Buffer.from(text, 'latin1');
const withSignature = (text: string) => withEntry(pack.archive, 'datapackage.json.sig', ascii(text));
const goodText = () => signBytes(pack.manifestBytes, namespace, programme.ci.seed);
const armour = (blob: Uint8Array, width = 70) => {
  const lines =
    Buffer.from(blob)
      .toString('base64')
      .match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n');
};
const goodBlob = () => Buffer.from(goodText().split('\n').slice(1, -2).join(''), 'base64');
const string = (text: string) => sshString(ascii(text));

/** Parts of a signature blob, each to be replaced. */
function blobOf(
  change: Partial<Record<'version' | 'key' | 'namespace' | 'reserved' | 'hash' | 'signature', Uint8Array>>,
) {
  const blob = goodBlob();
  const raw = blob.subarray(blob.length - 64);
  const parts = {
    version: uint32(1),
    key: sshString(keyBlob(publicKeyOfSeed(programme.ci.seed))),
    namespace: string(namespace),
    reserved: string(''),
    hash: string('sha512'),
    signature: sshString(concat(string('ssh-ed25519'), sshString(raw))),
    ...change,
  };
  return armour(
    concat(
      ascii('SSHSIG'),
      parts.version,
      parts.key,
      parts.namespace,
      parts.reserved,
      parts.hash,
      parts.signature,
    ),
  );
}

it('a signature put together by hand is accepted', async () => {
  expect((await verify(withSignature(blobOf({})))).outcome).toBe('authentic');
  expect((await verify(withSignature(goodText().replaceAll('\n', '\r\n')))).outcome).toBe('authentic');
});

describe('the text of a signature', () => {
  it.each([
    ['is empty', () => ''],
    ['is there twice', () => goodText() + goodText()],
    ['has text before it', () => `x\n${goodText()}`],
    ['has text after it', () => `${goodText()}x`],
    ['has an empty line after it', () => `${goodText()}\n`],
    ['has an empty line within it', () => goodText().replace('\n', '\n\n')],
    ['lacks its last line end', () => goodText().trimEnd()],
    ['has a space at the end of a line', () => goodText().replace('\n', ' \n')],
    ['is in lines of 76', () => armour(goodBlob(), 76)],
    ['is in one line', () => armour(goodBlob(), 10_000)],
    ['has base64 of another alphabet', () => goodText().replace(/[A-Z](?=\n)/, '-')],
    ['has padding that it does not need', () => goodText().replace('\n-----END', '=\n-----END')],
    ['is a signature of PGP', () => goodText().replaceAll('SSH', 'PGP')],
    ['has another magic', () => armour(concat(ascii('SSHSIX'), goodBlob().subarray(6)))],
    ['has a byte more', () => armour(concat(goodBlob(), ascii('x')))],
    ['has a byte less', () => armour(goodBlob().subarray(0, -1))],
    ['ends after its magic', () => armour(ascii('SSHSIG'))],
    [
      'has a length that reaches beyond its end',
      () => blobOf({ hash: concat(uint32(0xffffffff), ascii('sha512')) }),
    ],
    [
      'holds 63 bytes',
      () => blobOf({ signature: sshString(concat(string('ssh-ed25519'), sshString(Buffer.alloc(63)))) }),
    ],
    [
      'holds bytes after its 64',
      () => {
        const raw = goodBlob().subarray(-64);
        return blobOf({ signature: sshString(concat(string('ssh-ed25519'), sshString(raw), ascii('x'))) });
      },
    ],
    ['is nonsense', () => 'bonjour\n'],
  ])('that %s is S02', async (_name, text) => {
    expect(await refusalCode(() => verify(withSignature(text())))).toBe('S02');
  });
});

describe('the algorithm of a signature', () => {
  const key = () => publicKeyOfSeed(programme.ci.seed);
  it.each([
    ['version 2', () => blobOf({ version: uint32(2) })],
    ['version 0', () => blobOf({ version: uint32(0) })],
    ['a reserved field that holds something (OpenSSH accepts it)', () => blobOf({ reserved: string('x') })],
    ['sha256', () => blobOf({ hash: string('sha256') })],
    ['an RSA key', () => blobOf({ key: sshString(concat(string('ssh-rsa'), string('abc'), string('def'))) })],
    [
      'an ECDSA key',
      () =>
        blobOf({ key: sshString(concat(string('ecdsa-sha2-nistp256'), string('nistp256'), string('x'))) }),
    ],
    [
      'a security key',
      () =>
        blobOf({
          key: sshString(concat(string('sk-ssh-ed25519@openssh.com'), sshString(key()), string('ssh:'))),
        }),
    ],
    [
      'a certificate',
      () => blobOf({ key: sshString(concat(string('ssh-ed25519-cert-v01@openssh.com'), sshString(key()))) }),
    ],
    [
      'a key of 31 bytes',
      () => blobOf({ key: sshString(concat(string('ssh-ed25519'), sshString(key().subarray(1)))) }),
    ],
    [
      'bytes after the key',
      () => blobOf({ key: sshString(concat(string('ssh-ed25519'), sshString(key()), ascii('x'))) }),
    ],
    [
      'a signature of another type',
      () => blobOf({ signature: sshString(concat(string('ssh-rsa'), sshString(Buffer.alloc(64)))) }),
    ],
  ])('%s: S03', async (_name, text) => {
    expect(await refusalCode(() => verify(withSignature(text())))).toBe('S03');
  });
});

describe('the namespace of a good signature', () => {
  it.each(['file', 'git', 'concertation-report-v2', 'concertation-gossip-v1', '', `${namespace}\0`])(
    '%j: S04',
    async (name) => {
      const archive = resealed(pack.archive, pack.manifestBytes, programme.ci, name);
      expect(await refusalCode(() => verify(archive))).toBe('S04');
    },
  );

  it('of another kind that the signer may sign: S04', async () => {
    const archive = resealed(pack.archive, pack.manifestBytes, programme.ci, 'concertation-attachments-v1');
    expect(await refusalCode(() => verify(archive))).toBe('S04');
  });

  it('of a kind that the signer may not sign: S08', async () => {
    const archive = resealed(pack.archive, pack.manifestBytes, programme.ci, 'concertation-slip-v1');
    expect(await refusalCode(() => verify(archive))).toBe('S08');
  });

  it('of a register, without the root: K03', async () => {
    const archive = resealed(pack.archive, pack.manifestBytes, programme.ci, 'concertation-register-v1');
    expect(await refusalCode(() => verify(archive))).toBe('K03');
    const byRoot = resealed(pack.archive, pack.manifestBytes, programme.root, 'concertation-register-v1');
    expect(await refusalCode(() => verify(byRoot))).toBe('S04');
  });

  it('of kinds for devices, which this version does not know: M02', async () => {
    const archive = resealed(pack.archive, pack.manifestBytes, programme.ci, 'concertation-working-v1');
    expect(await refusalCode(() => verify(archive))).toBe('M02');
  });
});

describe('the signer', () => {
  it('is unknown: S05', async () => {
    const stranger = await keyHolder('XX');
    expect(
      await refusalCode(() => verify(resealed(pack.archive, pack.manifestBytes, stranger, namespace))),
    ).toBe('S05');
  });

  it('is of another programme: S05', async () => {
    const other = contextOf(programme, programme.forim, { register: null });
    expect(await refusalCode(() => verifyPackage(pack.archive, other))).toBe('S05');
  });

  it.each(weakKeys)('has the weak key %s and a constant signature: S05', async (hex) => {
    const signature = sshString(concat(string('ssh-ed25519'), sshString(constantSignature)));
    const archive = withSignature(blobOf({ key: sshString(keyBlob(Buffer.from(hex, 'hex'))), signature }));
    expect(await refusalCode(() => verify(archive))).toBe('S05');
  });

  it('has the key of CI and says SN: M04', async () => {
    const posing = built(reportDraft('SN'), programme.ci);
    expect(await refusalCode(() => verify(posing.archive))).toBe('M04');
  });

  it('is the root, which signs registers only: S05', async () => {
    expect(
      await refusalCode(() => verify(resealed(pack.archive, pack.manifestBytes, programme.root, namespace))),
    ).toBe('S05');
  });

  it('was revoked: nothing new counts, with a lower number either', async () => {
    const fresh = { ...(await keyHolder('CI2')), code: 'CI' };
    const others = programme.register.parties.filter(({ code }) => code !== 'CI');
    const row = partyOf(programme.ci, 'committee', {
      status: 'revoked',
      cutoffSequence: 5,
      cutoffDigest: `sha256:${'0'.repeat(64)}`,
    });
    const parties = [...others, row, partyOf(fresh, 'committee', { epoch: 2 })];
    const context = contextOf(programme, programme.forim, {
      register: { register: nextRegister(programme, parties), digest: 'sha256:2' },
    });
    const backdated = reportDraft('CI', {
      sequence: 2,
      previous: `sha256:${'0'.repeat(64)}`,
      created: '2020-01-01T00:00:00Z',
    });
    expect(await refusalCode(() => verifyPackage(pack.archive, context))).toBe('S07');
    expect(await refusalCode(() => verifyPackage(built(backdated, programme.ci).archive, context))).toBe(
      'S07',
    );
  });
});

describe('the signature', () => {
  it('is over another manifest: S06', async () => {
    const other = built(reportDraft('CI', { app: '0.2.0' }), programme.ci);
    expect(
      await refusalCode(() => verify(withEntry(pack.archive, 'datapackage.json', other.manifestBytes))),
    ).toBe('S06');
  });

  it('has S beyond the order of the group (OpenSSH accepts it): S06', async () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const raw = Buffer.from(goodBlob().subarray(-64));
    let s = BigInt(`0x${Buffer.from(raw.subarray(32)).reverse().toString('hex')}`) + order;
    for (let index = 32; index < 64; index += 1, s >>= 8n) raw[index] = Number(s & 255n);
    const malleable = blobOf({ signature: sshString(concat(string('ssh-ed25519'), sshString(raw))) });
    expect(await refusalCode(() => verify(withSignature(malleable)))).toBe('S06');
  });

  it('is refused before any JSON is looked at', async () => {
    const archive = withEntry(pack.archive, 'datapackage.json', Buffer.alloc(1_000_000, '['));
    expect(await refusalCode(() => verify(archive))).toBe('S06');
  });
});
