import { DomainError } from '../../contract/errors';
import { isWeakRecipient } from './encryption';
import { type Enrol, enrolOfTables, inviteOfTables } from './kind-content';
import type { Manifest } from './manifest';
import type { OpenedPackage } from './open-package';
import { activeParty, type Party, type Register } from './register';
import type { Row } from './table-schema';
import type { AuthenticPackage, LiveInvitation, VerifyContext } from './verdict';

/** What an invitation and a request for enrolment must hold (PACKAGES.md §1.8, §2.4, §2.5). */

type Tables = Readonly<Record<string, readonly Row[]>>;

/**
 * An invitation invites the party it is addressed to.
 * @throws DomainError M01
 */
export function checkInvite(tables: Tables, manifest: Manifest): void {
  const invite = inviteOfTables(tables);
  if (manifest.colis.to.length !== 1 || manifest.colis.to[0] !== invite.code) {
    throw new DomainError('M01', { where: 'invite.code' });
  }
}

/** The old key of a rotation is the active one of the same code; then no invitation is needed. */
function checkRotation(enrol: Enrol, oldKey: string, register: Register | null): void {
  const party: Party | null = register === null ? null : activeParty(register, enrol.code);
  if (party === null || party.key !== oldKey) throw new DomainError('K07', { code: enrol.code });
  if (enrol.role !== party.role || enrol.epoch !== party.epoch + 1)
    throw new DomainError('M04', { from: enrol.code });
}

function checkInvitation(enrol: Enrol, invitations: readonly LiveInvitation[]): void {
  const invitation = invitations.find(({ id }) => id === enrol.invitation);
  const agrees =
    invitation !== undefined &&
    invitation.code === enrol.code &&
    invitation.role === enrol.role &&
    invitation.epoch === enrol.epoch;
  if (!agrees) throw new DomainError('K08', { code: enrol.code });
}

function refuseTakenKeys(enrol: Enrol, register: Register | null): void {
  for (const party of register?.parties ?? []) {
    const sameKey = party.key === enrol.key;
    const othersRecipient = party.code !== enrol.code && party.recipient === enrol.recipient;
    if (sameKey || othersRecipient) throw new DomainError('K06', { code: enrol.code, other: party.code });
  }
  if (register?.root === enrol.key) throw new DomainError('K06', { code: enrol.code, other: 'ROOT' });
}

/**
 * A request for enrolment is signed by the very key it asks to enrol, answers a live invitation (or is signed by the
 * old key as well), and takes nobody's key.
 * @throws DomainError M04, K05, K06, K07, K08
 */
export function checkEnrol(
  tables: Tables,
  { manifest, outcome }: Pick<AuthenticPackage, 'manifest' | 'outcome'>,
  opened: OpenedPackage,
  context: VerifyContext,
): void {
  const enrol = enrolOfTables(tables);
  const { from, epoch } = manifest.colis;
  if (enrol.key !== opened.signature.key) throw new DomainError('K07', { code: enrol.code });
  if (enrol.code !== from || enrol.epoch !== epoch) throw new DomainError('M04', { from });
  if (isWeakRecipient(enrol.recipient)) throw new DomainError('K05', { code: enrol.code });
  // The same request again is no misuse of its invitation: it is only known.
  if (outcome !== 'authentic') return;
  const register = context.register?.register ?? null;
  refuseTakenKeys(enrol, register);
  if (opened.second === null) checkInvitation(enrol, context.invitations);
  else checkRotation(enrol, opened.second.key, register);
}
