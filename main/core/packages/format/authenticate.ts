import { DomainError } from '../../contract/errors';
import { kindRules } from './kinds';
import type { OpenedPackage } from './open-package';
import { maySign, type Party, partyOfKey, type Register } from './register';
import { isWeakKey } from './ssh-key';
import { verifySignature } from './ssh-signature';
import type { Signer, VerifyContext } from './verdict';

/** Steps V7 and V8 (PACKAGES.md §1.8): who may have signed, then whether they did. */

/** A signer whose signature over the raw manifest is good. */
export interface Authenticated {
  readonly signer: Signer;
  /** The row of the register, or null for root and new keys. */
  readonly party: Party | null;
}

/**
 * V8 over all signatures of the package.
 * @throws DomainError S06
 */
export function checkSignatures(opened: OpenedPackage): void {
  for (const signature of [opened.signature, opened.second]) {
    if (signature !== null && !verifySignature(signature, opened.manifestBytes)) throw new DomainError('S06');
  }
}

/** True when the very manifest was received before, in whatever series. */
function wasSeen(digest: string, chains: VerifyContext['chains']): boolean {
  return Object.values(chains).some(
    ({ head, seen }) => head?.digest === digest || seen.some((known) => known.digest === digest),
  );
}

function registeredSigner(
  opened: OpenedPackage,
  register: Register | null,
  chains: VerifyContext['chains'],
): Party {
  const { key } = opened.signature;
  const party = register === null ? null : partyOfKey(register, key);
  if (party === null) throw new DomainError('S05', { kind: opened.kind, register: register?.version ?? 0 });
  if (party.status === 'revoked' && !wasSeen(opened.digest, chains))
    throw new DomainError('S07', { code: party.code });
  if (!maySign(party, opened.kind)) {
    throw new DomainError('S08', { code: party.code, role: party.role, kind: opened.kind });
  }
  return party;
}

/**
 * V7 and V8 for every kind but `register`, whose root is checked by `readRegister`.
 * @param register the register that counts: the known one, or for an invite the one it brings
 * @throws DomainError S05–S08, K05, M02 (a kind of a later version)
 */
export function authenticate(
  opened: OpenedPackage,
  register: Register | null,
  chains: VerifyContext['chains'],
): Authenticated {
  const { signedBy } = kindRules[opened.kind];
  const { key, publicKey } = opened.signature;
  if (signedBy === 'newKey') {
    if (isWeakKey(publicKey)) throw new DomainError('K05', { code: '' });
    checkSignatures(opened);
    return { signer: { code: '', role: 'candidate', epoch: 0, key }, party: null };
  }
  if (signedBy === 'device' || signedBy === 'root')
    throw new DomainError('M02', { what: 'kind', kind: opened.kind });
  const party = registeredSigner(opened, register, chains);
  checkSignatures(opened);
  return { signer: { code: party.code, role: party.role, epoch: party.epoch, key }, party };
}
