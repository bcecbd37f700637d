import { DomainError } from '../../contract/errors';
import { type Authenticated, authenticate } from './authenticate';
import { type ChainState, decideChain, emptyChain } from './chain';
import { type PackageContent, readContent, tablesFor } from './content';
import {
  checkAttachments,
  checkForeignRows,
  checkReferences,
  checkRevisions,
  checkTombstones,
  vanishedRows,
} from './content-rules';
import { checkEnrol, checkInvite } from './enrolment';
import { fingerprintDigits } from './fingerprint';
import { slipOfTables } from './kind-content';
import { kindRules } from './kinds';
import { limits } from './limits';
import { digestOf, type Manifest, numberOf, parseManifest, seriesKey } from './manifest';
import { clearFile, type OpenedPackage, openArchive } from './open-package';
import { placeRegister, readCarriedRegister, readRegister } from './read-register';
import type { Register } from './register';
import { keyBlob, publicKeyOfText } from './ssh-key';
import type { TableSchema } from './table-schema';
import type {
  AuthenticPackage,
  FoundRegister,
  Notice,
  Signer,
  UnconfirmedRoot,
  Verdict,
  VerifyContext,
} from './verdict';
import { readEntryContent } from './zip-reader';

/**
 * The verifier: steps V1 to V14 of PACKAGES.md §1.8, in that order. Pure: bytes and a context of plain values in, a
 * verdict out; it runs in a worker without database, network or keys but the identity for reading.
 */

type Outcome = AuthenticPackage['outcome'];

/** Manifest, bound to its signer and placed in its series. */
interface Bound {
  readonly manifest: Manifest;
  readonly signer: Signer;
  readonly schemas: readonly TableSchema[];
  readonly outcome: Outcome;
  readonly notices: readonly Notice[];
}

/** V10: kind, sender, receiver, epoch and versions. */
function bind(
  manifest: Manifest,
  opened: OpenedPackage,
  found: Authenticated,
  context: VerifyContext,
): Bound {
  const { colis } = manifest;
  if (colis.kind !== opened.kind) throw new DomainError('S04', { kind: colis.kind, namespace: opened.kind });
  const { party } = found;
  const signer = party === null ? { ...found.signer, code: colis.from, epoch: colis.epoch } : found.signer;
  if (signer.code !== colis.from) throw new DomainError('M04', { from: colis.from, signer: signer.code });
  const addressed = colis.to.includes('*') || context.me === null || colis.to.includes(context.me.code);
  if (!addressed) throw new DomainError('M05', { to: colis.to.join(', ') });
  if (colis.epoch < signer.epoch) throw new DomainError('C06', { epoch: colis.epoch, head: signer.epoch });
  if (colis.epoch > signer.epoch) throw new DomainError('C07', { epoch: colis.epoch, known: signer.epoch });
  const schemas = tablesFor(manifest, context.schemas);
  const notices: Notice[] = [];
  const known = context.register?.register.version ?? colis.register;
  if (colis.register > known) notices.push({ code: 'C07', params: { version: colis.register, known } });
  if (colis.reference !== null && !context.references.includes(colis.reference)) {
    notices.push({ code: 'M09', params: { digest: colis.reference } });
  }
  return { manifest, signer, schemas, outcome: 'authentic', notices };
}

/** A retired key counts up to its cut-off, and for that number only with that digest. */
function checkCutoff(manifest: Manifest, digest: string, { party }: Authenticated): void {
  if (party === null || party.status !== 'retired') return;
  const { sequence, epoch } = manifest.colis;
  const cutoff = party.cutoffSequence ?? 0;
  if (sequence > cutoff) throw new DomainError('S09', { code: party.code, sequence, cutoff });
  const other = sequence === cutoff && party.cutoffDigest !== null && party.cutoffDigest !== digest;
  if (other && manifest.colis.kind === 'report') throw new DomainError('C03', { epoch, sequence });
}

function clockNotices(created: string, state: ChainState, now: string): readonly Notice[] {
  const ahead = Date.parse(created) > Date.parse(now) + limits.createdAheadMs;
  const back = state.head !== null && Date.parse(created) < Date.parse(state.head.created);
  return ahead || back ? [{ code: 'C08', params: { created } }] : [];
}

/** V11: place in the series. */
function place(bound: Bound, digest: string, found: Authenticated, context: VerifyContext): Bound {
  const { colis, created } = bound.manifest;
  const state = context.chains[seriesKey(numberOf(colis))] ?? emptyChain;
  const clock = clockNotices(created, state, context.now);
  const notices = [...bound.notices, ...clock];
  const seen = state.head?.digest === digest || state.seen.some((known) => known.digest === digest);
  const number = { epoch: colis.epoch, sequence: colis.sequence };
  if (seen)
    return { ...bound, outcome: 'known', notices: [{ code: 'C01', params: number }, ...bound.notices] };
  checkCutoff(bound.manifest, digest, found);
  if (kindRules[colis.kind].order === 'once') return { ...bound, notices };
  const decision = decideChain(colis, digest, state);
  if (decision.standing === 'superseded') {
    return { ...bound, outcome: 'superseded', notices: [{ code: 'C02', params: number }, ...notices] };
  }
  const missing = decision.standing === 'next' ? decision.missing : null;
  if (missing === null) return { ...bound, notices };
  return { ...bound, notices: [...notices, { code: 'C05', params: { ...missing } }] };
}

/** V14, the part that every kind shares; what is held counts only for a package that may be taken in. */
function checkContent(content: PackageContent, bound: Bound, context: VerifyContext): readonly string[] {
  checkReferences(content);
  checkTombstones(content);
  if (bound.outcome === 'authentic') {
    const others = Object.entries(context.held).filter(([code]) => code !== bound.signer.code);
    const foreign = others.flatMap(([, tables]) =>
      Object.values(tables).flatMap((rows) => Object.keys(rows)),
    );
    checkForeignRows(content, new Set(foreign));
    checkRevisions(content, context.held[bound.signer.code] ?? {});
  }
  return checkAttachments(content, context.blobs);
}

/** V14, the part of each kind. */
function checkKind(
  content: PackageContent,
  bound: Bound,
  opened: OpenedPackage,
  context: VerifyContext,
): void {
  switch (bound.manifest.colis.kind) {
    case 'slip':
      slipOfTables(content.tables);
      break;
    case 'invite':
      checkInvite(content.tables, bound.manifest);
      break;
    case 'enrol':
      checkEnrol(content.tables, bound, opened, context);
      break;
    default:
      break;
  }
}

function carriedRegister(
  content: PackageContent,
  manifest: Manifest,
  context: VerifyContext,
): FoundRegister | null {
  if (kindRules[manifest.colis.kind].blobs !== 'register') return null;
  const [blob] = content.blobs;
  return blob === undefined ? null : readCarriedRegister(blob.content, context);
}

function verifyRegister(opened: OpenedPackage, encrypted: boolean, context: VerifyContext): Verdict {
  // One that was here before and has been replaced since is no refusal: it is known, as every other kind is, even when
  // its root has been given up since.
  const before = context.adopted.find((adopted) => adopted.digest === opened.digest);
  const read = readRegister(opened, before?.root ?? context.root);
  const { manifest, tables, digest } = read;
  const isReplaced = before !== undefined && digest !== context.register?.digest;
  const found = isReplaced ? null : placeRegister(read, opened.archive, context);
  if (found !== null && context.root === null) return unconfirmed(found, 'register');
  const { from, epoch } = manifest.colis;
  const { version } = read.register;
  const outcome = found === null || found.standing === 'same' ? 'known' : 'authentic';
  const gap = context.register !== null && version > context.register.register.version + 1;
  const notices: readonly Notice[] = [
    ...(outcome === 'known' ? [{ code: 'C01', params: { version } } as const] : []),
    ...(gap ? [{ code: 'C05', params: { version } } as const] : []),
    ...clockNotices(manifest.created, emptyChain, context.now),
  ];
  return {
    outcome,
    viewOnly: outcome === 'known',
    encrypted,
    manifest,
    manifestBytes: opened.manifestBytes,
    digest,
    archive: opened.archive,
    signer: { code: from, role: 'root', epoch, key: opened.signature.key },
    tables,
    blobs: [],
    awaited: [],
    vanished: [],
    register: found,
    notices,
  };
}

function unconfirmed(found: FoundRegister, kind: UnconfirmedRoot['kind']): UnconfirmedRoot {
  const { root } = found.register;
  const publicKey = publicKeyOfText(root) ?? new Uint8Array();
  return {
    outcome: 'root_unconfirmed',
    kind,
    root,
    rootDigits: fingerprintDigits('ROOT', keyBlob(publicKey), ''),
    register: found,
  };
}

/** First contact: the register of an invite is its one blob and is read before anything else of it (§1.8). */
function registerOfInvite(opened: OpenedPackage, context: VerifyContext): FoundRegister | null {
  const blobs = opened.content.filter((entry) => entry.name.startsWith('blobs/'));
  const [entry] = blobs;
  if (entry === undefined || blobs.length > 1) throw new DomainError('M06', { name: 'blobs/' });
  const bytes = readEntryContent(opened.index, entry);
  if (`blobs/${digestOf(bytes).slice('sha256:'.length)}` !== entry.name)
    throw new DomainError('P01', { name: entry.name });
  return readCarriedRegister(bytes, context);
}

function verifyOpened(opened: OpenedPackage, encrypted: boolean, context: VerifyContext): Verdict {
  if (opened.kind === 'register') return verifyRegister(opened, encrypted, context);
  const brought = opened.kind === 'invite' ? registerOfInvite(opened, context) : null;
  if (brought !== null && context.root === null) return unconfirmed(brought, 'invite');
  const register: Register | null = brought?.register ?? context.register?.register ?? null;
  const found = authenticate(opened, register, context.chains);
  const manifest = parseManifest(opened.manifestBytes);
  const bound = place(bind(manifest, opened, found, context), opened.digest, found, context);
  const binding = { owner: manifest.colis.from, period: manifest.colis.period };
  const content = readContent(opened, manifest, bound.schemas, binding);
  const awaited = checkContent(content, bound, context);
  checkKind(content, bound, opened, context);
  const held = context.held[bound.signer.code] ?? {};
  const carried = brought ?? carriedRegister(content, manifest, context);
  // A newer register that comes along answers the notice that ours is outdated.
  const outdated = (carried?.register.version ?? 0) < manifest.colis.register;
  return {
    outcome: bound.outcome,
    viewOnly: bound.outcome !== 'authentic' || bound.notices.some((notice) => notice.code === 'M09'),
    encrypted,
    manifest,
    manifestBytes: opened.manifestBytes,
    digest: opened.digest,
    archive: opened.archive,
    signer: bound.signer,
    tables: content.tables,
    blobs: content.blobs,
    awaited,
    vanished:
      bound.outcome === 'authentic' && manifest.colis.kind === 'report' ? vanishedRows(content, held) : [],
    register: carried,
    notices: bound.notices.filter((notice) => notice.code !== 'C07' || outdated),
  };
}

/**
 * Verifies a file, or the parts of one.
 * @param context plain values: it may come from another thread
 * @throws DomainError every code F, T, A, Z, S, J, M, C, P, K, R05 of PACKAGES.md §1.12 that a file can cause; X00 for
 * anything unexpected, with the original as `cause`
 */
export async function verifyPackage(
  input: Uint8Array | readonly Uint8Array[],
  context: VerifyContext,
): Promise<Verdict> {
  try {
    const { archive, encrypted } = await clearFile(input, context.identity);
    return verifyOpened(openArchive(archive), encrypted, context);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const unexpected = new DomainError('X00', { reason: error instanceof Error ? error.name : typeof error });
    unexpected.cause = error;
    throw unexpected;
  }
}
