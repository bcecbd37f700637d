import { describe, expect, it } from 'vitest';
import { compareOrganisations } from '../../../../main/core/members/duplicates/organisations';
import { leastScore, organisationProfile } from '../../../../main/core/members/duplicates/search';
import { indexOfOrganisations, organisationsLike } from '../../../../main/core/members/service';
import { doubles, type Pair, strangers } from './pairs';

/** What a secretary would call the same organisation, and what not, as lists of several committees write them. */

const scoreOf = ({ one, other }: Pair) =>
  compareOrganisations(organisationProfile('a', one), organisationProfile('b', other)).score;

describe('two lines of real lists that are one organisation', () => {
  it.each(doubles.map((pair) => [pair.what, pair] as const))('are found: %s', (_what, pair) => {
    expect(scoreOf(pair)).toBeGreaterThanOrEqual(leastScore);
  });
});

describe('two organisations that resemble each other', () => {
  it.each(strangers.map((pair) => [pair.what, pair] as const))('are left alone: %s', (_what, pair) => {
    expect(scoreOf(pair)).toBeLessThan(leastScore);
  });
});

describe('among all of them together', () => {
  it('the index finds the pairs that are one, and hardly any other', async () => {
    const records = [...doubles, ...strangers].flatMap(({ one, other }, place) => [
      { id: `${place}-one`, values: one },
      { id: `${place}-other`, values: other },
    ]);
    const index = await indexOfOrganisations(records);
    const found = records.flatMap(({ id, values }) =>
      organisationsLike(index, values, { id }).map((match) => `${id} ${match.id}`),
    );
    // From either side: a stub finds its full name, and the full name its stub.
    const wanted = doubles.flatMap((_, place) => [
      `${place}-one ${place}-other`,
      `${place}-other ${place}-one`,
    ]);
    const right = found.filter((pair) => wanted.includes(pair));
    expect(right.length / wanted.length, 'recall').toBeGreaterThanOrEqual(0.97);
    expect(right.length / found.length, 'precision').toBeGreaterThanOrEqual(0.95);
  });
});
