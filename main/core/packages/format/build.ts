import { DomainError } from '../../contract/errors';
import type { SchemaCatalogue } from './kind-tables';
import type { Kind } from './kinds';
import { kindRules, namespaceOf } from './kinds';
import { limits } from './limits';
import {
  type Colis,
  digestOf,
  type FileResource,
  fileName,
  formatVersion,
  type Manifest,
  manifestBytes,
  manifestProfile,
  ndjsonMediaType,
  numberOf,
  packageId,
  packageName,
  parseManifest,
  type TableResource,
} from './manifest';
import { packageMediaType, sniffMediaType } from './media-type';
import { readmeText } from './readme';
import { writeRows } from './rows';
import { signBytes } from './ssh-signature';
import { manifestSchemaOf, type Row, type TableSchema } from './table-schema';
import { manifestName, readmeName, secondSignatureName, signatureName } from './zip-profile';
import { type ArchiveEntry, writeArchive } from './zip-writer';

/** Writing a package: tables and blobs → manifest → signature → ZIP (PACKAGES.md §1.1, §1.13). */

export interface DraftBlob {
  readonly content: Uint8Array;
  /** `package`: a whole package in clear that this one carries; else an attachment. */
  readonly role: 'attachment' | 'package';
}

/** Everything that is said in a package. What follows from it (name, id, hashes, carries) is made here. */
export interface PackageDraft {
  readonly kind: Kind;
  readonly from: string;
  /** Party codes in any order, or `['*']` for register and reference. */
  readonly to: readonly string[];
  /** `2026-Q3`, or null. */
  readonly period: string | null;
  readonly revision: number;
  /** Text when `revision` > 0, else null. */
  readonly reason: string | null;
  readonly epoch: number;
  readonly sequence: number;
  /** Digest of the package before in the series, or null (PACKAGES.md §1.3). */
  readonly previous: string | null;
  /** Digest of the last report that the receiver accepted, or null. */
  readonly base: string | null;
  /** Version of the tables. */
  readonly schema: number;
  /** Version of the register known to the sender; in a register, its own. */
  readonly register: number;
  /** Digest of the reference pack in force, or null. */
  readonly reference: string | null;
  /** Application version, `^[0-9.]{1,20}$`. */
  readonly app: string;
  /** UTC instant; milliseconds are dropped. */
  readonly created: string;
  /** Rows by table name, in any order. A table of the schema without rows may be left out. */
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly blobs: readonly DraftBlob[];
}

/** Seeds of 32 bytes. `second` signs as well: the new root of a register, the old key of a rotation. */
export interface SigningSeeds {
  readonly seed: Uint8Array;
  readonly second?: Uint8Array;
}

export interface BuiltPackage {
  /** The ZIP, in clear: `encryptFor` makes the file that leaves. */
  readonly archive: Uint8Array;
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  /** `sha256:…` of the manifest: the identity of the package. */
  readonly digest: string;
  /** Name proposed for the file. */
  readonly fileName: string;
}

interface Part<Resource> {
  readonly resource: Resource;
  readonly entry: ArchiveEntry;
}

function tablePart(schema: TableSchema, rows: readonly Row[]): Part<TableResource> {
  const written = writeRows(schema, rows);
  const path = `data/${schema.name}.ndjson`;
  const { $schema, fields, primaryKey } = manifestSchemaOf(schema);
  return {
    resource: {
      name: schema.name,
      path,
      type: 'table',
      format: 'ndjson',
      mediatype: ndjsonMediaType,
      encoding: 'utf-8',
      bytes: written.bytes.length,
      hash: digestOf(written.bytes),
      rows: written.rows,
      schema: {
        $schema: $schema as TableResource['schema']['$schema'],
        fields: [...fields],
        primaryKey: [...primaryKey],
      },
    },
    entry: { name: path, content: written.bytes, packing: 'deflate' },
  };
}

function filePart(name: string, path: string, mediatype: string, content: Uint8Array): Part<FileResource> {
  const packing = mediatype === 'text/plain' ? 'deflate' : 'store';
  return {
    resource: { name, path, mediatype, bytes: content.length, hash: digestOf(content) },
    entry: { name: path, content, packing },
  };
}

/** Media type of a blob; a file of no permitted type never gets into a package. */
function blobPart(blob: DraftBlob): Part<FileResource> {
  const mediaType = blob.role === 'package' ? packageMediaType : sniffMediaType(blob.content);
  if (mediaType === null) throw new DomainError('P12');
  if (blob.role === 'attachment' && blob.content.length > limits.attachment) {
    throw new DomainError('M08', { what: 'attachment', limit: limits.attachment });
  }
  const hash = digestOf(blob.content).slice('sha256:'.length);
  return filePart(`blob-${hash}`, `blobs/${hash}`, mediaType, blob.content);
}

function colisOf(draft: PackageDraft, carries: readonly string[]): Colis {
  return {
    format: formatVersion,
    kind: draft.kind,
    from: draft.from,
    to: [...draft.to].sort(),
    period: draft.period,
    revision: draft.revision,
    reason: draft.reason,
    epoch: draft.epoch,
    sequence: draft.sequence,
    previous: draft.previous,
    base: draft.base,
    schema: draft.schema,
    register: draft.register,
    reference: draft.reference,
    app: draft.app,
    carries: [...carries],
  };
}

function tablesOf(draft: PackageDraft, schemas: SchemaCatalogue): readonly Part<TableResource>[] {
  const tables = schemas[draft.kind]?.[draft.schema];
  if (tables === undefined) throw new RangeError(`No tables for ${draft.kind}, version ${draft.schema}`);
  const unknown = Object.keys(draft.tables).find((name) => !tables.some((table) => table.name === name));
  if (unknown !== undefined)
    throw new RangeError(`No table ${unknown} in ${draft.kind}, version ${draft.schema}`);
  return tables.map((table) => tablePart(table, draft.tables[table.name] ?? []));
}

/**
 * Builds and signs a package. Two builds of one draft have the same manifest; their ZIP may differ between
 * versions of zlib.
 * @throws DomainError the codes of `writeRows` and `parseManifest`, P12: what a reader would refuse is never signed
 * @throws RangeError for a mistake of the caller: unknown tables, a second signature where none is possible
 */
export function buildPackage(
  draft: PackageDraft,
  seeds: SigningSeeds,
  schemas: SchemaCatalogue,
): BuiltPackage {
  const readme = filePart('readme', readmeName, 'text/plain', Buffer.from(readmeText, 'utf8'));
  const byHash = new Map(draft.blobs.map((blob) => [digestOf(blob.content), blob]));
  const blobs = [...byHash.keys()].sort().flatMap((digest) => byHash.get(digest) ?? []);
  const parts = [readme, ...tablesOf(draft, schemas), ...blobs.map(blobPart)];
  const carries = blobs.filter((blob) => blob.role === 'package').map((blob) => digestOf(blob.content));
  const colis = colisOf(draft, carries);
  const number = numberOf(colis);
  const bytes = manifestBytes({
    $schema: manifestProfile,
    name: packageName(number),
    id: packageId(number),
    created: draft.created.replace(/\.\d+Z$/, 'Z'),
    colis,
    resources: parts.map((part) => part.resource),
  });
  const manifest = parseManifest(bytes);
  if (seeds.second !== undefined && kindRules[draft.kind].secondSignature === 'never') {
    throw new RangeError(`A package of kind ${draft.kind} has one signature`);
  }
  const namespace = namespaceOf(draft.kind);
  const signatures = [seeds.seed, ...(seeds.second === undefined ? [] : [seeds.second])].map(
    (seed, index): ArchiveEntry => ({
      name: index === 0 ? signatureName : secondSignatureName,
      content: Buffer.from(signBytes(bytes, namespace, seed), 'ascii'),
      packing: 'deflate',
    }),
  );
  const archive = writeArchive([
    { name: manifestName, content: bytes, packing: 'deflate' },
    ...signatures,
    ...parts.map((part) => part.entry),
  ]);
  return { archive, manifest, manifestBytes: bytes, digest: digestOf(bytes), fileName: fileName(colis) };
}
