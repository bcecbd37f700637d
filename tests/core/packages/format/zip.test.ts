import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, crc32ByTable } from '../../../../main/core/packages/format/crc32';
import { indexArchive, readEntryContent } from '../../../../main/core/packages/format/zip-reader';
import { type ArchiveEntry, writeArchive } from '../../../../main/core/packages/format/zip-writer';
import { hasTool, inFolder, runTool } from '../../../support/packages/stock-tools';

const text = (content: string) => Buffer.from(content, 'utf8');

const sample: readonly ArchiveEntry[] = [
  { name: 'datapackage.json', content: text('{"name":"essai"}\n'.repeat(40)), packing: 'deflate' },
  { name: 'datapackage.json.sig', content: text('sig'), packing: 'deflate' },
  { name: 'README.txt', content: text('Lisez-moi. '.repeat(30)), packing: 'deflate' },
  { name: 'data/empty.ndjson', content: text(''), packing: 'deflate' },
  { name: `blobs/${'a'.repeat(64)}`, content: text('déjà comprimé'.repeat(9)), packing: 'store' },
];

function unpacked(archive: Uint8Array): readonly { name: string; content: string }[] {
  const index = indexArchive(archive);
  return index.entries.map((entry) => ({
    name: entry.name,
    content: Buffer.from(readEntryContent(index, entry)).toString('latin1'),
  }));
}

describe('the archive', () => {
  it('gives back what was put in, in the same order', () => {
    expect(unpacked(writeArchive(sample))).toEqual(
      sample.map(({ name, content }) => ({ name, content: Buffer.from(content).toString('latin1') })),
    );
  });

  it('compresses what gets smaller and stores the rest', () => {
    const deflated = indexArchive(writeArchive(sample)).entries.map((entry) => entry.deflated);
    expect(deflated).toEqual([true, false, true, false, false]);
  });

  it('gives back any tables and blobs', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^data\/[a-z][a-z0-9_]{0,39}\.ndjson$/), { maxLength: 8 });
    fc.assert(
      fc.property(
        names,
        fc.array(fc.uint8Array({ maxLength: 4000 }), { minLength: 8, maxLength: 8 }),
        (some, contents) => {
          const entries = ['datapackage.json', ...some].map(
            (name, index): ArchiveEntry => ({
              name,
              content: contents[index % 8] ?? new Uint8Array(),
              packing: 'deflate',
            }),
          );
          expect(unpacked(writeArchive(entries))).toEqual(
            entries.map(({ name, content }) => ({ name, content: Buffer.from(content).toString('latin1') })),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is never written with a name or a size outside the profile', () => {
    const entry = { content: text('x'), packing: 'deflate' } as const;
    expect(() => writeArchive([{ ...entry, name: '../x' }])).toThrow(RangeError);
    expect(() =>
      writeArchive([
        { ...entry, name: 'README.txt' },
        { ...entry, name: 'README.txt' },
      ]),
    ).toThrow(RangeError);
  });

  it('is whole for unzip', async () => {
    await inFolder({ 'p.zip': writeArchive(sample) }, (folder) => {
      const run = runTool('unzip', ['-t', 'p.zip'], folder);
      expect(run.stdout).toContain('No errors detected');
      expect(run.status).toBe(0);
    });
  });

  it('holds the same for a second reader', async () => {
    await inFolder({ 'p.zip': writeArchive(sample) }, (folder) => {
      if (hasTool('python3', '--version')) {
        const script =
          'import zipfile,hashlib,json;z=zipfile.ZipFile("p.zip");assert z.testzip() is None;' +
          'print(json.dumps([[i.filename,z.read(i).decode("latin-1")] for i in z.infolist()]))';
        const seen = JSON.parse(runTool('python3', ['-c', script], folder).stdout);
        expect(seen).toEqual(
          sample.map(({ name, content }) => [name, Buffer.from(content).toString('latin1')]),
        );
      } else {
        for (const { name, content } of sample) {
          expect(runTool('unzip', ['-p', 'p.zip', name], folder).stdout).toBe(
            Buffer.from(content).toString('utf8'),
          );
        }
      }
    });
  });
});

describe('CRC-32', () => {
  it('is the one of ZIP', () => {
    for (const checksum of [crc32, crc32ByTable]) {
      expect(checksum(text('123456789'))).toBe(0xcbf43926);
      expect(checksum(new Uint8Array())).toBe(0);
    }
  });
});
