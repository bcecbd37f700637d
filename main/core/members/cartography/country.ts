import { eq } from 'drizzle-orm';
import { committees } from '../../../../db/schema';
import type { CountryThemes, Matrix } from '../../contract/members/cartography-operations';
import type { Input } from '../../contract/operations';
import { idOfNaturalKey } from '../../environment';
import { codesOfList } from '../../programme/pack';
import type { OpenWorkspace } from '../../session';
import { matrixOf } from './matrix';
import { livingNeeds, organisationsOfCountry } from './register';
import { rankThemes } from './themes';

/** What the cartography says of the country: needs, and themes put forward. */

/** Needs × organisations of a region and a theme, or of all. */
export function needsMatrix(
  workspace: OpenWorkspace,
  { region, theme }: Input<'cartography.matrix'>,
  today: string,
): Matrix {
  const shown = organisationsOfCountry(workspace, today).filter(
    (row) =>
      (region === null || row.region === region) && (theme === null || (row.themes ?? []).includes(theme)),
  );
  return matrixOf(shown, livingNeeds(workspace), [...(codesOfList('capacityDomains') ?? [])]);
}

/** Themes as the cartography ranks them, and those the committee decided on. */
export function countryThemes(workspace: OpenWorkspace, today: string): CountryThemes {
  const rows = organisationsOfCountry(workspace, today);
  const matrix = matrixOf(rows, livingNeeds(workspace), [...(codesOfList('capacityDomains') ?? [])]);
  const described = rows.map((row, index) => ({
    region: row.region,
    themes: row.themes ?? [],
    unmet: matrix.rows[index]?.unmet ?? 0,
  }));
  const own = workspace.database
    .select()
    .from(committees)
    .where(eq(committees.id, idOfNaturalKey('committees', workspace.code)))
    .get();
  const decided = own?.deletedAt === null ? own : undefined;
  return {
    organisations: rows.length,
    withoutThemes: described.filter(({ themes }) => themes.length === 0).length,
    withoutRegion: described.filter(({ region }) => region === null).length,
    ranked: [...rankThemes(described, [...(codesOfList('themes') ?? [])])],
    chosen: [...(decided?.priorityThemes ?? [])],
    reason: decided?.priorityThemesReason ?? null,
  };
}
