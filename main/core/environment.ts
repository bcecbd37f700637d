import { createHash, randomBytes } from 'node:crypto';
import type { CoreSettings } from './settings';

/** Clock and chance, given at the edge so that rules stay pure and the demo repeats (STYLE.md rule 3). */
export interface Environment {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  random(length: number): Uint8Array;
  /** UUIDv7: 48 bits of milliseconds, then randomness (RFC 9562 §5.7). */
  newId(): string;
}

/** The laptop's own clock and randomness, or fixed ones for the demo and for tests. */
export function environmentOf(fixed: CoreSettings['fixed']): Environment {
  const now = fixed ? steppingClock(fixed.now) : Date.now;
  const random = fixed ? seededBytes(fixed.seed) : randomBytes;
  const forIds = fixed ? random : pooledBytes();
  return { now, random, newId: () => uuidV7(now(), forIds(10)) };
}

/** Today by the laptop's own calendar (its time zone, or that of `TZ`), `YYYY-MM-DD`: just after midnight UTC still has yesterday. */
export function todayOf(environment: Pick<Environment, 'now'>): string {
  return localDayOf(environment.now());
}

/** The laptop's calendar day of an instant (milliseconds since 1970, or ISO 8601). */
export function localDayOf(instant: number | string): string {
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const poolSize = 8_192;

/** Random bytes for identifiers, drawn in large pieces: a long gesture makes tens of thousands. Never for keys. */
function pooledBytes(): (length: number) => Uint8Array {
  let pool = randomBytes(poolSize);
  let taken = 0;
  return (length) => {
    if (taken + length > pool.length) {
      pool = randomBytes(poolSize);
      taken = 0;
    }
    taken += length;
    return pool.subarray(taken - length, taken);
  };
}

/** Each reading is one millisecond later: order is kept and two runs agree. */
function steppingClock(start: number): () => number {
  let next = start;
  return () => {
    next += 1;
    return next;
  };
}

/** SHA-256 in counter mode over a seed: for the demo and for tests only, never for real keys. */
function seededBytes(seed: string): (length: number) => Uint8Array {
  let counter = 0;
  return (length) => {
    const blocks: Buffer[] = [];
    for (let filled = 0; filled < length; filled += 32) {
      counter += 1;
      blocks.push(createHash('sha256').update(`${seed}\0${counter}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, length);
  };
}

/** RFC 9562 version 7. `random` has at least 10 bytes. */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return dashed(bytes.toString('hex'));
}

/**
 * RFC 9562 version 8 made from a natural key, so that two laptops of one committee give the same record the same id
 * (docs/decisions/0004).
 */
export function idOfNaturalKey(...parts: readonly string[]): string {
  const bytes = createHash('sha256')
    .update(`concertation-id-1\0${parts.join('\0')}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return dashed(bytes.toString('hex'));
}

function dashed(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
