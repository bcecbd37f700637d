import { describe, expect, it } from 'vitest';
import { keysOfOrganisation } from '../../../../main/core/members/duplicates/blocks';
import { compareOrganisations } from '../../../../main/core/members/duplicates/organisations';
import { indexBy } from '../../../../main/core/members/duplicates/register-index';
import { leastScore, organisationProfile } from '../../../../main/core/members/duplicates/search';
import { createRandom } from '../../../../resources/demo/random';

/** A register of ten thousand organisations is searched without comparing each with each. */

const syllables = 'ba ka mo ti ra lou sen dji fa ma ko ni you sa ta wen cho bel zar ghi'.split(' ');
const forms = ['Association', 'Réseau', 'ONG', 'Collectif', 'Union', 'Amicale', 'Fédération'];
const notions = ['femmes', 'jeunes', 'migrants', 'développement', 'droits', 'santé', 'retour', 'insertion'];

/** Names as registers have them: some of their own, many of common words and towns only. */
function names(count: number): readonly string[] {
  const random = createRandom('blocking');
  const word = () => [1, 2, 3].map(() => random.pick(syllables)).join('');
  const own = Array.from({ length: 3_000 }, word);
  const towns = Array.from({ length: 150 }, word);
  return Array.from({ length: count }, (_, index) => {
    const form = random.pick(forms);
    const town = random.pick(towns);
    if (index % 3 === 0) return `${form} des ${random.pick(notions)} de ${town}`;
    if (index % 3 === 1) return `${form} ${random.pick(own)} de ${town}`;
    return `${form} ${random.pick(own)} pour le ${random.pick(notions)}`;
  });
}

describe('ten thousand organisations', () => {
  it('are each compared with a few dozen others, and their doubles are found', { timeout: 120_000 }, () => {
    let comparisons = 0;
    const index = indexBy([], keysOfOrganisation, (one, other) => {
      comparisons += 1;
      return compareOrganisations(one, other);
    });
    const profiles = names(10_000).map((name, place) => organisationProfile(String(place), { name }));
    for (const profile of profiles) index.put(profile);
    const written = names(10_000);
    const doubles = profiles.filter((_, place) => place % 50 === 1).map(({ id }) => Number(id));
    const found = doubles.filter((place) => {
      const shouted = (written[place] ?? '').toUpperCase();
      const like = index.like(organisationProfile('new', { name: shouted }), leastScore);
      return like.some((match) => match.id === String(place));
    });
    expect(found.length).toBe(doubles.length);
    comparisons = 0;
    for (const { id } of profiles) index.likeHeld(id, leastScore, new Set());
    expect(comparisons / profiles.length).toBeLessThan(100);
  });
});
