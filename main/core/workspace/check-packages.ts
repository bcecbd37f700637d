import { createHash } from 'node:crypto';
import { chain, outbox, submissions } from '../../../db/schema';
import { manifestDigestOf } from '../packages/service';
import type { OpenWorkspace } from '../session';
import { announcedHashes, ownAttachmentHashes } from '../storage/kept-blobs';
import { lineText, readLedger, signaturesOf } from '../storage/ledger';

/** Signed and received packages held against chain, ledger and archive. */

/** Own series whose numbers do not run from 1 without gap or double. */
export function brokenSeries(workspace: OpenWorkspace): number {
  const series = new Map<string, number[]>();
  for (const row of signaturesOf(workspace.database, workspace.code)) {
    const name = `${row.series} ${row.epoch}`;
    series.set(name, [...(series.get(name) ?? []), row.sequence]);
  }
  return [...series.values()].filter((numbers) =>
    numbers.sort((a, b) => a - b).some((number, index) => number !== index + 1),
  ).length;
}

/** Packages whose bytes are not those of their digest or number, and signatures whose package is not in the outbox. */
export function unequalPackages(workspace: OpenWorkspace): number {
  const signed = new Map(
    signaturesOf(workspace.database, workspace.code).map((line) => [line.digest, line] as const),
  );
  const packages = workspace.database.select().from(outbox).all();
  const unequal = packages.filter((row) => {
    const line = signed.get(row.digest);
    return (
      line?.sequence !== row.sequence ||
      line.epoch !== row.epoch ||
      manifestDigestOf(row.archive) !== row.digest
    );
  });
  const kept = new Set(packages.map((row) => row.digest));
  return unequal.length + [...signed.keys()].filter((digest) => !kept.has(digest)).length;
}

/**
 * Reports of which the decision is not whole: it has a slip in the outbox and moved the head of its series, or neither.
 */
export function decisionsInHalves(workspace: OpenWorkspace): number {
  const { database } = workspace;
  const slips = new Set(
    database
      .select({ id: outbox.id })
      .from(outbox)
      .all()
      .map((row) => row.id),
  );
  const taken = new Map(
    database
      .select()
      .from(chain)
      .all()
      .map((row) => [row.digest, row.taken]),
  );
  return database
    .select()
    .from(submissions)
    .all()
    .filter((report) => {
      const decided = report.state === 'accepted' || report.state === 'returned';
      const hasSlip = report.slip !== null && slips.has(report.slip);
      return hasSlip !== decided || taken.get(report.digest) !== decided;
    }).length;
}

/** Signatures of the ledger that the database does not know: it is older (B04). */
export function lostSignatures(workspace: OpenWorkspace, ledger: string): number {
  const known = new Set(signaturesOf(workspace.database, workspace.code).map(lineText));
  return readLedger(ledger).filter((line) => !known.has(lineText(line))).length;
}

/** Signatures of the database that the ledger does not hold. */
export function unledgeredSignatures(workspace: OpenWorkspace, ledger: string): number {
  const held = new Set(readLedger(ledger).map(lineText));
  return signaturesOf(workspace.database, workspace.code).filter((line) => !held.has(lineText(line))).length;
}

/** Files that the database names and the blob file has lost or altered. */
export function damagedFiles(workspace: OpenWorkspace): number {
  const named = workspace.database.$client
    .prepare("SELECT sha256 FROM inbox WHERE outcome <> 'refused' UNION SELECT archive FROM submissions")
    .all() as { sha256: string }[];
  const kept = ownAttachmentHashes(workspace.database);
  // Announced attachments may be on their way: only those that are here can be altered.
  const arrived = announcedHashes(workspace.database).filter((sha256) => workspace.blobs.has(sha256));
  const hashes = new Set([...named.map(({ sha256 }) => sha256), ...kept, ...arrived]);
  return [...hashes].filter((sha256) => {
    const bytes = workspace.blobs.get(sha256);
    return bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256;
  }).length;
}
