import { z } from 'zod';
import { fieldValueSchema } from '../fields';
import { command, query } from '../operation';
import { severalLines } from '../text-schema';
import { daySchema, idSchema, instantSchema, messageSchema, quarterSchema } from '../values';

/** What the coordination reviews, decides and reads. */

/** State of one committee's report for one quarter on the board. */
export const reportStateSchema = z.enum([
  'not_expected',
  /** The quarter had ended when the committee was enrolled. */
  'not_enrolled',
  'expected',
  'missing',
  'received',
  'accepted',
  'rectified',
  'to_correct',
]);
export type ReportState = z.infer<typeof reportStateSchema>;

export const boardSchema = z.object({
  quarters: z.array(
    z.object({ quarter: quarterSchema, deadline: daySchema, current: z.enum(['current', 'other']) }),
  ),
  countries: z.array(
    z.object({
      code: z.string(),
      cells: z.array(
        z.object({
          quarter: quarterSchema,
          state: reportStateSchema,
          submission: idSchema.nullable(),
          /** Days after the deadline at which it was received; null when in time or not received. */
          daysLate: z.number().int().nullable(),
          revision: z.number(),
        }),
      ),
    }),
  ),
});
export type Board = z.infer<typeof boardSchema>;

export const figureSchema = z.object({
  activity: z.string(),
  target: z.number().int().nullable(),
  /** Null when no accepted report says anything: absent is not zero. */
  done: z.number().int().nullable(),
  /** How countries are put together: `sum`, `max`, `none`. */
  rule: z.string(),
  countriesIn: z.array(z.string()),
  /** Expected up to this quarter, but their last accepted report is older or missing. */
  countriesBehind: z.array(z.object({ code: z.string(), upTo: quarterSchema.nullable() })),
});
export type Figure = z.infer<typeof figureSchema>;

const differenceNature = z.enum(['new', 'changed', 'removed', 'vanished', 'identical']);

export const submissionSchema = z.object({
  id: idSchema,
  committee: z.string(),
  quarter: quarterSchema,
  revision: z.number(),
  reason: z.string().nullable(),
  sequence: z.number(),
  digest: z.string(),
  packageNumber: z.string(),
  receivedAt: instantSchema,
  state: z.enum(['to_review', 'accepted', 'returned', 'replaced']),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  signer: z.object({ code: z.string(), name: z.string(), since: z.string() }),
  notices: z.array(messageSchema),
  rows: z.number(),
  bytes: z.number(),
  narrative: z.object({ highlights: z.string(), difficulties: z.string(), nextSteps: z.string() }),
  /** The submission it is compared with: the last accepted of this committee. */
  comparedWith: z.object({ id: idSchema, quarter: quarterSchema, sequence: z.number() }).nullable(),
  counts: z.array(
    z.object({
      table: z.string(),
      new: z.number(),
      changed: z.number(),
      removed: z.number(),
      vanished: z.number(),
      identical: z.number(),
    }),
  ),
  /** D01, D02: ask for a typed confirmation before accepting. */
  guards: z.array(messageSchema),
  /** Things worth looking at first: quality remarks computed from the rows. */
  quality: z.array(z.object({ level: z.enum(['warning', 'fine']), message: messageSchema })),
  slip: z.object({ outbox: idSchema, decision: z.string(), writtenAt: instantSchema.nullable() }).nullable(),
});
export type Submission = z.infer<typeof submissionSchema>;

export const differenceRowSchema = z.object({
  table: z.string(),
  record: z.string(),
  nature: differenceNature,
  title: z.string(),
  hint: z.string(),
  fields: z.array(z.object({ field: z.string(), before: fieldValueSchema, after: fieldValueSchema })),
});
export type DifferenceRow = z.infer<typeof differenceRowSchema>;

/** Characters of the general word of a slip, and of each remark. */
const slipText = 5_000;
export const remarkSchema = z.object({
  table: z.string(),
  record: z.string(),
  field: z.string().nullable(),
  title: z.string().max(300),
  text: severalLines(slipText).pipe(z.string().min(1)),
});

export const decisionSchema = z.enum(['accepted', 'accepted_with_remarks', 'returned']);
export type SubmissionDecision = z.infer<typeof decisionSchema>;

/** What a coordinator has typed of a review and not signed yet; once it is decided, what was signed. */
export const reviewDraftSchema = z.object({
  decision: decisionSchema.nullable(),
  general: z.string().max(slipText),
  deadline: daySchema.nullable(),
  remarks: z.array(remarkSchema.extend({ text: z.string().max(slipText) })).max(2_000),
});
export type ReviewDraft = z.infer<typeof reviewDraftSchema>;

export const consolidationOperations = {
  'consolidation.board': query({
    input: z.object({ upTo: quarterSchema, quarters: z.number().int().min(1).max(12) }),
    output: boardSchema,
    errors: ['wrong_role'],
    topics: ['submissions', 'trust'],
  }),
  'consolidation.logframe': query({
    input: z.object({ upTo: quarterSchema }),
    output: z.object({ figures: z.array(figureSchema), countriesExpected: z.array(z.string()) }),
    errors: ['wrong_role'],
    topics: ['submissions'],
  }),
  /** The rows behind one figure: what each committee's accepted reports say, quarter by quarter. */
  'consolidation.figure': query({
    input: z.object({ activity: z.string(), upTo: quarterSchema }),
    output: z.object({
      figure: figureSchema,
      byQuarter: z.array(z.object({ quarter: quarterSchema, quantity: z.number().nullable() })),
      rows: z.array(
        z.object({
          country: z.string(),
          quarter: quarterSchema,
          state: z.string().nullable(),
          quantity: z.number().int().nullable(),
          comment: z.string().nullable(),
          submission: idSchema,
          sequence: z.number(),
        }),
      ),
    }),
    errors: ['wrong_role'],
    topics: ['submissions'],
  }),
  /** Organisations of the accepted reports, counted by one dimension. An organisation with two themes counts under both. */
  'consolidation.organisations': query({
    input: z.object({ by: z.enum(['country', 'type', 'theme', 'region', 'status']), upTo: quarterSchema }),
    output: z.object({
      total: z.number(),
      countriesIn: z.array(z.string()),
      countriesBehind: figureSchema.shape.countriesBehind,
      groups: z.array(
        z.object({
          key: z.string().nullable(),
          count: z.number(),
          countries: z.array(z.object({ code: z.string(), count: z.number() })),
        }),
      ),
    }),
    errors: ['wrong_role'],
    topics: ['submissions'],
  }),
  'submissions.list': query({
    input: z.object({}),
    output: z.array(
      submissionSchema.pick({
        id: true,
        committee: true,
        quarter: true,
        revision: true,
        sequence: true,
        receivedAt: true,
        state: true,
        decidedAt: true,
        rows: true,
        bytes: true,
      }),
    ),
    errors: ['wrong_role'],
    topics: ['submissions'],
  }),
  'submissions.get': query({
    input: z.object({ id: idSchema }),
    output: submissionSchema,
    errors: ['wrong_role', 'record_missing'],
    topics: ['submissions', 'packages'],
  }),
  'submissions.difference': query({
    input: z.object({
      id: idSchema,
      table: z.string().nullable(),
      nature: differenceNature.nullable(),
      search: z.string().max(300),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ total: z.number(), rows: z.array(differenceRowSchema) }),
    errors: ['wrong_role', 'record_missing', 'D04'],
    topics: ['submissions'],
  }),
  /** Null when nothing was typed. A report that was replaced keeps what had been typed of it. */
  'submissions.draft': query({
    input: z.object({ id: idSchema }),
    output: reviewDraftSchema.nullable(),
    errors: ['wrong_role', 'record_missing'],
    topics: ['submissions'],
  }),
  /** Keeps what is typed of a review, in the encrypted workspace, for when the page or the application comes back. */
  'submissions.saveDraft': command({
    input: z.object({ id: idSchema, draft: reviewDraftSchema }),
    output: z.object({}),
    errors: ['wrong_role', 'record_missing', 'already_decided'],
    topics: ['workspace'],
  }),
  /** One transaction: rows replaced (or left), head moved, signed slip in the outbox (PACKAGES.md §1.8 V16). */
  'submissions.decide': command({
    input: z.object({
      id: idSchema,
      decision: decisionSchema,
      general: severalLines(slipText),
      remarks: z.array(remarkSchema).max(2_000),
      deadline: daySchema.nullable(),
      /** The committee's code typed by hand when a guard (D01, D02) asks for it. */
      confirmation: z.string().max(20).nullable(),
      passphrase: z.string().min(1).max(500),
    }),
    output: z.object({ outbox: idSchema, fileName: z.string() }),
    errors: [
      'wrong_role',
      'record_missing',
      'already_decided',
      'D01',
      'D02',
      'D03',
      'R05',
      'K11',
      'passphrase_wait',
      'cannot_sign',
      'not_enrolled',
      'B04',
      'B06',
    ],
    topics: ['submissions', 'packages', 'organisations', 'persons'],
  }),
};
