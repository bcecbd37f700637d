import { DomainError } from '../../contract/errors';
import { decryptFor } from './encryption';
import { seemsAltered, sniffEnvelope } from './intake';
import { type Kind, kindOfNamespace, kindRules } from './kinds';
import { limits } from './limits';
import { digestOf } from './manifest';
import { joinParts } from './parts';
import { parseSignature, type SshSignature } from './ssh-signature';
import { manifestName, secondSignatureName, signatureName } from './zip-profile';
import { type ArchiveIndex, type IndexedEntry, indexArchive, readEntryContent } from './zip-reader';

/** Steps V1 to V6 (PACKAGES.md §1.8): from a file to raw manifest bytes and the signatures over them. No JSON yet. */

export interface OpenedPackage {
  /** The ZIP in clear. */
  readonly archive: Uint8Array;
  readonly index: ArchiveIndex;
  /** Entries after the manifest and its signatures. */
  readonly content: readonly IndexedEntry[];
  readonly manifestBytes: Uint8Array;
  /** `sha256:…` of the manifest. */
  readonly digest: string;
  readonly signature: SshSignature;
  /** `datapackage.json.sig2`, or null. */
  readonly second: SshSignature | null;
  /** What the namespace of the signature stands for. */
  readonly kind: Kind;
}

function inflateWithin(index: ArchiveIndex, entry: IndexedEntry, limit: number): Uint8Array {
  if (entry.size > limit) throw new DomainError('M08', { what: entry.name, limit });
  return readEntryContent(index, entry);
}

/** V4: the container. A file that a mail program took for text gets the sentence that helps. */
function indexOf(archive: Uint8Array): ArchiveIndex {
  try {
    return indexArchive(archive);
  } catch (error) {
    if (error instanceof DomainError && seemsAltered(archive))
      throw new DomainError('F03', { guess: 'altered' });
    throw error;
  }
}

function kindOf(signature: SshSignature): Kind {
  const kind = kindOfNamespace(signature.namespace);
  if (kind === null) throw new DomainError('S04', { namespace: signature.namespace.slice(0, 80) });
  return kind;
}

/**
 * V4 to V6 on a ZIP in clear.
 * @throws DomainError F03 (altered), Z01–Z11, M06 (order of entries), M08, S01–S04
 */
export function openArchive(archive: Uint8Array): OpenedPackage {
  const index = indexOf(archive);
  const [first, second, third] = index.entries;
  if (first?.name !== manifestName) throw new DomainError('M06', { name: first?.name ?? '' });
  if (second?.name !== signatureName) {
    const elsewhere = index.entries.some((entry) => entry.name === signatureName);
    throw elsewhere ? new DomainError('M06', { name: signatureName }) : new DomainError('S01');
  }
  const extra = third?.name === secondSignatureName ? third : undefined;
  const manifestBytes = inflateWithin(index, first, limits.manifest);
  const signature = parseSignature(inflateWithin(index, second, limits.signature));
  const kind = kindOf(signature);
  if (extra !== undefined && kindRules[kind].secondSignature === 'never') {
    throw new DomainError('M06', { name: secondSignatureName });
  }
  const other = extra === undefined ? null : parseSignature(inflateWithin(index, extra, limits.signature));
  if (other !== null && kindOf(other) !== kind)
    throw new DomainError('S04', { namespace: other.namespace.slice(0, 80) });
  return {
    archive,
    index,
    content: index.entries.slice(extra === undefined ? 2 : 3),
    manifestBytes,
    digest: digestOf(manifestBytes),
    signature,
    second: other,
    kind,
  };
}

/** V1 and V2: one file, or the parts of one. */
function wholeFile(input: Uint8Array | readonly Uint8Array[]): Uint8Array {
  const files = input instanceof Uint8Array ? [input] : input;
  const [first] = files;
  if (first === undefined) throw new DomainError('F01');
  if (files.length === 1 && sniffEnvelope(first) !== 'part') {
    if (first.length > limits.file) throw new DomainError('F02', { limit: limits.file });
    return first;
  }
  return joinParts(files);
}

/** A file in clear, with what surrounded it. */
export interface ClearFile {
  readonly archive: Uint8Array;
  readonly encrypted: boolean;
}

/**
 * V1 to V3: joins parts, decrypts. What comes out begins like a ZIP and nothing more is known about it.
 * @param identity `AGE-SECRET-KEY-1…`, or null when the keyring is locked
 * @throws DomainError F01–F03, T01–T06, A01–A05
 */
export async function clearFile(
  input: Uint8Array | readonly Uint8Array[],
  identity: string | null,
): Promise<ClearFile> {
  const file = wholeFile(input);
  const envelope = sniffEnvelope(file);
  if (envelope === 'zip') return { archive: file, encrypted: false };
  if (envelope === 'part') throw new DomainError('F03', { guess: 'nested' });
  const archive = await decryptFor(file, identity);
  if (archive.length > limits.joinedFile) throw new DomainError('A04', { limit: limits.joinedFile });
  if (archive.length === 0) throw new DomainError('F03', { guess: 'unknown' });
  if (sniffEnvelope(archive) !== 'zip') throw new DomainError('F03', { guess: 'nested' });
  return { archive, encrypted: true };
}
