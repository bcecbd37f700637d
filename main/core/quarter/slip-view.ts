import { eq, sql } from 'drizzle-orm';
import { affiliations, needs, type slips } from '../../../db/schema';
import { meantId } from '../changes/aliases';
import type { QuarterOverview } from '../contract/quarter/operations';
import type { OpenWorkspace } from '../session';
import type { SlipDecision } from './rules';

/** A return slip as the quarter's screen shows it: each remark with the record it speaks of and the way there. */
export function slipView(workspace: OpenWorkspace, slip: typeof slips.$inferSelect): QuarterOverview['slip'] {
  return {
    decision: slip.decision as SlipDecision,
    from: slip.sender,
    receivedAt: slip.receivedAt,
    deadline: slip.deadline,
    general: slip.general,
    remarks: slip.remarks.map((remark) => {
      // A remark on a record that was merged since speaks of the one that was kept.
      const record = remark.row === null ? null : meantId(workspace.database, remark.row);
      return {
        table: remark.table ?? '',
        record: record ?? '',
        field: remark.field,
        title: titleOf(workspace, remark.table, record),
        text: remark.text,
        target: targetOf(workspace, remark.table, record),
      };
    }),
  };
}

/** The record a remark speaks of; empty when it is not here (kept as an orphan, PACKAGES.md §4.9 line 113). */
function titleOf(workspace: OpenWorkspace, table: string | null, record: string | null): string {
  const entity = (
    {
      organisations: 'organisations',
      persons: 'persons',
      affiliations: 'affiliations',
      needs: 'needs',
      activity_lines: 'activityLines',
      narratives: 'narratives',
    } as const
  )[table as 'organisations'];
  if (!entity || record === null) return '';
  const rules = workspace.entities[entity];
  const row = workspace.database.select().from(rules.table).where(sql`id = ${record}`).get() as
    | Readonly<Record<string, unknown>>
    | undefined;
  return row ? String(row[rules.description.title] ?? '') : '';
}

/** Where a record is read and mended; needs and affiliations stand on the sheet they belong to. */
function targetOf(workspace: OpenWorkspace, table: string | null, record: string | null): string | null {
  if (record === null || titleOf(workspace, table, record) === '') return null;
  const { database } = workspace;
  switch (table) {
    case 'activity_lines':
      return 'lines';
    case 'narratives':
      return 'narrative';
    case 'organisations':
    case 'persons':
      return `/${table}/${record}`;
    case 'needs': {
      const need = database.select().from(needs).where(eq(needs.id, record)).get();
      return need ? `/organisations/${need.organisation}` : null;
    }
    case 'affiliations': {
      const link = database.select().from(affiliations).where(eq(affiliations.id, record)).get();
      return link ? `/persons/${link.person}` : null;
    }
    default:
      return null;
  }
}
