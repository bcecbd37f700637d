import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyPackage } from '../../../main/core/packages/format/verify';
import { aProgramme, built, contextOf, type Programme, reportDraft } from '../../support/packages/programme';
import { type RawArchive, type RawEntry, type RawHeader, rawZip } from '../../support/packages/raw-zip';
import { refusalCode } from '../../support/packages/refusals';
import { entriesOf } from '../../support/packages/tampering';

/** PACKAGES.md §4.3: containers that other readers accept, or understand each in their own way. */

let programme: Programme;
let good: RawEntry[];
beforeAll(async () => {
  programme = await aProgramme();
  const pack = built(reportDraft('CI'), programme.ci);
  good = entriesOf(pack.archive).map(({ name, content }) => ({ name, content }));
});
const verify = (archive: Uint8Array) => verifyPackage(archive, contextOf(programme, programme.forim));
const text = (content: string) => Buffer.from(content, 'utf8');
/** The good package with its third entry (README.txt) changed. */
const third = (change: Partial<RawEntry>): Uint8Array =>
  rawZip(good.map((entry, index) => (index === 2 ? { ...entry, ...change } : entry)));
const around = (archive: RawArchive): Uint8Array => rawZip(good, archive);
const named = (name: string) => third({ name });

it('the same writer without any fault makes an archive that is accepted', async () => {
  expect((await verify(rawZip(good))).outcome).toBe('authentic');
});

describe('an entry name', () => {
  it.each([
    ['differs by case', 'readme.TXT'],
    ['climbs up', '../README.txt'],
    ['climbs up within', 'data/../../x.ndjson'],
    ['is absolute', '/etc/passwd'],
    ['has a drive', 'C:\\x.ndjson'],
    ['climbs up the way of Windows', '..\\x.ndjson'],
    ['holds NUL', 'README.txt\0.exe'],
    ['names a stream', 'README.txt:stream'],
    ['is a device', 'CON'],
    ['is a device among the tables', 'data/con.ndjson.exe'],
    ['ends in a dot', 'README.txt.'],
    ['ends in a space', 'README.txt '],
    ['turns its direction', 'README\u202Etxt'],
    ['has an accent', 'data/réunions.ndjson'],
    ['is a folder', 'data/'],
    ['is a hash of 63 digits', `blobs/${'a'.repeat(63)}`],
    ['is a hash in capitals', `blobs/${'A'.repeat(64)}`],
    ['is a hash with an extension', `blobs/${'a'.repeat(64)}.exe`],
    ['is empty', ''],
    ['begins with a line feed', '\nREADME.txt'],
    ['ends in a line feed', 'README.txt\n'],
    ['is too long for a table', `data/${'a'.repeat(41)}.ndjson`],
  ])('that %s is Z06', async (_name, name) => {
    expect(await refusalCode(() => verify(named(name)))).toBe('Z06');
  });

  it('that occurs twice is Z07', async () => {
    expect(await refusalCode(() => verify(rawZip([...good, good[2] as RawEntry])))).toBe('Z07');
  });

  it('that is another one in the local header is Z09', async () => {
    expect(await refusalCode(() => verify(third({ local: { name: 'readme.txt' } })))).toBe('Z09');
  });
});

describe('the ends of the file', () => {
  const end = (change: RawArchive['end']) => around({ end: change ?? {} });
  it.each([
    ['a program before the archive, offsets shifted', () => around({ prefix: text('MZ stub') }), 'Z01'],
    ['a PDF before the archive', () => around({ prefix: text('%PDF-1.7') }), 'Z01'],
    ['bytes after it', () => around({ suffix: text('x') }), 'Z02'],
    ['a comment', () => around({ end: { comment: text('bonjour') } }), 'Z02'],
    [
      'a second end record in a comment',
      () => around({ end: { comment: rawZip(good).subarray(-22) } }),
      'Z03',
    ],
    ['a comment length without comment', () => withEndByte(20), 'Z02'],
    ['a second disk', () => end({ disk: 1 }), 'Z03'],
    ['two counts', () => end({ countOnDisk: 1 }), 'Z03'],
    ['one entry more than there are', () => end({ count: 8, countOnDisk: 8 }), 'Z03'],
    ['one entry less than there are', () => end({ count: 6, countOnDisk: 6 }), 'Z03'],
    ['a directory that is longer', () => end({ size: 400 }), 'Z03'],
    ['bytes between directory and end', () => around({ afterDirectory: text('x') }), 'Z03'],
    ['2,001 entries', () => end({ count: 2001, countOnDisk: 2001 }), 'Z10'],
    ['the ZIP64 count', () => end({ count: 0xffff, countOnDisk: 0xffff }), 'Z10'],
    ['the ZIP64 offset', () => end({ offset: 0xffffffff }), 'Z10'],
    ['the ZIP64 size', () => end({ size: 0xffffffff }), 'Z10'],
    ['no entry', () => rawZip([]), 'F03'],
  ])('with %s', async (_name, archive, code) => {
    const found = await refusalCode(() => verify(archive()));
    expect(found).toBe(code);
  });

  function withEndByte(at: number): Uint8Array {
    const bytes = Buffer.from(rawZip(good));
    bytes[bytes.length - 22 + at] = 1;
    return bytes;
  }
});

describe('gaps and overlaps', () => {
  it.each([
    ['bytes before the directory', () => around({ beforeDirectory: text('hidden') })],
    ['bytes between two entries', () => third({ after: text('hidden') })],
    ['an entry that begins elsewhere', () => third({ central: { offset: 0 } })],
    ['a directory in another order', () => around({ order: (entries) => [...entries].reverse() })],
    ['two entries of the directory that share one body', () => third({ central: { offset: 1 } })],
  ])('%s: Z08', async (_name, archive) => {
    expect(await refusalCode(() => verify(archive()))).toBe('Z08');
  });

  it('a whole entry that the directory does not list', async () => {
    const hidden = rawZip([...good, { name: 'data/hidden.ndjson', content: text('{}\n') }], {
      order: (entries) => entries.slice(0, -1),
      end: { count: good.length, countOnDisk: good.length },
    });
    expect(await refusalCode(() => verify(hidden))).toBe('Z08');
  });
});

describe('features', () => {
  const features: readonly (readonly [string, Partial<RawHeader>])[] = [
    ['the attributes of a symbolic link', { external: 0xa1ed0000 }],
    ['the attribute of a folder', { external: 0x10 }],
    ['internal attributes', { internal: 1 }],
    ['encryption', { flags: 0x0801 }],
    ['a data descriptor', { flags: 0x0808 }],
    ['names that are not UTF-8', { flags: 0 }],
    ['patched data', { flags: 0x0820 }],
    ['an extra field', { extra: Buffer.from('01000000', 'hex') }],
    ['a comment', { comment: text('x') }],
    ['another date', { date: 0x5c21 }],
    ['another time', { time: 1 }],
    ['another version needed', { needed: 45 }],
    ['Unix as its maker', { madeBy: 0x0314 }],
    ['another disk', { disk: 1 }],
  ];
  it.each(features)('%s: Z04', async (_name, both) => {
    expect(await refusalCode(() => verify(third({ both })))).toBe('Z04');
  });

  const locals: readonly (readonly [string, Partial<RawHeader>])[] = [
    ['encryption', { flags: 0x0801 }],
    ['a data descriptor', { flags: 0x0808 }],
    ['another method', { method: 0 }],
    ['another date', { date: 0x5c21 }],
    ['another CRC', { crc: 1 }],
    ['another size', { size: 1 }],
    ['no compressed size', { compressed: 0 }],
  ];
  it.each(locals)('%s in the local header only: Z09', async (_name, local) => {
    expect(await refusalCode(() => verify(third({ local })))).toBe('Z09');
  });

  it('an extra field in the local header only', async () => {
    expect(await refusalCode(() => verify(third({ local: { extra: Buffer.alloc(4) } })))).toMatch(/^Z0[89]$/);
  });

  it.each([1, 6, 9, 12, 14, 93, 95, 98, 99])('method %i: Z05', async (method) => {
    expect(await refusalCode(() => verify(third({ both: { method } })))).toBe('Z05');
  });
});

describe('sizes', () => {
  it('100 MB of zeros in 100 kB', async () => {
    const content = Buffer.alloc(100 * 1024 * 1024);
    expect(await refusalCode(() => verify(third({ content })))).toBe('Z10');
  });

  it('300 MiB in total', async () => {
    const body = deflateRawSync(Buffer.alloc(60 * 1024 * 1024));
    const content = new Uint8Array();
    const zeros = Array.from({ length: 5 }, (_, n) => ({
      name: `data/t${n}.ndjson`,
      content,
      body,
      both: { size: 60 * 1024 * 1024 },
    }));
    expect(await refusalCode(() => verify(rawZip([...good, ...zeros])))).toBe('Z10');
  });

  it('more than deflate can make of so few bytes', async () => {
    expect(await refusalCode(() => verify(third({ both: { size: 60 * 1024 * 1024 } })))).toBe('Z10');
  });

  it('stored with two sizes', async () => {
    expect(await refusalCode(() => verify(third({ both: { method: 0 } })))).toBe('Z10');
  });

  it('a manifest beyond 1 MiB and a signature beyond 4 KiB', async () => {
    const large = Buffer.alloc(1024 * 1024 + 1, ' ');
    expect(
      await refusalCode(() => verify(rawZip(good.with(0, { name: 'datapackage.json', content: large })))),
    ).toBe('M08');
    const long = Buffer.alloc(4097, 'a');
    expect(
      await refusalCode(() => verify(rawZip(good.with(1, { name: 'datapackage.json.sig', content: long })))),
    ).toBe('M08');
  });
});

describe('content', () => {
  it('with a wrong CRC', async () => {
    expect(await refusalCode(() => verify(third({ both: { crc: 12345 } })))).toBe('Z11');
    const [manifest, ...others] = good as [RawEntry, ...RawEntry[]];
    expect(await refusalCode(() => verify(rawZip([{ ...manifest, both: { crc: 1 } }, ...others])))).toBe(
      'Z11',
    );
  });

  it('of two deflate streams in one entry', async () => {
    const readme = (good[2] as RawEntry).content;
    const body = Buffer.concat([deflateRawSync(readme), deflateRawSync(text('hidden'))]);
    expect(await refusalCode(() => verify(third({ body })))).toBe('Z11');
  });

  it('of a deflate stream with bytes after it', async () => {
    const body = Buffer.concat([deflateRawSync((good[2] as RawEntry).content), text('x')]);
    expect(await refusalCode(() => verify(third({ body })))).toBe('Z11');
  });

  it('of a deflate stream that never ends', async () => {
    const body = deflateRawSync((good[2] as RawEntry).content);
    expect(await refusalCode(() => verify(third({ body: body.subarray(0, -3) })))).toBe('Z11');
  });

  it('that is no deflate stream', async () => {
    expect(await refusalCode(() => verify(third({ body: Buffer.alloc(900, 0xff) })))).toBe('Z11');
  });

  it('longer or shorter than was declared', async () => {
    const { length } = (good[2] as RawEntry).content;
    expect(await refusalCode(() => verify(third({ both: { size: length - 1 } })))).toMatch(/^(Z11|P02)$/);
    expect(await refusalCode(() => verify(third({ both: { size: length + 1 } })))).toMatch(/^(Z11|P02)$/);
  });
});

describe('the list of entries', () => {
  const blob = { name: `blobs/${'a'.repeat(64)}`, content: text('x') };
  it('with the manifest not first: M06', async () => {
    const [manifest, signature, ...others] = good as [RawEntry, RawEntry, ...RawEntry[]];
    expect(await refusalCode(() => verify(rawZip([signature, manifest, ...others])))).toBe('M06');
    expect(await refusalCode(() => verify(rawZip([...others, manifest, signature])))).toBe('M06');
  });

  it('with the signature later: M06', async () => {
    const [manifest, signature, ...others] = good as [RawEntry, RawEntry, ...RawEntry[]];
    expect(await refusalCode(() => verify(rawZip([manifest, ...others, signature])))).toBe('M06');
  });

  it('without signature: S01', async () => {
    expect(await refusalCode(() => verify(rawZip(good.filter((_, index) => index !== 1))))).toBe('S01');
  });

  it('with a second signature in a report: M06', async () => {
    const second = { name: 'datapackage.json.sig2', content: (good[1] as RawEntry).content };
    expect(await refusalCode(() => verify(rawZip(good.toSpliced(2, 0, second))))).toBe('M06');
    expect(await refusalCode(() => verify(rawZip([...good, second])))).toBe('M06');
  });

  it('with a blob that the manifest does not know: M06', async () => {
    expect(await refusalCode(() => verify(rawZip([...good, blob])))).toBe('M06');
  });

  it('without one that the manifest announces: M06', async () => {
    expect(await refusalCode(() => verify(rawZip(good.slice(0, -1))))).toBe('M06');
  });

  it('in another order than the manifest: M06', async () => {
    const swapped = [...good.slice(0, 3), good[4] as RawEntry, good[3] as RawEntry, ...good.slice(5)];
    expect(await refusalCode(() => verify(rawZip(swapped)))).toBe('M06');
  });
});
