import { and, eq, isNull } from 'drizzle-orm';
import { enrolmentRequests, invitations } from '../../../db/schema';
import { type Gesture, write } from '../changes/gesture';
import { DomainError } from '../contract/errors';
import type { CallContext, OpenWorkspace } from '../session';
import { readSetting, removeSetting, storeSetting } from '../storage/stored-settings';
import { fingerprintDigits, typedDigits } from './format/fingerprint';
import {
  activeCoordinators,
  checkRegister,
  type Party,
  type Register,
  tablesOfRegister,
} from './format/register';
import { keyBlob, keyText, publicKeyOfSeed, publicKeyOfText } from './format/ssh-key';
import type { AuthenticPackage } from './format/verdict';
import { type SignedPackage, signPackage } from './outbox';
import { adoptRegister, requireEnrolment, type StoredRegister } from './register-store';
import { makeSigningKeys, requireKeys, type SigningKeys, signingKeys } from './signing-keys';

/**
 * Root, invitation, request, register: enrolment in one phone call (PACKAGES.md §2.3–2.4).
 *
 *   lead coordination:    root_to_make → root_to_confirm → enrolled (register 1)
 *   committee and others: none → invited (file opened) → requested (digits matched, keys made) → enrolled (register read)
 */

/** Tries to type the digits before the invitation or request must be made anew (PACKAGES.md §4.9 line 117). */
export const triesForDigits = 3;

/** Digits of a party's two keys. */
export function digitsOf(party: Pick<Party, 'code' | 'key' | 'recipient'>): string {
  return digitsOfKey(party.code, party.key, party.recipient);
}

/** Digits of the root. */
export function rootDigitsOf(root: string): string {
  return digitsOfKey('ROOT', root, '');
}

function digitsOfKey(code: string, key: string, recipient: string): string {
  const publicKey = publicKeyOfText(key);
  if (!publicKey) throw new DomainError('K05', { code });
  return fingerprintDigits(code, keyBlob(publicKey), recipient);
}

/** Group by group, whether what was typed is what was read aloud. */
export function compareDigits(typed: string, expected: string): { match: boolean; groups: boolean[] } {
  const given = (typedDigits(typed) ?? '').split(' ');
  const groups = expected.split(' ').map((group, index) => given[index] === group);
  return { match: groups.every(Boolean), groups };
}

/** Notes the public half of a root that was just written to its stick; it counts once it was read back. */
export function noteRoot(workspace: OpenWorkspace, seed: Uint8Array): string {
  const root = keyText(publicKeyOfSeed(seed));
  write(workspace, () => storeSetting(workspace.database, 'rootToConfirm', root), 'lasting');
  return rootDigitsOf(root);
}

/** Makes the lead's own keys and register 1, signed by the root that was read back from its stick. */
export async function foundRegister(workspace: OpenWorkspace, rootSeed: Uint8Array): Promise<Register> {
  const root = keyText(publicKeyOfSeed(rootSeed));
  if (readSetting(workspace.database, 'rootToConfirm') !== root) throw new DomainError('K03');
  const keys = signingKeys(workspace) ?? (await makeSigningKeys(workspace));
  return write(
    workspace,
    (gesture) => {
      const lead = partyOf(
        { code: workspace.code, name: workspace.name, role: 'lead', epoch: 1 },
        keys,
        gesture.at,
      );
      const register: Register = { version: 1, previous: null, root, parties: [lead] };
      publishRegister(gesture, register, rootSeed);
      removeSetting(workspace.database, 'rootToConfirm');
      return register;
    },
    'lasting',
  );
}

/** Coordination: signs an invitation that carries the register. Throws not_enrolled, cannot_sign, K06. */
export function invite(
  workspace: OpenWorkspace,
  wanted: { readonly code: string; readonly name: string; readonly role: 'committee' | 'coordinator' },
): { invitation: string; signed: SignedPackage } {
  const { known, own } = requireEnrolment(workspace);
  const keys = requireKeys(workspace);
  const rows = known.register.parties.filter((party) => party.code === wanted.code);
  if (rows.some((party) => party.status === 'active'))
    throw new DomainError('K06', { code: wanted.code, other: wanted.code });
  const epoch = Math.max(0, ...rows.map((party) => party.epoch)) + 1;
  return write(
    workspace,
    (gesture) => {
      const id = workspace.environment.newId();
      const signed = signPackage(
        gesture,
        {
          ...lettersOf(known, own),
          kind: 'invite',
          to: [wanted.code],
          tables: { invite: [{ id, ...wanted, epoch, invitedBy: workspace.name }] },
          blobs: [{ content: known.archive, role: 'package' }],
          recipients: [],
        },
        keys,
      );
      workspace.database
        .insert(invitations)
        .values({
          id,
          direction: 'issued',
          ...wanted,
          epoch,
          sender: workspace.code,
          createdAt: gesture.at,
          usedAt: null,
          triesLeft: triesForDigits,
          outbox: signed.id,
          file: null,
        })
        .run();
      return { invitation: id, signed };
    },
    'lasting',
  );
}

/**
 * Invited party, once the root's digits matched and the invitation was verified: keys and the signed request. The
 * invitation, kept under the id `opened`, is used up in the same transaction.
 */
export async function requestEnrolment(
  context: CallContext,
  workspace: OpenWorkspace,
  invitation: AuthenticPackage,
  opened: string,
): Promise<SignedPackage> {
  const row = invitation.tables.invite?.[0];
  const found = invitation.register;
  if (!row || !found) throw new DomainError('K08');
  const keys = signingKeys(workspace) ?? (await makeSigningKeys(workspace));
  const epoch = Number(row.epoch);
  const coordinators = activeCoordinators(found.register);
  return write(
    workspace,
    (gesture) => {
      adoptRegister(gesture, found);
      const asked = {
        code: workspace.code,
        invitation: String(row.id),
        name: workspace.name,
        role: String(row.role),
        epoch,
      };
      const by = context.workspace().person;
      const signed = signPackage(
        gesture,
        {
          kind: 'enrol',
          from: workspace.code,
          epoch,
          to: coordinators.map((party) => party.code),
          period: null,
          revision: 0,
          reason: null,
          base: null,
          register: found.register.version,
          tables: {
            enrol: [
              { ...asked, key: keys.key, recipient: keys.recipient, askedBy: by ? workspace.name : null },
            ],
          },
          blobs: [],
          recipients: coordinators.map((party) => party.recipient),
        },
        keys,
      );
      workspace.database
        .update(invitations)
        .set({ usedAt: gesture.at, outbox: signed.id })
        .where(eq(invitations.id, opened))
        .run();
      return signed;
    },
    'lasting',
  );
}

/** Coordination: keeps a verified request until its digits are typed. The same request again changes nothing. */
export function keepRequest(
  gesture: Gesture,
  received: AuthenticPackage,
): { request: string; code: string; name: string } {
  const row = received.tables.enrol?.[0];
  if (!row) throw new DomainError('M01', { where: 'enrol' });
  const { database, environment } = gesture.workspace;
  const known = database
    .select()
    .from(enrolmentRequests)
    .where(eq(enrolmentRequests.digest, received.digest))
    .get();
  const request = known?.id ?? environment.newId();
  const [code, name] = [String(row.code), String(row.name)];
  if (!known) {
    database
      .insert(enrolmentRequests)
      .values({
        id: request,
        invitation: String(row.invitation),
        code,
        name,
        signingKey: String(row.key),
        recipient: String(row.recipient),
        digest: received.digest,
        receivedAt: gesture.at,
        triesLeft: triesForDigits,
        state: 'waiting',
      })
      .run();
  }
  return { request, code, name };
}

export type EnrolmentRequest = typeof enrolmentRequests.$inferSelect;

/** A request that still waits. Throws record_missing. */
export function waitingRequest(workspace: OpenWorkspace, id: string): EnrolmentRequest {
  const request = workspace.database
    .select()
    .from(enrolmentRequests)
    .where(and(eq(enrolmentRequests.id, id), eq(enrolmentRequests.state, 'waiting')))
    .get();
  if (!request) throw new DomainError('record_missing', { entity: 'enrolment_requests', id });
  return request;
}

/** Coordination, digits matched and root at hand: register version + 1 with the new party. Throws K03, K06. */
export function enrolParty(
  workspace: OpenWorkspace,
  request: EnrolmentRequest,
  rootSeed: Uint8Array,
): { version: number; signed: SignedPackage } {
  const { known } = requireEnrolment(workspace);
  if (known.register.root !== keyText(publicKeyOfSeed(rootSeed))) throw new DomainError('K03');
  const invitation = workspace.database
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, request.invitation), isNull(invitations.usedAt)))
    .get();
  if (!invitation) throw new DomainError('K08');
  return write(
    workspace,
    (gesture) => {
      const { code, epoch, role } = invitation;
      const party = partyOf(
        { code, name: request.name, role: role as Party['role'], epoch },
        { key: request.signingKey, recipient: request.recipient },
        gesture.at,
      );
      const register: Register = {
        version: known.register.version + 1,
        previous: known.digest,
        root: known.register.root,
        parties: [...known.register.parties, party],
      };
      const signed = publishRegister(gesture, register, rootSeed);
      settle(gesture, request, 'enrolled');
      workspace.database
        .update(invitations)
        .set({ usedAt: gesture.at })
        .where(eq(invitations.id, invitation.id))
        .run();
      return { version: register.version, signed };
    },
    'lasting',
  );
}

/** Ends a request without enrolling. */
export function refuseRequest(workspace: OpenWorkspace, request: EnrolmentRequest): void {
  write(workspace, (gesture) => settle(gesture, request, 'refused'), 'lasting');
}

function settle(gesture: Gesture, request: EnrolmentRequest, state: 'enrolled' | 'refused'): void {
  gesture.workspace.database
    .update(enrolmentRequests)
    .set({ state })
    .where(eq(enrolmentRequests.id, request.id))
    .run();
}

/** Signs a register with the root, adopts it and offers it in the outbox. Throws K05, K06, K10. */
function publishRegister(gesture: Gesture, register: Register, rootSeed: Uint8Array): SignedPackage {
  checkRegister(register);
  const lead = activeCoordinators(register)[0];
  if (!lead) throw new DomainError('K10');
  const signed = signPackage(
    gesture,
    {
      kind: 'register',
      from: lead.code,
      epoch: lead.epoch,
      to: ['*'],
      period: null,
      revision: 0,
      reason: null,
      base: null,
      register: register.version,
      tables: tablesOfRegister(register),
      blobs: [],
      recipients: [],
    },
    { seed: rootSeed },
  );
  adoptRegister(gesture, { register, digest: signed.digest, bytes: signed.archive });
  return signed;
}

/** What every letter of an enrolled party says of itself. */
export function lettersOf(known: StoredRegister, own: Party) {
  return {
    from: own.code,
    epoch: own.epoch,
    period: null,
    revision: 0,
    reason: null,
    base: null,
    register: known.register.version,
  } as const;
}

function partyOf(
  who: Pick<Party, 'code' | 'name' | 'role' | 'epoch'>,
  keys: Pick<SigningKeys, 'key' | 'recipient'>,
  at: string,
): Party {
  return {
    ...who,
    key: keys.key,
    recipient: keys.recipient,
    status: 'active',
    cutoffSequence: null,
    cutoffDigest: null,
    since: at.slice(0, 10),
    until: null,
    reason: null,
  };
}
