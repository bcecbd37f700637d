import { DomainError } from '../../contract/errors';
import { checkSignatures } from './authenticate';
import { readContent, tablesFor } from './content';
import { fixedSchemas } from './kind-tables';
import { type Manifest, parseManifest } from './manifest';
import { type OpenedPackage, openArchive } from './open-package';
import { checkOwnRow, checkRegister, compareRegisters, type Register, registerOfTables } from './register';
import { unbound } from './rows';
import type { Row } from './table-schema';
import type { FoundRegister, VerifyContext } from './verdict';

/** Packages of kind `register`: signed by the root, alone or carried by another package (PACKAGES.md §1.8, §2.2). */

export interface ReadRegister {
  readonly manifest: Manifest;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly register: Register;
  readonly digest: string;
}

/** The root that a register names is the one that signed; a change of root is signed by the old and the new one. */
function checkRoot(opened: OpenedPackage, register: Register): void {
  const { signature, second } = opened;
  if (register.root === signature.key) {
    if (second !== null) throw new DomainError('M06', { name: 'datapackage.json.sig2' });
  } else if (second?.key !== register.root) {
    throw new DomainError('K04');
  }
}

/** A root speaks for a register that it signed, or signed as the new root beside the one that gives up its place. */
function isSignedBy({ signature, second }: OpenedPackage, root: string): boolean {
  return signature.key === root || second?.key === root;
}

/**
 * V7 to V14 of a register.
 * @param root the root that counts, or null at first contact: then the one that the register names must have signed it
 * @throws DomainError K03 (other root), K04 (root change), S06, K05, K06, K10, M04 and the codes of manifest and rows
 */
export function readRegister(opened: OpenedPackage, root: string | null): ReadRegister {
  if (opened.kind !== 'register') throw new DomainError('S04', { namespace: opened.signature.namespace });
  if (root !== null && !isSignedBy(opened, root)) throw new DomainError('K03');
  checkSignatures(opened);
  const manifest = parseManifest(opened.manifestBytes);
  const { colis } = manifest;
  if (colis.kind !== 'register') throw new DomainError('S04', { kind: colis.kind });
  const schemas = tablesFor(manifest, fixedSchemas);
  const { tables } = readContent(opened, manifest, schemas, unbound);
  const register = registerOfTables(tables);
  if (root === null && !isSignedBy(opened, register.root)) throw new DomainError('K03');
  checkRoot(opened, register);
  checkRegister(register);
  const lead = register.parties.find((party) => party.role === 'lead' && party.status === 'active');
  if (lead?.code !== colis.from || lead.epoch !== colis.epoch)
    throw new DomainError('M04', { from: colis.from });
  if (register.version !== colis.register) throw new DomainError('M01', { where: 'colis.register' });
  return { manifest, tables, register, digest: opened.digest };
}

/**
 * Place of a register beside what is known here, own row included.
 * @throws DomainError K01, K02, C04, K13
 */
export function placeRegister(
  read: ReadRegister,
  archive: Uint8Array,
  context: Pick<VerifyContext, 'register' | 'me'>,
): FoundRegister {
  const { register, digest } = read;
  const standing = compareRegisters({ register, digest }, context.register);
  if (context.me !== null) checkOwnRow(register, context.me);
  return { register, digest, bytes: archive, standing };
}

/**
 * The register that another package carries, verified under the pinned root (or by itself when there is none), or
 * null when it is older than the known one: a slip written before the newest register, or before the root changed,
 * is no fault. What a root says that was given up since never becomes the register in force.
 * @throws DomainError the codes of `openArchive`, `readRegister` and `placeRegister` but K01
 */
export function readCarriedRegister(
  archive: Uint8Array,
  context: Pick<VerifyContext, 'register' | 'me' | 'root' | 'adopted'>,
): FoundRegister | null {
  const opened = openArchive(archive);
  const { key } = opened.signature;
  const givenUp =
    context.root !== null &&
    !isSignedBy(opened, context.root) &&
    context.adopted.some(({ root }) => root === key);
  const read = readRegister(opened, givenUp ? key : context.root);
  if (givenUp) {
    if (read.register.version < (context.register?.register.version ?? 0)) return null;
    throw new DomainError('K03');
  }
  try {
    return placeRegister(read, archive, context);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'K01') return null;
    throw error;
  }
}
