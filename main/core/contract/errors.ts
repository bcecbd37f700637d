/**
 * Every error a person can meet, by its stable code. The renderer and the command-line tool word it from
 * `resources/locales/<language>/errors.json`; a test holds that each code has a sentence in each language.
 * Codes with a letter and two digits are those of PACKAGES.md §1.12.
 */
export const errorCodes = [
  // Files and parts
  'F01',
  'F02',
  'F03',
  'F04',
  'F05',
  'T01',
  'T02',
  'T03',
  'T04',
  'T05',
  'T06',
  // age layer
  'A01',
  'A02',
  'A03',
  'A04',
  'A05',
  // ZIP
  'Z01',
  'Z02',
  'Z03',
  'Z04',
  'Z05',
  'Z06',
  'Z07',
  'Z08',
  'Z09',
  'Z10',
  'Z11',
  // Signature, strict JSON, manifest
  'S01',
  'S02',
  'S03',
  'S04',
  'S05',
  'S06',
  'S07',
  'S08',
  'S09',
  'J01',
  'J02',
  'J03',
  'J04',
  'J05',
  'J06',
  'J07',
  'M01',
  'M02',
  'M03',
  'M04',
  'M05',
  'M06',
  'M07',
  'M08',
  'M09',
  // Chain
  'C01',
  'C02',
  'C03',
  'C04',
  'C05',
  'C06',
  'C07',
  'C08',
  'C09',
  // Content
  'P01',
  'P02',
  'P03',
  'P04',
  'P05',
  'P06',
  'P07',
  'P08',
  'P09',
  'P10',
  'P11',
  'P12',
  'P13',
  'P14',
  // Differences, slips, keys
  'D01',
  'D02',
  'D03',
  'D04',
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  'K01',
  'K02',
  'K03',
  'K04',
  'K05',
  'K06',
  'K07',
  'K08',
  'K09',
  'K10',
  'K11',
  'K12',
  'K13',
  // Database
  'B01',
  'B02',
  'B03',
  'B04',
  'B05',
  'B06',
  'B07',
  'B08',
  'B09',
  'B10',
  'X00',
  // Spreadsheets (PACKAGES.md §4.8)
  'X01',
  'X02',
  'X03',
  'X04',
  'X05',
  'X06',
  'X07',
  'X08',
  'X09',
  'X10',
  'X11',
  // The application itself
  /** The input of an operation does not have the declared form; params.where names the field. */
  'input_refused',
  /** The operation needs an open workspace and none is open. */
  'workspace_locked',
  /** The operation is for a workspace of the other role; params.needed is `committee` or `coordination`. */
  'wrong_role',
  /** The folder chosen for a new workspace already holds one. */
  'workspace_exists',
  /** The folder holds no workspace, or its keyring is missing; params.missing. */
  'workspace_missing',
  /** A wrong passphrase was given too often; params.seconds to wait. */
  'passphrase_wait',
  /** The passphrase is too short or is the committee's name or a year (PACKAGES.md §2.7). */
  'passphrase_weak',
  /** The recovery groups typed back do not match the sheet. */
  'recovery_mismatch',
  /** The recovery code has a wrong check number: a digit was mistyped. */
  'recovery_mistyped',
  /** The record does not exist (any more); params.entity, params.id. */
  'record_missing',
  /** The record was changed meanwhile; params.entity, params.id. */
  'record_changed',
  /** There is nothing to undo. */
  'nothing_to_undo',
  /** There is nothing to make again: nothing was taken back, or something else was done since. */
  'nothing_to_redo',
  /** A record moved on since the gesture was taken back; params.entity, params.id. */
  'redo_outdated',
  /** The quarter is signed: its lines are locked until they are returned; params.quarter. */
  'quarter_locked',
  /** The committee is not enrolled yet: it has no key in the register. */
  'not_enrolled',
  /** Signing is impossible with this installation (restored or copied folder). */
  'cannot_sign',
  /** Pre-flight: something blocks the signature; params.count. */
  'quarter_blocked',
  /** A field of a record can leave in no package; params.table, params.row, params.field, params.why. */
  'record_unsignable',
  /** The opaque file handle is unknown or was already used. */
  'file_handle_unknown',
  /** The operation was cancelled by the user. */
  'cancelled',
  /** The submission was decided already. */
  'already_decided',
  /** The proposed import is no longer at hand: another file was opened, or it was applied. */
  'import_gone',
  /** A file is not kept as an attachment; params.guess is what it seems to be, params.name its name. */
  'attachment_refused',
  /** The bytes of an attachment are not (any more) in the workspace. */
  'attachment_lost',
  /** Attachments that no report of the committee has announced; params.row is the first one's hash. */
  'attachment_unannounced',
  /** The file of attachments, blobs.db, is gone from the workspace's folder. */
  'blobs_missing',
  /** A file could not be written; params.reason is the system's code. */
  'file_not_written',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export type ErrorParams = Readonly<Record<string, string | number>>;

/** An error that a user can meet: a stable code and the values its sentence needs. Never holds personal data. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(`${code}${Object.keys(params).length > 0 ? ` ${JSON.stringify(params)}` : ''}`);
    this.name = 'DomainError';
    this.code = code;
    this.params = params;
  }
}

/** How an error crosses from the core to the page. */
export interface CrossedError {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}
