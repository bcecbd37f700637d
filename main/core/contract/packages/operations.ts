import { z } from 'zod';
import { errorCodes } from '../errors';
import { command, query } from '../operation';
import { oneLine } from '../text-schema';
import {
  digestSchema,
  fileHandleSchema,
  idSchema,
  instantSchema,
  messageSchema,
  partyCodeSchema,
  quarterSchema,
  sha256Schema,
} from '../values';

/** Files out and in, and the register of trusted keys (PACKAGES.md). */

export const packageKindSchema = z.enum(['report', 'attachments', 'slip', 'register', 'invite', 'enrol']);

export const outboxItemSchema = z.object({
  id: idSchema,
  kind: packageKindSchema,
  to: z.array(z.string()),
  period: quarterSchema.nullable(),
  revision: z.number(),
  sequence: z.number(),
  epoch: z.number(),
  fileName: z.string(),
  bytes: z.number(),
  digest: digestSchema,
  /** Twelve digits that name the package on the phone; they prove nothing (PACKAGES.md §2.3). */
  packageNumber: z.string(),
  createdAt: instantSchema,
  createdBy: z.string(),
  /** When it was last written to a file that the user chose. */
  writtenAt: instantSchema.nullable(),
  encryption: z.enum(['encrypted', 'one_recipient', 'clear']),
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;

export const inboxItemSchema = z.object({
  id: idSchema,
  sha256: sha256Schema,
  name: z.string(),
  bytes: z.number(),
  receivedAt: instantSchema,
  kind: packageKindSchema.nullable(),
  from: partyCodeSchema.nullable(),
  period: quarterSchema.nullable(),
  sequence: z.number().nullable(),
  /** What became of it. */
  outcome: z.enum([
    'to_review',
    'applied',
    'accepted',
    'returned',
    'known',
    'superseded',
    'refused',
    'waiting',
  ]),
  refusal: messageSchema.nullable(),
  submission: idSchema.nullable(),
});
export type InboxItem = z.infer<typeof inboxItemSchema>;

/** What opening one file led to. A refusal is a result here, not an exception: a batch goes on with the next file. */
export const openedFileSchema = z.object({
  name: z.string(),
  result: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('report'),
      submission: idSchema,
      from: z.string(),
      period: z.string(),
      notices: z.array(messageSchema),
    }),
    /** Bytes that a report had announced; `awaited`: how many of that committee's are still to come. */
    z.object({
      kind: z.literal('attachments'),
      from: z.string(),
      period: z.string(),
      arrived: z.number().int(),
      awaited: z.number().int(),
      notices: z.array(messageSchema),
    }),
    z.object({
      kind: z.literal('slip'),
      period: z.string(),
      decision: z.enum(['accepted', 'accepted_with_remarks', 'returned']),
      notices: z.array(messageSchema),
    }),
    z.object({
      kind: z.literal('register'),
      version: z.number(),
      enrolled: z.enum(['yes', 'no']),
      notices: z.array(messageSchema),
    }),
    z.object({
      kind: z.literal('invite'),
      invitation: idSchema,
      code: z.string(),
      from: z.string(),
      root: z.enum(['to_compare', 'pinned']),
    }),
    z.object({ kind: z.literal('enrol'), request: idSchema, code: z.string(), name: z.string() }),
    /** C01/C02: nothing changed; the former slip can be given again. */
    z.object({ kind: z.literal('known'), notice: messageSchema, slip: idSchema.nullable() }),
    z.object({
      kind: z.literal('refused'),
      code: z.enum(errorCodes),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ]),
});
export type OpenedFile = z.infer<typeof openedFileSchema>;

export const partySchema = z.object({
  code: partyCodeSchema,
  name: z.string(),
  role: z.enum(['committee', 'coordinator', 'lead']),
  epoch: z.number(),
  status: z.enum(['active', 'retired', 'revoked']),
  since: z.string(),
  /** The 25 digits of this party's two keys, five groups of five. */
  digits: z.string(),
  /** This row is the workspace's own. */
  own: z.enum(['own', 'other']),
});

export const trustOverviewSchema = z.object({
  register: z
    .object({
      version: z.number(),
      digest: digestSchema,
      adoptedAt: instantSchema,
      parties: z.array(partySchema),
    })
    .nullable(),
  rootDigits: z.string().nullable(),
  /** My own 25 digits, to be read aloud; null until my keys exist. */
  ownDigits: z.string().nullable(),
  /** Coordination: invitations given out and not used yet. */
  invitations: z.array(
    z.object({
      id: idSchema,
      code: partyCodeSchema,
      name: z.string(),
      issuedAt: instantSchema,
      outbox: idSchema,
    }),
  ),
  /** Coordination: enrolment requests that wait for the digits. */
  requests: z.array(
    z.object({
      id: idSchema,
      code: partyCodeSchema,
      name: z.string(),
      receivedAt: instantSchema,
      triesLeft: z.number(),
    }),
  ),
  /** Committee: an invitation opened and not confirmed yet. */
  invitation: z
    .object({ id: idSchema, code: partyCodeSchema, from: z.string(), triesLeft: z.number() })
    .nullable(),
});
export type TrustOverview = z.infer<typeof trustOverviewSchema>;

const secret = z.string().min(1).max(500);
/** What the user typed while listening: separators are ignored. */
const digitsSchema = z.string().max(60);

export const packageOperations = {
  'packages.outbox': query({ input: z.object({}), output: z.array(outboxItemSchema), topics: ['packages'] }),
  'packages.inbox': query({
    input: z.object({}),
    output: z.array(inboxItemSchema),
    topics: ['packages', 'submissions'],
  }),
  /** Writes a signed package to the file the user chose; the same bytes for ever. */
  'packages.write': command({
    input: z.object({ id: idSchema, file: fileHandleSchema }),
    output: z.object({
      fileName: z.string(),
      bytes: z.number(),
      encryption: outboxItemSchema.shape.encryption,
    }),
    errors: ['file_not_written', 'file_handle_unknown', 'B06', 'record_missing'],
    topics: ['packages', 'quarter', 'workspace'],
  }),
  /** Verifies files and does what their kind allows; each file all or nothing. */
  'packages.open': command({
    input: z.object({ files: z.array(fileHandleSchema).min(1).max(1_000) }),
    output: z.array(openedFileSchema),
    errors: ['file_handle_unknown', 'cancelled'],
    topics: ['packages', 'trust', 'submissions', 'quarter', 'workspace'],
  }),

  'trust.overview': query({ input: z.object({}), output: trustOverviewSchema, topics: ['trust'] }),
  /** First start of a coordination: makes the root key and writes it, encrypted, to the file chosen. It is not kept. */
  'trust.createRoot': command({
    input: z.object({ file: fileHandleSchema, passphrase: secret }),
    output: z.object({ fileName: z.string(), digits: z.string() }),
    errors: ['wrong_role', 'file_not_written', 'passphrase_weak', 'file_handle_unknown'],
    topics: ['trust', 'workspace'],
  }),
  /** Asks the root file back once; only then the own keys and register 1 are made. */
  'trust.confirmRoot': command({
    input: z.object({ file: fileHandleSchema, passphrase: secret }),
    output: z.object({ version: z.number() }),
    errors: ['wrong_role', 'K11', 'K12', 'file_handle_unknown', 'F04'],
    topics: ['trust', 'workspace', 'packages'],
  }),
  /** Coordination: an invitation for one committee or a second coordinator. */
  'trust.invite': command({
    input: z.object({
      code: partyCodeSchema,
      name: oneLine(120).pipe(z.string().min(1)),
      role: z.enum(['committee', 'coordinator']),
    }),
    output: z.object({ invitation: idSchema, outbox: idSchema, fileName: z.string() }),
    errors: ['wrong_role', 'not_enrolled', 'K06', 'cannot_sign'],
    topics: ['trust', 'packages'],
  }),
  /** Invited party: the root's digits typed by ear; when they match the root is pinned and the request is made. */
  'trust.acceptInvitation': command({
    input: z.object({ invitation: idSchema, digits: digitsSchema }),
    output: z.discriminatedUnion('match', [
      z.object({ match: z.literal('yes'), outbox: idSchema, fileName: z.string(), ownDigits: z.string() }),
      /** Which of the five groups were right, and how many tries remain (K09). */
      z.object({ match: z.literal('no'), groups: z.array(z.boolean()), triesLeft: z.number() }),
    ]),
    errors: ['record_missing', 'K08', 'K09', 'cannot_sign'],
    topics: ['trust', 'packages', 'workspace'],
  }),
  /** Coordination: the committee's digits typed by ear, and the root stick; register version + 1. */
  'trust.confirmRequest': command({
    input: z.object({
      request: idSchema,
      digits: digitsSchema,
      root: fileHandleSchema,
      rootPassphrase: secret,
    }),
    output: z.discriminatedUnion('match', [
      z.object({ match: z.literal('yes'), version: z.number(), outbox: idSchema, fileName: z.string() }),
      z.object({ match: z.literal('no'), groups: z.array(z.boolean()), triesLeft: z.number() }),
    ]),
    errors: ['wrong_role', 'record_missing', 'K09', 'K11', 'K03', 'K06', 'file_handle_unknown'],
    topics: ['trust', 'packages'],
  }),
  'trust.refuseRequest': command({
    input: z.object({ request: idSchema }),
    output: z.object({}),
    errors: ['wrong_role', 'record_missing'],
    topics: ['trust'],
  }),
  /** The OpenSSH `allowed_signers` text of the register in force. */
  'trust.allowedSigners': query({
    input: z.object({}),
    output: z.object({ text: z.string() }),
    errors: ['not_enrolled', 'cannot_sign'],
    topics: ['trust'],
  }),
};
