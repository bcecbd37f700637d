import { isDrawn, type MediaType, mediaTypes, telephoneSide } from '../../contract/attachments/media-types';
import { DomainError } from '../../contract/errors';
import { identifiesByItself, type PackageContent } from './content';
import { attachmentsTable, tombstonesTable } from './kind-tables';
import { limits } from './limits';
import { packageMediaType, sniffMediaType } from './media-type';
import { cleanPicture, isPictureType, type PictureType } from './picture';
import { type Row, rowKey } from './table-schema';
import type { HeldRows, PackageBlob } from './verdict';

/** Step V14 (PACKAGES.md §1.8): what the rows of a package must agree with, among themselves and with what is held. */

/** Rows of a table that the package itself may name: only names of its own tables find any. */
function rowsNamed({ tables }: PackageContent, name: unknown): readonly Row[] {
  return Object.hasOwn(tables, String(name)) ? (tables[String(name)] ?? []) : [];
}

/**
 * Every reference finds its row in the same package.
 * @throws DomainError P08
 */
export function checkReferences({ schemas, tables }: PackageContent): void {
  const ids = new Map(schemas.map(({ name }) => [name, new Set((tables[name] ?? []).map((row) => row.id))]));
  for (const schema of schemas) {
    for (const field of schema.fields) {
      const target = 'references' in field ? field.references : undefined;
      if (target === undefined) continue;
      for (const row of tables[schema.name] ?? []) {
        const value = row[field.name] ?? null;
        if (value !== null && !ids.get(target)?.has(value)) {
          throw new DomainError('P08', { table: schema.name, field: field.name, row: rowKey(schema, row) });
        }
      }
    }
  }
}

/**
 * No record of the package belongs to another party.
 * @param foreign ids of the records held from the other parties
 * @throws DomainError P09
 */
export function checkForeignRows({ schemas, tables }: PackageContent, foreign: ReadonlySet<string>): void {
  for (const schema of schemas.filter(identifiesByItself)) {
    const row = (tables[schema.name] ?? []).find(({ id }) => foreign.has(String(id)));
    if (row !== undefined) throw new DomainError('P09', { table: schema.name, row: String(row.id) });
  }
  const stone = (tables[tombstonesTable.name] ?? []).find(({ id }) => foreign.has(String(id)));
  if (stone !== undefined)
    throw new DomainError('P09', { table: tombstonesTable.name, row: String(stone.id) });
}

/**
 * A tombstone names a table of the package and a row that is not in it.
 * @throws DomainError P13
 */
export function checkTombstones(content: PackageContent): void {
  for (const { table, id } of content.tables[tombstonesTable.name] ?? []) {
    const schema = content.schemas.find(({ name }) => name === table);
    const present = rowsNamed(content, table).some((row) => row.id === id);
    if (schema === undefined || present)
      throw new DomainError('P13', { table: String(table), row: String(id) });
  }
}

/**
 * Revisions never go back.
 * @throws DomainError P14
 */
export function checkRevisions({ schemas, tables }: PackageContent, held: HeldRows): void {
  for (const schema of schemas) {
    const { revision } = schema;
    if (revision === undefined) continue;
    for (const row of tables[schema.name] ?? []) {
      const key = rowKey(schema, row);
      const rows = held[schema.name] ?? {};
      const before = Object.hasOwn(rows, key) ? rows[key] : undefined;
      if (before !== undefined && Number(row[revision]) < before) {
        throw new DomainError('P14', { table: schema.name, row: key, held: before });
      }
    }
  }
}

/** Rows held from this party that the package neither contains nor buries: findings for the coordinator. */
export function vanishedRows(
  { schemas, tables }: PackageContent,
  held: HeldRows,
): readonly { readonly table: string; readonly id: string }[] {
  const buried = new Set((tables[tombstonesTable.name] ?? []).map(({ table, id }) => `${table} ${id}`));
  return schemas.flatMap((schema) => {
    const present = new Set((tables[schema.name] ?? []).map((row) => rowKey(schema, row)));
    return Object.keys(held[schema.name] ?? {})
      .filter((id) => !present.has(id) && !buried.has(`${schema.name} ${id}`))
      .map((id) => ({ table: schema.name, id }));
  });
}

/** Plain text under the name of a picture or document: the usual dress of a script. */
function isDisguised(row: Row, sniffed: MediaType): boolean {
  const extension = /\.([a-z]{3,4})$/i.exec(String(row.originalName))?.[1]?.toLowerCase() ?? 'txt';
  const claimed = Object.values(mediaTypes).find((known) => known === extension.replace('jpeg', 'jpg'));
  return sniffed === 'text/plain' && claimed !== undefined && claimed !== 'txt';
}

function checkAnnouncement(row: Row, blob: PackageBlob | undefined): void {
  const place = { table: attachmentsTable.name, row: String(row.sha256) };
  if (!Object.hasOwn(mediaTypes, String(row.mediaType))) throw new DomainError('P12', place);
  if ((row.included === true) !== (blob !== undefined)) throw new DomainError('P03', place);
  if (blob === undefined) return;
  if (row.bytes !== blob.content.length)
    throw new DomainError('P02', { ...place, name: `blobs/${blob.hash}` });
  const sniffed = sniffMediaType(blob.content);
  if (
    sniffed === null ||
    sniffed !== row.mediaType ||
    sniffed !== blob.mediaType ||
    isDisguised(row, sniffed)
  ) {
    throw new DomainError('P12', place);
  }
  if (isPictureType(sniffed)) checkPicture(blob.content, sniffed, place);
}

/** A picture is whole, holds nothing behind its end (an archive or a program would), and can be drawn in little memory. */
function checkPicture(
  content: Uint8Array,
  mediaType: PictureType,
  place: Readonly<Record<string, string>>,
): void {
  const picture = cleanPicture(content, mediaType);
  if (picture?.end !== content.length) throw new DomainError('P12', place);
  const limit = isDrawn(mediaType) ? limits.pictureSide : telephoneSide;
  if (Math.max(picture.width, picture.height) > limit)
    throw new DomainError('M08', { what: 'picture', limit });
}

/** Tables whose rows have attachments. */
const owners: ReadonlySet<unknown> = new Set(['organisations', 'persons']);

/**
 * Holds announced attachments, blobs and the store against each other.
 * @param held hashes of the attachments in the store
 * @returns hashes that are announced but neither here nor in the store
 * @throws DomainError P02, P03, P08, P12
 */
export function checkAttachments(content: PackageContent, held: readonly string[]): readonly string[] {
  const blobs = new Map(
    content.blobs.filter(({ role }) => role === 'attachment').map((blob) => [blob.hash, blob]),
  );
  const rows = content.tables[attachmentsTable.name] ?? [];
  for (const row of rows) {
    checkAnnouncement(row, blobs.get(String(row.sha256)));
    // A package of attachments alone has no owners in it: whether they were announced is held against the reports.
    const isAlone = content.schemas.every(({ name }) => name === attachmentsTable.name);
    const owned =
      isAlone ||
      (owners.has(row.ownerTable) && rowsNamed(content, row.ownerTable).some(({ id }) => id === row.ownerId));
    if (!owned)
      throw new DomainError('P08', {
        table: attachmentsTable.name,
        field: 'ownerId',
        row: String(row.sha256),
      });
  }
  const announced = new Set(rows.map((row) => row.sha256));
  const silent = [...blobs.keys()].find((hash) => !announced.has(hash));
  if (silent !== undefined) throw new DomainError('P03', { name: `blobs/${silent}` });
  const strange = content.blobs.find(
    ({ role, mediaType }) => role === 'package' && mediaType !== packageMediaType,
  );
  if (strange !== undefined) throw new DomainError('P12', { name: `blobs/${strange.hash}` });
  const store = new Set(held);
  return [...announced].map(String).filter((hash) => !blobs.has(hash) && !store.has(hash));
}
