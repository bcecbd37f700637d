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
  { database }: OpenWorkspace,
  { country, measure, code }: Input<'members.map'>,
  today: string,
): Output<'members.map'> {
  const rows = database
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
    .all();
  const counts = new Map<string | null, number>();
  for (const { region } of rows) {
    const key = region === null ? null : (regionOnDay(referencePack, region, today) ?? region);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    total: rows.length,
    regions: [...counts].map(([region, count]) => ({ region, count })),
    dots: rows.flatMap(({ latitude, longitude, ...organisation }) =>
      latitude === null || longitude === null
        ? []
        : [
            {
              id: organisation.id,
              name: organisation.acronym ?? organisation.name,
              latitude: Number(latitude),
              longitude: Number(longitude),
            },
          ],
    ),
  };
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
