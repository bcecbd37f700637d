import { z } from 'zod';
import { command, query } from '../operation';
import { severalLines } from '../text-schema';
import { daySchema, idSchema, instantSchema, messageSchema, quarterSchema } from '../values';

/** Life of a quarter at its committee: see main/core/quarter/rules.ts for the diagram. */
export const quarterStateSchema = z.enum(['open', 'signed', 'accepted', 'returned', 'rectifying']);
export type QuarterState = z.infer<typeof quarterStateSchema>;

export const activityLineSchema = z.object({
  activity: z.string(),
  /** Null until something was typed. */
  id: idSchema.nullable(),
  state: z.string().nullable(),
  quantity: z.number().int().nullable(),
  comment: z.string().nullable(),
  /** Sum of the quantities of the earlier quarters of this committee. */
  before: z.number().int(),
});

export const checkSchema = z.object({
  level: z.enum(['blocking', 'information']),
  message: messageSchema,
  /** Where the user can mend it: `lines`, `narrative`, or a route of the application. */
  target: z.string().nullable(),
});
export type PreflightCheck = z.infer<typeof checkSchema>;

export const narrativeFieldSchema = z.enum(['highlights', 'difficulties', 'nextSteps']);

export const quarterOverviewSchema = z.object({
  quarter: quarterSchema,
  start: daySchema,
  end: daySchema,
  deadline: daySchema,
  /** Days from today to the end; negative once it is over. */
  daysToEnd: z.number().int(),
  daysToDeadline: z.number().int(),
  state: quarterStateSchema,
  lines: z.array(activityLineSchema),
  narrative: z.object({ highlights: z.string(), difficulties: z.string(), nextSteps: z.string() }),
  /** What the package will hold, or holds once signed: rows by table, and how complete they are (null: no meaning). */
  contents: z.array(
    z.object({
      table: z.enum(['organisations', 'needs', 'persons', 'person_counts', 'activity_lines', 'narratives']),
      rows: z.number(),
      previousRows: z.number().nullable(),
      percent: z.number().int().nullable(),
    }),
  ),
  checks: z.array(checkSchema),
  recipients: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Reason of the rectification under way. */
  reason: z.string().nullable(),
  /** The package in force for this quarter, once signed. */
  signed: z
    .object({
      outbox: idSchema,
      fileName: z.string(),
      bytes: z.number(),
      digest: z.string(),
      packageNumber: z.string(),
      sequence: z.number(),
      revision: z.number(),
      signedAt: instantSchema,
      signedBy: z.string(),
      writtenAt: instantSchema.nullable(),
    })
    .nullable(),
  /** The last return slip on this quarter. */
  slip: z
    .object({
      decision: z.enum(['accepted', 'accepted_with_remarks', 'returned']),
      from: z.string(),
      receivedAt: instantSchema,
      deadline: daySchema.nullable(),
      general: z.string(),
      remarks: z.array(
        z.object({
          table: z.string(),
          record: z.string(),
          field: z.string().nullable(),
          title: z.string(),
          text: z.string(),
          /** Where its record is: `lines`, `narrative`, a route, or null when it is not here. */
          target: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
});
export type QuarterOverview = z.infer<typeof quarterOverviewSchema>;

export const quarterOperations = {
  'quarter.list': query({
    input: z.object({}),
    output: z.array(z.object({ quarter: quarterSchema, state: quarterStateSchema, deadline: daySchema })),
    topics: ['quarter', 'packages'],
  }),
  'quarter.overview': query({
    input: z.object({ quarter: quarterSchema }),
    output: quarterOverviewSchema,
    errors: ['wrong_role'],
    topics: ['quarter', 'organisations', 'persons', 'packages', 'trust'],
  }),
  /** Where the quarter stands, for what is there on every page: quick whatever the size of the register. */
  'quarter.standing': query({
    input: z.object({ quarter: quarterSchema }),
    output: z.object({
      state: quarterStateSchema,
      /** Points that keep it from being signed; 0 once it is signed. */
      blocking: z.number().int(),
      slip: z
        .object({
          decision: z.enum(['accepted', 'accepted_with_remarks', 'returned']),
          remarks: z.number().int(),
        })
        .nullable(),
    }),
    errors: ['wrong_role'],
    topics: ['quarter', 'packages', 'trust'],
  }),
  /** Types what was done of one activity; only the fields given change. */
  'quarter.saveLine': command({
    input: z.object({
      quarter: quarterSchema,
      activity: z.string().max(40),
      values: z.object({
        state: z.string().max(40).nullable().optional(),
        quantity: z.number().int().min(0).max(1_000_000_000).nullable().optional(),
        comment: z.string().max(65_536).nullable().optional(),
      }),
      /** As for the narrative. */
      typing: z.enum(['begins', 'goes_on']).optional(),
    }),
    output: z.object({ id: idSchema }),
    errors: ['quarter_locked', 'wrong_role', 'input_refused'],
    topics: ['quarter', 'history'],
  }),
  'quarter.saveNarrative': command({
    input: z.object({
      quarter: quarterSchema,
      field: narrativeFieldSchema,
      text: z.string().max(65_536),
      /** `goes_on`: the same stretch of typing as the last time; undo takes the whole stretch back. */
      typing: z.enum(['begins', 'goes_on']).optional(),
    }),
    output: z.object({ id: idSchema }),
    errors: ['quarter_locked', 'wrong_role', 'input_refused'],
    topics: ['quarter', 'history'],
  }),
  /** Opens a signed or accepted quarter for a numbered rectification; the reason travels with it. */
  'quarter.startRectification': command({
    input: z.object({ quarter: quarterSchema, reason: severalLines(2_000).pipe(z.string().min(1)) }),
    output: z.object({}),
    errors: ['wrong_role', 'quarter_locked'],
    topics: ['quarter'],
  }),
  /** Freezes and signs the quarter (PACKAGES.md §1.13). The passphrase is asked again. Unchanged content gives the former package. */
  'quarter.sign': command({
    input: z.object({ quarter: quarterSchema, passphrase: z.string().min(1).max(500) }),
    output: z.object({
      outbox: idSchema,
      fileName: z.string(),
      bytes: z.number(),
      digest: z.string(),
      state: z.enum(['new', 'unchanged']),
    }),
    errors: [
      'K11',
      'passphrase_wait',
      'quarter_blocked',
      'record_unsignable',
      'not_enrolled',
      'cannot_sign',
      'B04',
      'B06',
      'wrong_role',
      'quarter_locked',
    ],
    topics: ['quarter', 'packages', 'history'],
  }),
};
