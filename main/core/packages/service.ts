import { eq } from 'drizzle-orm';
import { enrolmentRequests, invitations, outbox } from '../../../db/schema';
import { write } from '../changes/gesture';
import { DomainError } from '../contract/errors';
import type { packageOperations, TrustOverview } from '../contract/packages/operations';
import { writeForUser } from '../files';
import type { Handlers } from '../handler';
import { formsOfPassphrase, plainPassphrase } from '../passphrases';
import type { CallContext, OpenWorkspace } from '../session';
import { readSetting } from '../storage/stored-settings';
import {
  compareDigits,
  digitsOf,
  enrolParty,
  foundRegister,
  invite,
  noteRoot,
  refuseRequest,
  requestEnrolment,
  rootDigitsOf,
  waitingRequest,
} from './enrolment';
import { openArchive } from './format/open-package';
import { allowedSigners } from './format/register';
import { decryptRootKey, encryptRootKey } from './format/root-key-file';
import { inboxItems, openFiles } from './inbound';
import { readIncomingFile } from './intake';
import { encryptionOf, outboxItems, writePackage } from './outbox';
import type { PackageReceivers } from './receivers';
import { ownParty, registerInForce, requireEnrolment } from './register-store';
import { signingKeys } from './signing-keys';
import { verifyContextOf, verifyInWorker } from './verification';

export { lettersOf } from './enrolment';
export { packageNumber } from './format/fingerprint';
export { sniffMediaType } from './format/media-type';
export { cleanPicture, isPictureType } from './format/picture';
export { refusedMedia } from './format/refused-media';
export { activeCoordinators, reportReceivers } from './format/register';
export { rowFaults } from './format/rows';
export { safeFileName } from './format/safe-file-name';
export type { AuthenticPackage } from './format/verdict';
export { contentDigestOf, type SignedPackage, signPackage } from './outbox';
export type { PackageReceivers, ReceivedPackage } from './receivers';
export { enrolmentOf, ownRow, registerInForce, requireEnrolment } from './register-store';
export { requireKeys, signingStateOf } from './signing-keys';
export { type SlipDraft, signSlip } from './slip-signing';
export { reportedEntities, reportedFields, reportTables } from './tables/report';

const minimumRootPassphrase = 10;

/** `sha256:…` of the manifest in a package in clear: its identity. Throws what a damaged archive throws. */
export function manifestDigestOf(archive: Uint8Array): string {
  return openArchive(archive).digest;
}

export function packageHandlers(receivers: PackageReceivers): Handlers<typeof packageOperations> {
  return {
    'packages.outbox': (context) => outboxItems(context.workspace()),
    'packages.inbox': (context) => inboxItems(context.workspace()),
    'packages.write': async (context, { id, file }) => {
      const workspace = context.workspace();
      const { path, name } = context.pathOf(file);
      const { row, bytes } = await writePackage(workspace, id, path);
      write(
        workspace,
        (gesture) =>
          workspace.database.update(outbox).set({ writtenAt: gesture.at }).where(eq(outbox.id, id)).run(),
        'lasting',
      );
      return { fileName: name, bytes, encryption: encryptionOf(row) };
    },
    'packages.open': (context, { files }) => openFiles(context, receivers, files),

    'trust.overview': (context) => overviewOf(context.workspace()),
    'trust.createRoot': async (context, { file, passphrase }) => {
      const workspace = context.workspaceOf('coordination');
      if (registerInForce(workspace.database)) throw new DomainError('K03');
      const meant = plainPassphrase(passphrase);
      if ([...meant].length < minimumRootPassphrase)
        throw new DomainError('passphrase_weak', { why: 'too_short' });
      const { path, name } = context.pathOf(file);
      const seed = context.environment.random(32);
      writeForUser(path, Buffer.from(await encryptRootKey(seed, meant, rootCost(context))));
      return { fileName: name, digits: noteRoot(workspace, seed) };
    },
    'trust.confirmRoot': async (context, { file, passphrase }) => {
      const workspace = context.workspaceOf('coordination');
      const seed = await rootSeedOf(context, file, passphrase);
      const register = await foundRegister(workspace, seed);
      return { version: register.version };
    },
    'trust.invite': (context, wanted) => {
      const { invitation, signed } = invite(context.workspaceOf('coordination'), wanted);
      return { invitation, outbox: signed.id, fileName: signed.fileName };
    },
    'trust.acceptInvitation': (context, { invitation, digits }) =>
      acceptInvitation(context, receivers, invitation, digits),
    'trust.confirmRequest': async (context, input) => {
      const workspace = context.workspaceOf('coordination');
      const request = waitingRequest(workspace, input.request);
      const { code, signingKey: key, recipient } = request;
      const compared = compareDigits(input.digits, digitsOf({ code, key, recipient }));
      if (!compared.match) {
        const triesLeft = request.triesLeft - 1;
        if (triesLeft <= 0) refuseRequest(workspace, request);
        else countTry(workspace, 'request', request.id, triesLeft);
        return { match: 'no', groups: compared.groups, triesLeft };
      }
      const seed = await rootSeedOf(context, input.root, input.rootPassphrase);
      const { version, signed } = enrolParty(workspace, request, seed);
      return { match: 'yes', version, outbox: signed.id, fileName: signed.fileName };
    },
    'trust.refuseRequest': (context, { request }) => {
      const workspace = context.workspaceOf('coordination');
      refuseRequest(workspace, waitingRequest(workspace, request));
      return {};
    },
    'trust.allowedSigners': (context) => ({
      text: allowedSigners(requireEnrolment(context.workspace()).known.register),
    }),
  };
}

/** Work factor of the root's passphrase file; lower only where the settings ask for cheap keys (tests, demo). */
function rootCost(context: CallContext): { workFactor: number } {
  return { workFactor: Math.min(18, Math.round(Math.log2(context.settings.keyCost)) + 1) };
}

async function rootSeedOf(context: CallContext, handle: string, passphrase: string): Promise<Uint8Array> {
  const { bytes } = readIncomingFile(context.pathOf(handle).path);
  let refusal: unknown = null;
  for (const form of formsOfPassphrase(passphrase)) {
    try {
      return await decryptRootKey(bytes, form);
    } catch (error) {
      // Only another form of the passphrase can help.
      if (!(error instanceof DomainError) || error.code !== 'K11') throw error;
      refusal = error;
    }
  }
  throw refusal;
}

async function acceptInvitation(
  context: CallContext,
  receivers: PackageReceivers,
  id: string,
  digits: string,
): Promise<import('../contract/operations').Output<'trust.acceptInvitation'>> {
  const workspace = context.workspace();
  const row = workspace.database.select().from(invitations).where(eq(invitations.id, id)).get();
  const bytes = row?.file ? workspace.blobs.get(row.file) : null;
  if (row?.direction !== 'received' || !bytes)
    throw new DomainError('record_missing', { entity: 'invitations', id });
  if (row.usedAt !== null) throw new DomainError('K08');
  const script = context.settings.verifierScript;
  const known = verifyContextOf(workspace, receivers.held);
  const first = await verifyInWorker(
    script,
    [bytes],
    { ...known, root: null, register: null },
    context.signal,
  );
  if (first.outcome !== 'root_unconfirmed') throw new DomainError('K08');
  const compared = compareDigits(digits, first.rootDigits);
  if (!compared.match) {
    const triesLeft = row.triesLeft - 1;
    countTry(workspace, 'invitation', id, triesLeft);
    return { match: 'no', groups: compared.groups, triesLeft };
  }
  const verdict = await verifyInWorker(script, [bytes], { ...known, root: first.root }, context.signal);
  if (verdict.outcome === 'root_unconfirmed') throw new DomainError('K03');
  const signed = await requestEnrolment(context, workspace, verdict, id);
  const { code, key, recipient } = ownParty(workspace);
  return {
    match: 'yes',
    outbox: signed.id,
    fileName: signed.fileName,
    ownDigits: digitsOf({ code, key: key ?? '', recipient: recipient ?? '' }),
  };
}

/** A wrong try; the last one takes the invitation away, and the enrolment starts again (K09). */
function countTry(
  workspace: OpenWorkspace,
  what: 'invitation' | 'request',
  id: string,
  triesLeft: number,
): void {
  write(
    workspace,
    () => {
      if (what === 'request') {
        workspace.database
          .update(enrolmentRequests)
          .set({ triesLeft })
          .where(eq(enrolmentRequests.id, id))
          .run();
      } else if (triesLeft <= 0) {
        workspace.database.delete(invitations).where(eq(invitations.id, id)).run();
      } else {
        workspace.database.update(invitations).set({ triesLeft }).where(eq(invitations.id, id)).run();
      }
    },
    'lasting',
  );
}

function overviewOf(workspace: OpenWorkspace): TrustOverview {
  const { database } = workspace;
  const known = registerInForce(database);
  const keys = signingKeys(workspace);
  const root = known?.register.root ?? readSetting(database, 'rootToConfirm');
  const rows = database.select().from(invitations).all();
  const received = rows.find((row) => row.direction === 'received' && row.usedAt === null);
  return {
    register: known && {
      version: known.register.version,
      digest: known.digest,
      adoptedAt: known.adoptedAt,
      parties: known.register.parties.map((party) => ({
        code: party.code,
        name: party.name,
        role: party.role,
        epoch: party.epoch,
        status: party.status,
        since: party.since,
        digits: digitsOf(party),
        own: party.key === keys?.key ? ('own' as const) : ('other' as const),
      })),
    },
    rootDigits: root ? rootDigitsOf(root) : null,
    ownDigits: keys ? digitsOf({ code: workspace.code, key: keys.key, recipient: keys.recipient }) : null,
    invitations: rows
      .filter((row) => row.direction === 'issued' && row.usedAt === null)
      .map((row) => ({
        id: row.id,
        code: row.code,
        name: row.name,
        issuedAt: row.createdAt,
        outbox: row.outbox ?? '',
      })),
    requests: database
      .select()
      .from(enrolmentRequests)
      .where(eq(enrolmentRequests.state, 'waiting'))
      .all()
      .map(({ id, code, name, receivedAt, triesLeft }) => ({ id, code, name, receivedAt, triesLeft })),
    invitation: received
      ? { id: received.id, code: received.code, from: received.sender, triesLeft: received.triesLeft }
      : null,
  };
}
