import type { BuiltPackage } from '../../../main/core/packages/format/build';
import { namespaceOf } from '../../../main/core/packages/format/kinds';
import { digestOf } from '../../../main/core/packages/format/manifest';
import { signBytes } from '../../../main/core/packages/format/ssh-signature';
import { canonicalJson } from '../../../main/core/packages/format/strict-json';
import type { Row } from '../../../main/core/packages/format/table-schema';
import { indexArchive, readEntryContent } from '../../../main/core/packages/format/zip-reader';
import { type ArchiveEntry, writeArchive } from '../../../main/core/packages/format/zip-writer';
import type { KeyHolder } from './programme';

/** Faulty packages that are nevertheless signed well: what a hostile or mistaken key holder could send. */

/** Entries of an archive with their content, to be changed and written again. */
export function entriesOf(archive: Uint8Array): ArchiveEntry[] {
  const index = indexArchive(archive);
  return index.entries.map((entry) => ({
    name: entry.name,
    content: Uint8Array.from(readEntryContent(index, entry)),
    packing: 'deflate',
  }));
}

/** Same archive with one entry's content replaced, signature untouched. */
export function withEntry(archive: Uint8Array, name: string, content: Uint8Array): Uint8Array {
  return writeArchive(
    entriesOf(archive).map((entry) => (entry.name === name ? { ...entry, content } : entry)),
  );
}

/** Same archive with another manifest, signed again by the holder in the namespace. */
export function resealed(
  archive: Uint8Array,
  manifest: Uint8Array,
  holder: KeyHolder,
  namespace: string,
): Uint8Array {
  const signature = Buffer.from(signBytes(manifest, namespace, holder.seed), 'ascii');
  return withEntry(withEntry(archive, 'datapackage.json', manifest), 'datapackage.json.sig', signature);
}

/** A manifest whose values may be anything, to be bent. */
export interface BentManifest {
  [key: string]: unknown;
  readonly colis: Record<string, unknown>;
  readonly resources: Record<string, unknown>[];
}

/** A package whose manifest was bent and signed again; `text` may bend the written form as well. */
export function bent(
  pack: BuiltPackage,
  holder: KeyHolder,
  bend: (manifest: BentManifest) => void,
  text: (json: string) => string = (json) => json,
): Uint8Array {
  const manifest: BentManifest = JSON.parse(JSON.stringify(pack.manifest));
  bend(manifest);
  const bytes = Buffer.from(text(canonicalJson(manifest)), 'utf8');
  return resealed(pack.archive, bytes, holder, namespaceOf(pack.manifest.colis.kind));
}

/** A package in which the text of one table was replaced, with hash, bytes and rows put right and signed again. */
export function withTable(pack: BuiltPackage, holder: KeyHolder, table: string, text: string): Uint8Array {
  const content = Buffer.from(text, 'utf8');
  const rows = text.split('\n').filter((line) => line !== '').length;
  const sealed = bent(pack, holder, (manifest) => {
    const resource = manifest.resources.find((candidate) => candidate.name === table);
    Object.assign(resource ?? {}, { bytes: content.length, hash: digestOf(content), rows });
  });
  return withEntry(sealed, `data/${table}.ndjson`, content);
}

/**
 * A package with an attachment, in whose place another row and other bytes were put; hashes, sizes and types agree
 * with each other and everything is signed again, whatever the bytes are.
 */
export function withAttachment(
  pack: BuiltPackage,
  holder: KeyHolder,
  row: Row,
  content: Uint8Array,
): Uint8Array {
  const hash = digestOf(content);
  const path = `blobs/${hash.slice('sha256:'.length)}`;
  const renamed = withTable(pack, holder, 'attachments', `${JSON.stringify(row)}\n`);
  const manifest = JSON.parse(Buffer.from(entriesOf(renamed)[0]?.content ?? []).toString('utf8'));
  const sealed = bent({ ...pack, archive: renamed, manifest }, holder, ({ resources }) => {
    Object.assign(resources.at(-1) ?? {}, {
      name: path.replace('blobs/', 'blob-'),
      path,
      mediatype: row.mediaType,
      bytes: content.length,
      hash,
    });
  });
  return writeArchive(
    entriesOf(sealed).map((entry) =>
      entry.name.startsWith('blobs/') ? { ...entry, name: path, content } : entry,
    ),
  );
}

/** Text of one table of a package. */
export function tableText(pack: BuiltPackage, table: string): string {
  const entry = entriesOf(pack.archive).find(({ name }) => name === `data/${table}.ndjson`);
  return Buffer.from(entry?.content ?? []).toString('utf8');
}
