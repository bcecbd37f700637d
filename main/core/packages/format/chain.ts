import { DomainError } from '../../contract/errors';
import { limits } from './limits';
import type { Colis } from './manifest';

/** Where a package stands in the series of its sender (PACKAGES.md §1.10). Clocks take no part. */

/** A package of the series that was received here. */
export interface SeenPackage {
  readonly epoch: number;
  readonly sequence: number;
  /** `sha256:…` of the manifest. */
  readonly digest: string;
}

/** State of a series at the receiver. */
export interface ChainState {
  /** The furthest package taken in, with its `created`; null before the first. */
  readonly head: (SeenPackage & { readonly created: string }) | null;
  readonly seen: readonly SeenPackage[];
}

export const emptyChain: ChainState = { head: null, seen: [] };

/** The first and the last number of the series that did not arrive; some between them may have. */
export interface MissingNumbers {
  readonly epoch: number;
  readonly first: number;
  readonly last: number;
}

export type ChainDecision =
  | { readonly standing: 'known' }
  | { readonly standing: 'superseded' }
  | { readonly standing: 'next'; readonly missing: MissingNumbers | null };

/**
 * Decides on a package by its numbers and digests alone.
 * @param digest `sha256:…` of the manifest
 * @throws DomainError C03, C04 (fork), C06 (epoch that has ended), C09 (too far ahead: held)
 */
export function decideChain(
  colis: Pick<Colis, 'epoch' | 'sequence' | 'previous'>,
  digest: string,
  state: ChainState,
): ChainDecision {
  const { epoch, sequence, previous } = colis;
  const received = state.head === null ? state.seen : [...state.seen, state.head];
  if (received.some((seen) => seen.digest === digest)) return { standing: 'known' };
  const sameNumber = received.find((seen) => seen.epoch === epoch && seen.sequence === sequence);
  if (sameNumber !== undefined) throw new DomainError('C03', { epoch, sequence });
  const before = received.find((seen) => seen.epoch === epoch && seen.sequence === sequence - 1);
  if (before !== undefined && before.digest !== previous) throw new DomainError('C04', { epoch, sequence });
  const headEpoch = state.head?.epoch ?? epoch;
  if (epoch < headEpoch) throw new DomainError('C06', { epoch, head: headEpoch });
  const head = epoch === headEpoch ? (state.head?.sequence ?? 0) : 0;
  if (sequence < head) return { standing: 'superseded' };
  if (sequence > head + limits.sequenceJump) throw new DomainError('C09', { sequence, head });
  return { standing: 'next', missing: missingBetween(head, colis, received) };
}

/** What lies between the head and the package and did not arrive: a report that waits for its review did. */
function missingBetween(
  head: number,
  { epoch, sequence }: Pick<Colis, 'epoch' | 'sequence'>,
  received: readonly SeenPackage[],
): MissingNumbers | null {
  const arrived = new Set(received.filter((seen) => seen.epoch === epoch).map((seen) => seen.sequence));
  const between = Array.from({ length: Math.max(0, sequence - head - 1) }, (_, n) => head + 1 + n);
  const missing = between.filter((number) => !arrived.has(number));
  const [first] = missing;
  return first === undefined ? null : { epoch, first, last: missing.at(-1) ?? first };
}
