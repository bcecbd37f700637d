import type { DifferenceRow, Submission } from '../contract/consolidation/operations';
import type { FieldDescription } from '../contract/fields';
import { organisationFields } from '../contract/members/fields';
import { activityLineFields } from '../contract/quarter/fields';
import { orderKey } from '../search/fold';
import type { ReportRow } from './tables';

/**
 * What is worth looking at first in a report, found in its rows alone. Pure. Each message is worded under
 * `consolidation:quality.<code>`; params named `activity`, `quarter` and `committee` hold codes.
 */

export type QualityRemark = Submission['quality'][number];

export interface QualityInput {
  /** The whole difference of the report, identical records included. */
  readonly difference: readonly DifferenceRow[];
  /** Rows of the report. */
  readonly organisations: readonly ReportRow[];
  readonly lines: readonly ReportRow[];
  readonly narrative: ReportRow | null;
  /** Lines of the same committee's accepted report of the quarter before; null when there is none. */
  readonly previous: { readonly quarter: string; readonly lines: readonly ReportRow[] } | null;
  /** Names of the organisations that other committees reported, as `orderKey` folds them. */
  readonly elsewhere: readonly { readonly committee: string; readonly foldedName: string }[];
  /** Days after the deadline at which the quarter was first received; null when in time. */
  readonly daysLate: number | null;
  /** Codes of a controlled list, and of the programme's `activities`; null for a list that is not controlled. */
  readonly codesOf: (list: string) => ReadonlySet<string> | null;
  /** Number of the accepted report that came after this one: its register stays. */
  readonly supersededBy: number | null;
}

/** The remarks, warnings first. */
export function qualityOf(input: QualityInput): QualityRemark[] {
  const remarks = [
    ...standing(input),
    ...vanished(input),
    ...deviations(input),
    ...withoutThemes(input),
    ...strangeCodes(input),
    ...duplicates(input),
    ...delivery(input),
    ...narrative(input),
  ];
  return [...remarks.filter(isWarning), ...remarks.filter((remark) => !isWarning(remark))];
}

function isWarning(remark: QualityRemark): boolean {
  return remark.level === 'warning';
}

function warning(code: string, params: QualityRemark['message']['params'] = {}): QualityRemark {
  return { level: 'warning', message: { code, params } };
}

function fine(code: string, params: QualityRemark['message']['params'] = {}): QualityRemark {
  return { level: 'fine', message: { code, params } };
}

function standing({ supersededBy }: QualityInput): QualityRemark[] {
  return supersededBy === null ? [] : [warning('older_than_register', { sequence: supersededBy })];
}

function vanished({ difference }: QualityInput): QualityRemark[] {
  const count = difference.filter((row) => row.nature === 'vanished').length;
  return count === 0 ? [] : [warning('vanished', { count })];
}

/** Below this the doubling of a quantity is everyday life: one workshop, then two. */
const smallQuantity = 4;

/**
 * Quantities that at least doubled or fell by half against the quarter before. With a comment the committee has
 * explained it; absent is not zero, so a quantity that was not given is not compared.
 */
function deviations({ lines, previous }: QualityInput): QualityRemark[] {
  if (previous === null) return [];
  const before = new Map(previous.lines.map((line) => [line.activity, line.quantity]));
  let explained = 0;
  const remarks: QualityRemark[] = [];
  for (const line of lines) {
    const former = before.get(line.activity);
    const code = deviationOf(former ?? null, line.quantity ?? null);
    if (code === null) continue;
    if (typeof line.comment === 'string' && line.comment.trim() !== '') {
      explained += 1;
      continue;
    }
    remarks.push(
      warning(code, {
        activity: String(line.activity),
        quantity: Number(line.quantity),
        before: Number(former),
        quarter: previous.quarter,
      }),
    );
  }
  return explained === 0 ? remarks : [...remarks, fine('deviations_explained', { count: explained })];
}

function deviationOf(former: unknown, quantity: unknown): 'quantity_doubled' | 'quantity_halved' | null {
  if (typeof former !== 'number' || typeof quantity !== 'number') return null;
  if (Math.max(former, quantity) < smallQuantity || former === 0) return null;
  if (quantity >= former * 2) return 'quantity_doubled';
  return quantity * 2 <= former ? 'quantity_halved' : null;
}

function withoutThemes({ organisations }: QualityInput): QualityRemark[] {
  const count = organisations.filter(({ themes }) => !Array.isArray(themes) || themes.length === 0).length;
  return count === 0 ? [] : [warning('without_themes', { count })];
}

/** How many unknown codes are told by name. */
const toldAtMost = 5;

/** Codes that no list of the reference pack in force here holds: a newer pack may know them, or nobody does. */
function strangeCodes({ organisations, lines, codesOf }: QualityInput): QualityRemark[] {
  const strange = new Set<string>();
  const look = (rows: readonly ReportRow[], fields: readonly FieldDescription[]) => {
    for (const { name, list } of fields) {
      const known = list === undefined ? null : codesOf(list);
      if (known === null) continue;
      for (const row of rows)
        for (const code of [row[name] ?? []].flat()) if (!known.has(String(code))) strange.add(String(code));
    }
  };
  look(organisations, organisationFields.fields);
  look(lines, activityLineFields.fields);
  const activities = codesOf('activities');
  for (const { activity } of lines)
    if (activities?.has(String(activity)) === false) strange.add(String(activity));
  if (strange.size === 0) return [];
  const codes = [...strange].sort();
  return [warning('unknown_codes', { count: codes.length, codes: codes.slice(0, toldAtMost).join(', ') })];
}

/** Names that another committee reports too. Known ones were seen when they were new: they are not said again. */
function duplicates({ difference, elsewhere }: QualityInput): QualityRemark[] {
  const committees = new Map<string, Set<string>>();
  for (const { committee, foldedName } of elsewhere) {
    committees.set(foldedName, (committees.get(foldedName) ?? new Set()).add(committee));
  }
  const counts = new Map<string, number>();
  for (const row of difference) {
    if (row.table !== 'organisations' || !isNamedAnew(row)) continue;
    for (const committee of committees.get(orderKey(row.title)) ?? []) {
      counts.set(committee, (counts.get(committee) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([committee, count]) => warning('possible_duplicates', { count, committee }));
}

function isNamedAnew(row: DifferenceRow): boolean {
  return (
    row.nature === 'new' || (row.nature === 'changed' && row.fields.some(({ field }) => field === 'name'))
  );
}

function delivery({ daysLate }: QualityInput): QualityRemark[] {
  return [daysLate === null ? fine('received_in_time') : warning('received_late', { count: daysLate })];
}

const narrativeTexts = ['highlights', 'difficulties', 'nextSteps'] as const;

function narrative({ narrative: row }: QualityInput): QualityRemark[] {
  const missing = narrativeTexts.filter((name) => {
    const text = row?.[name];
    return typeof text !== 'string' || text.trim() === '';
  });
  if (missing.length === 0) return [fine('narrative_complete')];
  return [warning('narrative_incomplete', { count: missing.length })];
}
