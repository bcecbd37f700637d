import type { ErrorCode } from '../contract/errors';
import type { PreflightCheck } from '../contract/quarter/operations';
import { cleanLine } from '../contract/text';
import { reportTables, rowFaults } from '../packages/service';
import type { OpenWorkspace } from '../session';
import { targetOf, titleOf } from './record-place';
import type { Snapshot, SnapshotRow } from './snapshot';

/**
 * What stands in a record and can leave in no package (PACKAGES.md §1.4): no door of today lets it in, an older version
 * or another laptop may have. It is told before the signature, with the record and the field, and opens its record.
 */

/** A field that keeps a report from being signed. */
export interface UnsignableField {
  readonly table: string;
  readonly record: string;
  readonly field: string;
  /** A sign that may not travel, too long a text, or a value of no permitted form. */
  readonly why: 'sign' | 'length' | 'value';
}

/** As many as are told at once: the next ones are told when these are mended. */
const toldAtOnce = 20;

/** The fields of a report that would be refused by who reads it. */
export function unsignableFields(snapshot: Snapshot): readonly UnsignableField[] {
  const found: UnsignableField[] = [];
  for (const schema of reportTables) {
    const faults = rowFaults(schema, snapshot[schema.name] ?? [], toldAtOnce - found.length);
    found.push(
      ...faults.map(({ row, field, code }) => ({ table: schema.name, record: row, field, why: whyOf(code) })),
    );
    if (found.length >= toldAtOnce) break;
  }
  return found;
}

function whyOf(code: ErrorCode): UnsignableField['why'] {
  switch (code) {
    case 'J06':
    case 'J07':
    case 'P10':
      return 'sign';
    case 'P04':
    case 'P11':
      return 'length';
    default:
      return 'value';
  }
}

/** The same as points of the pre-flight check. */
export function unsignableChecks(workspace: OpenWorkspace, snapshot: Snapshot): PreflightCheck[] {
  return unsignableFields(snapshot).map(({ table, record, field, why }) => {
    const file = table === 'attachments' ? fileOf(snapshot.attachments ?? [], record) : null;
    const title = file === null ? titleOf(workspace, table, record) : String(file.originalName);
    return {
      level: 'blocking',
      message: {
        code: `unsignable_${why}`,
        // Titles are shown: what may not travel may not hide in them either.
        params: { table, record, field: file === null ? field : 'fileName', title: cleanLine(title) },
      },
      target:
        file === null
          ? targetOf(workspace, table, record)
          : targetOf(workspace, String(file.ownerTable), String(file.ownerId)),
    };
  });
}

function fileOf(rows: readonly SnapshotRow[], key: string): SnapshotRow | null {
  return rows.find(({ sha256, ownerTable, ownerId }) => `${sha256} ${ownerTable} ${ownerId}` === key) ?? null;
}
