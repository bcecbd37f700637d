import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

let factory: Promise<ZxcvbnFactory> | null = null;

/**
 * Strength of a passphrase, 0 to 4 (zxcvbn), with the French dictionaries, the passwords
 * most used, the usual keyboards, and the names given as known words.
 */
export async function strengthOf(passphrase: string, names: readonly string[]): Promise<number> {
  factory ??= loadFactory();
  return (await factory).check(passphrase.slice(0, 100), [...names]).score;
}

/** Loaded on first use only: the dictionaries would slow the start. */
async function loadFactory(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fr'),
  ]);
  return new Factory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
  });
}
