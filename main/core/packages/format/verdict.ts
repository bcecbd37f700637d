import type { ErrorCode, ErrorParams } from '../../contract/errors';
import type { ChainState } from './chain';
import type { SchemaCatalogue } from './kind-tables';
import type { PartyRole } from './kinds';
import type { Manifest } from './manifest';
import type { KnownRegister, OwnParty, Register } from './register';
import type { Row } from './table-schema';

/** What the verifier is told and what it answers: plain values only, they cross to a worker and back. */

/** Rows that this workspace accepted from one party: table → id → revision. */
export type HeldRows = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** An invitation that was sent and not yet used (K08). */
export interface LiveInvitation {
  readonly id: string;
  readonly code: string;
  readonly role: PartyRole;
  readonly epoch: number;
}

export interface VerifyContext {
  /** UTC instant. Only makes notices (C08): no decision depends on it. */
  readonly now: string;
  /** `AGE-SECRET-KEY-1…`, or null when the keyring is locked (an encrypted file then gives A05). */
  readonly identity: string | null;
  /** Null for an auditor, who is nobody's addressee (M05 and K13 are then not checked). */
  readonly me: OwnParty | null;
  /** Root key that counts, `ssh-ed25519 …`: the one whose digits were typed, or that took over from it; null before. */
  readonly root: string | null;
  /** Newest register known here, or null before the first one. */
  readonly register: KnownRegister | null;
  /** Every register that was in force here, with the root that it names. */
  readonly adopted: readonly { readonly digest: string; readonly root: string }[];
  readonly schemas: SchemaCatalogue;
  /** Digests of the reference packs known here (M09). */
  readonly references: readonly string[];
  /** Chain states by `seriesKey`. */
  readonly chains: Readonly<Record<string, ChainState>>;
  /** Rows accepted so far by party code (P09, P14). */
  readonly held: Readonly<Record<string, HeldRows>>;
  /** SHA-256 (hexadecimal) of the attachments in the store. */
  readonly blobs: readonly string[];
  readonly invitations: readonly LiveInvitation[];
}

export interface Notice {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

export interface Signer {
  /** Code of the register row; for a register the lead's, for an enrolment the code asked for. */
  readonly code: string;
  readonly role: PartyRole | 'root' | 'candidate';
  readonly epoch: number;
  /** `ssh-ed25519 …` */
  readonly key: string;
}

export interface PackageBlob {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  /** `package` when `colis.carries` names it. */
  readonly role: 'attachment' | 'package';
}

/** A register found in a package, verified under the root; `bytes` are those of its own archive. */
export interface FoundRegister {
  readonly register: Register;
  /** Digest of its manifest. */
  readonly digest: string;
  readonly bytes: Uint8Array;
  /** Against the register of the context: `newer`, or the `same` one. */
  readonly standing: 'newer' | 'same';
}

export interface AuthenticPackage {
  /**
   * `authentic`: may be taken in. `known`: the same package was seen before (C01), offer the slip again.
   * `superseded`: older than the head of its series (C02), to be looked at only.
   */
  readonly outcome: 'authentic' | 'known' | 'superseded';
  /** Must not be taken in although authentic: outcome other than `authentic`, or M09. */
  readonly viewOnly: boolean;
  /** False is shown as a visible note (PACKAGES.md §4.2 line 21). */
  readonly encrypted: boolean;
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  /** `sha256:…` of the manifest: the identity of the package. */
  readonly digest: string;
  /** The ZIP in clear, as verified. */
  readonly archive: Uint8Array;
  readonly signer: Signer;
  /** Rows by table name, in the order of the file. */
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly blobs: readonly PackageBlob[];
  /** Hashes of announced attachments that are neither included nor held. */
  readonly awaited: readonly string[];
  /** Accepted rows that are neither in the package nor among its tombstones: findings, not deletions. */
  readonly vanished: readonly { readonly table: string; readonly id: string }[];
  /** The register that the package is, or carries and that is not older than the known one; else null. */
  readonly register: FoundRegister | null;
  readonly notices: readonly Notice[];
}

/** First contact: the register hangs together, but its root is not pinned. Ask for its digits, then verify again. */
export interface UnconfirmedRoot {
  readonly outcome: 'root_unconfirmed';
  /** What was opened: an invitation that carries the register, or the register alone. */
  readonly kind: 'invite' | 'register';
  /** `ssh-ed25519 …` of the root that the register names. */
  readonly root: string;
  /** The 25 digits to be typed from the telephone (PACKAGES.md §2.3). Never show them to the listener. */
  readonly rootDigits: string;
  readonly register: FoundRegister;
}

export type Verdict = AuthenticPackage | UnconfirmedRoot;
