import { armor, Encrypter } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { encryptFor } from '../../../main/core/packages/format/encryption';
import { splitIntoParts } from '../../../main/core/packages/format/parts';
import { verifyPackage } from '../../../main/core/packages/format/verify';
import { aProgramme, built, contextOf, type Programme, reportDraft } from '../../support/packages/programme';
import { refusal, refusalCode } from '../../support/packages/refusals';

/** PACKAGES.md §4.1 and §4.2. */

let programme: Programme;
let archive: Uint8Array;
let file: Uint8Array;
beforeAll(async () => {
  programme = await aProgramme();
  archive = built(reportDraft('CI'), programme.ci).archive;
  file = await encryptFor(archive, [programme.forim.reading.recipient]);
});
const verify = (input: Uint8Array | readonly Uint8Array[]) =>
  verifyPackage(input, contextOf(programme, programme.forim));
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string) => Buffer.from(text, 'latin1');
/** What a program makes of a binary file that it took for text. */
const mangled = (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf8');
const age = (content: string | Uint8Array) =>
  encryptFor(Buffer.from(content), [programme.forim.reading.recipient]);

describe('a file on its way', () => {
  it('of zero bytes is F01', async () => {
    expect(await refusalCode(() => verify(new Uint8Array()))).toBe('F01');
    expect(await refusalCode(() => verify([]))).toBe('F01');
  });

  it('of more than 64 MiB is F02', async () => {
    const large = Buffer.alloc(64 * 1024 * 1024 + 1);
    archive.forEach((byte, index) => {
      large[index] = byte;
    });
    expect(await refusalCode(() => verify(large))).toBe('F02');
  });

  it.each([
    [
      'an encrypted package with CRLF line ends',
      () => bytesOf(latin1(file).replaceAll('\n', '\r\n')),
      ['F03'],
    ],
    [
      'a package in clear with CRLF line ends',
      () => bytesOf(latin1(archive).replaceAll('\n', '\r\n')),
      ['F03'],
    ],
    ['an encrypted package taken for UTF-8', () => mangled(file), ['A02']],
    ['a package in clear taken for UTF-8', () => mangled(archive), ['F03']],
    [
      'a package in clear converted from Latin-1 to UTF-8',
      () => Buffer.from(latin1(archive), 'utf8'),
      ['F03'],
    ],
    ['a package as base64 text', () => bytesOf(Buffer.from(file).toString('base64')), ['F03']],
  ])('that is %s was altered by mail', async (_name, input, codes) => {
    expect(codes).toContain(await refusalCode(() => verify(input())));
  });

  it('that was cut anywhere is refused', async () => {
    for (let length = 1; length < archive.length; length += 37) {
      expect(await refusalCode(() => verify(archive.subarray(0, length)))).toMatch(/^(F03|Z02)$/);
    }
    for (let length = 1; length < file.length; length += 37) {
      expect(await refusalCode(() => verify(file.subarray(0, length)))).toMatch(/^(F03|A0[12])$/);
    }
  });
});

describe('parts', () => {
  it('shuffled and one of them repeated are accepted', async () => {
    const parts = splitIntoParts(file, 600);
    const [first] = parts as [Uint8Array];
    expect((await verify([...[...parts].reverse(), first])).outcome).toBe('authentic');
  });

  it('that come alone say which others are missing', async () => {
    const parts = splitIntoParts(file, Math.ceil(file.length / 3));
    expect(await refusal(() => verify(parts[1] as Uint8Array))).toEqual({
      code: 'T05',
      params: { missing: '1, 3', count: 3 },
    });
  });

  it('within parts are refused', async () => {
    const [inner] = splitIntoParts(file, 100_000) as [Uint8Array];
    expect(await refusal(() => verify(splitIntoParts(inner, 1000)))).toEqual({
      code: 'F03',
      params: { guess: 'nested' },
    });
  });

  it('beside a whole file are refused', async () => {
    expect(await refusalCode(() => verify([...splitIntoParts(file, 1000), file]))).toBe('T01');
  });
});

describe('the age layer', () => {
  it('for another recipient is not for this computer', async () => {
    const other = await encryptFor(archive, [programme.sn.reading.recipient]);
    expect(await refusalCode(() => verify(other))).toBe('A01');
  });

  it('that asks for a passphrase is refused at once, whatever the work factor', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase('x');
    encrypter.setScryptWorkFactor(2);
    const greedy = bytesOf(
      latin1(await encrypter.encrypt(archive)).replace(/(-> scrypt \S+) 2\n/, '$1 30\n'),
    );
    const start = Date.now();
    expect(await refusalCode(() => verify(greedy))).toBe('A03');
    expect(Date.now() - start).toBeLessThan(1000);
  });

  it('that hides a passphrase among its recipients is refused', async () => {
    const hidden = bytesOf(
      latin1(file).replace('--- ', `-> scrypt ${'A'.repeat(22)} 30\n${'A'.repeat(43)}\n--- `),
    );
    expect(await refusalCode(() => verify(hidden))).toBe('A03');
  });

  it('with 21 stanzas, or with a header beyond 16 KiB, is refused', async () => {
    const stanza = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
    const many = bytesOf(latin1(file).replace('--- ', `${stanza.repeat(20)}--- `));
    expect(await refusalCode(() => verify(many))).toBe('A03');
    const long = bytesOf(latin1(file).replace('--- ', `-> x ${'A'.repeat(17_000)}\n\n--- `));
    expect(await refusalCode(() => verify(long))).toBe('A03');
  });

  it('with a recipient point of small order, or one more stanza than was signed for, is damaged', async () => {
    const zero = bytesOf(latin1(file).replace(/-> X25519 \S+/, `-> X25519 ${'A'.repeat(43)}`));
    expect(await refusalCode(() => verify(zero))).toBe('A02');
    const extra = bytesOf(latin1(file).replace('--- ', '-> grease x\nAAAA\n--- '));
    expect(await refusalCode(() => verify(extra))).toBe('A02');
  });

  it('with bytes after its end, or a chunk exchanged, releases nothing', async () => {
    expect(await refusalCode(() => verify(Buffer.concat([file, Buffer.from('x')])))).toBe('A02');
    const large = await age(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200_000)]));
    const cut = Buffer.from(large).subarray(0, large.length - 3392);
    expect(await refusalCode(() => verify(cut))).toBe('A02');
  });

  it.each([
    ['age inside age', () => age(file)],
    ['armour inside age', () => age(armor.encode(file))],
    ['a part inside age', () => age(splitIntoParts(file, 100_000)[0] as Uint8Array)],
  ])('around %s is refused', async (_name, input) => {
    const nested = await input();
    expect(await refusal(() => verify(nested))).toEqual({ code: 'F03', params: { guess: 'nested' } });
  });

  it('around anything else is refused', async () => {
    for (const content of ['', 'bonjour', '%PDF-1.7']) {
      const wrong = await age(content);
      expect(await refusalCode(() => verify(wrong))).toBe('F03');
    }
  });

  it('with damaged armour is refused', async () => {
    const text = armor.encode(file);
    for (const damaged of [
      text.replace('\n', '\n!'),
      text.slice(0, -40),
      `${text}x`,
      text.replace('END', 'FIN'),
    ]) {
      expect(await refusalCode(() => verify(bytesOf(damaged)))).toBe('A02');
    }
  });
});
