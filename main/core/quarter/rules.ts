import type { QuarterState } from '../contract/quarter/operations';

/**
 * Life of a quarter at its committee:
 *
 *   open ──sign──▶ signed ──slip accepted──▶ accepted
 *     ▲              │  ╲                      │
 *     │              │   ╲─slip returned─▶ returned ──sign──▶ signed
 *     │              ╰──start rectification──╮ │
 *     │                                      ▼ ▼
 *     ╰ (never again)                     rectifying ──sign (revision + 1)──▶ signed
 */

interface SignedReport {
  readonly digest: string;
  readonly revision: number;
  readonly sequence: number;
}

export type SlipDecision = 'accepted' | 'accepted_with_remarks' | 'returned';

/** State of a quarter from its last report, the slip in force for that report, and a rectification under way. */
export function quarterState(
  last: SignedReport | null,
  decision: SlipDecision | null,
  rectification: 'under_way' | 'none',
): QuarterState {
  if (!last) return 'open';
  if (decision === 'returned') return 'returned';
  if (rectification === 'under_way') return 'rectifying';
  return decision === null ? 'signed' : 'accepted';
}

/** May lines and narrative be changed? */
export function isEditable(state: QuarterState): boolean {
  return state === 'open' || state === 'returned' || state === 'rectifying';
}

/** May a rectification begin? */
export function canBeRectified(state: QuarterState): boolean {
  return state === 'signed' || state === 'accepted';
}

/**
 * Number of the next report: a report that was returned is sent again under the same number; a rectification of one
 * that was signed or accepted counts one more (DESIGN.md §1).
 */
export function nextRevision(last: SignedReport | null, state: QuarterState): number {
  if (!last) return 0;
  return state === 'rectifying' ? last.revision + 1 : last.revision;
}

/** A slip as it stands beside others for the same report. */
interface JudgingSlip {
  readonly sender: string;
  readonly decision: string;
  readonly epoch: number;
  readonly sequence: number;
}

/** A package by its number and its identity. */
interface Numbered {
  readonly epoch: number;
  readonly sequence: number;
  readonly digest: string;
}

/**
 * Does what the coordination holds as this committee's last report stand among those signed here? One that is ahead, or
 * another under the same number, was signed elsewhere with this key, or this is an old copy (PACKAGES.md §5). Reports of
 * earlier keys are not all here: a lost laptop signed them.
 *
 * @param since the epoch of the key held here
 */
export function headIsKnown(head: Numbered, own: readonly Numbered[], since: number): boolean {
  const sameNumber = own.filter(({ epoch, sequence }) => epoch === head.epoch && sequence === head.sequence);
  if (sameNumber.length > 0) return sameNumber.some(({ digest }) => digest === head.digest);
  return head.epoch < since;
}

/** The slip in force: the lead's newest, else the newest of any coordinator (PACKAGES.md §4.9 line 111). */
export function slipInForce<S extends JudgingSlip>(slips: readonly S[], lead: string | null): S | null {
  const newestFirst = [...slips].sort((a, b) => b.epoch - a.epoch || b.sequence - a.sequence);
  return newestFirst.find((slip) => slip.sender === lead) ?? newestFirst[0] ?? null;
}

/**
 * Why a row that left once leaves no more: merged into another (which is named, so that the region can follow), in
 * the trash, or its person no longer agrees.
 */
export function tombstoneReason(record: string, meant: string, deletedAt: string | null): string {
  if (meant !== record) return `merged_into:${meant}`;
  return deletedAt === null ? 'no_longer_shared' : 'deleted';
}

/** Whole days from one day to another, both `YYYY-MM-DD`; negative when the second lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
