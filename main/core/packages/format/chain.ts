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

/** Numbers of the series that never arrived, ends included. */
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
  const missing = sequence > head + 1 ? { epoch, first: head + 1, last: sequence - 1 } : null;
  return { standing: 'next', missing };
}
