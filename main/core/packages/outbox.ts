import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { chain, outbox } from '../../../db/schema';
import type { Gesture } from '../changes/gesture';
import { DomainError } from '../contract/errors';
import type { OutboxItem } from '../contract/packages/operations';
import { writeForUser } from '../files';
import { referenceDigest } from '../programme/pack';
import type { OpenWorkspace } from '../session';
import { completeLedger, ledgerOf, noteSignatures, signaturesOf } from '../storage/ledger';
import { buildPackage, type DraftBlob, type SigningSeeds } from './format/build';
import { encryptFor } from './format/encryption';
import { packageNumber } from './format/fingerprint';
import type { Kind } from './format/kinds';
import { kindRules } from './format/kinds';
import { seriesKey } from './format/manifest';
import type { Row } from './format/table-schema';
import { schemaCatalogue, schemaVersionOf } from './tables/catalogue';

/** Signing a package and keeping it: number, snapshot and bytes in one transaction (PACKAGES.md §1.13). */

export interface SigningDraft {
  readonly kind: Kind;
  /** The signer's code. */
  readonly from: string;
  readonly epoch: number;
  readonly to: readonly string[];
  readonly period: string | null;
  readonly revision: number;
  readonly reason: string | null;
  /** Digest of the last report that the receiver accepted, or null. */
  readonly base: string | null;
  /** Version of the register in force; in a register, its own. */
  readonly register: number;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly blobs: readonly DraftBlob[];
  /** age recipients of the file; none = clear. */
  readonly recipients: readonly string[];
}

/** What was signed: the row of the outbox. */
export type SignedPackage = typeof outbox.$inferSelect;

/** Digest of what a package says, without its number and date: two equal ones need no second package. */
export function contentDigestOf(draft: Pick<SigningDraft, 'kind' | 'to' | 'period' | 'tables'>): string {
  const { kind, to, period, tables } = draft;
  const hash = createHash('sha256').update(JSON.stringify([kind, [...to].sort(), period]));
  // Row by row: one text of a whole report would be tens of megabytes.
  for (const [name, rows] of Object.entries(tables)) {
    hash.update(`\n${JSON.stringify(name)}\n`);
    for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  }
  return hash.digest('hex');
}

/**
 * Signs the next package of its series inside the gesture's transaction. The ledger follows after the commit.
 * @param contentDigest `contentDigestOf(draft)`, where the caller has it already
 */
export function signPackage(
  gesture: Gesture,
  draft: SigningDraft,
  seeds: SigningSeeds,
  contentDigest: string = contentDigestOf(draft),
): SignedPackage {
  const { workspace } = gesture;
  const receiver = kindRules[draft.kind].series === 'receiver' ? (draft.to[0] ?? null) : null;
  const series = seriesKey({ from: draft.from, kind: draft.kind, receiver });
  const last = workspace.database
    .select()
    .from(chain)
    .where(and(eq(chain.series, series), eq(chain.epoch, draft.epoch)))
    .orderBy(desc(chain.sequence))
    .limit(1)
    .get();
  const sequence = (last?.sequence ?? 0) + 1;
  const built = buildPackage(
    {
      ...draft,
      sequence,
      previous: last?.digest ?? null,
      schema: schemaVersionOf(draft.kind),
      reference: draft.kind === 'register' ? null : referenceDigest,
      app: workspace.settings.appVersion,
      created: gesture.at,
    },
    seeds,
    schemaCatalogue,
  );
  const row: SignedPackage = {
    id: workspace.environment.newId(),
    kind: draft.kind,
    receivers: [...draft.to].sort(),
    period: draft.period,
    revision: draft.revision,
    reason: draft.reason,
    epoch: draft.epoch,
    sequence,
    fileName: built.fileName,
    digest: built.digest,
    contentDigest,
    archive: Buffer.from(built.archive),
    rows: Object.fromEntries(Object.entries(draft.tables).map(([table, rows]) => [table, rows.length])),
    recipients: draft.recipients,
    createdAt: gesture.at,
    createdBy: gesture.author,
    writtenAt: null,
  };
  workspace.database.insert(outbox).values(row).run();
  workspace.database
    .insert(chain)
    .values({
      series,
      epoch: draft.epoch,
      sequence,
      digest: built.digest,
      createdAt: built.manifest.created,
      seenAt: gesture.at,
      taken: true,
    })
    .run();
  gesture.afterCommit(() =>
    noteSignatures(ledgerOf(workspace.folder), [
      { series, epoch: draft.epoch, sequence, digest: built.digest },
    ]),
  );
  return row;
}

/** The outbox as the pages see it, newest first. */
export function outboxItems(workspace: OpenWorkspace): OutboxItem[] {
  const rows = workspace.database
    .select()
    .from(outbox)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .all();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as OutboxItem['kind'],
    to: [...row.receivers],
    period: row.period,
    revision: row.revision,
    sequence: row.sequence,
    epoch: row.epoch,
    fileName: row.fileName,
    bytes: row.archive.length,
    digest: row.digest,
    packageNumber: packageNumber(row.digest),
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    writtenAt: row.writtenAt,
    encryption: encryptionOf(row),
  }));
}

/** Encrypts a signed package for its receivers and writes it where the user chose. Throws file_not_written, B06. */
export async function writePackage(
  workspace: OpenWorkspace,
  id: string,
  path: string,
): Promise<{ row: SignedPackage; bytes: number }> {
  const row = workspace.database.select().from(outbox).where(eq(outbox.id, id)).get();
  if (!row) throw new DomainError('record_missing', { entity: 'packages', id });
  ledgerBeforeLeaving(workspace);
  const file = row.recipients.length === 0 ? row.archive : await encryptFor(row.archive, row.recipients);
  writeForUser(path, file);
  return { row, bytes: file.length };
}

/** A signature that is not in the ledger must not leave: were the database lost, its number would be given again. */
function ledgerBeforeLeaving(workspace: OpenWorkspace): void {
  completeLedger(ledgerOf(workspace.folder), signaturesOf(workspace.database, workspace.code));
}

/** Whether the file is readable by its receivers only; a single one gives a visible warning (PACKAGES.md §1.6). */
export function encryptionOf(row: Pick<SignedPackage, 'recipients' | 'kind'>): OutboxItem['encryption'] {
  if (row.recipients.length === 0) return 'clear';
  return row.recipients.length === 1 && (row.kind === 'report' || row.kind === 'attachments')
    ? 'one_recipient'
    : 'encrypted';
}
