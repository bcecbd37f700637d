import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import { announcedAttachments, attachments, outbox, slips } from '../../../db/schema';
import { type Gesture, write } from '../changes/gesture';
import type { Output } from '../contract/operations';
import { purposesOf } from '../members/service';
import {
  lettersOf,
  registerInForce,
  reportReceivers,
  requireEnrolment,
  requireKeys,
  type SignedPackage,
  signPackage,
} from '../packages/service';
import type { OpenWorkspace } from '../session';
import { fitting, inSendingOrder, leavingOf, packageBudget, reportBudget } from './rules';

/** Attachments on their way to the coordination: announced whole in a report, carried as far as they fit. */

/** A row of the package's `attachments` table (PACKAGES.md §1.4). */
export type AnnouncedAttachment = {
  readonly sha256: string;
  readonly ownerTable: 'organisations' | 'persons';
  readonly ownerId: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly originalName: string;
  readonly included: boolean;
};

type Leaving = Omit<AnnouncedAttachment, 'included'> & { readonly kind: string | null };

/** The records that a report names. */
interface Reported {
  readonly organisations: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
}

/** Every attachment that may leave on a day with these records, in the order of sending. */
function leavingAttachments(workspace: OpenWorkspace, reported: Reported, today: string): readonly Leaving[] {
  const rows = workspace.database
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.committee, workspace.code),
        isNull(attachments.deletedAt),
        isNotNull(attachments.sha256),
      ),
    )
    .all();
  const people = rows.flatMap(({ person }) => (person === null ? [] : [person]));
  const purposes = purposesOf(workspace, [...new Set(people)], today);
  const leaving = rows.flatMap((row): Leaving[] => {
    const ownerTable = row.person === null ? 'organisations' : 'persons';
    const ownerId = row.person ?? row.organisation ?? '';
    const leaves = leavingOf(row, {
      reported: reported[ownerTable].has(ownerId) ? 'reported' : 'not_reported',
      photo: (purposes.get(ownerId) ?? []).includes('photo') ? 'agreed' : 'not_agreed',
    });
    const { sha256, bytes, mediaType, fileName, kind } = row;
    // What was lost can never be sent: it is not promised.
    if (leaves !== 'leaves' || sha256 === null || !workspace.blobs.has(sha256)) return [];
    const originalName = fileName ?? '';
    return [
      { sha256, ownerTable, ownerId, bytes: bytes ?? 0, mediaType: mediaType ?? '', originalName, kind },
    ];
  });
  return inSendingOrder(withoutDoubles(leaving));
}

/** One owner has a file once, whatever it is filed under. */
function withoutDoubles(leaving: readonly Leaving[]): readonly Leaving[] {
  const byPlace = new Map(
    leaving.map((file) => [`${file.sha256} ${file.ownerTable} ${file.ownerId}`, file] as const),
  );
  return [...byPlace.values()];
}

/** What the report of a day announces; `included` are those that fit and that the coordination does not have yet. */
export function announcedInReport(
  workspace: OpenWorkspace,
  reported: Reported,
  today: string,
): readonly AnnouncedAttachment[] {
  const leaving = leavingAttachments(workspace, reported, today);
  const delivered = deliveredHashes(workspace);
  const news = leaving.filter(({ sha256 }) => !delivered.has(sha256));
  return asRows(leaving, fitting(news, reportBudget));
}

function asRows(leaving: readonly Leaving[], carried: ReadonlySet<string>): readonly AnnouncedAttachment[] {
  return leaving.map(({ kind: _kind, ...file }) => {
    const { sha256, ownerTable, ownerId, bytes, mediaType, originalName } = file;
    return { sha256, ownerTable, ownerId, bytes, mediaType, originalName, included: carried.has(sha256) };
  });
}

/** Bytes that need not travel again: in a report that was accepted, or in a package of attachments. */
function deliveredHashes({ database }: OpenWorkspace): ReadonlySet<string> {
  const accepted = database
    .select({ digest: slips.judged })
    .from(slips)
    .where(ne(slips.decision, 'returned'));
  const alone = database.select({ digest: outbox.digest }).from(outbox).where(eq(outbox.kind, 'attachments'));
  const carried = [accepted, alone].flatMap((digests) =>
    database
      .select({ sha256: announcedAttachments.sha256 })
      .from(announcedAttachments)
      .where(and(eq(announcedAttachments.included, true), inArray(announcedAttachments.digest, digests)))
      .all(),
  );
  return new Set(carried.map(({ sha256 }) => sha256));
}

/** The bytes that a package with these rows carries. */
export function carriedBlobs(
  workspace: OpenWorkspace,
  rows: readonly Pick<AnnouncedAttachment, 'sha256' | 'included'>[],
): { readonly content: Uint8Array; readonly role: 'attachment' }[] {
  const hashes = new Set(rows.filter(({ included }) => included).map(({ sha256 }) => sha256));
  return [...hashes].sort().flatMap((sha256) => {
    const content = workspace.blobs.get(sha256);
    return content === null ? [] : [{ content, role: 'attachment' as const }];
  });
}

/** Remembers, within the signing transaction, what a package announced and carried. */
export function noteAnnounced(gesture: Gesture, digest: string, rows: readonly AnnouncedAttachment[]): void {
  const { database } = gesture.workspace;
  for (const { sha256, ownerTable, ownerId, included } of rows) {
    database.insert(announcedAttachments).values({ digest, sha256, ownerTable, ownerId, included }).run();
  }
}

/** What the last report announced, no package has carried, and may still leave today. */
function remainingFiles(
  workspace: OpenWorkspace,
  today: string,
): { readonly report: SignedPackage | null; readonly files: readonly Leaving[] } {
  const { database } = workspace;
  const report = lastReport(workspace);
  if (report === null) return { report, files: [] };
  const announced = database
    .select()
    .from(announcedAttachments)
    .where(eq(announcedAttachments.digest, report.digest))
    .all();
  const delivered = deliveredHashes(workspace);
  const places = new Set(
    announced
      .filter(({ included, sha256 }) => !included && !delivered.has(sha256))
      .map(({ sha256, ownerId }) => `${sha256} ${ownerId}`),
  );
  const owners = (table: string) =>
    new Set(announced.filter(({ ownerTable }) => ownerTable === table).map(({ ownerId }) => ownerId));
  const reported = {
    organisations: owners('organisations'),
    persons: regionally(workspace, owners('persons'), today),
  };
  const files = leavingAttachments(workspace, reported, today);
  return { report, files: files.filter(({ sha256, ownerId }) => places.has(`${sha256} ${ownerId}`)) };
}

/** Those of these persons who agree today that the region knows them. */
function regionally(
  workspace: OpenWorkspace,
  persons: ReadonlySet<string>,
  today: string,
): ReadonlySet<string> {
  const purposes = purposesOf(workspace, [...persons], today);
  return new Set([...persons].filter((person) => purposes.get(person)?.includes('region')));
}

function lastReport({ database }: OpenWorkspace): SignedPackage | null {
  const reports = database.select().from(outbox).where(eq(outbox.kind, 'report')).all();
  return reports.reduce<SignedPackage | null>(
    (last, report) =>
      last === null ||
      report.epoch > last.epoch ||
      (report.epoch === last.epoch && report.sequence > last.sequence)
        ? report
        : last,
    null,
  );
}

/** How much remains to be sent. */
export function remainingOf(workspace: OpenWorkspace, today: string): Output<'attachments.remaining'> {
  const { report, files } = remainingFiles(workspace, today);
  const sizes = new Map(files.map(({ sha256, bytes }) => [sha256, bytes]));
  return {
    quarter: report?.period ?? null,
    count: sizes.size,
    bytes: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0),
  };
}

/** Signs the packages of what remains, each small enough for an e-mail; all or none. */
export function sendRemaining(
  workspace: OpenWorkspace,
  today: string,
): Output<'attachments.sendRemaining'>['packages'] {
  const { known, own } = requireEnrolment(workspace);
  const keys = requireKeys(workspace);
  const { report, files } = remainingFiles(workspace, today);
  const receivers = reportReceivers(registerInForce(workspace.database)?.register ?? known.register);
  if (report === null) return [];
  return write(
    workspace,
    (gesture) => {
      const packages: { outbox: string; fileName: string }[] = [];
      let left = files;
      while (left.length > 0) {
        const carried = fitting(left, packageBudget);
        const rows = asRows(
          left.filter(({ sha256 }) => carried.has(sha256)),
          carried,
        );
        const signed = signPackage(
          gesture,
          {
            ...lettersOf(known, own),
            kind: 'attachments',
            to: receivers.map((party) => party.code),
            period: report.period,
            revision: 0,
            reason: null,
            base: report.digest,
            tables: { attachments: rows },
            blobs: carriedBlobs(workspace, rows),
            recipients: receivers.map((party) => party.recipient),
          },
          keys,
        );
        noteAnnounced(gesture, signed.digest, rows);
        packages.push({ outbox: signed.id, fileName: signed.fileName });
        left = left.filter(({ sha256 }) => !carried.has(sha256));
      }
      return packages;
    },
    'lasting',
  );
}
