/** A stream of choices that depends on its seed only. Not for secrets. */
export interface Random {
  /** Whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True in `percent` cases of a hundred. */
  chance(percent: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight; weights are positive. */
  weighted<T>(items: readonly (readonly [weight: number, item: T])[]): T;
  /** A new array in random order. */
  shuffled<T>(items: readonly T[]): readonly T[];
  /** `count` different items (all of them when there are fewer), in random order. */
  sample<T>(items: readonly T[], count: number): readonly T[];
}

/** Opens the stream named by `seed`: same text, same choices, on every machine. */
export function createRandom(seed: string): Random {
  const next = generator(seed);
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  };
  const shuffled = <T>(items: readonly T[]): readonly T[] => {
    const rest = [...items];
    return items.flatMap(() => rest.splice(int(0, rest.length - 1), 1));
  };
  return {
    int,
    pick,
    shuffled,
    chance: (percent) => next() * 100 < percent,
    weighted: (items) => {
      let left = next() * items.reduce((total, [weight]) => total + weight, 0);
      for (const [weight, item] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      throw new RangeError('Nothing to pick from');
    },
    sample: (items, count) => shuffled(items).slice(0, count),
  };
}

/** FNV-1a of the seed, then mulberry32: 32-bit integer arithmetic, hence the same everywhere. Numbers from 0 to below 1. */
function generator(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1)
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
