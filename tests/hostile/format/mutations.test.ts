import { beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '../../../main/core/contract/errors';
import { encryptFor } from '../../../main/core/packages/format/encryption';
import type { VerifyContext } from '../../../main/core/packages/format/verdict';
import { verifyPackage } from '../../../main/core/packages/format/verify';
import { aProgramme, built, contextOf, type Programme, reportDraft } from '../../support/packages/programme';

/**
 * PACKAGES.md §4.3 line 39: whatever happens to a good package, it is refused, or it still says the same.
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

/** Codes of all refusals; fails on an unexpected exception or a verdict about anything but the original. */
async function survive(
  original: Uint8Array,
  digest: string,
  copies: number,
): Promise<ReadonlyMap<string, number>> {
  const codes = new Map<string, number>();
  for (let seed = firstSeed; seed < firstSeed + copies; seed += 1) {
    const { name, bytes } = mutated(original, seed);
    let found: string;
    try {
      const verdict = await verifyPackage(bytes, context);
      found =
        'digest' in verdict && verdict.digest === digest && bytes.equals(original)
          ? 'same'
          : `accepted (${name})`;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      found = error.code === 'X00' ? `X00 ${String(error.cause)}` : error.code;
    }
    if (found.startsWith('accepted') || found.startsWith('X00'))
      throw new Error(`Seed ${seed}, ${name}: ${found}`);
    codes.set(found, (codes.get(found) ?? 0) + 1);
  }
  return codes;
}

describe('a mutated copy of a good package', () => {
  it(
    'in clear is refused',
    async () => {
      const pack = built(reportDraft('CI'), programme.ci);
      const codes = await survive(pack.archive, pack.digest, count);
      expect([...codes.values()].reduce((sum, n) => sum + n, 0)).toBe(count);
      expect(codes.size).toBeGreaterThan(8);
    },
    Math.max(60_000, count * 20),
  );

  it(
    'encrypted is refused',
    async () => {
      const pack = built(reportDraft('CI'), programme.ci);
      const copies = Math.ceil(count / 10);
      const codes = await survive(
        await encryptFor(pack.archive, [programme.forim.reading.recipient]),
        pack.digest,
        copies,
      );
      expect([...codes.keys()].every((code) => code === 'same' || /^[AF]0\d$/.test(code))).toBe(true);
    },
    Math.max(60_000, count * 20),
  );

  it('whose manifest or rows were changed by one byte each is refused at every place', async () => {
    const pack = built(reportDraft('CI'), programme.ci);
    for (let at = 0; at < pack.archive.length; at += 3) {
      const bytes = Buffer.from(Uint8Array.from(pack.archive));
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      await expect(verifyPackage(bytes, context)).rejects.toBeInstanceOf(DomainError);
    }
  }, 60_000);
});
