import { beforeAll, describe, expect, it } from 'vitest';
import type { BuiltPackage } from '../../../main/core/packages/format/build';
import { verifyPackage } from '../../../main/core/packages/format/verify';
import { aProgramme, built, contextOf, type Programme, reportDraft } from '../../support/packages/programme';
import { refusal } from '../../support/packages/refusals';
import { type BentManifest, bent, resealed } from '../../support/packages/tampering';

/** PACKAGES.md §4.5: manifests that are signed well by a committee and are nevertheless refused. */

let programme: Programme;
let pack: BuiltPackage;
beforeAll(async () => {
  programme = await aProgramme();
  pack = built(reportDraft('CI'), programme.ci);
});
const verify = (archive: Uint8Array) => verifyPackage(archive, contextOf(programme, programme.forim));
const table = (manifest: BentManifest) => manifest.resources[1] ?? {};
const inText = (from: string | RegExp, to: string) => () =>
  bent(
    pack,
    programme.ci,
    () => undefined,
    (text) => text.replace(from, to),
  );
const with_ = (bend: (manifest: BentManifest) => void) => () => bent(pack, programme.ci, bend);
const raw = (text: string | Uint8Array) => () =>
  resealed(pack.archive, Buffer.from(text), programme.ci, 'concertation-report-v1');

it('the same hand, bending nothing, makes a package that is accepted', async () => {
  expect((await verify(bent(pack, programme.ci, () => undefined))).outcome).toBe('authentic');
});

describe('JSON', () => {
  it.each([
    ['a number written 1.0', inText('"sequence": 1', '"sequence": 1.0'), 'J03'],
    ['a number written 1e2', inText('"sequence": 1', '"sequence": 1e2'), 'J03'],
    ['minus zero', inText('"revision": 0', '"revision": -0'), 'J03'],
    ['1e999', inText('"sequence": 1', '"sequence": 1e999'), 'J03'],
    ['9007199254740993', inText('"sequence": 1', '"sequence": 9007199254740993'), 'J03'],
    ['9007199254740992', inText('"sequence": 1', '"sequence": 9007199254740992'), 'J05'],
    ['a fraction', inText('"sequence": 1', '"sequence": 1.5'), 'J05'],
    ['a lone surrogate', inText('"0.1.0"', '"\\ud800"'), 'J06'],
    ['U+0000', inText('"0.1.0"', '"\\u0000"'), 'J06'],
    ['U+FFFF', inText('"0.1.0"', '"\\uffff"'), 'J06'],
    ['letters that are not composed', inText('"0.1.0"', '"e\u0301"'), 'J07'],
    ['one key twice', inText('"from": "CI",', '"from": "SN",\n  "from": "CI",'), 'J03'],
    ['an escaped key', inText('"from"', '"\\u0066rom"'), 'J03'],
    ['__proto__', inText('"from": "CI",', '"__proto__": {},\n  "from": "CI",'), 'J04'],
    ['a comment', inText('{', '{ // x'), 'J02'],
    ['two spaces of indentation', inText(/\n /g, '\n  '), 'J03'],
    ['CRLF', inText(/\n/g, '\r\n'), 'J03'],
    ['a byte-order mark', raw('\uFEFF{}\n'), 'J01'],
    ['Latin-1', raw(Buffer.from('{\n "a": "\xe9"\n}\n', 'latin1')), 'J01'],
    ['UTF-16', raw(Buffer.from('{}\n', 'utf16le')), 'J02'],
    ['a depth of 200,000', raw('['.repeat(200_000)), 'J02'],
    ['1 MiB of brackets', raw('['.repeat(1024 * 1024)), 'J02'],
    [
      'a README of 60 MB',
      with_((manifest) => {
        const readme = manifest.resources.find(({ path }) => path === 'README.txt');
        if (readme) readme.bytes = 60 * 1024 * 1024;
      }),
      'M08',
    ],
    ['100,000 keys', raw(`{${Array.from({ length: 100_000 }, (_, n) => `"k${n}":1`).join()}}`), 'M08'],
    ['nothing', raw(''), 'J02'],
  ])('%s', async (_name, archive, code) => {
    const start = Date.now();
    expect((await refusal(() => verify(archive()))).code).toBe(code);
    expect(Date.now() - start).toBeLessThan(5000);
  });

  it('never reaches a prototype', async () => {
    await refusal(() =>
      verify(inText('"from": "CI",', '"__proto__": {\n   "polluted": true\n  },\n  "from": "CI",')()),
    );
    expect('polluted' in {}).toBe(false);
  });
});

describe('the closed schema', () => {
  it.each([
    ['a key of one’s own', with_((m) => Object.assign(m.colis, { note: 'x' })), 'M01'],
    ['a path that is a URL', with_((m) => Object.assign(table(m), { path: 'http://127.0.0.1:1/x' })), 'M07'],
    ['a path upwards', with_((m) => Object.assign(table(m), { path: '../x.ndjson' })), 'M07'],
    [
      'a list of paths',
      with_((m) => Object.assign(table(m), { path: ['data/organisations.ndjson'] })),
      'M07',
    ],
    ['data within the manifest', with_((m) => Object.assign(table(m), { data: '{}' })), 'M07'],
    [
      'a schema that is a URL',
      with_((m) => Object.assign(table(m), { schema: 'http://127.0.0.1:1/s' })),
      'M07',
    ],
    ['another $schema', with_((m) => Object.assign(m, { $schema: 'http://127.0.0.1:1/p' })), 'M01'],
    ['compression', with_((m) => Object.assign(table(m), { compression: 'zip' })), 'M07'],
    [
      'a hash in capitals',
      with_((m) => Object.assign(table(m), { hash: `sha256:${'AB'.repeat(32)}` })),
      'M01',
    ],
    ['an MD5 hash', with_((m) => Object.assign(table(m), { hash: 'ab'.repeat(16) })), 'M01'],
    ['no hash', with_((m) => delete table(m).hash), 'M01'],
    [
      'bytes that lie by one',
      with_((m) => Object.assign(table(m), { bytes: Number(table(m).bytes) + 1 })),
      'P02',
    ],
    [
      'rows that lie by one',
      with_((m) => Object.assign(table(m), { rows: Number(table(m).rows) + 1 })),
      'P06',
    ],
    [
      'a hash of something else',
      with_((m) => Object.assign(table(m), { hash: `sha256:${'ab'.repeat(32)}` })),
      'P01',
    ],
    ['one resource twice', with_((m) => m.resources.push(table(m))), 'M06'],
    ['one resource less', with_((m) => m.resources.pop()), 'M06'],
    [
      'a schema of another table',
      with_((m) => Object.assign(table(m), { schema: m.resources[2]?.schema })),
      'M01',
    ],
    [
      'fields in another order',
      with_((m) => (table(m).schema as { fields: unknown[] }).fields.reverse()),
      'M01',
    ],
  ])('%s', async (_name, archive, code) => {
    expect((await refusal(() => verify(archive()))).code).toBe(code);
  });
});

describe('versions', () => {
  it('of a newer format or of newer tables ask for an update', async () => {
    const format = await refusal(() =>
      verify(bent(pack, programme.ci, (m) => Object.assign(m.colis, { format: 2, x: 1 }))),
    );
    expect(format).toEqual({ code: 'M02', params: { what: 'format', version: 2 } });
    const schema = await refusal(() =>
      verify(bent(pack, programme.ci, (m) => Object.assign(m.colis, { schema: 7 }))),
    );
    expect(schema).toEqual({ code: 'M02', params: { what: 'schema', kind: 'report', version: 7 } });
  });
});

describe('the binding', () => {
  it.each([
    ['a kind that nobody knows', with_((m) => Object.assign(m.colis, { kind: 'gossip' })), 'M03'],
    [
      'another kind than the signature’s',
      with_((m) => {
        Object.assign(m.colis, { kind: 'attachments' });
        Object.assign(m, { name: 'ci-attachments-1-1', id: 'colis:CI:attachments:1:1' });
      }),
      'S04',
    ],
    [
      'another sender than the signer',
      with_((m) => {
        Object.assign(m.colis, { from: 'SN' });
        Object.assign(m, { name: 'sn-report-1-1', id: 'colis:SN:report:1:1' });
      }),
      'M04',
    ],
    ['another receiver', with_((m) => Object.assign(m.colis, { to: ['GADEM', 'GRDR'] })), 'M05'],
    [
      'an epoch that the register does not know',
      with_((m) => {
        Object.assign(m.colis, { epoch: 2 });
        Object.assign(m, { name: 'ci-report-2-1', id: 'colis:CI:report:2:1' });
      }),
      'C07',
    ],
  ])('%s', async (_name, archive, code) => {
    expect((await refusal(() => verify(archive()))).code).toBe(code);
  });

  it('an epoch that has ended', async () => {
    const parties = programme.register.parties.map((party) =>
      party.code === 'CI' ? { ...party, epoch: 2 } : party,
    );
    const register = { register: { ...programme.register, parties }, digest: 'sha256:2' };
    const found = await refusal(() =>
      verifyPackage(pack.archive, contextOf(programme, programme.forim, { register })),
    );
    expect(found).toEqual({ code: 'C06', params: { epoch: 1, head: 2 } });
  });
});
