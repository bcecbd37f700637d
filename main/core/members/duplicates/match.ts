import type { z } from 'zod';
import type { likenessSchema, ReasonCode } from '../../contract/members/duplicate-operations';

/** How likely two records are one, 0 to 100, and why. */
export type Likeness = z.infer<typeof likenessSchema>;

/** Something that speaks for two records being one: the chance that it alone is right, 0 to 1. */
export interface Support {
  readonly code: ReasonCode;
  readonly chance: number;
}

/** Something that speaks against it: what remains of the chance, 0 to 1. */
export interface Doubt {
  readonly code: ReasonCode;
  readonly remains: number;
}

/**
 * Puts the evidence together: independent chances add up as those of several witnesses do, and each doubt takes its
 * share of the whole. Only records that say the same of everything reach 100.
 */
export function weigh(supports: readonly Support[], doubts: readonly Doubt[]): Likeness {
  const missed = supports.reduce((product, { chance }) => product * (1 - chance), 1);
  const remains = doubts.reduce((product, doubt) => product * doubt.remains, 1);
  const told = [...supports]
    .filter(({ chance }) => chance > 0)
    .sort((one, other) => other.chance - one.chance);
  return {
    score: Math.min(99, Math.round(100 * (1 - missed) * remains)),
    reasons: [
      ...told.map(({ code }) => ({ code, speaks: 'for' as const })),
      ...doubts.map(({ code }) => ({ code, speaks: 'against' as const })),
    ],
  };
}
