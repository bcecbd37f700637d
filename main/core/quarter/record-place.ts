import { eq, sql } from 'drizzle-orm';
import { affiliations, needs, organisationLinks, statusPeriods } from '../../../db/schema';
import { reportedEntities } from '../packages/service';
import type { OpenWorkspace } from '../session';

/** Records of a report as the quarter's screen names them: what they are called, and where they are mended. */

/** The name of a record, as its title field holds it; empty when it is not here (PACKAGES.md §4.9 line 113). */
export function titleOf(workspace: OpenWorkspace, table: string | null, record: string | null): string {
  const reported = reportedEntities.find((entity) => entity.table === table);
  if (!reported || record === null) return '';
  const rules = workspace.entities[reported.entity];
  const row = workspace.database.select().from(rules.table).where(sql`id = ${record}`).get() as
    | Readonly<Record<string, unknown>>
    | undefined;
  return row ? String(row[rules.description.title] ?? '') : '';
}

/** Where a record is read and mended: `lines`, `narrative` or a route; what belongs to a sheet stands on that sheet. */
export function targetOf(workspace: OpenWorkspace, table: string, record: string): string | null {
  const { database } = workspace;
  switch (table) {
    case 'activity_lines':
      return 'lines';
    case 'narratives':
      return 'narrative';
    case 'seats':
    case 'committees':
      return '/committee';
    case 'organisations':
    case 'persons':
      return `/${table}/${record}`;
    case 'affiliations': {
      const link = database.select().from(affiliations).where(eq(affiliations.id, record)).get();
      return link ? `/persons/${link.person}` : null;
    }
    case 'needs':
    case 'status_periods':
    case 'organisation_links': {
      const own = { needs, status_periods: statusPeriods, organisation_links: organisationLinks }[table];
      const row = database.select().from(own).where(eq(own.id, record)).get();
      return row ? `/organisations/${row.organisation}` : null;
    }
    default:
      return null;
  }
}
