import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { needs, organisations, statusPeriods } from '../../../../db/schema';
import { regionOnDay } from '../../contract/programme/regions';
import { referencePack } from '../../programme/pack';
import type { OpenWorkspace } from '../../session';
import type { SurveyedNeed } from './matrix';

/** What the cartography reads of the register: the living organisations of the committee's country, by name. */

export type Organisation = typeof organisations.$inferSelect;

/** A network counts as one and never adds its members (DOMAIN.md §1.1): a sheet is an organisation. */
export function organisationsOfCountry(workspace: OpenWorkspace, today: string): readonly Organisation[] {
  const { country } = workspace;
  return workspace.database
    .select()
    .from(organisations)
    .where(
      and(isNull(organisations.deletedAt), country === null ? undefined : eq(organisations.country, country)),
    )
    .orderBy(asc(organisations.sortKey), asc(organisations.id))
    .all()
    .map((row) => ({
      ...row,
      region: row.region === null ? null : (regionOnDay(referencePack, row.region, today) ?? row.region),
    }));
}

/** First day from which the history of an organisation says "surveyed", by organisation. */
export function surveyedSince({ database }: OpenWorkspace): ReadonlyMap<string, string> {
  const rows = database
    .select({ organisation: statusPeriods.organisation, since: sql<string>`min(${statusPeriods.since})` })
    .from(statusPeriods)
    .where(and(eq(statusPeriods.status, 'surveyed'), isNull(statusPeriods.deletedAt)))
    .groupBy(statusPeriods.organisation)
    .all();
  return new Map(rows.map(({ organisation, since }) => [organisation, since]));
}

export function livingNeeds({ database }: OpenWorkspace): readonly SurveyedNeed[] {
  const { organisation, domain, level, reassessedLevel, priority } = needs;
  return database
    .select({ organisation, domain, level, reassessedLevel, priority })
    .from(needs)
    .where(isNull(needs.deletedAt))
    .all();
}
