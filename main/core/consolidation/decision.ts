import { eq } from 'drizzle-orm';
import { people, submissions } from '../../../db/schema';
import { type Gesture, write } from '../changes/gesture';
import { logPackage } from '../changes/log';
import { DomainError } from '../contract/errors';
import { valueSchema } from '../contract/fields';
import type { Input, Output } from '../contract/operations';
import { idSchema } from '../contract/values';
import { type SlipDraft, signSlip } from '../packages/service';
import type { CallContext, OpenWorkspace } from '../session';
import { requirePassphrase } from '../workspace/service';
import { replaceRows } from './applying';
import { keepDraft } from './draft';
import { newestOf } from './precedence';
import { acceptedReports, reportOf, type StoredReport } from './reports';
import { comparedWhenShown, type Review, reviewOf } from './review';
import { tableNamed } from './tables';

/** The coordinator's decision on a report (PACKAGES.md §1.8 V16). */

type Decision = Input<'submissions.decide'>;

/** What is decided, checked and put into the form of a slip. */
interface Judgement {
  readonly decision: SlipDraft['decision'];
  readonly general: string | null;
  readonly deadline: string | null;
  readonly remarks: SlipDraft['remarks'];
}

/**
 * Accepts or returns a report: one transaction replaces the committee's rows (or leaves them), notes the decision in the
 * submission and the change log, and signs the return slip. Nothing is kept when any of it fails.
 * @throws DomainError record_missing, already_decided, D03, D01, D02, R05, P09, K11, passphrase_wait, and what signing
 * can throw
 */
export function decide(context: CallContext, input: Decision): Output<'submissions.decide'> {
  const workspace = context.workspaceOf('coordination');
  const report = reportOf(workspace.database, input.id);
  if (report.state !== 'to_review') throw new DomainError('already_decided', { id: report.id });
  const review = reviewOf(workspace, report, context.language());
  if (comparedWhenShown(workspace, report) !== (review.head?.id ?? null)) {
    throw new DomainError('D03', { committee: report.committee });
  }
  if (input.decision !== 'returned') refuseUnconfirmed(review, input.confirmation);
  const judgement = judgementOf(input, review);
  requirePassphrase(context, workspace, input.passphrase);
  const { decision, general, deadline, remarks } = input;
  return write(
    workspace,
    (gesture) => {
      keepDraft(workspace.database, report, { decision, general, deadline, remarks });
      return keep(gesture, review, judgement);
    },
    'lasting',
    report.digest,
  );
}

/** A guard asks for the committee's code, typed by hand. */
function refuseUnconfirmed({ guards, report }: Review, confirmation: string | null): void {
  const [guard] = guards;
  if (guard === undefined || confirmation?.trim().toUpperCase() === report.committee) return;
  throw new DomainError(guard.code === 'D01' ? 'D01' : 'D02', {
    ...guard.params,
    committee: report.committee,
  });
}

/** Throws R05 when decision and remarks contradict each other, or when a remark points to nothing. */
function judgementOf(input: Decision, review: Review): Judgement {
  const general = slipText('general', input.general);
  const known = new Set(review.rows.map((row) => `${row.table}:${row.record}`));
  const remarks = input.remarks.map((remark) => {
    const { table, record, field, title } = remark;
    if (!known.has(`${table}:${record}`) || (field !== null && !tableNamed(table)?.fields.includes(field))) {
      throw new DomainError('R05', { decision: input.decision, why: 'remark', table });
    }
    const text = slipText('remarks', remark.text) ?? '';
    // A group of numbers has no id to point to: its name goes into the sentence.
    const row = idSchema.safeParse(record).success ? record : null;
    return { table, row, field, text: row === null ? `${title} – ${text}` : text };
  });
  const accepted = input.decision === 'accepted';
  if (accepted && (remarks.length > 0 || input.deadline !== null)) {
    throw new DomainError('R05', { decision: input.decision, why: 'remarks' });
  }
  if (!accepted && remarks.length === 0 && general === null) {
    throw new DomainError('R05', { decision: input.decision, why: 'silent' });
  }
  return { decision: input.decision, general, deadline: input.deadline, remarks };
}

/** Text as a package may carry it; null when it says nothing. Throws input_refused. */
function slipText(where: string, text: string): string | null {
  const parsed = valueSchema({
    name: where,
    type: 'text',
    sensitivity: 'regional',
    section: 'slip',
  }).safeParse(text);
  if (parsed.success) return parsed.data as string | null;
  throw new DomainError('input_refused', { where, why: parsed.error.issues[0]?.message ?? 'text' });
}

function keep(gesture: Gesture, review: Review, judgement: Judgement): Output<'submissions.decide'> {
  const { database } = gesture.workspace;
  const { report } = review;
  const accepted = judgement.decision !== 'returned';
  if (accepted) replaceRows(gesture, review);
  const decidedBy = nameOfDecider(gesture.workspace);
  database
    .update(submissions)
    .set({
      state: accepted ? 'accepted' : 'returned',
      comparedWith: review.head?.id ?? null,
      decidedAt: gesture.at,
      decidedBy,
    })
    .where(eq(submissions.id, report.id))
    .run();
  const slip = signSlip(gesture, {
    committee: report.committee,
    judged: numberOf(report),
    period: report.quarter,
    decision: judgement.decision,
    note: judgement.general,
    deadline: judgement.deadline,
    decidedBy,
    head: headOf(gesture.workspace, report.committee),
    remarks: judgement.remarks,
  });
  database.update(submissions).set({ slip: slip.outbox }).where(eq(submissions.id, report.id)).run();
  logPackage(gesture, report.id, {
    committee: report.committee,
    quarter: report.quarter,
    decision: judgement.decision,
    rows: report.rows,
  });
  return slip;
}

/** The newest accepted report of a committee: what the slip names as the coordination's state. */
function headOf(workspace: OpenWorkspace, committee: string): SlipDraft['head'] {
  const head = newestOf(acceptedReports(workspace.database, committee));
  return head && numberOf(head);
}

function numberOf({ digest, epoch, sequence }: StoredReport) {
  return { digest, epoch, sequence };
}

/** The person at the keyboard; the coordination itself when nobody was chosen. */
function nameOfDecider({ database, person, name }: OpenWorkspace): string {
  if (person === null) return name;
  return database.select().from(people).where(eq(people.id, person)).get()?.name ?? name;
}
