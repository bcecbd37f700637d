/** What two records are found alike by. The pages word the codes. */

export const reasonCodes = [
  'same_name',
  'near_name',
  'contained_name',
  'name_across_scripts',
  'same_acronym',
  'acronym_of_name',
  'same_phone',
  'same_email',
  'same_website',
  'same_domain',
  'same_registration',
  'same_organisation',
  'same_place',
  'same_year',
  'other_registration',
  'other_acronym',
  'other_place',
  'other_year',
  'other_sex',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export interface Reason {
  readonly code: ReasonCode;
  /** `for`: they may be one; `against`: they may be two. */
  readonly speaks: 'for' | 'against';
}

/** How likely two records are one, 0 to 100, and why: what speaks for it first, the strongest first. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly Reason[];
}

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
  const told = [...supports].filter(({ chance }) => chance > 0).sort((one, other) => other.chance - one.chance);
  return {
    score: Math.min(99, Math.round(100 * (1 - missed) * remains)),
    reasons: [
      ...told.map(({ code }) => ({ code, speaks: 'for' as const })),
      ...doubts.map(({ code }) => ({ code, speaks: 'against' as const })),
    ],
  };
}
