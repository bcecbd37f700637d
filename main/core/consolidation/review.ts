import type { DifferenceRow } from '../contract/consolidation/operations';
import type { Language, Message } from '../contract/values';
import { labelOf, referencePack } from '../programme/pack';
import type { OpenWorkspace } from '../session';
import { countNatures, differenceOf, type NatureCounts } from './difference';
import { guardsOf } from './guards';
import { type Comparison, comparisonOf, newestOf, type ReportPart } from './precedence';
import { acceptedReports, type StoredReport, snapshotOf, tombstonesOf } from './reports';
import { comparedTables, type Snapshot } from './tables';
import { wordingOf } from './wording';

/** A staged report held against what was accepted: what the coordinator looks at before deciding (V15). */
export interface Review {
  readonly report: StoredReport;
  readonly comparison: Comparison<StoredReport>;
  /** The last accepted report of the committee; D03 when it is not the one of the review that was shown. */
  readonly head: StoredReport | null;
  readonly rows: readonly DifferenceRow[];
  readonly counts: readonly NatureCounts[];
  readonly guards: readonly Message[];
}

/**
 * What this session keeps of reviews: the last one computed, because its pages are asked for one by one, and which
 * accepted report the coordinator was last shown each review against. Both end with the session.
 */
interface Desk {
  last: { readonly key: string; readonly review: Review } | null;
  readonly shown: Map<string, string | null>;
}

const desks = new WeakMap<OpenWorkspace, Desk>();

/** The review of a report, as it is shown now. */
export function showReview(workspace: OpenWorkspace, report: StoredReport, language: Language): Review {
  const review = reviewOf(workspace, report, language);
  deskOf(workspace).shown.set(report.id, review.head?.id ?? null);
  return review;
}

/** The review of a report as it is at this moment, shown or not. */
export function reviewOf(workspace: OpenWorkspace, report: StoredReport, language: Language): Review {
  const accepted = acceptedReports(workspace.database, report.committee);
  const comparison = comparisonOf(report, accepted);
  const head = newestOf(accepted);
  const { register, quarter, replaces } = comparison;
  const parts = [...replaces].join(' ');
  const key = [report.id, report.state, register?.id, quarter?.id, head?.id, parts, language].join('|');
  const desk = deskOf(workspace);
  if (desk.last?.key === key) return desk.last.review;
  const review = { report, comparison, head, ...compare(workspace, report, comparison, language) };
  desk.last = { key, review };
  return review;
}

/**
 * The accepted report against which the coordinator saw the difference: as last shown in this session, else as it was
 * when the report was staged. Null when there was none.
 */
export function comparedWhenShown(workspace: OpenWorkspace, report: StoredReport): string | null {
  const shown = deskOf(workspace).shown.get(report.id);
  return shown === undefined ? report.comparedWith : shown;
}

function deskOf(workspace: OpenWorkspace): Desk {
  const desk = desks.get(workspace) ?? { last: null, shown: new Map<string, string | null>() };
  desks.set(workspace, desk);
  return desk;
}

function compare(
  workspace: OpenWorkspace,
  report: StoredReport,
  comparison: Comparison<StoredReport>,
  language: Language,
): Pick<Review, 'rows' | 'counts' | 'guards'> {
  const { database } = workspace;
  const namesOf = (part: ReportPart) =>
    comparedTables.filter((table) => table.part === part).map((table) => table.name);
  const before: Snapshot = {
    ...snapshotOf(database, comparison.register, namesOf('register')),
    ...snapshotOf(database, comparison.quarter, namesOf('quarter')),
  };
  const after = snapshotOf(database, report);
  const wording = wordingOf(before, after, { language, pack: referencePack, labelOf });
  const rows =
    report.state === 'replaced'
      ? []
      : differenceOf(before, after, tombstonesOf(database, report), comparedTables, wording);
  const counts = countNatures(rows, comparedTables);
  const replaced = comparedTables.filter(
    (table) => table.holds === 'records' && comparison.replaces.has(table.part),
  );
  const guards = guardsOf(counts.filter((count) => replaced.some((table) => table.name === count.table)));
  return { rows, counts, guards };
}
