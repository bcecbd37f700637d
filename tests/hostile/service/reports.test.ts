import { mkdirSync, truncateSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuiltPackage } from '../../../main/core/packages/format/build';
import { splitIntoParts } from '../../../main/core/packages/format/parts';
import type { Row } from '../../../main/core/packages/format/table-schema';
import { referenceDigest } from '../../../main/core/programme/pack';
import { checkWorkspace } from '../../../main/core/workspace/check';
import { shippedDigests } from '../../../resources/programme';
import { type Forger, stranger } from '../../support/hostile/forger';
import type { Target } from '../../support/hostile/target';
import { type TwoCommittees, twoCommittees } from '../../support/hostile/two-committees';
import { passphrase } from '../../support/laptop';
import type { KeyHolder } from '../../support/packages/programme';
import { rawZip } from '../../support/packages/raw-zip';
import { bent, entriesOf, resealed, tableText, withEntry, withTable } from '../../support/packages/tampering';

/**
 * Hostile and faulty reports at a real coordination, by its own button (PACKAGES.md §4.1–4.6): the stated code, nothing
 * changed, no file anywhere, and the next good package works.
 */

let scene: TwoCommittees;
let target: Target;
let senegal: Forger;
let tunisia: Forger;
let nobody: KeyHolder;

beforeAll(async () => {
  scene = await twoCommittees();
  ({ target, senegal, tunisia } = scene);
  nobody = await stranger('SN');
  for (const forger of [senegal, tunisia]) await accept(forger, forger.next());
});

afterAll(() => scene.throwAway());

async function accept(
  forger: Forger,
  report: BuiltPackage,
  confirmation: string | null = null,
): Promise<void> {
  const result = await target.opens(await forger.sealed(report.archive));
  if (result.kind !== 'report') throw new Error(JSON.stringify(result));
  forger.taken(report);
  await decide(result.submission, confirmation);
}

function decide(id: string, confirmation: string | null) {
  return target.laptop.call('submissions.decide', {
    id,
    decision: 'accepted',
    general: '',
    remarks: [],
    deadline: null,
    confirmation,
    passphrase,
  });
}

/** After every refusal the next good report is taken in as if nothing had been. */
async function nextGoodOneWorks(): Promise<void> {
  const report = senegal.next();
  const result = await target.opens(await senegal.sealed(report.archive));
  senegal.taken(report);
  expect(result).toMatchObject({ kind: 'report', from: 'SN', notices: [] });
}

/** One table of the next report, each line through `change`, with everything put right and signed again. */
function rewritten(table: string, change: (lines: string[]) => string[]): Uint8Array {
  const report = senegal.next();
  const lines = tableText(report, table)
    .split('\n')
    .filter((line) => line !== '');
  const text = change(lines)
    .map((line) => `${line}\n`)
    .join('');
  return withTable(report, senegal.holder, table, text);
}

function firstRow(change: (row: Row) => Row, table = 'organisations'): Uint8Array {
  return rewritten(table, ([first, ...rest]) => [JSON.stringify(change(JSON.parse(first ?? '{}'))), ...rest]);
}

function buried(table: string, id: unknown): Row {
  return { table, id: String(id), reason: 'deleted', deletedAt: '2026-09-20T09:00:00Z' };
}

const bytes = (text: string) => Buffer.from(text, 'utf8');
const sealed = (archive: Uint8Array) => senegal.sealed(archive);

describe('a report that travels in parts', () => {
  const arriveAll = (parts: readonly Uint8Array[]) =>
    parts.map((part, number) => target.arrive(part, `morceau-${number}.colis`));

  it('is taken in any order, with one of them twice, and its whole file is kept', async () => {
    const report = senegal.next();
    const whole = await sealed(report.archive);
    const paths = arriveAll(splitIntoParts(whole, Math.ceil(whole.length / 3)));
    const [first = '', second = '', third = ''] = paths;
    expect(await target.laptop.receive(third, first, second, first)).toMatchObject([
      { kind: 'report', from: 'SN' },
    ]);
    senegal.taken(report);
    // Opened anew: what no row names is swept by then.
    expect(await target.read(() => null)).toBeNull();
    const damaged = await target.read((workspace) =>
      checkWorkspace(workspace).filter((finding) => finding.outcome !== 'fine'),
    );
    expect(damaged).toEqual([]);
    expect(await target.opens(whole)).toMatchObject({ kind: 'known', notice: { code: 'C01' } });
  });

  it('is refused with the missing number when one is not there', async () => {
    const whole = await sealed(senegal.next().archive);
    const [first, , third] = splitIntoParts(whole, Math.ceil(whole.length / 3));
    if (!first || !third) throw new Error('There should be three parts');
    const before = await target.fingerprint();
    const [result] = await target.laptop.receive(...arriveAll([first, third]));
    expect(result).toMatchObject({ kind: 'refused', code: 'T05' });
    expect(await target.fingerprint()).toBe(before);
  });
});

describe('a file that is no package', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['nothing at all', () => bytes(''), 'F01'],
    ['a letter', () => bytes('Bonjour, voici le rapport.\n'), 'F03'],
    ['a PDF', () => bytes('%PDF-1.7\n%%EOF\n'), 'F03'],
    ['a page of the mail service', () => bytes('<!DOCTYPE html><html>Connexion</html>'), 'F03'],
  ])('holding %s is refused', async (_what, make, code) => {
    expect(await target.refuses(make())).toBe(code);
    await nextGoodOneWorks();
  });

  it('of 10 GiB is refused without being read', async () => {
    const path = target.arrive(bytes('PK'), 'enorme.colis');
    truncateSync(path, 10 * 1024 ** 3);
    expect(await target.refusalOf(path)).toBe('F02');
  });

  it('that is a folder, or is not there any more, is refused', async () => {
    const folder = target.laptop.path('dossier.colis');
    mkdirSync(folder);
    expect(await target.refusalOf(folder)).toBe('F04');
    expect(await target.refusalOf(target.laptop.path('parti.colis'))).toBe('F04');
    await nextGoodOneWorks();
  });
});

describe('a report that suffered on its way', () => {
  it.each<[string, (whole: Uint8Array) => Uint8Array, RegExp]>([
    ['cut in half', (whole) => whole.subarray(0, whole.length / 2), /^A02$/],
    ['cut by one byte', (whole) => whole.subarray(0, -1), /^A02$/],
    ['with one bit altered in its middle', (whole) => flipped(whole, whole.length >> 1), /^A02$/],
    ['with one bit altered in its header', (whole) => flipped(whole, 60), /^(A0[12]|F03)$/],
    ['given CRLF line ends', (whole) => crlf(whole), /^(A02|F03)$/],
  ])('%s is refused', async (_what, spoil, code) => {
    expect(await target.refuses(spoil(await sealed(senegal.next().archive)))).toMatch(code);
    await nextGoodOneWorks();
  });

  it('in clear, with one bit altered anywhere, is refused', async () => {
    const { archive } = senegal.next();
    for (let part = 1; part < 4; part += 1) {
      expect(await target.refuses(flipped(archive, Math.floor((archive.length * part) / 4)))).toMatch(
        /^[ZSJPM]\d\d$/,
      );
    }
    await nextGoodOneWorks();
  });
});

function flipped(whole: Uint8Array, place: number): Uint8Array {
  const copy = Buffer.from(whole);
  copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
}

function crlf(whole: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(whole).toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
}

describe('a container that hides something', () => {
  const entries = () => entriesOf(senegal.next().archive);
  it.each<[string, () => Uint8Array, string]>([
    [
      'a path outside its folder',
      () => rawZip([...entries(), { name: '../../evade.txt', content: bytes('x') }]),
      'Z06',
    ],
    [
      'an absolute path',
      () => rawZip([...entries(), { name: '/tmp/evade.txt', content: bytes('x') }]),
      'Z06',
    ],
    ['one entry twice', () => rawZip([...entries(), ...entries().slice(-1)]), 'Z07'],
    [
      'an entry that its manifest does not declare',
      () => rawZip([...entries(), { name: `blobs/${'a'.repeat(64)}`, content: bytes('x') }]),
      'M06',
    ],
    [
      'a hundred megabytes of nothing',
      () => rawZip([...entries(), { name: 'data/rien.ndjson', content: Buffer.alloc(100 * 1024 ** 2) }]),
      'Z10',
    ],
    [
      'another table than the signed one',
      () => withEntry(senegal.next().archive, 'data/needs.ndjson', bytes('{}\n')),
      'P02',
    ],
  ])('%s is refused', async (_what, make, code) => {
    expect(await target.refuses(await sealed(make()))).toBe(code);
    await nextGoodOneWorks();
  });
});

describe('a report of the wrong hand', () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['signed by nobody the register knows', () => sealed(senegal.next({}, nobody).archive), 'S05'],
    ['in the name of another committee', () => sealed(senegal.next({}, tunisia.holder).archive), 'M04'],
    ['addressed to others', () => sealed(senegal.next({ to: ['GRDR'] }).archive), 'M05'],
    [
      'readable for others only',
      () => senegal.sealed(senegal.next().archive, nobody.reading.recipient),
      'A01',
    ],
    [
      'signed for another purpose',
      () => {
        const { archive, manifestBytes } = senegal.next();
        return sealed(resealed(archive, manifestBytes, senegal.holder, 'file'));
      },
      'S04',
    ],
    [
      'of a later format',
      () => sealed(bent(senegal.next(), senegal.holder, ({ colis }) => Object.assign(colis, { format: 2 }))),
      'M02',
    ],
    [
      'with tables of a later version',
      () => sealed(bent(senegal.next(), senegal.holder, ({ colis }) => Object.assign(colis, { schema: 9 }))),
      'M02',
    ],
    [
      'about a reference pack that is not known here',
      () => sealed(senegal.next({ reference: `sha256:${'9'.repeat(64)}` }).archive),
      'M09',
    ],
  ])('%s is refused', async (_what, make, code) => {
    expect(await target.refuses(await make())).toBe(code);
    await nextGoodOneWorks();
  });
});

describe('a report out of its order', () => {
  const digest = `sha256:${'5'.repeat(64)}`;
  it.each<[string, () => BuiltPackage, string]>([
    ['that does not follow the one before', () => senegal.next({ previous: digest }), 'C04'],
    ['of an epoch that the register does not know', () => senegal.next({ epoch: 2 }), 'C07'],
    ['two thousand numbers ahead', () => senegal.next({ sequence: 2_000, previous: digest }), 'C09'],
  ])('%s is refused', async (_what, make, code) => {
    expect(await target.refuses(await sealed(make().archive))).toBe(code);
    await nextGoodOneWorks();
  });

  it('under a number that another one has is refused as a fork', async () => {
    const [one, other] = [senegal.next(), senegal.next()];
    await target.opens(await sealed(one.archive));
    senegal.taken(one);
    expect(await target.refuses(await sealed(other.archive))).toBe('C03');
    await nextGoodOneWorks();
  });

  it('after a missing number is taken with a notice; the missing one is then only looked at', async () => {
    const missing = senegal.next();
    senegal.taken(missing);
    const after = senegal.next();
    const result = await target.opens(await sealed(after.archive));
    expect(result).toMatchObject({ kind: 'report', notices: [{ code: 'C05' }] });
    senegal.taken(after);
    if (result.kind === 'report') await decide(result.submission, null);
    const before = await target.laptop.call('submissions.list', {});
    const old = await target.opens(await sealed(missing.archive));
    expect(old).toMatchObject({ kind: 'known', notice: { code: 'C02' } });
    expect(await target.laptop.call('submissions.list', {})).toEqual(before);
    await nextGoodOneWorks();
  });

  it('that was accepted, encrypted anew and renamed, is known and offers its slip again', async () => {
    const report = senegal.next();
    await accept(senegal, report);
    const before = await target.fingerprint();
    const again = await target.opens(await sealed(report.archive), 'image (1).jpg');
    expect(again).toMatchObject({ kind: 'known', notice: { code: 'C01' } });
    expect(again.kind === 'known' && again.slip).toMatch(/^[0-9a-f-]{36}$/);
    expect(await target.fingerprint()).toBe(before);
  });
});

describe('rows that may not be', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['of another committee', () => firstRow((row) => ({ ...row, committee: 'TN' })), 'P09'],
    [
      'with the id of a record of another committee',
      () => firstRow((row) => ({ ...row, id: String(tunisia.organisation(0).id) })),
      'P09',
    ],
    ['that went back', () => firstRow((row) => ({ ...row, revision: 1 })), 'P14'],
    ['twice', () => rewritten('organisations', ([first = '', ...rest]) => [first, first, ...rest]), 'P07'],
    ['on the 30th of February', () => firstRow((row) => ({ ...row, verifiedOn: '2026-02-30' })), 'P06'],
    ['with a negative number', () => firstRow((row) => ({ ...row, quantity: -1 }), 'activity_lines'), 'P06'],
    [
      'of another quarter',
      () => firstRow((row) => ({ ...row, quarter: '2026-Q2' }), 'activity_lines'),
      'P06',
    ],
    [
      'with a name that turns the direction',
      () => firstRow((row) => ({ ...row, name: 'Association \u202Etxt' })),
      'P10',
    ],
    ['with a decomposed accent', () => firstRow((row) => ({ ...row, name: 'Associe\u0301' })), 'J07'],
    ['with a field nobody knows', () => firstRow((row) => ({ ...row, salary: 1 })), 'P05'],
    [
      'that stand and are buried',
      () => withStones([buried('organisations', senegal.organisation(3).id)]),
      'P13',
    ],
    [
      'buried for another committee',
      () => withStones([buried('organisations', tunisia.organisation(3).id)]),
      'P09',
    ],
  ])('%s are refused', async (_what, make, code) => {
    expect(await target.refuses(await sealed(make()))).toBe(code);
    await nextGoodOneWorks();
  });

  function withStones(tombstones: readonly Row[]): Uint8Array {
    const lines = tombstones.map((row) => JSON.stringify(row));
    return rewritten('tombstones', () => lines);
  }
});

describe('a report that removes or changes much', () => {
  async function staged(tables: Readonly<Record<string, readonly Row[]>>): Promise<string> {
    const report = senegal.next({ tables: senegal.tables(tables) });
    const result = await target.opens(await sealed(report.archive));
    if (result.kind !== 'report') throw new Error(JSON.stringify(result));
    senegal.taken(report);
    return result.submission;
  }

  async function refusalOfDecision(id: string): Promise<string> {
    const before = await target.fingerprint();
    await target.laptop.call('submissions.get', { id });
    const code = await decide(id, null).then(
      () => 'accepted',
      (error) => error.code,
    );
    expect(await target.fingerprint()).toBe(before);
    return code;
  }

  it('asks for the code of the committee when rows vanish without tombstone, and names them', async () => {
    const id = await staged({ organisations: [senegal.organisation(0), senegal.organisation(1)] });
    expect(await refusalOfDecision(id)).toBe('D01');
    const { counts } = await target.laptop.call('submissions.get', { id });
    expect(counts.find((count) => count.table === 'organisations')).toMatchObject({
      vanished: 10,
      removed: 0,
    });
    await decide(id, 'SN');
    await accept(senegal, senegal.next());
  });

  it('asks for it when more than half of a table changed', async () => {
    const changed = Array.from({ length: 12 }, (_, n) =>
      senegal.organisation(n, { revision: 3, name: `Nouveau nom ${n}` }),
    );
    const id = await staged({ organisations: changed });
    expect(await refusalOfDecision(id)).toBe('D02');
    await decide(id, 'SN');
    const read = await target.read(({ database }) =>
      database.$client
        .prepare("SELECT count(*) AS n FROM organisations WHERE name LIKE 'Nouveau nom %'")
        .get(),
    );
    expect(read).toEqual({ n: 12 });
  });
});

describe('a good report in unusual dress', () => {
  it('under a former reference pack is taken: a committee may not have updated yet', async () => {
    const former = shippedDigests.filter((digest) => digest !== referenceDigest);
    expect(former.length).toBeGreaterThan(0);
    for (const reference of former) {
      const tables = senegal.tables({ organisations: members() });
      const report = senegal.next({ reference, tables });
      const result = await target.opens(await sealed(report.archive));
      expect(result).toMatchObject({ kind: 'report', notices: [] });
      senegal.taken(report);
    }
  });

  it('in clear is taken with a visible note', async () => {
    const report = senegal.next({ tables: senegal.tables({ organisations: members() }) });
    const result = await target.opens(report.archive);
    expect(result).toMatchObject({ kind: 'report', notices: [{ code: 'not_encrypted' }] });
    senegal.taken(report);
  });

  it.each(['rapport.pdf', 'rapport.zip', 'rapport (1).colis', 'données ١.colis', `${'x'.repeat(200)}.bin`])(
    'is taken under the name %s',
    async (name) => {
      const report = senegal.next({ tables: senegal.tables({ organisations: members() }) });
      expect(await target.opens(await sealed(report.archive), name)).toMatchObject({
        kind: 'report',
        from: 'SN',
      });
      senegal.taken(report);
    },
  );

  /** As accepted last. */
  function members(): Row[] {
    return Array.from({ length: 12 }, (_, n) =>
      senegal.organisation(n, { revision: 3, name: `Nouveau nom ${n}` }),
    );
  }
});
