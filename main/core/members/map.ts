import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { needs, organisations } from '../../../db/schema';
import type { Input, Output } from '../contract/operations';
import { regionOnDay } from '../contract/programme/regions';
import { referencePack } from '../programme/pack';
import type { OpenWorkspace } from '../session';
import { unmetFrom } from './cartography/matrix';

/** Organisations by the region of their seat, for the map and the table beside it. */

/**
 * Counts the living organisations of a country (or of all) that answer the measure, by region as in force on the day,
 * and gives those that carry coordinates.
 */
export function mapOf(
  workspace: OpenWorkspace,
  wanted: Input<'members.map'>,
  today: string,
): Output<'members.map'> {
  const rows = mappedOrganisations(workspace, wanted, today);
  const counts = new Map<string | null, number>();
  for (const { region } of rows) counts.set(region, (counts.get(region) ?? 0) + 1);
  return {
    total: rows.length,
    regions: [...counts].map(([region, count]) => ({ region, count })),
    dots: rows.flatMap(({ id, name, acronym, latitude, longitude }) =>
      latitude === null || longitude === null
        ? []
        : [{ id, name: acronym ?? name, latitude: Number(latitude), longitude: Number(longitude) }],
    ),
  };
}

/** The organisations that the map counts in regions; null = those without one. */
export function mappedIn(
  workspace: OpenWorkspace,
  { regions, ...wanted }: Input<'members.mapped'>,
  today: string,
): string[] {
  return mappedOrganisations(workspace, wanted, today)
    .filter(({ region }) =>
      regions === null ? region === null : region !== null && regions.includes(region),
    )
    .map(({ id }) => id);
}

/** Living organisations that answer the measure, by name, with their region as in force on the day. */
function mappedOrganisations(
  { database }: OpenWorkspace,
  { country, measure, code }: Input<'members.map'>,
  today: string,
) {
  return database
    .select({
      id: organisations.id,
      name: organisations.name,
      acronym: organisations.acronym,
      region: organisations.region,
      latitude: organisations.latitude,
      longitude: organisations.longitude,
    })
    .from(organisations)
    .where(
      and(
        isNull(organisations.deletedAt),
        country === null ? undefined : eq(organisations.country, country),
        conditionOf(measure, code),
      ),
    )
    .orderBy(organisations.sortKey)
    .all()
    .map((row) => ({
      ...row,
      region: row.region === null ? null : (regionOnDay(referencePack, row.region, today) ?? row.region),
    }));
}

function conditionOf(measure: Input<'members.map'>['measure'], code: string | null): SQL | undefined {
  switch (measure) {
    case 'organisations':
      return undefined;
    case 'theme':
      return sql`EXISTS (SELECT 1 FROM json_each(coalesce(${organisations.themes}, '[]')) WHERE value = ${code})`;
    case 'need':
      return sql`EXISTS (SELECT 1 FROM ${needs} WHERE ${needs.organisation} = ${organisations.id}
        AND ${needs.deletedAt} IS NULL AND (${code} IS NULL OR ${needs.domain} = ${code})
        AND coalesce(${needs.reassessedLevel}, ${needs.level}) >= ${unmetFrom})`;
  }
}
