import { DomainError } from '../../contract/errors';
import type { SchemaCatalogue } from './kind-tables';
import { limits } from './limits';
import { digestOf, type FileResource, isTableResource, type Manifest, type TableResource } from './manifest';
import type { OpenedPackage } from './open-package';
import { type RowBinding, readRows } from './rows';
import { manifestSchemaOf, type Row, type TableSchema } from './table-schema';
import type { PackageBlob } from './verdict';
import { readEntryContent } from './zip-reader';

/** Steps V12 and V13 (PACKAGES.md §1.8): every entry against its resource, then every row. */

export interface PackageContent {
  readonly schemas: readonly TableSchema[];
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly blobs: readonly PackageBlob[];
}

/**
 * Tables of a kind in the version that the manifest names.
 * @throws DomainError M02 when this application does not know them: update
 */
export function tablesFor(manifest: Manifest, schemas: SchemaCatalogue): readonly TableSchema[] {
  const { kind, schema } = manifest.colis;
  const tables = schemas[kind]?.[schema];
  if (tables === undefined) throw new DomainError('M02', { what: 'schema', kind, version: schema });
  return tables;
}

function refuseOtherEntries(opened: OpenedPackage, manifest: Manifest): void {
  const names = opened.content.map((entry) => entry.name);
  const paths = manifest.resources.map((resource) => resource.path);
  const different = Math.max(names.length, paths.length);
  for (let index = 0; index < different; index += 1) {
    if (names[index] !== paths[index])
      throw new DomainError('M06', { name: names[index] ?? paths[index] ?? '' });
  }
}

/** Bytes of each resource by path: length, CRC and SHA-256 agree with what was signed. */
function readResources(opened: OpenedPackage, manifest: Manifest): ReadonlyMap<string, Uint8Array> {
  refuseOtherEntries(opened, manifest);
  const contents = new Map<string, Uint8Array>();
  manifest.resources.forEach((resource, index) => {
    const entry = opened.content[index];
    if (entry === undefined || entry.size !== resource.bytes)
      throw new DomainError('P02', { name: resource.path });
    const content = readEntryContent(opened.index, entry);
    const digest = digestOf(content);
    const named = resource.path.startsWith('blobs/')
      ? `sha256:${resource.path.slice('blobs/'.length)}`
      : digest;
    if (digest !== resource.hash || digest !== named) throw new DomainError('P01', { name: resource.path });
    contents.set(resource.path, content);
  });
  return contents;
}

function refuseOtherTables(resources: readonly TableResource[], schemas: readonly TableSchema[]): void {
  const unknown = resources.find((resource) => !schemas.some((schema) => schema.name === resource.name));
  if (unknown !== undefined) throw new DomainError('P05', { table: unknown.name });
  for (const schema of schemas) {
    const resource = resources.find((candidate) => candidate.name === schema.name);
    if (resource === undefined) throw new DomainError('P05', { table: schema.name });
    if (JSON.stringify(resource.schema) !== JSON.stringify(manifestSchemaOf(schema))) {
      throw new DomainError('M01', { where: `resources.${schema.name}.schema` });
    }
  }
}

/** An id names one record of the package, whatever its table (PACKAGES.md §4.6 line 79). */
function refuseSharedIds(
  schemas: readonly TableSchema[],
  tables: Readonly<Record<string, readonly Row[]>>,
): void {
  const owners = new Map<unknown, string>();
  for (const schema of schemas) {
    if (!identifiesByItself(schema)) continue;
    for (const row of tables[schema.name] ?? []) {
      const other = owners.get(row.id);
      if (other !== undefined) throw new DomainError('P06', { table: schema.name, field: 'id', other });
      owners.set(row.id, schema.name);
    }
  }
}

/** True for tables whose rows are records of their own: primary key `id` of type `id`. */
export function identifiesByItself(schema: TableSchema): boolean {
  const [name, ...others] = schema.primaryKey;
  return (
    name === 'id' &&
    others.length === 0 &&
    schema.fields.some((field) => field.name === 'id' && field.type === 'id')
  );
}

function blobOf(resource: FileResource, content: Uint8Array, carries: readonly string[]): PackageBlob {
  const role = carries.includes(resource.hash) ? 'package' : 'attachment';
  if (role === 'attachment' && content.length > limits.attachment) {
    throw new DomainError('M08', { what: 'attachment', limit: limits.attachment });
  }
  return { hash: resource.hash.slice('sha256:'.length), mediaType: resource.mediatype, content, role };
}

/**
 * Reads all tables and blobs of a package whose manifest is authentic and bound.
 * @throws DomainError M01, M06, M08, P01, P02, P04–P07, P09–P11, J01–J07, Z11
 */
export function readContent(
  opened: OpenedPackage,
  manifest: Manifest,
  schemas: readonly TableSchema[],
  binding: RowBinding,
): PackageContent {
  const contents = readResources(opened, manifest);
  const bytesOf = (path: string) => contents.get(path) ?? new Uint8Array();
  const resources = manifest.resources.filter(isTableResource);
  refuseOtherTables(resources, schemas);
  const tables: Record<string, readonly Row[]> = {};
  for (const schema of schemas) {
    const rows = [...readRows(schema, bytesOf(`data/${schema.name}.ndjson`), binding)];
    const announced = resources.find((resource) => resource.name === schema.name)?.rows;
    if (rows.length !== announced) throw new DomainError('P06', { table: schema.name, field: 'rows' });
    tables[schema.name] = rows;
  }
  refuseSharedIds(schemas, tables);
  const blobs = manifest.resources.flatMap((resource) =>
    isTableResource(resource) || resource.name === 'readme'
      ? []
      : [blobOf(resource, bytesOf(resource.path), manifest.colis.carries)],
  );
  return { schemas, tables, blobs };
}
