import { and, inArray, isNull, sql } from 'drizzle-orm';
import { consents, needs, organisations } from '../../../db/schema';
import { recordOfRow, type StoredRecord } from '../changes/log';
import type { EntityRules } from '../changes/registry';
import type { ListRequest, OrganisationRow, RecordView } from '../contract/members/operations';
import { type ListSource, listPage } from '../search/list-query';
import type { OpenWorkspace } from '../session';
import { memberEntities } from './entities';
import { validPurposes } from './rules';

/** Records of the register as rows of lists, and what every part of the area asks about them. */

export const organisationList: ListSource = {
  description: memberEntities.organisations.description,
  table: organisations,
  extraColumns: ['completeness', 'committee', 'updatedAt'],
  sortTitleBy: 'sortKey',
};

/** The day of the workspace's clock. */
export function todayOf(workspace: OpenWorkspace): string {
  return new Date(workspace.environment.now()).toISOString().slice(0, 10);
}

/** A stored record as it crosses to the page. */
export function viewOf(record: StoredRecord): RecordView {
  return { ...record, values: { ...record.values } } as RecordView;
}

/** The same, of a row of a table. */
export function rowView(rules: EntityRules, row: Readonly<Record<string, unknown>>): RecordView {
  return viewOf(recordOfRow(rules, row));
}

/** Rows of the list of organisations, with the strongest need of each. */
export function organisationRows(
  workspace: OpenWorkspace,
  rows: readonly Readonly<Record<string, unknown>>[],
): OrganisationRow[] {
  const ids = rows.map((row) => String(row.id));
  const strongest = new Map<string, { domain: string; level: number }>();
  const ordered = workspace.database
    .select({ organisation: needs.organisation, domain: needs.domain, level: needs.level })
    .from(needs)
    .where(and(inArray(needs.organisation, ids), isNull(needs.deletedAt)))
    .orderBy(sql`${needs.level} DESC`, sql`coalesce(${needs.priority}, 99)`, needs.id)
    .all();
  for (const { organisation, domain, level } of ordered) {
    if (!strongest.has(organisation)) strongest.set(organisation, { domain, level });
  }
  return rows.map((row) => ({
    ...rowView(memberEntities.organisations, row),
    completeness: Number(row.completeness),
    firstNeed: strongest.get(String(row.id)) ?? null,
  }));
}

const pageOfExport = 500;

/** Every organisation that a list shows, in its order, whatever its window: for what leaves as a spreadsheet. */
export function organisationsShown(
  workspace: OpenWorkspace,
  question: Omit<ListRequest, 'offset' | 'limit'>,
): OrganisationRow[] {
  const rows: OrganisationRow[] = [];
  for (;;) {
    const request = { ...question, offset: rows.length, limit: pageOfExport };
    const page = organisationRows(workspace, listPage(workspace.database, organisationList, request).rows);
    rows.push(...page);
    if (page.length < pageOfExport) return rows;
  }
}

/** Purposes to which each of these persons agrees on the day. */
export function purposesOf(
  workspace: Pick<OpenWorkspace, 'database'>,
  personIds: readonly string[],
  day: string,
): ReadonlyMap<string, readonly string[]> {
  const given = workspace.database
    .select()
    .from(consents)
    .where(and(inArray(consents.person, [...personIds]), isNull(consents.deletedAt)))
    .all();
  const byPerson = new Map<string, (typeof given)[number][]>(personIds.map((id) => [id, []]));
  for (const consent of given) byPerson.get(consent.person)?.push(consent);
  return new Map([...byPerson].map(([id, own]) => [id, validPurposes(own, day)]));
}
