import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '../../contract/errors';
import { hasForbiddenCharacter } from '../../contract/text';
import { partyCodeSchema, quarterSchema } from '../../contract/values';
import type { Kind } from './kinds';
import { kindRules, kinds } from './kinds';
import { limits } from './limits';
import { canonicalJson, parseCanonicalJson } from './strict-json';
import { tableSchemaProfile } from './table-schema';
import { readmeName } from './zip-profile';

/** The manifest `datapackage.json`: a closed schema, written and read in one form only (PACKAGES.md §1.3). */

export const manifestProfile = 'https://datapackage.org/profiles/2.0/datapackage.json';
export const formatVersion = 1;
export const ndjsonMediaType = 'application/x-ndjson';

const digestSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const positive = z.int().min(1);
const size = z.int().min(0);
const createdSchema = z.iso.datetime({ precision: 0 });
const fieldName = z.string().regex(/^[a-zA-Z][A-Za-z0-9_]{0,39}$/);

const tableResourceSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  path: z.string().regex(/^data\/[a-z][a-z0-9_]{0,39}\.ndjson$/),
  type: z.literal('table'),
  format: z.literal('ndjson'),
  mediatype: z.literal(ndjsonMediaType),
  encoding: z.literal('utf-8'),
  bytes: size,
  hash: digestSchema,
  rows: size,
  schema: z.strictObject({
    $schema: z.literal(tableSchemaProfile),
    fields: z.array(z.strictObject({ name: fieldName, type: z.string().regex(/^[a-z]{1,20}$/) })).min(1),
    primaryKey: z.array(fieldName).min(1),
  }),
});

const fileResourceSchema = z.strictObject({
  name: z.string().regex(/^(readme|blob-[0-9a-f]{64})$/),
  path: z.string().regex(/^(README\.txt|blobs\/[0-9a-f]{64})$/),
  mediatype: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,100}$/),
  bytes: size,
  hash: digestSchema,
});

const manifestSchema = z.strictObject({
  $schema: z.literal(manifestProfile),
  name: z.string(),
  id: z.string(),
  created: createdSchema,
  colis: z.strictObject({
    format: z.literal(formatVersion),
    kind: z.enum(kinds),
    from: partyCodeSchema,
    to: z
      .array(z.union([partyCodeSchema, z.literal('*')]))
      .min(1)
      .max(limits.receivers),
    period: quarterSchema.nullable(),
    revision: size,
    reason: z.string().min(1).max(limits.text).nullable(),
    epoch: positive,
    sequence: positive,
    previous: digestSchema.nullable(),
    base: digestSchema.nullable(),
    schema: positive,
    register: positive,
    reference: digestSchema.nullable(),
    app: z.string().regex(/^[0-9.]{1,20}$/),
    carries: z.array(digestSchema),
  }),
  resources: z.array(z.union([tableResourceSchema, fileResourceSchema])).max(limits.entries),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type TableResource = z.infer<typeof tableResourceSchema>;
export type FileResource = z.infer<typeof fileResourceSchema>;
export type Colis = Manifest['colis'];

/** What identifies a package within the programme; `receiver` only for series that have one. */
export interface PackageNumber {
  readonly from: string;
  readonly kind: Kind;
  readonly receiver: string | null;
  readonly epoch: number;
  readonly sequence: number;
}

/** Number of the package that a manifest describes. */
export function numberOf(colis: Colis): PackageNumber {
  const receiver = kindRules[colis.kind].series === 'receiver' ? (colis.to[0] ?? null) : null;
  return { from: colis.from, kind: colis.kind, receiver, epoch: colis.epoch, sequence: colis.sequence };
}

/** Key of a series in a map of chain states: `CI:report`, `FORIM:slip:CI`. */
export function seriesKey(number: Pick<PackageNumber, 'from' | 'kind' | 'receiver'>): string {
  return [number.from, number.kind, number.receiver].filter((part) => part !== null).join(':');
}

/** `name` of the manifest: `ci-report-3-17`, `forim-slip-ci-3-17`. */
export function packageName(number: PackageNumber): string {
  const { from, kind, receiver, epoch, sequence } = number;
  return [from, kind, receiver, epoch, sequence]
    .filter((part) => part !== null)
    .join('-')
    .toLowerCase();
}

/** `id` of the manifest: `colis:CI:report:3:17`, `colis:FORIM:slip:CI:3:17`. */
export function packageId(number: PackageNumber): string {
  return `colis:${seriesKey(number)}:${number.epoch}:${number.sequence}`;
}

/**
 * Name proposed for the file, ASCII, ≤ 64 characters: `CI_2026-Q3_r0_n017.colis` for a report; other kinds name
 * themselves: `FORIM_slip_CI_2026-Q3_n017.colis`, `FORIM_register_n003.colis`. Readers never trust it.
 */
export function fileName(colis: Colis): string {
  const { from, kind, receiver, sequence } = numberOf(colis);
  const parts =
    kind === 'report'
      ? [from, colis.period, `r${colis.revision}`]
      : [from, kind, receiver, colis.period, colis.revision > 0 ? `r${colis.revision}` : null];
  const number = `n${String(sequence).padStart(3, '0')}`;
  return `${[...parts, number].filter((part) => part !== null).join('_')}.colis`;
}

/** `sha256:…` of some bytes, as digests and hashes are written everywhere in the format. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** True for a resource that holds rows. */
export function isTableResource(resource: TableResource | FileResource): resource is TableResource {
  return 'rows' in resource;
}

/** The bytes that are signed. */
export function manifestBytes(manifest: Manifest): Uint8Array {
  return Buffer.from(canonicalJson(manifest), 'utf8');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A newer format may have other keys: it is recognised before the closed schema would refuse them. */
function refuseNewerFormat(value: unknown): void {
  const colis = isRecord(value) ? value.colis : undefined;
  const format = isRecord(colis) ? colis.format : undefined;
  if (typeof format === 'number' && format > formatVersion)
    throw new DomainError('M02', { what: 'format', version: format });
  const kind = isRecord(colis) ? colis.kind : undefined;
  if (typeof kind === 'string' && !kinds.some((known) => known === kind)) {
    throw new DomainError('M03', { kind: kind.slice(0, 40) });
  }
}

const pointingKeys = ['data', 'compression', 'dialect', 'profile', 'licenses', 'sources'] as const;

/** Whatever could make a reader look outside the package (PACKAGES.md §4.5 line 63). */
function refusePointers(value: unknown): void {
  const resources = isRecord(value) ? value.resources : undefined;
  if (!Array.isArray(resources)) return;
  for (const resource of resources) {
    if (!isRecord(resource)) continue;
    const path = resource.path;
    const outside = typeof path !== 'string' || /:|\\|^\/|\.\./.test(path);
    const linked = typeof resource.schema === 'string';
    if (outside || linked || pointingKeys.some((key) => key in resource)) {
      throw new DomainError('M07', { resource: String(resource.name).slice(0, 80) });
    }
  }
}

function refuseAboveLimits(manifest: Manifest): void {
  const tables = manifest.resources.filter(isTableResource);
  const measures = [
    { what: 'tables', value: tables.length, limit: limits.tables },
    { what: 'rows', value: Math.max(0, ...tables.map((table) => table.rows)), limit: limits.rowsATable },
    { what: 'rows', value: tables.reduce((sum, table) => sum + table.rows, 0), limit: limits.rowsAPackage },
    {
      what: 'readme',
      value: manifest.resources.find(({ path }) => path === readmeName)?.bytes ?? 0,
      limit: limits.readme,
    },
    {
      what: 'bytes',
      value: manifest.resources.reduce((most, resource) => Math.max(most, resource.bytes), 0),
      limit: limits.entryInflated,
    },
    {
      what: 'bytes',
      value: manifest.resources.reduce((sum, resource) => sum + resource.bytes, 0),
      limit: limits.totalInflated,
    },
  ];
  for (const { what, value, limit } of measures) {
    if (value > limit) throw new DomainError('M08', { what, limit });
  }
}

/** Rules that tie keys of one manifest together. Returns the key that breaks one, or null. */
function brokenRule({ name, id, colis, resources }: Manifest): string | null {
  const rule = kindRules[colis.kind];
  const number = numberOf(colis);
  const everybody = colis.to.includes('*');
  if (everybody && (colis.to.length > 1 || rule.addressed !== 'everybody')) return 'colis.to';
  if (colis.to.some((code, index) => index > 0 && (colis.to[index - 1] ?? '') >= code)) return 'colis.to';
  if (rule.series === 'receiver' && colis.to.length !== 1) return 'colis.to';
  if (name !== packageName(number)) return 'name';
  if (id !== packageId(number)) return 'id';
  if (rule.period === 'required' && colis.period === null) return 'colis.period';
  if (rule.period === 'none' && colis.period !== null) return 'colis.period';
  if (colis.revision > 0 !== (colis.reason !== null)) return 'colis.reason';
  if (colis.sequence > 1 && colis.previous === null) return 'colis.previous';
  if (colis.sequence === 1 && colis.epoch === 1 && colis.previous !== null) return 'colis.previous';
  if (colis.kind === 'report' && colis.reference === null) return 'colis.reference';
  const misnamed = resources.find((resource) => resource.path !== pathOf(resource));
  if (misnamed !== undefined) return `resources.${misnamed.name}.path`;
  return brokenCarries(
    colis,
    resources.filter((resource) => resource.path.startsWith('blobs/')),
  );
}

function pathOf(resource: TableResource | FileResource): string {
  if (isTableResource(resource)) return `data/${resource.name}.ndjson`;
  return resource.name === 'readme' ? readmeName : `blobs/${resource.name.slice('blob-'.length)}`;
}

/** `carries` names exactly the blobs that are packages, each once, in the order of the resources. */
function brokenCarries(colis: Colis, blobs: readonly { readonly path: string }[]): string | null {
  const names = blobs.map((blob) => `sha256:${blob.path.slice('blobs/'.length)}`);
  const { blobs: allowed } = kindRules[colis.kind];
  const expected = allowed === 'register' || allowed === 'packages' ? names : [];
  if (allowed === 'none' && names.length > 0) return 'resources';
  if (allowed === 'register' && names.length > 1) return 'resources';
  return JSON.stringify(expected) === JSON.stringify(colis.carries) ? null : 'colis.carries';
}

/**
 * Manifest from its raw bytes; only to be called once their signature is known to be good (PACKAGES.md §1.8 V9).
 * @throws DomainError J01–J07, M01 (params.where), M02, M03, M07, M08, J06
 */
export function parseManifest(bytes: Uint8Array): Manifest {
  if (bytes.length > limits.manifest)
    throw new DomainError('M08', { what: 'manifest', limit: limits.manifest });
  const value = parseCanonicalJson(bytes);
  refuseNewerFormat(value);
  refusePointers(value);
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) {
    throw new DomainError('M01', { where: (parsed.error.issues[0]?.path ?? []).join('.').slice(0, 120) });
  }
  const manifest = parsed.data;
  // Zod gives the keys back in the order of the schema: any other order in the file shows here.
  if (JSON.stringify(manifest) !== JSON.stringify(value)) throw new DomainError('M01', { where: 'order' });
  if (manifest.colis.reason !== null && hasForbiddenCharacter(manifest.colis.reason))
    throw new DomainError('J06');
  refuseAboveLimits(manifest);
  const where = brokenRule(manifest);
  if (where !== null) throw new DomainError('M01', { where });
  return manifest;
}
