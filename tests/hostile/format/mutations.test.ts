import { beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '../../../main/core/contract/errors';
import { encryptFor } from '../../../main/core/packages/format/encryption';
import type { Verdict, VerifyContext } from '../../../main/core/packages/format/verdict';
import { verifyPackage } from '../../../main/core/packages/format/verify';
import { aProgramme, built, contextOf, type Programme, reportDraft } from '../../support/packages/programme';

/**
 * PACKAGES.md §4.3 line 39: whatever happens to a good package, it is refused, or it still says the very same. The
 * second happens about once in ten thousand bits: deflate has several forms of one content (a copy may be taken from
 * another place that holds the same text), and what is signed is the content.
 * `MUTATIONS` sets how many copies are tried (a long run: 100000), `MUTATION_SEED` where the sequence begins.
 */
const count = Number(process.env.MUTATIONS ?? 3000);
const firstSeed = Number(process.env.MUTATION_SEED ?? 1);

/** Small deterministic generator (mulberry32), so that a failure can be repeated from its seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const mutations: readonly ((bytes: Buffer, random: (below: number) => number) => Buffer)[] = [
  function flipBit(bytes, random) {
    const at = random(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    return bytes;
  },
  function setByte(bytes, random) {
    bytes[random(bytes.length)] = [0, 0xff, 0x0a, 0x20, random(256)][random(5)] ?? 0;
    return bytes;
  },
  function cutEnd(bytes, random) {
    return bytes.subarray(0, random(bytes.length));
  },
  function removeRange(bytes, random) {
    const from = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + random(40))]);
  },
  function insertRange(bytes, random) {
    const at = random(bytes.length + 1);
    const added = Buffer.from(Array.from({ length: 1 + random(40) }, () => random(256)));
    return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]);
  },
  function copyRange(bytes, random) {
    const from = random(bytes.length);
    bytes.copy(bytes, random(bytes.length), from, from + 1 + random(60));
    return bytes;
  },
  function changeField(bytes, random) {
    const at = random(Math.max(1, bytes.length - 4));
    bytes.writeUInt32LE(
      [0, 1, 0xffff, 0xffffffff, 0x7fffffff][random(5)] ?? 0,
      Math.min(at, bytes.length - 4),
    );
    return bytes;
  },
];

function mutated(original: Uint8Array, seed: number): { name: string; bytes: Buffer } {
  const random = randomFrom(seed);
  const mutation = mutations[random(mutations.length)] ?? mutations[0];
  const bytes = Buffer.from(Uint8Array.from(original));
  return { name: mutation?.name ?? '', bytes: mutation?.(bytes, random) ?? bytes };
}

let programme: Programme;
let context: VerifyContext;
beforeAll(async () => {
  programme = await aProgramme();
  context = contextOf(programme, programme.forim);
});

/** Everything that a verdict says, but the bytes of the container. */
function meaning(verdict: Verdict): string {
  if (verdict.outcome === 'root_unconfirmed') throw new Error('The root is not confirmed');
  const { archive, manifestBytes, blobs, ...said } = verdict;
  return JSON.stringify({
    ...said,
    blobs: blobs.map(({ hash, role, mediaType }) => ({ hash, role, mediaType })),
  });
}

/** Code of the refusal, or `same` when a copy still says what the original says; fails on anything else. */
async function fate(copy: Uint8Array, original: string, name: string): Promise<string> {
  let found: string;
  try {
    found = meaning(await verifyPackage(copy, context)) === original ? 'same' : 'accepted';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    found = error.code;
  }
  if (found === 'accepted' || found === 'X00') throw new Error(`${name}: ${found}`);
  return found;
}

/** How often each fate befell mutated copies of a file. */
async function fates(file: Uint8Array, copies: number): Promise<ReadonlyMap<string, number>> {
  const original = meaning(await verifyPackage(file, context));
  const found = new Map<string, number>();
  for (let seed = firstSeed; seed < firstSeed + copies; seed += 1) {
    const { name, bytes } = mutated(file, seed);
    const code = await fate(bytes, original, `Seed ${seed}, ${name}`);
    if (!bytes.equals(file)) found.set(code, (found.get(code) ?? 0) + 1);
  }
  return found;
}

const report = () => built(reportDraft('CI'), programme.ci).archive;
const patience = Math.max(60_000, count * 20);

describe('a mutated copy of a good package', () => {
  it(
    'in clear is refused',
    async () => {
      const found = await fates(report(), count);
      expect(found.get('same') ?? 0).toBeLessThanOrEqual(1 + count / 1000);
      expect(found.size).toBeGreaterThan(Math.min(8, count / 200));
    },
    patience,
  );

  it(
    'encrypted is refused',
    async () => {
      const file = await encryptFor(report(), [programme.forim.reading.recipient]);
      const found = await fates(file, Math.ceil(count / 10));
      expect([...found.keys()].filter((code) => !/^[AF]0\d$/.test(code))).toEqual([]);
    },
    patience,
  );

  it('with one bit changed is refused, whichever byte it is in', async () => {
    const file = report();
    const original = meaning(await verifyPackage(file, context));
    const found: string[] = [];
    for (let at = 0; at < file.length; at += 1) {
      const bytes = Buffer.from(Uint8Array.from(file));
      bytes[at] = (bytes[at] ?? 0) ^ (1 << ((at + firstSeed) % 8));
      found.push(await fate(bytes, original, `Byte ${at}`));
    }
    expect(found.filter((code) => code === 'same').length).toBeLessThanOrEqual(2);
  }, 60_000);
});
