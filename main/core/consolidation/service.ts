import { and, eq, isNull, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { WorkspaceDatabase } from '../../../db/open';
import { changeLog, organisations, outbox } from '../../../db/schema';
import type {
  consolidationOperations,
  DifferenceRow,
  Submission,
} from '../contract/consolidation/operations';
import { DomainError } from '../contract/errors';
import type { Input, Output } from '../contract/operations';
import { calendarQuarter } from '../contract/programme/calendar';
import { parseQuarter, shiftQuarter } from '../contract/programme/quarter';
import { todayOf } from '../environment';
import type { Handlers } from '../handler';
import { packageNumber, registerInForce } from '../packages/service';
import { codesOfList, referencePack } from '../programme/pack';
import { fold } from '../search/fold';
import type { OpenWorkspace } from '../session';
import { boardOf, daysLateOf, inProgrammeOrder } from './board';
import { decide } from './decision';
import { draftOf, saveDraft } from './draft';
import {
  activitiesOf,
  countriesBehind,
  expectedAt,
  figureOf,
  type Reading,
  rowsBehind,
  seriesOf,
} from './figures';
import { groupOrganisations } from './organisations';
import { registersThatCount, reportsThatCount } from './precedence';
import { type QualityRemark, qualityOf } from './quality';
import {
  acceptedReports,
  allReports,
  reportOf,
  reportsOfQuarter,
  rowsOfReports,
  type StoredReport,
  snapshotOf,
} from './reports';
import { type Review, showReview } from './review';

export { heldRevisions, receiveReport } from './staging';

export const consolidationHandlers: Handlers<typeof consolidationOperations> = {
  'consolidation.board': (context, { upTo, quarters }) => {
    const workspace = context.workspaceOf('coordination');
    const today = todayOf(workspace.environment);
    const period = { upTo, count: quarters };
    const enrolled = firstEnrolments(workspace.database);
    return boardOf(allReports(workspace.database), referencePack, period, today, enrolled);
  },
  'consolidation.logframe': (context, { upTo }) => {
    const reading = readingOf(context.workspaceOf('coordination').database, upTo);
    return {
      figures: activitiesOf(referencePack).map((activity) => figureOf(activity, reading)),
      countriesExpected: [...expectedAt(referencePack, upTo)],
    };
  },
  'consolidation.figure': (context, { activity: code, upTo }) => {
    const { database } = context.workspaceOf('coordination');
    const activity = activitiesOf(referencePack).find((candidate) => candidate.code === code);
    if (!activity) throw new DomainError('input_refused', { where: 'activity', why: 'unknown', code });
    const reading = readingOf(database, upTo);
    return {
      figure: figureOf(activity, reading),
      byQuarter: seriesOf(activity, reading),
      rows: rowsBehind(activity, reading),
    };
  },
  'consolidation.organisations': (context, { by, upTo }) =>
    organisationsOf(context.workspaceOf('coordination').database, by, upTo),

  'submissions.list': (context) => allReports(context.workspaceOf('coordination').database).map(summaryOf),
  'submissions.get': (context, { id }) => {
    const workspace = context.workspaceOf('coordination');
    const report = reportOf(workspace.database, id);
    return submissionOf(workspace, showReview(workspace, report, context.language()));
  },
  'submissions.difference': (context, request) => {
    const workspace = context.workspaceOf('coordination');
    const report = reportOf(workspace.database, request.id);
    if (report.state === 'replaced') throw new DomainError('D04', { id: report.id });
    return pageOf(showReview(workspace, report, context.language()).rows, request);
  },
  'submissions.draft': (context, { id }) => draftOf(context.workspaceOf('coordination').database, id),
  'submissions.saveDraft': (context, { id, draft }) => {
    saveDraft(context.workspaceOf('coordination'), id, draft);
    return {};
  },
  'submissions.decide': (context, input) => decide(context, input),
};

/** The accepted reports that count at the end of a quarter, and their lines. */
function readingOf(database: WorkspaceDatabase, upTo: string): Reading {
  const reports = reportsThatCount(acceptedReports(database), upTo);
  const lines = rowsOfReports(database, reports, 'activity_lines').map(({ report, row }) => ({
    report,
    activity: String(row.activity),
    state: typeof row.state === 'string' ? row.state : null,
    quantity: typeof row.quantity === 'number' ? row.quantity : null,
    comment: typeof row.comment === 'string' ? row.comment : null,
  }));
  return { pack: referencePack, upTo, reports, lines };
}

function organisationsOf(
  database: WorkspaceDatabase,
  by: Input<'consolidation.organisations'>['by'],
  upTo: string,
): Output<'consolidation.organisations'> {
  const accepted = acceptedReports(database);
  const registers = [...registersThatCount(accepted, upTo).values()];
  const reported = rowsOfReports(database, registers, 'organisations').map(({ report, row }) => ({
    committee: report.committee,
    row,
  }));
  const behind = countriesBehind({ pack: referencePack, upTo, reports: reportsThatCount(accepted, upTo) });
  const late = new Set(behind.map((country) => country.code));
  const reporting = registers.map((report) => report.committee).filter((code) => !late.has(code));
  return {
    total: reported.length,
    countriesIn: [...inProgrammeOrder(reporting, referencePack)],
    countriesBehind: behind,
    groups: groupOrganisations(reported, by, referencePack, upTo),
  };
}

/** The day on which each committee entered the register for the first time. */
function firstEnrolments(database: WorkspaceDatabase): ReadonlyMap<string, string> {
  const parties = registerInForce(database)?.register.parties ?? [];
  const first = new Map<string, string>();
  for (const { code, role, since } of parties) {
    if (role === 'committee' && since < (first.get(code) ?? '9999')) first.set(code, since);
  }
  return first;
}

function summaryOf(report: StoredReport): Output<'submissions.list'>[number] {
  const { id, committee, quarter, revision, sequence, receivedAt, decidedAt, rows, bytes } = report;
  return {
    id,
    committee,
    quarter,
    revision,
    sequence,
    receivedAt,
    decidedAt,
    rows,
    bytes,
    state: stateOf(report),
  };
}

function stateOf(report: StoredReport): Submission['state'] {
  return report.state as Submission['state'];
}

function submissionOf(workspace: OpenWorkspace, review: Review): Submission {
  const { database } = workspace;
  const { report, comparison } = review;
  const own = snapshotOf(database, report, ['organisations', 'activity_lines', 'narratives']);
  const narrative = [...(own.narratives?.values() ?? [])][0] ?? null;
  const base = comparison.register;
  return {
    ...summaryOf(report),
    reason: report.reason,
    digest: report.digest,
    packageNumber: packageNumber(report.digest),
    decidedBy: report.decidedBy,
    signer: { code: report.committee, name: report.signerName, since: report.signerSince },
    notices: report.notices.map(({ code, params }) => ({ code, params })),
    narrative: {
      highlights: String(narrative?.highlights ?? ''),
      difficulties: String(narrative?.difficulties ?? ''),
      nextSteps: String(narrative?.nextSteps ?? ''),
    },
    comparedWith: base && { id: base.id, quarter: base.quarter, sequence: base.sequence },
    counts: [...review.counts],
    guards: [...review.guards],
    quality: report.state === 'replaced' ? [] : qualityIn(workspace, review, own, narrative),
    slip: slipOf(database, report),
  };
}

function qualityIn(
  { database }: OpenWorkspace,
  { report, comparison, rows, head }: Review,
  own: ReturnType<typeof snapshotOf>,
  narrative: Parameters<typeof qualityOf>[0]['narrative'],
): QualityRemark[] {
  const { committee } = report;
  const quarter = parseQuarter(report.quarter);
  const before = shiftQuarter(quarter, -1);
  const previous = reportsThatCount(acceptedReports(database, committee), before).find(
    (candidate) => candidate.quarter === before,
  );
  const elsewhere = database
    .select({ committee: organisations.committee, foldedName: organisations.sortKey })
    .from(organisations)
    .where(and(ne(organisations.committee, committee), isNull(organisations.deletedAt)))
    .all();
  const { deadline } = calendarQuarter(referencePack.calendar, quarter);
  return qualityOf({
    difference: rows,
    organisations: [...(own.organisations?.values() ?? [])],
    lines: [...(own.activity_lines?.values() ?? [])],
    narrative,
    previous: previous
      ? {
          quarter: before,
          lines: rowsOfReports(database, [previous], 'activity_lines').map(({ row }) => row),
        }
      : null,
    elsewhere,
    codesOf: (list) => (list === 'activities' ? activityCodes : codesOfList(list)),
    daysLate: daysLateOf(reportsOfQuarter(database, committee, quarter), deadline),
    supersededBy: comparison.replaces.has('register') ? null : (head?.sequence ?? null),
  });
}

const activityCodes: ReadonlySet<string> = new Set(activitiesOf(referencePack).map(({ code }) => code));

const loggedDecision = z.object({ decision: z.string() });

/** The slip of a decided report. What was decided stands in the change log; when it left, in the outbox. */
function slipOf(database: WorkspaceDatabase, report: StoredReport): Submission['slip'] {
  if (report.slip === null) return null;
  const sent = database.select().from(outbox).where(eq(outbox.id, report.slip)).get();
  const entry = database
    .select({ after: changeLog.after })
    .from(changeLog)
    .where(and(eq(changeLog.entity, 'packages'), eq(changeLog.record, report.id)))
    .get();
  return {
    outbox: report.slip,
    decision: loggedDecision.parse(entry?.after).decision,
    writtenAt: sent?.writtenAt ?? null,
  };
}

/** What differs; the identical records only when they are asked for. Every word of the search must occur. */
function pageOf(
  rows: readonly DifferenceRow[],
  request: Input<'submissions.difference'>,
): Output<'submissions.difference'> {
  const { table, nature, offset, limit } = request;
  const words = fold(request.search)
    .split(' ')
    .filter((word) => word !== '');
  const found = rows.filter((row) => {
    if (table !== null && row.table !== table) return false;
    if (nature === null ? row.nature === 'identical' : row.nature !== nature) return false;
    if (words.length === 0) return true;
    const text = fold(`${row.title} ${row.hint}`);
    return words.every((word) => text.includes(word));
  });
  return { total: found.length, rows: found.slice(offset, offset + limit) };
}
