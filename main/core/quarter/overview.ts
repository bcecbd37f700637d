import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { activityLines, narratives, organisations, outbox, people, slips } from '../../../db/schema';
import type { Output } from '../contract/operations';
import { calendarQuarter } from '../contract/programme/calendar';
import { parseQuarter } from '../contract/programme/quarter';
import type { PreflightCheck, QuarterOverview, QuarterState } from '../contract/quarter/operations';
import {
  activeCoordinators,
  enrolmentOf,
  ownRow,
  packageNumber,
  registerInForce,
  reportReceivers,
  signingStateOf,
} from '../packages/service';
import { referencePack } from '../programme/pack';
import type { OpenWorkspace } from '../session';
import { readSetting } from '../storage/stored-settings';
import { daysBetween, isEditable, quarterState, type SlipDecision, slipInForce } from './rules';
import { slipView } from './slip-view';
import { type Snapshot, snapshotOf } from './snapshot';
import { unsignableChecks } from './unsignable';

/** What the quarter's screen shows: lines, narrative, what will leave, what is missing, what came back. */

type OutboxRow = typeof outbox.$inferSelect;
type SlipRow = typeof slips.$inferSelect;

/** The activities of the programme, in printed order. */
const activities = referencePack.logframe
  .filter((line) => line.level === 'activity')
  .sort((a, b) => a.order - b.order)
  .map((line) => line.code as string);

export interface QuarterStanding {
  readonly state: QuarterState;
  readonly last: OutboxRow | null;
  readonly slip: SlipRow | null;
  readonly reason: string | null;
}

/** Where a quarter stands: its last report, the slip in force, a rectification under way. */
export function standingOf(workspace: OpenWorkspace, quarter: string): QuarterStanding {
  const { database } = workspace;
  const last =
    database
      .select()
      .from(outbox)
      .where(and(eq(outbox.kind, 'report'), eq(outbox.period, quarter)))
      .orderBy(desc(outbox.epoch), desc(outbox.sequence))
      .limit(1)
      .get() ?? null;
  const register = registerInForce(database)?.register;
  const lead = register ? (activeCoordinators(register)[0]?.code ?? null) : null;
  const judging = last ? database.select().from(slips).where(eq(slips.judged, last.digest)).all() : [];
  const slip = slipInForce(judging, lead);
  const reason = readSetting(database, 'rectifications')?.[quarter] ?? null;
  const state = quarterState(
    last,
    (slip?.decision ?? null) as SlipDecision | null,
    reason ? 'under_way' : 'none',
  );
  return { state, last, slip, reason };
}

/** The whole overview of a quarter on a day. */
export function overviewOf(workspace: OpenWorkspace, quarter: string, today: string): QuarterOverview {
  const standing = standingOf(workspace, quarter);
  const days = calendarQuarter(referencePack.calendar, parseQuarter(quarter));
  const snapshot = snapshotOf(workspace, quarter, today);
  const register = registerInForce(workspace.database)?.register;
  return {
    quarter,
    start: days.start,
    end: days.end,
    deadline: days.deadline,
    daysToEnd: daysBetween(today, days.end),
    daysToDeadline: daysBetween(today, days.deadline),
    state: standing.state,
    lines: linesOf(workspace, quarter),
    narrative: narrativeOf(workspace, quarter),
    contents: contentsOf(workspace, quarter, snapshot, standing),
    checks: checksOf(workspace, quarter, today, snapshot),
    recipients: register ? reportReceivers(register).map(({ code, name }) => ({ code, name })) : [],
    reason: standing.reason,
    signed: standing.last ? signedView(workspace, standing.last) : null,
    slip: standing.slip ? slipView(workspace, standing.slip) : null,
  };
}

/**
 * Where a quarter stands, in few queries whatever the size of the register: for the navigation and the status bar,
 * which are there on every page.
 */
export function briefStandingOf(workspace: OpenWorkspace, quarter: string): Output<'quarter.standing'> {
  const { state, slip } = standingOf(workspace, quarter);
  const blocking = blockingChecksOf(workspace, linesOf(workspace, quarter), narrativeOf(workspace, quarter));
  return {
    state,
    blocking: isEditable(state) ? blocking.length : 0,
    slip: slip && { decision: slip.decision as SlipDecision, remarks: slip.remarks.length },
  };
}

/** What keeps a report from being signed, but for what only a reading of the whole register shows (`unsignable.ts`). */
function blockingChecksOf(
  workspace: OpenWorkspace,
  lines: readonly Readonly<Record<string, unknown>>[],
  text: Readonly<Record<string, unknown>> | undefined,
): PreflightCheck[] {
  const checks: PreflightCheck[] = [];
  const blocking = (code: string, target: string) =>
    checks.push({ level: 'blocking', message: { code, params: {} }, target });
  if (workspace.ledger === 'behind') blocking('ledger_behind', '/trust');
  else if (signingStateOf(workspace) === 'foreign') blocking('signing_foreign', '/trust');
  else if (!ownRow(workspace))
    blocking(enrolmentOf(workspace) === 'requested' ? 'enrolment_waits' : 'not_enrolled', '/trust');
  if (!lines.some((line) => line.state !== null || line.quantity !== null)) blocking('no_activity', 'lines');
  if (!text?.highlights) blocking('no_highlights', 'narrative');
  return checks;
}

/** Points that block the signature, then those for information. */
export function checksOf(
  workspace: OpenWorkspace,
  quarter: string,
  today: string,
  snapshot: Snapshot,
): PreflightCheck[] {
  const lines = snapshot.activity_lines ?? [];
  const text = snapshot.narratives?.[0];
  const checks = [...blockingChecksOf(workspace, lines, text), ...unsignableChecks(workspace, snapshot)];
  const information = (code: string, params: Record<string, number>, target: string | null) =>
    checks.push({ level: 'information', message: { code, params }, target });

  const without = (snapshot.person_counts ?? []).reduce((sum, row) => sum + Number(row.persons), 0);
  if (without > 0) information('persons_counted', { count: without }, '/persons');
  const silent = activities.length - lines.length;
  if (silent > 0 && lines.length > 0) information('lines_empty', { count: silent }, 'lines');
  const incomplete = (snapshot.organisations ?? []).length - completeOrganisations(workspace);
  if (incomplete > 0)
    information('sheets_incomplete', { count: incomplete }, '/organisations?view=incomplete');
  const { end } = calendarQuarter(referencePack.calendar, parseQuarter(quarter));
  const left = daysBetween(today, end);
  if (left > 0) information('quarter_not_over', { days: left }, null);
  if (text?.highlights && !text.difficulties) information('no_difficulties', {}, 'narrative');
  if (text?.highlights && !text.nextSteps) information('no_next_steps', {}, 'narrative');
  return checks;
}

function completeOrganisations(workspace: OpenWorkspace): number {
  return (
    workspace.database
      .select({ n: sql<number>`count(*)` })
      .from(organisations)
      .where(
        and(sql`deleted_at IS NULL`, sql`completeness = 100`, eq(organisations.committee, workspace.code)),
      )
      .get()?.n ?? 0
  );
}

function linesOf(workspace: OpenWorkspace, quarter: string): QuarterOverview['lines'] {
  const { database } = workspace;
  const typed = database
    .select()
    .from(activityLines)
    .where(and(eq(activityLines.quarter, quarter), sql`deleted_at IS NULL`))
    .all();
  const before = database
    .select({
      activity: activityLines.activity,
      sum: sql<number>`coalesce(sum(${activityLines.quantity}), 0)`,
    })
    .from(activityLines)
    .where(and(lt(activityLines.quarter, quarter), sql`deleted_at IS NULL`))
    .groupBy(activityLines.activity)
    .all();
  return activities.map((activity) => {
    const line = typed.find((row) => row.activity === activity);
    return {
      activity,
      id: line?.id ?? null,
      state: line?.state ?? null,
      quantity: line?.quantity ?? null,
      comment: line?.comment ?? null,
      before: before.find((row) => row.activity === activity)?.sum ?? 0,
    };
  });
}

function narrativeOf(workspace: OpenWorkspace, quarter: string): QuarterOverview['narrative'] {
  const row = workspace.database
    .select()
    .from(narratives)
    .where(and(eq(narratives.quarter, quarter), sql`deleted_at IS NULL`))
    .get();
  return {
    highlights: row?.highlights ?? '',
    difficulties: row?.difficulties ?? '',
    nextSteps: row?.nextSteps ?? '',
  };
}

function contentsOf(
  workspace: OpenWorkspace,
  quarter: string,
  snapshot: Snapshot,
  standing: QuarterStanding,
): QuarterOverview['contents'] {
  // What was signed stands, whatever became of the register since.
  const signed = isEditable(standing.state) ? null : standing.last;
  const previous = workspace.database
    .select({ rows: outbox.rows })
    .from(outbox)
    .where(and(eq(outbox.kind, 'report'), lt(outbox.period, quarter)))
    .orderBy(desc(outbox.period), desc(outbox.sequence))
    .limit(1)
    .get();
  const average =
    workspace.database
      .select({ percent: sql<number | null>`cast(avg(completeness) as integer)` })
      .from(organisations)
      .where(sql`deleted_at IS NULL`)
      .get()?.percent ?? null;
  const lines = snapshot.activity_lines ?? [];
  const text = snapshot.narratives?.[0];
  const written = [text?.highlights, text?.difficulties, text?.nextSteps].filter(Boolean).length;
  const percents: Partial<Record<string, number | null>> = {
    organisations: signed ? null : average,
    activity_lines: Math.floor((lines.length * 100) / activities.length),
    narratives: Math.floor((written * 100) / 3),
  };
  const tables = [
    'organisations',
    'needs',
    'persons',
    'person_counts',
    'activity_lines',
    'narratives',
  ] as const;
  return tables.map((table) => ({
    table,
    rows: (signed ? signed.rows[table] : snapshot[table]?.length) ?? 0,
    previousRows: previous?.rows[table] ?? null,
    percent: percents[table] ?? null,
  }));
}

function signedView(workspace: OpenWorkspace, row: OutboxRow): QuarterOverview['signed'] {
  const by = workspace.database.select().from(people).where(eq(people.id, row.createdBy)).get();
  return {
    outbox: row.id,
    fileName: row.fileName,
    bytes: row.archive.length,
    digest: row.digest,
    packageNumber: packageNumber(row.digest),
    sequence: row.sequence,
    revision: row.revision,
    signedAt: row.createdAt,
    signedBy: by?.name ?? '',
    writtenAt: row.writtenAt,
  };
}
