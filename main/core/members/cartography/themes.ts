import type { ThemeCandidate } from '../../contract/members/cartography-operations';

/** Which themes the cartography puts forward. Pure. */

export interface ThemeOrganisation {
  readonly region: string | null;
  readonly themes: readonly string[];
  /** Needs marked or urgent. */
  readonly unmet: number;
}

/**
 * Ranks the themes by the mean of three shares of equal weight: organisations active on the theme among those whose
 * themes are noted (presence), regions reached among those with an organisation (spread), and organisations active on
 * it that have a marked or urgent need (need). Equal means: presence decides, then the order of the list. "Other" names
 * no theme and is left out; so is a theme that nobody works on. The first two are the candidates: the committee decides.
 *
 * @param order codes of the themes, as the list has them
 */
export function rankThemes(
  organisations: readonly ThemeOrganisation[],
  order: readonly string[],
): readonly ThemeCandidate[] {
  const asked = organisations.filter(({ themes }) => themes.length > 0);
  const regions = regionsOf(organisations);
  return order
    .filter((theme) => theme !== 'other')
    .map((theme) => {
      const active = asked.filter(({ themes }) => themes.includes(theme));
      const presence = { part: active.length, whole: asked.length };
      const spread = { part: regionsOf(active), whole: regions };
      const need = { part: active.filter(({ unmet }) => unmet > 0).length, whole: active.length };
      const mean = (share(presence) + share(spread) + share(need)) / 3;
      return { theme, score: Math.round(mean * 100), mean, presence, spread, need };
    })
    .filter(({ presence }) => presence.part > 0)
    .sort((one, other) => other.mean - one.mean || other.presence.part - one.presence.part)
    .map(({ mean: _mean, ...candidate }) => candidate);
}

function regionsOf(organisations: readonly ThemeOrganisation[]): number {
  return new Set(organisations.flatMap(({ region }) => region ?? [])).size;
}

function share({ part, whole }: { readonly part: number; readonly whole: number }): number {
  return whole === 0 ? 0 : part / whole;
}
