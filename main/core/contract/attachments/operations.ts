import { z } from 'zod';
import { recordSchema } from '../members/operations';
import { command, query } from '../operation';
import { fileHandleSchema, idSchema, instantSchema, quarterSchema, sha256Schema } from '../values';

/** Files of organisations and persons: kept encrypted, shown inside the application, sent within the packages' limits. */

const MiB = 1024 * 1024;

/** Largest file that is kept, and largest that a package can carry (PACKAGES.md §1.11), in bytes. */
export const attachmentLimits = { kept: 25 * MiB, sent: 10 * MiB } as const;

/** Longest side of a picture in pixels (PACKAGES.md §1.11); a larger one is reduced before it is added. */
export const longestSide = 1_600;

const ownerSchema = z.object({ entity: z.enum(['organisations', 'persons']), id: idSchema });
export type AttachmentOwner = z.infer<typeof ownerSchema>;

/** `here`: the bytes are in this workspace; `awaited`: announced by a committee, to be sent later; `lost`: gone. */
const stateSchema = z.enum(['here', 'awaited', 'lost']);

const shownSchema = z.object({
  sha256: sha256Schema,
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  state: stateSchema,
});

export const attachmentRowSchema = shownSchema.extend({
  /** The record; null at a coordination, which has what reports announced. */
  record: recordSchema.nullable(),
  kind: z.string().nullable(),
  consent: idSchema.nullable(),
  addedAt: instantSchema.nullable(),
  /**
   * What becomes of it in the next report. `stays_consent`: the person did not agree to photos and to the region;
   * `stays_kind`: this kind never leaves; `stays_size`: over the limit of a package.
   */
  leaves: z.enum(['leaves', 'stays_confidential', 'stays_kind', 'stays_consent', 'stays_size', 'received']),
});
export type AttachmentRow = z.infer<typeof attachmentRowSchema>;

export const announcedRowSchema = shownSchema.extend({
  owner: z.object({ entity: z.enum(['organisations', 'persons']), id: idSchema, title: z.string() }),
});
export type AnnouncedRow = z.infer<typeof announcedRowSchema>;

const bytesSchema = z.instanceof(Uint8Array);

export const attachmentOperations = {
  'attachments.of': query({
    input: z.object({ owner: ownerSchema }),
    output: z.array(attachmentRowSchema),
    errors: ['record_missing'],
    topics: ['organisations', 'persons', 'submissions', 'packages'],
  }),
  /** The bytes of one attachment, for a preview in memory; nothing is written anywhere. */
  'attachments.content': query({
    input: z.object({ sha256: sha256Schema }),
    output: z.object({ bytes: bytesSchema, mediaType: z.string() }),
    errors: ['attachment_lost', 'record_missing'],
  }),
  /**
   * Keeps a file. Its type is read from its bytes; a picture must have been reduced, and loses what it says of place,
   * time and device. `kind` null: a picture is a photo, anything else another document. The same file again is the
   * same attachment.
   */
  'attachments.add': command({
    input: z.object({
      owner: ownerSchema,
      consent: idSchema.nullable(),
      kind: z.string().max(60).nullable(),
      fileName: z.string().max(1_000),
      bytes: bytesSchema,
    }),
    output: z.object({ id: idSchema, state: z.enum(['new', 'same']) }),
    errors: ['attachment_refused', 'record_missing', 'input_refused', 'blobs_missing', 'wrong_role', 'B06'],
    topics: ['organisations', 'persons', 'quarter', 'history'],
  }),
  /** Writes a copy, in clear, to the file the user chose. */
  'attachments.saveCopy': command({
    input: z.object({ sha256: sha256Schema, file: fileHandleSchema }),
    output: z.object({}),
    errors: ['attachment_lost', 'record_missing', 'file_handle_unknown', 'file_not_written', 'B06'],
  }),
  /** Is the file of attachments there? */
  'attachments.store': query({
    input: z.object({}),
    output: z.object({ presence: z.enum(['present', 'missing']) }),
    topics: ['workspace'],
  }),
  /** Goes on without the files that were lost with blobs.db; new ones can be added again. */
  'attachments.beginStoreAnew': command({
    input: z.object({}),
    output: z.object({}),
    topics: ['workspace', 'organisations', 'persons', 'submissions'],
  }),
  /** Committee: what the last report announced and no package has carried yet. */
  'attachments.remaining': query({
    input: z.object({}),
    output: z.object({ quarter: quarterSchema.nullable(), count: z.number().int(), bytes: z.number().int() }),
    errors: ['wrong_role'],
    topics: ['packages', 'quarter', 'organisations', 'persons'],
  }),
  /** Committee: signs packages of what remains, each small enough for an e-mail. The passphrase is asked again. */
  'attachments.sendRemaining': command({
    input: z.object({ passphrase: z.string().min(1).max(500) }),
    output: z.object({ packages: z.array(z.object({ outbox: idSchema, fileName: z.string() })) }),
    errors: ['K11', 'passphrase_wait', 'not_enrolled', 'cannot_sign', 'wrong_role', 'B04', 'B06'],
    topics: ['packages', 'quarter', 'history'],
  }),
  /** Coordination: the attachments that one report announced, and which of them are here. */
  'attachments.ofReport': query({
    input: z.object({ submission: idSchema }),
    output: z.array(announcedRowSchema),
    errors: ['wrong_role', 'record_missing'],
    topics: ['submissions'],
  }),
};
