import { and, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { affiliations, consents, needs } from '../../../db/schema';
import { recordOfRow, type StoredRecord } from '../changes/log';
import type { EntityRules } from '../changes/registry';
import type { OrganisationRow, RecordView } from '../contract/members/operations';
import type { ListQuestion, ListScope } from '../contract/records/lists';
import { groupsOf, listPage } from '../search/list-query';
import type { ListReader } from '../search/list-source';
import { idsInScope, listSourceOf } from '../search/scope';
import type { OpenWorkspace } from '../session';
import { memberEntities } from './entities';
import { validPurposes } from './rules';

/** Records of the register as rows of lists, and what every part of the area asks about them. */

/** A stored record as it crosses to the page. */
export function viewOf(record: StoredRecord): RecordView {
  return { ...record, values: { ...record.values } } as RecordView;
}

/** What a person is called, in both scripts. */
export function namesOf({ values }: StoredRecord): readonly string[] {
  return [values.fullName, values.nameArabic].flatMap((name) => (typeof name === 'string' ? [name] : []));
}

/** The same, of a row of a table. */
export function rowView(rules: EntityRules, row: Readonly<Record<string, unknown>>): RecordView {
  return viewOf(recordOfRow(rules, row));
}

/** Rows of the list of organisations, with the strongest need of each by the level in force. */
export function organisationRows(
  workspace: OpenWorkspace,
  rows: readonly Readonly<Record<string, unknown>>[],
): OrganisationRow[] {
  const ids = rows.map((row) => String(row.id));
  const strongest = new Map<string, { domain: string; level: number }>();
  const level = sql<number>`coalesce(${needs.reassessedLevel}, ${needs.level})`;
  const ordered = workspace.database
    .select({ organisation: needs.organisation, domain: needs.domain, level })
    .from(needs)
    .where(and(inArray(needs.organisation, ids), isNull(needs.deletedAt)))
    .orderBy(sql`${level} DESC`, sql`coalesce(${needs.priority}, 99)`, needs.id)
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

/** A row of a list with the value of the group it stands in; null where there is none. */
export type ShownOrganisation = OrganisationRow & { readonly group: string | null };

/**
 * Every organisation of a list in its order, for what leaves as a spreadsheet or as a document.
 *
 * @param only leaves out what is not in this scope; null = the whole list. A grouped list repeats a row of several values
 */
export function organisationsShown(
  workspace: OpenWorkspace,
  reader: ListReader,
  question: ListQuestion,
  only: ListScope | null,
): readonly ShownOrganisation[] {
  const source = listSourceOf(workspace, 'organisations');
  const groups = (question.group ?? null) === null ? [] : groupsOf(reader, source, question).groups;
  const groupAt = groups.flatMap(({ value, count }) => Array.from({ length: count }, () => value));
  const wanted = only === null ? null : new Set(idsInScope(reader, source, only));
  const rows: ShownOrganisation[] = [];
  for (let offset = 0; ; offset += pageOfExport) {
    const { rows: page } = listPage(reader, source, { ...question, offset, limit: pageOfExport });
    const shown = organisationRows(workspace, page).map((row, index) => ({
      ...row,
      group: groupAt[offset + index] ?? null,
    }));
    rows.push(...shown.filter((row) => wanted === null || wanted.has(row.id)));
    if (page.length < pageOfExport) return rows;
  }
}

/** Links person–organisation that run on a day, as a condition on `affiliations`; the last day counts. */
export function affiliationsOn(day: string): SQL | undefined {
  return and(
    isNull(affiliations.deletedAt),
    sql`(${affiliations.since} IS NULL OR ${affiliations.since} <= ${day})`,
    sql`(${affiliations.until} IS NULL OR ${affiliations.until} >= ${day})`,
  );
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
