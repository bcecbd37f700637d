import { z } from 'zod';
import { DomainError } from '../../contract/errors';
import { slipDecisions } from './kind-tables';
import { partyRoles } from './kinds';
import type { Row } from './table-schema';

/** Slip, invitation and enrolment as values, from tables whose rows were checked against their schema. */

type Tables = Readonly<Record<string, readonly Row[]>>;

const decisionSchema = z.object({
  /** Digest of the package that was judged. */
  package: z.string(),
  epoch: z.int(),
  sequence: z.int(),
  decision: z.enum(slipDecisions),
  note: z.string().nullable(),
  /** Day until which a returned quarter is to be corrected. */
  deadline: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** The coordination's state of that committee's reports; all null before the first accepted one. */
  headEpoch: z.int().nullable(),
  headSequence: z.int().nullable(),
  headDigest: z.string().nullable(),
});

const remarkSchema = z.object({
  number: z.int(),
  /** Row and field that are meant; null for a remark on the whole. */
  table: z.string().nullable(),
  row: z.string().nullable(),
  field: z.string().nullable(),
  text: z.string(),
});
export type Remark = z.infer<typeof remarkSchema>;

export type Slip = z.infer<typeof decisionSchema> & { readonly remarks: readonly Remark[] };

const inviteSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  role: z.enum(['committee', 'coordinator']),
  epoch: z.int(),
  invitedBy: z.string().nullable(),
});
export type Invite = z.infer<typeof inviteSchema>;

const enrolSchema = z.object({
  code: z.string(),
  /** Id of the invitation; null when the old key has signed too. */
  invitation: z.string().nullable(),
  name: z.string(),
  role: z.enum(partyRoles),
  epoch: z.int(),
  key: z.string(),
  recipient: z.string(),
  askedBy: z.string().nullable(),
});
export type Enrol = z.infer<typeof enrolSchema>;

function onlyRow(tables: Tables, table: string): Row {
  const [row] = tables[table] ?? [];
  if (row === undefined) throw new DomainError('M01', { where: table });
  return row;
}

/**
 * @throws DomainError M01 (no decision), R05 (decision and remarks contradict each other, or half a head)
 */
export function slipOfTables(tables: Tables): Slip {
  const decision = decisionSchema.parse(onlyRow(tables, 'decision'));
  const remarks = z.array(remarkSchema).parse(tables.remarks ?? []);
  const said = remarks.length > 0 || decision.note !== null;
  const plain = decision.decision === 'accepted' && remarks.length > 0;
  const mute = decision.decision !== 'accepted' && !said;
  const head = [decision.headEpoch, decision.headSequence, decision.headDigest].filter(
    (part) => part === null,
  ).length;
  if (plain || mute || (head !== 0 && head !== 3))
    throw new DomainError('R05', { decision: decision.decision });
  return { ...decision, remarks };
}

/** Tables of a package of kind `slip`. */
export function tablesOfSlip({ remarks, ...decision }: Slip): Tables {
  return { decision: [decision], remarks };
}

/** @throws DomainError M01 */
export function inviteOfTables(tables: Tables): Invite {
  return inviteSchema.parse(onlyRow(tables, 'invite'));
}

/** Tables of a package of kind `invite`. */
export function tablesOfInvite(invite: Invite): Tables {
  return { invite: [invite] };
}

/** @throws DomainError M01 */
export function enrolOfTables(tables: Tables): Enrol {
  return enrolSchema.parse(onlyRow(tables, 'enrol'));
}

/** Tables of a package of kind `enrol`. */
export function tablesOfEnrol(enrol: Enrol): Tables {
  return { enrol: [enrol] };
}
