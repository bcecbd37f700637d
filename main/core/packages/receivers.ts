import type { Gesture } from '../changes/gesture';
import type { Message } from '../contract/values';
import type { AuthenticPackage } from './format/verdict';

/** What the packages area hands to the area that a verified file concerns; wired in `core.ts`. */

export interface ReceivedPackage {
  readonly verdict: AuthenticPackage;
  /** SHA-256 of the file as received, its name in the blob store. */
  readonly sha256: string;
  /** Size of the file as received. */
  readonly bytes: number;
  /** Display name of the signer in the register, and since when its key counts (day). */
  readonly signer: { readonly name: string; readonly since: string };
}

export interface PackageReceivers {
  /** Stages a report for review (PACKAGES.md §1.8 V15); gives the submission's id. */
  readonly report: (gesture: Gesture, received: ReceivedPackage) => string;
  /** Takes the bytes that a committee's reports announced. Throws attachment_unannounced. */
  readonly attachments: (
    gesture: Gesture,
    received: ReceivedPackage,
  ) => { readonly arrived: number; readonly awaited: number };
  /** Applies a return slip. Throws R01–R05 (nothing is kept then). */
  readonly slip: (
    gesture: Gesture,
    received: ReceivedPackage,
  ) => {
    readonly period: string;
    readonly decision: 'accepted' | 'accepted_with_remarks' | 'returned';
    /** R03 when another coordinator decided otherwise: both are shown, the lead's counts. */
    readonly notices: readonly Message[];
  };
  /** Accepted revisions by table and id of one committee, for P14 and the vanished rows. */
  readonly held: (committee: string) => Readonly<Record<string, Readonly<Record<string, number>>>>;
}
