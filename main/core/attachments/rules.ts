import { type AttachmentRow, attachmentLimits } from '../contract/attachments/operations';

/** What leaves of attachments, in which order, and how long the trash keeps their bytes. Pure. */

const MiB = 1024 * 1024;
const day = 24 * 60 * 60 * 1000;

/** Days that an attachment in the trash keeps its bytes: after a quarter nobody is looking for it any more. */
export const trashDays = 90;

/**
 * Bytes of attachments in a report: rows come first, and a report must pass by a telephone's connection (3 MiB take
 * eight minutes at 50 kbit/s). The rest is announced.
 */
export const reportBudget = 3 * MiB;
/** Bytes of attachments in a package of their own: below what an e-mail takes (PACKAGES.md §1.11, 18 MB). */
export const packageBudget = 16 * MiB;
/** Attachments in one package, so that its manifest and its entries stay far below their limits. */
const packageCount = 500;

/** An attachment as the rules of leaving see it. */
export interface KeptAttachment {
  readonly organisation: string | null;
  readonly person: string | null;
  readonly kind: string | null;
  readonly sensitivity: string;
  readonly bytes: number | null;
}

/** What its owner allows: is the owner in the report, and did a person agree to photos. */
export interface OwnerLeave {
  readonly reported: 'reported' | 'not_reported';
  readonly photo: 'agreed' | 'not_agreed';
}

/**
 * Does an attachment leave its committee? Of a person only a photo does, under the consent to photos and to the region
 * (DESIGN.md §6); proofs of consent and confidential files never do.
 */
export function leavingOf(attachment: KeptAttachment, owner: OwnerLeave): AttachmentRow['leaves'] {
  if (attachment.kind === 'consent_proof') return 'stays_kind';
  if (attachment.sensitivity !== 'normal') return 'stays_confidential';
  if (attachment.person !== null) {
    if (attachment.kind !== 'photo') return 'stays_kind';
    if (owner.photo === 'not_agreed' || owner.reported === 'not_reported') return 'stays_consent';
  } else if (owner.reported === 'not_reported') {
    return 'stays_kind';
  }
  return (attachment.bytes ?? 0) > attachmentLimits.sent ? 'stays_size' : 'leaves';
}

const kindsInOrder = ['photo', 'statutes', 'receipt', 'other'];

/** What one would look for first comes first: photos, statutes, receipts, the rest; the lightest of each kind first. */
export function inSendingOrder<T extends { kind: string | null; bytes: number; sha256: string }>(
  attachments: readonly T[],
): readonly T[] {
  const place = ({ kind }: T) => {
    const index = kindsInOrder.indexOf(kind ?? '');
    return index < 0 ? kindsInOrder.length : index;
  };
  return [...attachments].sort(
    (one, other) =>
      place(one) - place(other) || one.bytes - other.bytes || (one.sha256 < other.sha256 ? -1 : 1),
  );
}

/** The files that fit into one package, in the order given; one that does not fit leaves its place to lighter ones. */
export function fitting<T extends { bytes: number; sha256: string }>(
  attachments: readonly T[],
  budget: number,
): ReadonlySet<string> {
  const taken = new Set<string>();
  let left = budget;
  for (const { sha256, bytes } of attachments) {
    if (taken.has(sha256) || bytes > left || taken.size >= packageCount) continue;
    taken.add(sha256);
    left -= bytes;
  }
  return taken;
}

/** The instant before which an attachment must have gone to the trash for its bytes to be forgotten. */
export function trashLimit(now: number): string {
  return new Date(now - trashDays * day).toISOString();
}
