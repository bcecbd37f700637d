import type { Kind } from './kinds';
import { limits } from './limits';
import type { TableSchema } from './table-schema';

/** Tables of the kinds whose content the format itself defines. Report tables stand in `packages/tables`. */

/** Tables by kind and by `colis.schema` version, in the order in which they are written. */
export type SchemaCatalogue = Readonly<
  Partial<Record<Kind, Readonly<Record<number, readonly TableSchema[]>>>>
>;

/** Announces every attachment of a package, the ones left out included (PACKAGES.md §1.4). */
export const attachmentsTable: TableSchema = {
  name: 'attachments',
  primaryKey: ['sha256', 'ownerTable', 'ownerId'],
  fields: [
    { name: 'sha256', type: 'hash' },
    { name: 'ownerTable', type: 'code' },
    { name: 'ownerId', type: 'id' },
    { name: 'bytes', type: 'integer', min: 1, max: limits.attachment },
    { name: 'mediaType', type: 'code' },
    { name: 'originalName', type: 'filename' },
    { name: 'included', type: 'boolean' },
  ],
};

/** Rows that were deleted: a row that vanished without one is not a deletion (PACKAGES.md §1.4). */
export const tombstonesTable: TableSchema = {
  name: 'tombstones',
  primaryKey: ['table', 'id'],
  fields: [
    { name: 'table', type: 'code' },
    { name: 'id', type: 'id' },
    { name: 'reason', type: 'name', nullable: true },
    { name: 'deletedAt', type: 'instant' },
  ],
};

export const slipDecisions = ['accepted', 'accepted_with_remarks', 'returned'] as const;

/** One row: what was decided about which package, and where the coordination stands for that committee. */
const decisionTable: TableSchema = {
  name: 'decision',
  primaryKey: ['package'],
  maxRows: 1,
  fields: [
    { name: 'package', type: 'digest' },
    { name: 'epoch', type: 'integer', min: 1 },
    { name: 'sequence', type: 'integer', min: 1 },
    { name: 'decision', type: 'enum', values: slipDecisions },
    { name: 'note', type: 'text', nullable: true },
    { name: 'deadline', type: 'date', nullable: true },
    { name: 'decidedBy', type: 'name', nullable: true },
    { name: 'headEpoch', type: 'integer', min: 1, nullable: true },
    { name: 'headSequence', type: 'integer', min: 1, nullable: true },
    { name: 'headDigest', type: 'digest', nullable: true },
  ],
};

const remarksTable: TableSchema = {
  name: 'remarks',
  primaryKey: ['number'],
  maxRows: limits.remarks,
  fields: [
    { name: 'number', type: 'integer', min: 1, max: limits.remarks },
    { name: 'table', type: 'code', nullable: true },
    { name: 'row', type: 'id', nullable: true },
    { name: 'field', type: 'code', nullable: true },
    { name: 'text', type: 'text' },
  ],
};

const registerTable: TableSchema = {
  name: 'register',
  primaryKey: ['version'],
  maxRows: 1,
  fields: [
    { name: 'version', type: 'integer', min: 1 },
    { name: 'previous', type: 'digest', nullable: true },
    { name: 'root', type: 'key' },
  ],
};

const partiesTable: TableSchema = {
  name: 'parties',
  primaryKey: ['code', 'epoch'],
  maxRows: limits.registerRows,
  fields: [
    { name: 'code', type: 'party' },
    { name: 'epoch', type: 'integer', min: 1 },
    { name: 'name', type: 'name' },
    { name: 'role', type: 'enum', values: ['committee', 'coordinator', 'lead'] },
    { name: 'key', type: 'key' },
    { name: 'recipient', type: 'recipient' },
    { name: 'status', type: 'enum', values: ['active', 'retired', 'revoked'] },
    { name: 'cutoffSequence', type: 'integer', min: 0, nullable: true },
    { name: 'cutoffDigest', type: 'digest', nullable: true },
    { name: 'since', type: 'date' },
    { name: 'until', type: 'date', nullable: true },
    { name: 'reason', type: 'name', nullable: true },
  ],
};

/** One row. No telephone number on purpose: one calls back on a number known before (PACKAGES.md §2.3). */
const inviteTable: TableSchema = {
  name: 'invite',
  primaryKey: ['id'],
  maxRows: 1,
  fields: [
    { name: 'id', type: 'id' },
    { name: 'code', type: 'party' },
    { name: 'name', type: 'name' },
    { name: 'role', type: 'enum', values: ['committee', 'coordinator'] },
    { name: 'epoch', type: 'integer', min: 1 },
    { name: 'invitedBy', type: 'name', nullable: true },
  ],
};

/** One row. `invitation` is null only when the old key has signed as well (rotation, PACKAGES.md §2.5). */
const enrolTable: TableSchema = {
  name: 'enrol',
  primaryKey: ['code'],
  maxRows: 1,
  fields: [
    { name: 'code', type: 'party' },
    { name: 'invitation', type: 'id', nullable: true },
    { name: 'name', type: 'name' },
    { name: 'role', type: 'enum', values: ['committee', 'coordinator', 'lead'] },
    { name: 'epoch', type: 'integer', min: 1 },
    { name: 'key', type: 'key' },
    { name: 'recipient', type: 'recipient' },
    { name: 'askedBy', type: 'name', nullable: true },
  ],
};

/** Schemas of the kinds attachments, slip, register, invite and enrol; the caller adds those of the report. */
export const fixedSchemas = {
  attachments: { 1: [attachmentsTable] },
  slip: { 1: [decisionTable, remarksTable] },
  register: { 1: [registerTable, partiesTable] },
  invite: { 1: [inviteTable] },
  enrol: { 1: [enrolTable] },
} as const satisfies SchemaCatalogue;
