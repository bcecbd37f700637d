import { and, eq } from 'drizzle-orm';
import { chain } from '../../../db/schema';
import type { Gesture } from '../changes/gesture';
import { DomainError } from '../contract/errors';
import { lettersOf } from './enrolment';
import { activeParty } from './format/register';
import { signPackage } from './outbox';
import { requireEnrolment } from './register-store';
import { requireKeys } from './signing-keys';

/** What a coordination answers to a report (PACKAGES.md §1.7, kind `slip`). */
export interface SlipDraft {
  readonly committee: string;
  readonly judged: { readonly digest: string; readonly epoch: number; readonly sequence: number };
  readonly period: string;
  readonly decision: 'accepted' | 'accepted_with_remarks' | 'returned';
  readonly note: string | null;
  readonly deadline: string | null;
  readonly decidedBy: string;
  /** Where the coordination stands for this committee after the decision. */
  readonly head: { readonly digest: string; readonly epoch: number; readonly sequence: number } | null;
  readonly remarks: readonly {
    readonly table: string | null;
    readonly row: string | null;
    readonly field: string | null;
    readonly text: string;
  }[];
}

/** Signs the slip inside the decision's transaction and moves the head of the committee's reports (V16). */
export function signSlip(gesture: Gesture, draft: SlipDraft): { outbox: string; fileName: string } {
  const { workspace } = gesture;
  const { known, own } = requireEnrolment(workspace);
  const keys = requireKeys(workspace);
  const committee = activeParty(known.register, draft.committee);
  if (!committee) throw new DomainError('S05', { code: draft.committee });
  const { judged, head } = draft;
  const signed = signPackage(
    gesture,
    {
      ...lettersOf(known, own),
      kind: 'slip',
      to: [draft.committee],
      period: draft.period,
      tables: {
        decision: [
          {
            package: judged.digest,
            epoch: judged.epoch,
            sequence: judged.sequence,
            decision: draft.decision,
            note: draft.note,
            deadline: draft.deadline,
            decidedBy: draft.decidedBy,
            headEpoch: head?.epoch ?? null,
            headSequence: head?.sequence ?? null,
            headDigest: head?.digest ?? null,
          },
        ],
        remarks: draft.remarks.map((remark, index) => ({ number: index + 1, ...remark })),
      },
      blobs: [{ content: known.archive, role: 'package' }],
      recipients: [committee.recipient],
    },
    keys,
  );
  workspace.database
    .update(chain)
    .set({ taken: true })
    .where(and(eq(chain.series, `${draft.committee}:report`), eq(chain.digest, judged.digest)))
    .run();
  return { outbox: signed.id, fileName: signed.fileName };
}
