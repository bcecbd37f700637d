import { beforeAll, describe, expect, it } from 'vitest';
import type { BuiltPackage } from '../../../../main/core/packages/format/build';
import {
  fileName,
  numberOf,
  packageId,
  packageName,
  parseManifest,
  seriesKey,
} from '../../../../main/core/packages/format/manifest';
import { canonicalJson } from '../../../../main/core/packages/format/strict-json';
import {
  aProgramme,
  built,
  type Programme,
  registerDraft,
  reportDraft,
} from '../../../support/packages/programme';
import { refusal } from '../../../support/packages/refusals';
import type { BentManifest } from '../../../support/packages/tampering';

let programme: Programme;
let pack: BuiltPackage;
beforeAll(async () => {
  programme = await aProgramme();
  pack = built(
    reportDraft('CI', { sequence: 17, epoch: 3, previous: `sha256:${'0'.repeat(64)}` }),
    programme.ci,
  );
});

function bytesOf(bend: (manifest: BentManifest) => void): Uint8Array {
  const manifest: BentManifest = JSON.parse(JSON.stringify(pack.manifest));
  bend(manifest);
  return Buffer.from(canonicalJson(manifest), 'utf8');
}

describe('a manifest', () => {
  it('has the keys of the format, in their order', () => {
    expect(Object.keys(pack.manifest)).toEqual(['$schema', 'name', 'id', 'created', 'colis', 'resources']);
    expect(Object.keys(pack.manifest.colis).join(' ')).toBe(
      'format kind from to period revision reason epoch sequence previous base schema register reference app carries',
    );
    expect(Object.keys(pack.manifest.resources[1] ?? {}).join(' ')).toBe(
      'name path type format mediatype encoding bytes hash rows schema',
    );
  });

  it('comes back from its bytes', () => {
    expect(parseManifest(pack.manifestBytes)).toEqual(pack.manifest);
  });

  it('names the package by sender, kind, epoch and number, and by receiver where the series has one', () => {
    expect(pack.manifest.name).toBe('ci-report-3-17');
    expect(pack.manifest.id).toBe('colis:CI:report:3:17');
    expect(pack.fileName).toBe('CI_2026-Q3_r0_n017.colis');
    const slip = { ...pack.manifest.colis, kind: 'slip', from: 'FORIM', to: ['CI'] } as const;
    expect(packageName(numberOf({ ...slip, to: ['CI'] }))).toBe('forim-slip-ci-3-17');
    expect(packageId(numberOf({ ...slip, to: ['CI'] }))).toBe('colis:FORIM:slip:CI:3:17');
    expect(seriesKey(numberOf({ ...slip, to: ['CI'] }))).toBe('FORIM:slip:CI');
    expect(fileName({ ...slip, to: ['CI'] })).toBe('FORIM_slip_CI_2026-Q3_n017.colis');
    expect(programme.registerPackage.fileName).toBe('FORIM_register_n001.colis');
  });

  it('is addressed to everybody only for a register or a reference pack', () => {
    expect(built(registerDraft(programme.register), programme.root).manifest.colis.to).toEqual(['*']);
  });

  it('has any future year in its dates', () => {
    expect(
      parseManifest(bytesOf((m) => Object.assign(m, { created: '2999-12-31T23:59:59Z' }))).created,
    ).toMatch(/^2999/);
  });
});

const cases: readonly (readonly [string, (manifest: BentManifest) => unknown, string])[] = [
  ['an unknown key', (m) => Object.assign(m, { licence: 'x' }), 'M01'],
  ['an unknown key in colis', (m) => Object.assign(m.colis, { secret: 1 }), 'M01'],
  ['a missing key', (m) => delete m.colis.base, 'M01'],
  [
    'keys in another order',
    (m) => {
      delete m.colis.format;
      m.colis.format = 1;
    },
    'M01',
  ],
  ['another profile', (m) => Object.assign(m, { $schema: 'https://example.org/datapackage.json' }), 'M01'],
  ['format 2', (m) => Object.assign(m.colis, { format: 2, novelty: true }), 'M02'],
  ['format 0', (m) => Object.assign(m.colis, { format: 0 }), 'M01'],
  ['an unknown kind', (m) => Object.assign(m.colis, { kind: 'gossip' }), 'M03'],
  ['a wrong name', (m) => Object.assign(m, { name: 'ci-report-3-18' }), 'M01'],
  ['a wrong id', (m) => Object.assign(m, { id: 'colis:SN:report:3:17' }), 'M01'],
  ['a sender in small letters', (m) => Object.assign(m.colis, { from: 'ci' }), 'M01'],
  ['no receiver', (m) => Object.assign(m.colis, { to: [] }), 'M01'],
  ['nine receivers', (m) => Object.assign(m.colis, { to: 'AA BB CC DD EE FF GG HH II'.split(' ') }), 'M01'],
  ['receivers out of order', (m) => Object.assign(m.colis, { to: ['GRDR', 'FORIM'] }), 'M01'],
  ['a receiver named twice', (m) => Object.assign(m.colis, { to: ['FORIM', 'FORIM'] }), 'M01'],
  ['a report for everybody', (m) => Object.assign(m.colis, { to: ['*'] }), 'M01'],
  ['a report without period', (m) => Object.assign(m.colis, { period: null }), 'M01'],
  ['a fifth quarter', (m) => Object.assign(m.colis, { period: '2026-Q5' }), 'M01'],
  ['a report without reference pack', (m) => Object.assign(m.colis, { reference: null }), 'M01'],
  ['a rectification without reason', (m) => Object.assign(m.colis, { revision: 1 }), 'M01'],
  ['a reason without rectification', (m) => Object.assign(m.colis, { reason: 'x' }), 'M01'],
  [
    'a reason with an override of direction',
    (m) => Object.assign(m.colis, { revision: 1, reason: 'a\u202Eb' }),
    'J06',
  ],
  ['number zero', (m) => Object.assign(m.colis, { sequence: 0 }), 'M01'],
  ['a negative epoch', (m) => Object.assign(m.colis, { epoch: -1 }), 'M01'],
  ['a number as text', (m) => Object.assign(m.colis, { sequence: '17' }), 'M01'],
  ['no previous although it is not the first', (m) => Object.assign(m.colis, { previous: null }), 'M01'],
  ['a day that does not exist', (m) => Object.assign(m, { created: '2026-02-30T10:00:00Z' }), 'M01'],
  ['an instant with milliseconds', (m) => Object.assign(m, { created: '2026-02-03T10:00:00.000Z' }), 'M01'],
  ['an instant with an offset', (m) => Object.assign(m, { created: '2026-02-03T10:00:00+01:00' }), 'M01'],
  ['an application version with letters', (m) => Object.assign(m.colis, { app: '1.0-beta' }), 'M01'],
  [
    'a register inside a report',
    (m) => Object.assign(m.colis, { carries: [`sha256:${'a'.repeat(64)}`] }),
    'M01',
  ],
  [
    'a hash in capitals',
    (m) => Object.assign(m.resources[1] ?? {}, { hash: `sha256:${'AB'.repeat(32)}` }),
    'M01',
  ],
  ['an MD5 hash', (m) => Object.assign(m.resources[1] ?? {}, { hash: `md5:${'ab'.repeat(16)}` }), 'M01'],
  ['no hash', (m) => delete m.resources[1]?.hash, 'M01'],
  ['negative bytes', (m) => Object.assign(m.resources[1] ?? {}, { bytes: -4 }), 'M01'],
  ['another encoding', (m) => Object.assign(m.resources[1] ?? {}, { encoding: 'cp1252' }), 'M01'],
  [
    'a path of another table',
    (m) => Object.assign(m.resources[1] ?? {}, { path: 'data/other.ndjson' }),
    'M01',
  ],
  [
    'a path that is a URL',
    (m) => Object.assign(m.resources[1] ?? {}, { path: 'https://example.org/x' }),
    'M07',
  ],
  ['an absolute path', (m) => Object.assign(m.resources[1] ?? {}, { path: '/etc/passwd' }), 'M07'],
  ['a path upwards', (m) => Object.assign(m.resources[1] ?? {}, { path: 'data/../../x.ndjson' }), 'M07'],
  ['a path of Windows', (m) => Object.assign(m.resources[1] ?? {}, { path: 'data\\x.ndjson' }), 'M07'],
  ['a list of paths', (m) => Object.assign(m.resources[1] ?? {}, { path: ['data/a.ndjson'] }), 'M07'],
  ['data within the manifest', (m) => Object.assign(m.resources[1] ?? {}, { data: [] }), 'M07'],
  [
    'a schema that is a URL',
    (m) => Object.assign(m.resources[1] ?? {}, { schema: 'https://example.org/s' }),
    'M07',
  ],
  ['compression', (m) => Object.assign(m.resources[1] ?? {}, { compression: 'gz' }), 'M07'],
  ['a dialect', (m) => Object.assign(m.resources[1] ?? {}, { dialect: {} }), 'M07'],
  ['a profile', (m) => Object.assign(m.resources[1] ?? {}, { profile: 'x' }), 'M07'],
  ['more rows than a table may have', (m) => Object.assign(m.resources[1] ?? {}, { rows: 100_001 }), 'M08'],
  [
    'more bytes than an entry may have',
    (m) => Object.assign(m.resources[1] ?? {}, { bytes: 2 ** 26 + 1 }),
    'M08',
  ],
  [
    '61 tables',
    (m) => {
      const table = m.resources[1] ?? {};
      for (let n = 0; n < 60; n += 1)
        m.resources.push({ ...table, name: `t${n}`, path: `data/t${n}.ndjson` });
    },
    'M08',
  ],
  [
    'more rows than a package may have',
    (m) => {
      const table = { ...m.resources[1], rows: 100_000 };
      for (let n = 0; n < 4; n += 1) m.resources.push({ ...table, name: `t${n}`, path: `data/t${n}.ndjson` });
    },
    'M08',
  ],
];

describe('a manifest is refused', () => {
  it.each(cases)('with %s', async (_name, bend, code) => {
    expect((await refusal(() => parseManifest(bytesOf((manifest) => void bend(manifest))))).code).toBe(code);
  });

  it('when it is longer than 1 MiB', async () => {
    expect((await refusal(() => parseManifest(Buffer.alloc(1024 * 1024 + 1, '[')))).code).toBe('M08');
    expect((await refusal(() => parseManifest(Buffer.alloc(1024 * 1024, '[')))).code).toBe('J02');
  });

  it('when it is no object', async () => {
    for (const text of ['null\n', '[]\n', '1\n', '"x"\n']) {
      expect((await refusal(() => parseManifest(Buffer.from(text)))).code).toBe('M01');
    }
  });
});
