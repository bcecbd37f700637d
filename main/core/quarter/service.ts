import { eq } from 'drizzle-orm';
import { activityLines, narratives, outbox, slips } from '../../../db/schema';
import { type AnnouncedAttachment, carriedBlobs, noteAnnounced } from '../attachments/service';
import { parseFieldValues } from '../changes/field-values';
import { type Gesture, write } from '../changes/gesture';
import { saveNaturalRecord } from '../changes/natural-key';
import { DomainError } from '../contract/errors';
import { calendarQuarter, committeesExpected } from '../contract/programme/calendar';
import { parseQuarter, quarterOfDay, shiftQuarter } from '../contract/programme/quarter';
import type { quarterOperations } from '../contract/quarter/operations';
import type { EntityName } from '../contract/records/operations';
import { idOfNaturalKey, todayOf } from '../environment';
import type { Handlers } from '../handler';
import {
  contentDigestOf,
  lettersOf,
  type PackageReceivers,
  reportReceivers,
  requireEnrolment,
  requireKeys,
  signPackage,
} from '../packages/service';
import { codesOfList, referencePack } from '../programme/pack';
import type { OpenWorkspace } from '../session';
import { completeLedger, ledgerOf, signaturesOf } from '../storage/ledger';
import { readSetting, storeSetting } from '../storage/stored-settings';
import { requirePassphrase } from '../workspace/service';
import { briefStandingOf, checksOf, overviewOf, standingOf } from './overview';
import {
  canBeRectified,
  headIsKnown,
  isEditable,
  nextRevision,
  type SlipDecision,
  slipInForce,
} from './rules';
import { accountableRows, snapshotOf } from './snapshot';
import { unsignableFields } from './unsignable';

export const quarterHandlers: Handlers<typeof quarterOperations> = {
  'quarter.list': (context) => quartersOf(context.workspace()),
  'quarter.overview': (context, { quarter }) => {
    const workspace = context.workspaceOf('committee');
    return overviewOf(workspace, quarter, todayOf(workspace.environment));
  },
  'quarter.standing': (context, { quarter }) => briefStandingOf(context.workspaceOf('committee'), quarter),
  'quarter.saveLine': (context, { quarter, activity, values, typing }) => {
    const workspace = editable(context.workspaceOf('committee'), quarter);
    if (!referencePack.logframe.some((line) => line.level === 'activity' && line.code === activity)) {
      throw new DomainError('input_refused', {
        where: 'activityLines.activity',
        why: 'code',
        code: activity,
      });
    }
    const parsed = parseFieldValues(workspace.entities.activityLines.description, values, codesOfList);
    const id = idOfNaturalKey('activityLines', workspace.code, quarter, activity);
    const record = { entity: 'activityLines', id, key: { quarter, activity } } as const;
    saveNaturalRecord(workspace, record, parsed, typing);
    return { id };
  },
  'quarter.saveNarrative': (context, { quarter, field, text, typing }) => {
    const workspace = editable(context.workspaceOf('committee'), quarter);
    const parsed = parseFieldValues(
      workspace.entities.narratives.description,
      { [field]: text },
      codesOfList,
    );
    const id = idOfNaturalKey('narratives', workspace.code, quarter);
    const record = { entity: 'narratives', id, key: { quarter } } as const;
    saveNaturalRecord(workspace, record, parsed, typing);
    return { id };
  },
  'quarter.startRectification': (context, { quarter, reason }) => {
    const workspace = context.workspaceOf('committee');
    if (!canBeRectified(standingOf(workspace, quarter).state))
      throw new DomainError('quarter_locked', { quarter });
    noteRectification(workspace, quarter, reason);
    return {};
  },
  'quarter.sign': (context, { quarter, passphrase }) => {
    const workspace = editable(context.workspaceOf('committee'), quarter);
    requirePassphrase(context, workspace, passphrase);
    return sign(workspace, quarter, todayOf(workspace.environment));
  },
};

/**
 * Applies a return slip: the judged report must be ours, under the number that the slip gives it (R01), and no slip for
 * a later report of its quarter may be there (R04). It is kept for ever. A head that was not signed here raises B04.
 */
export const receiveSlip: PackageReceivers['slip'] = (gesture, { verdict }) => {
  const { database } = gesture.workspace;
  const row = verdict.tables.decision?.[0];
  const judged = String(row?.package);
  const report = database.select().from(outbox).where(eq(outbox.digest, judged)).get();
  if (!row || !report || report.kind !== 'report' || report.period === null) throw new DomainError('R01');
  if (report.epoch !== row.epoch || report.sequence !== row.sequence) throw new DomainError('R01');
  if (isOvertaken(gesture.workspace, report)) throw new DomainError('R04');
  const decision = String(row.decision) as SlipDecision;
  const others = database.select().from(slips).where(eq(slips.judged, judged)).all();
  const { colis } = verdict.manifest;
  database
    .insert(slips)
    .values({
      digest: verdict.digest,
      sender: colis.from,
      judged,
      period: report.period,
      decision,
      general: String(row.note ?? ''),
      deadline: row.deadline === null ? null : String(row.deadline),
      remarks: (verdict.tables.remarks ?? []).map((remark) => ({
        table: textOrNull(remark.table),
        row: textOrNull(remark.row),
        field: textOrNull(remark.field),
        text: String(remark.text),
      })),
      epoch: colis.epoch,
      sequence: colis.sequence,
      receivedAt: gesture.at,
    })
    .run();
  const contrary = slipInForce(
    others.filter((slip) => slip.sender !== colis.from),
    null,
  );
  const contradicted = contrary !== null && (contrary.decision === 'returned') !== (decision === 'returned');
  const notices = contradicted ? [{ code: 'R03', params: { one: colis.from, other: contrary.sender } }] : [];
  const head = headOf(row);
  const isForeign = head !== null && !headIsOurs(gesture.workspace, head);
  if (isForeign) gesture.afterCommit(() => noteForeignSignature(gesture.workspace, head));
  return {
    period: report.period,
    decision,
    notices: isForeign ? [...notices, { code: 'B04', params: {} }] : notices,
  };
};

/** Was a later report of the same quarter judged already? */
function isOvertaken({ database }: OpenWorkspace, report: typeof outbox.$inferSelect): boolean {
  if (report.period === null) return false;
  const judged = database.select().from(slips).where(eq(slips.period, report.period)).all();
  return judged.some((slip) => {
    const other = database.select().from(outbox).where(eq(outbox.digest, slip.judged)).get();
    if (other === undefined) return false;
    return other.epoch > report.epoch || (other.epoch === report.epoch && other.sequence > report.sequence);
  });
}

/** The coordination's state of our reports, as a slip tells it; null before the first accepted one. */
function headOf(decision: Readonly<Record<string, unknown>>) {
  const { headEpoch, headSequence, headDigest } = decision;
  if (typeof headEpoch !== 'number' || typeof headSequence !== 'number') return null;
  return { epoch: headEpoch, sequence: headSequence, digest: String(headDigest) };
}

function headIsOurs(workspace: OpenWorkspace, head: NonNullable<ReturnType<typeof headOf>>): boolean {
  const own = signaturesOf(workspace.database, workspace.code).filter(
    ({ series }) => series === reportSeries(workspace),
  );
  return headIsKnown(head, own, requireEnrolment(workspace).own.epoch);
}

/** What this database does not know stands in the ledger from now on, so that nothing is signed at the next opening either. */
function noteForeignSignature(workspace: OpenWorkspace, head: NonNullable<ReturnType<typeof headOf>>): void {
  completeLedger(ledgerOf(workspace.folder), [{ series: reportSeries(workspace), ...head }]);
  workspace.ledger = 'behind';
}

function reportSeries({ code }: OpenWorkspace): string {
  return `${code}:report`;
}

/** Refuses to touch a line or narrative of a locked quarter: what undo asks before it writes. */
export function refuseLockedRecord(workspace: OpenWorkspace, entity: EntityName, record: string): void {
  if (entity !== 'activityLines' && entity !== 'narratives') return;
  const table = entity === 'activityLines' ? activityLines : narratives;
  const row = workspace.database
    .select({ quarter: table.quarter })
    .from(table)
    .where(eq(table.id, record))
    .get();
  if (row) editable(workspace, row.quarter);
}

/**
 * The quarters that may be worked on: the current one, those of the four before for which a report is awaited (from
 * this committee; from any, at the coordination), and every one that was written to.
 */
function quartersOf(workspace: OpenWorkspace) {
  const current = quarterOfDay(todayOf(workspace.environment));
  const recent = [0, -1, -2, -3, -4].map((shift) => shiftQuarter(current, shift));
  const expected = recent.filter(
    (quarter, index) =>
      index === 0 ||
      committeesExpected(referencePack.calendar, quarter).some(
        (code) => workspace.role === 'coordination' || code === workspace.code,
      ),
  );
  const written = workspace.database
    .selectDistinct({ quarter: activityLines.quarter })
    .from(activityLines)
    .all();
  const quarters = new Set([...expected, ...written.map((row) => parseQuarter(row.quarter))]);
  return [...quarters]
    .sort()
    .reverse()
    .map((quarter) => ({
      quarter,
      state: workspace.role === 'committee' ? standingOf(workspace, quarter).state : ('open' as const),
      deadline: calendarQuarter(referencePack.calendar, quarter).deadline,
    }));
}

function editable(workspace: OpenWorkspace, quarter: string): OpenWorkspace {
  if (!isEditable(standingOf(workspace, quarter).state)) throw new DomainError('quarter_locked', { quarter });
  return workspace;
}

function sign(workspace: OpenWorkspace, quarter: string, today: string) {
  const { known, own } = requireEnrolment(workspace);
  const keys = requireKeys(workspace);
  const snapshot = snapshotOf(workspace, quarter, today);
  const blocking = checksOf(workspace, quarter, today, snapshot).filter(
    (check) => check.level === 'blocking',
  );
  const [unsignable] = unsignableFields(snapshot);
  if (unsignable !== undefined) {
    const { table, record, field, why } = unsignable;
    throw new DomainError('record_unsignable', { table, row: record, field, why });
  }
  if (blocking.length > 0) throw new DomainError('quarter_blocked', { count: blocking.length });
  const { state, last, reason } = standingOf(workspace, quarter);
  const coordinators = reportReceivers(known.register);
  const revision = nextRevision(last, state);
  const announced = (snapshot.attachments ?? []) as readonly AnnouncedAttachment[];
  const draft = {
    ...lettersOf(known, own),
    kind: 'report' as const,
    to: coordinators.map((party) => party.code),
    period: quarter,
    revision,
    // A rectification that was returned goes out again under its own number and reason.
    reason: revision > 0 ? (reason ?? last?.reason ?? null) : null,
    base: lastAccepted(workspace),
    tables: snapshot,
    blobs: carriedBlobs(workspace, announced),
    recipients: coordinators.map((party) => party.recipient),
  };
  const contentDigest = contentDigestOf(draft);
  if (last?.contentDigest === contentDigest) return { ...signedFile(last), state: 'unchanged' as const };
  const signed = write(
    workspace,
    (gesture) => {
      const row = signPackage(gesture, draft, keys, contentDigest);
      rememberReported(gesture, accountableRows(snapshot));
      noteAnnounced(gesture, row.digest, announced);
      forgetRectification(gesture, quarter);
      return row;
    },
    'lasting',
  );
  return { ...signedFile(signed), state: 'new' as const };
}

function signedFile(row: typeof outbox.$inferSelect) {
  return { outbox: row.id, fileName: row.fileName, bytes: row.archive.length, digest: row.digest };
}

/** Digest of the last report that a slip accepted, or null: what attachments need not travel again. */
function lastAccepted(workspace: OpenWorkspace): string | null {
  const accepted = workspace.database
    .select()
    .from(slips)
    .all()
    .filter((slip) => slip.decision !== 'returned')
    .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
  return accepted[0]?.judged ?? null;
}

function rememberReported(gesture: Gesture, rows: readonly { name: string; record: string }[]): void {
  const insert = gesture.workspace.database.$client.prepare(
    'INSERT INTO reported_rows (name, record) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  for (const { name, record } of rows) insert.run(name, record);
}

function noteRectification(workspace: OpenWorkspace, quarter: string, reason: string): void {
  const known = readSetting(workspace.database, 'rectifications') ?? {};
  write(
    workspace,
    () => storeSetting(workspace.database, 'rectifications', { ...known, [quarter]: reason }),
    'lasting',
  );
}

function forgetRectification(gesture: Gesture, quarter: string): void {
  const { [quarter]: _done, ...rest } = readSetting(gesture.workspace.database, 'rectifications') ?? {};
  storeSetting(gesture.workspace.database, 'rectifications', rest);
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
