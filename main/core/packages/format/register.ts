import { z } from 'zod';
import { DomainError } from '../../contract/errors';
import { partyCodeSchema } from '../../contract/values';
import { isWeakRecipient } from './encryption';
import type { Kind } from './kinds';
import { kindRules, kindsSignedBy, namespaceOf, partyRoles } from './kinds';
import { limits } from './limits';
import { isWeakKey, publicKeyOfText } from './ssh-key';
import type { Row } from './table-schema';

/** The register of keys: who may sign what, since when and up to where (PACKAGES.md §2.2). */

const partySchema = z.object({
  code: partyCodeSchema,
  epoch: z.int().min(1),
  /** Shown name of the party. */
  name: z.string(),
  role: z.enum(partyRoles),
  /** `ssh-ed25519 …` */
  key: z.string(),
  /** `age1…` */
  recipient: z.string(),
  status: z.enum(['active', 'retired', 'revoked']),
  /** Last number that counts, 0 for none; null while active. */
  cutoffSequence: z.int().min(0).nullable(),
  /** Digest of the package with that number, or null when there is none. */
  cutoffDigest: z.string().nullable(),
  /** Days for information only: passing `until` never refuses anything. */
  since: z.string(),
  until: z.string().nullable(),
  reason: z.string().nullable(),
});
export type Party = z.infer<typeof partySchema>;

const registerRowSchema = z.object({
  version: z.int().min(1),
  /** Digest of the manifest of the version before, or null for the first. */
  previous: z.string().nullable(),
  /** Root key, `ssh-ed25519 …` */
  root: z.string(),
});

export type Register = z.infer<typeof registerRowSchema> & { readonly parties: readonly Party[] };

/** This installation as the register knows or will know it; keys are null before they are made. */
export interface OwnParty {
  readonly code: string;
  /** `ssh-ed25519 …` */
  readonly key: string | null;
  readonly recipient: string | null;
}

/** A register that was verified here, with the digest of its manifest. */
export interface KnownRegister {
  readonly register: Register;
  readonly digest: string;
}

/**
 * Register from the tables of a package; rows were checked against their schema before.
 * @throws DomainError M01 when the table `register` has not exactly one row
 */
export function registerOfTables(tables: Readonly<Record<string, readonly Row[]>>): Register {
  const [row] = tables.register ?? [];
  if (row === undefined) throw new DomainError('M01', { where: 'register' });
  return { ...registerRowSchema.parse(row), parties: z.array(partySchema).parse(tables.parties ?? []) };
}

/** Tables of a package of kind `register`; rows in any order, the writer sorts them. */
export function tablesOfRegister(register: Register): Readonly<Record<string, readonly Row[]>> {
  const { parties, ...row } = register;
  return { register: [row], parties };
}

/** The row that holds a key, by its exact bytes, or null. A valid register has at most one. */
export function partyOfKey(register: Register, key: string): Party | null {
  return register.parties.find((party) => party.key === key) ?? null;
}

/** The active row of a code, or null. */
export function activeParty(register: Register, code: string): Party | null {
  return register.parties.find((party) => party.code === code && party.status === 'active') ?? null;
}

/** Active coordinators, the lead first: those for whom committees encrypt (PACKAGES.md §1.6). */
export function activeCoordinators(register: Register): readonly Party[] {
  const active = register.parties.filter((party) => party.status === 'active');
  return [
    ...active.filter((party) => party.role === 'lead'),
    ...active.filter((party) => party.role === 'coordinator'),
  ];
}

/** Who a report is encrypted to: the lead and a second coordinator, when there is one (PACKAGES.md §1.6). */
export function reportReceivers(register: Register): readonly Party[] {
  return activeCoordinators(register).slice(0, 2);
}

/** True when a row's role may sign a kind (S08 otherwise). */
export function maySign(party: Party, kind: Kind): boolean {
  const { signedBy } = kindRules[kind];
  return Array.isArray(signedBy) && signedBy.includes(party.role);
}

function refuseKeys(register: Register): void {
  const owners = new Map<string, string>([[register.root, 'ROOT']]);
  const rootKey = publicKeyOfText(register.root);
  if (rootKey === null || isWeakKey(rootKey)) throw new DomainError('K05', { code: 'ROOT' });
  for (const party of register.parties) {
    const { code, key, recipient } = party;
    const publicKey = publicKeyOfText(key);
    if (publicKey === null || isWeakKey(publicKey) || isWeakRecipient(recipient)) {
      throw new DomainError('K05', { code });
    }
    const holder = owners.get(key);
    if (holder !== undefined) throw new DomainError('K06', { code, other: holder });
    owners.set(key, code);
    const reader = owners.get(recipient) ?? code;
    if (reader !== code) throw new DomainError('K06', { code, other: reader });
    owners.set(recipient, code);
  }
}

function refuseRows(register: Register): void {
  const active = register.parties.filter((party) => party.status === 'active');
  for (const party of register.parties) {
    const ended = party.status !== 'active';
    if (ended !== (party.cutoffSequence !== null))
      throw new DomainError('M01', { where: `parties.${party.code}.cutoff` });
    if (party.cutoffDigest !== null && (party.cutoffSequence ?? 0) === 0) {
      throw new DomainError('M01', { where: `parties.${party.code}.cutoff` });
    }
  }
  const twice = active.find(
    (party, index) => active.findIndex((other) => other.code === party.code) !== index,
  );
  if (twice !== undefined) throw new DomainError('M01', { where: `parties.${twice.code}.status` });
  const leads = active.filter((party) => party.role === 'lead').length;
  if (leads === 0) throw new DomainError('K10');
  if (leads > 1) throw new DomainError('M01', { where: 'parties.role' });
}

/**
 * What a register must hold by itself (PACKAGES.md §2.2): one active lead, at most one active row a code, cut-offs
 * for rows that ended, no weak and no shared key, at most 200 rows.
 * @throws DomainError M01, M08, K05, K06, K10
 */
export function checkRegister(register: Register): void {
  if (register.parties.length > limits.registerRows) {
    throw new DomainError('M08', { what: 'parties', limit: limits.registerRows });
  }
  refuseRows(register);
  refuseKeys(register);
}

/**
 * Place of a register beside the one known here.
 * @throws DomainError K01 (older), K02 (same version, other content), C04 (does not follow the known one)
 */
export function compareRegisters(found: KnownRegister, known: KnownRegister | null): 'newer' | 'same' {
  if (known === null) return 'newer';
  const { version, previous } = found.register;
  if (found.digest === known.digest) return 'same';
  if (version < known.register.version)
    throw new DomainError('K01', { version, known: known.register.version });
  if (version === known.register.version) throw new DomainError('K02', { version });
  if (version === known.register.version + 1 && previous !== known.digest)
    throw new DomainError('C04', { version });
  return 'newer';
}

/**
 * A register that shows another key or recipient under one's own code is refused aloud.
 * @throws DomainError K13
 */
export function checkOwnRow(register: Register, me: OwnParty): void {
  const party = activeParty(register, me.code);
  if (party === null) return;
  const otherKey = me.key !== null && me.key !== party.key;
  const otherRecipient = me.recipient !== null && me.recipient !== party.recipient;
  if (otherKey || otherRecipient) throw new DomainError('K13', { code: me.code });
}

/**
 * File `allowed_signers` of OpenSSH (PACKAGES.md §1.5). Active rows and the root count; retired and revoked ones
 * stand as comments, since OpenSSH cannot know their cut-off.
 */
export function allowedSigners(register: Register): string {
  const lines = register.parties.map((party) => {
    const namespaces = kindsSignedBy(party.role).map(namespaceOf).join(',');
    const line = `${party.code} namespaces="${namespaces}" ${party.key}`;
    return party.status === 'active'
      ? line
      : `# ${party.status}, up to number ${party.cutoffSequence ?? 0}: ${line}`;
  });
  const root = `ROOT namespaces="${namespaceOf('register')}" ${register.root}`;
  return `# Register ${register.version}\n${[root, ...lines].join('\n')}\n`;
}
