import { desc, eq } from 'drizzle-orm';
import { chain, enrolmentRequests, inbox, invitations, submissions } from '../../../db/schema';
import { type Gesture, write } from '../changes/gesture';
import { DomainError } from '../contract/errors';
import type { InboxItem, OpenedFile } from '../contract/packages/operations';
import type { CallContext, OpenWorkspace } from '../session';
import { keepRequest, triesForDigits } from './enrolment';
import { sniffEnvelope } from './format/intake';
import { numberOf, seriesKey } from './format/manifest';
import { joinParts } from './format/parts';
import { partyOfKey } from './format/register';
import type { AuthenticPackage, UnconfirmedRoot, Verdict } from './format/verdict';
import { type IncomingFile, incoming, readIncomingFile } from './intake';
import type { PackageReceivers } from './receivers';
import { adoptRegister, ownRow, registerInForce } from './register-store';
import { verifyContextOf, verifyInWorker } from './verification';

/** Opening files that arrived: verify, then do what the kind allows; each file all or nothing. */

type Result = OpenedFile['result'];

interface Arrival {
  readonly name: string;
  readonly files: readonly IncomingFile[];
  /** What is kept of it: the file itself, or the parts put together; the first part when they do not fit. */
  readonly whole: IncomingFile;
}

/** Opens files one after the other; parts of one split file are put together first. Throws cancelled. */
export async function openFiles(
  context: CallContext,
  receivers: PackageReceivers,
  handles: readonly string[],
): Promise<OpenedFile[]> {
  const workspace = context.workspace();
  const results: OpenedFile[] = [];
  const parts: { name: string; file: IncomingFile }[] = [];
  for (const [index, handle] of handles.entries()) {
    if (context.signal.aborted) throw new DomainError('cancelled');
    const { path, name } = context.pathOf(handle);
    context.progress('verify', index, handles.length);
    try {
      const file = readIncomingFile(path);
      if (isPart(file.bytes)) parts.push({ name, file });
      else
        results.push({
          name,
          result: await openOne(context, workspace, receivers, { name, files: [file], whole: file }),
        });
    } catch (error) {
      results.push({ name, result: refusedResult(error) });
    }
  }
  const first = parts[0];
  if (first) {
    const files = parts.map((part) => part.file);
    const arrival = { name: first.name, files, whole: wholeOf(files) ?? first.file };
    results.push({ name: first.name, result: await openOne(context, workspace, receivers, arrival) });
  }
  return results;
}

/** The inbox as the pages see it, newest first. */
export function inboxItems(workspace: OpenWorkspace): InboxItem[] {
  return workspace.database
    .select({
      item: inbox,
      decided: submissions.state,
      asked: enrolmentRequests.state,
      invitation: invitations.id,
      invited: invitations.usedAt,
    })
    .from(inbox)
    .leftJoin(submissions, eq(submissions.id, inbox.submission))
    .leftJoin(enrolmentRequests, eq(enrolmentRequests.digest, inbox.digest))
    .leftJoin(invitations, eq(invitations.file, inbox.sha256))
    .orderBy(desc(inbox.receivedAt), desc(inbox.id))
    .all()
    .map(({ item, ...sequel }) => ({
      id: item.id,
      sha256: item.sha256,
      name: item.name,
      bytes: item.bytes,
      receivedAt: item.receivedAt,
      kind: item.kind as InboxItem['kind'],
      from: item.sender,
      period: item.period,
      sequence: item.sequence,
      outcome: outcomeOf(item, sequel),
      refusal: item.refusal ?? null,
      submission: item.submission,
    }));
}

/** What became later of what a file brought. */
interface Sequel {
  readonly decided: string | null;
  readonly asked: string | null;
  readonly invitation: string | null;
  readonly invited: string | null;
}

function outcomeOf(item: typeof inbox.$inferSelect, sequel: Sequel): InboxItem['outcome'] {
  const { decided, asked, invitation, invited } = sequel;
  if (decided === 'accepted' || decided === 'returned') return decided;
  if (decided === 'replaced') return 'superseded';
  const stored = item.outcome as InboxItem['outcome'];
  if (stored !== 'waiting') return stored;
  if (asked === 'enrolled' || invited !== null) return 'applied';
  if (asked === 'refused') return 'refused';
  return item.kind === 'invite' && invitation === null ? 'superseded' : 'waiting';
}

/** The file of which these are the parts, or null: the verifier says then in its own words what is wrong with them. */
function wholeOf(parts: readonly IncomingFile[]): IncomingFile | null {
  try {
    return incoming(joinParts(parts.map((part) => part.bytes)));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

function isPart(bytes: Uint8Array): boolean {
  try {
    return sniffEnvelope(bytes) === 'part';
  } catch (error) {
    // Not a package at all: the verifier will say so with its own words.
    if (error instanceof DomainError) return false;
    throw error;
  }
}

async function openOne(
  context: CallContext,
  workspace: OpenWorkspace,
  receivers: PackageReceivers,
  arrival: Arrival,
): Promise<Result> {
  try {
    const script = context.settings.verifierScript;
    const bytes = arrival.files.map((file) => file.bytes);
    const verdict = await verifyInWorker(
      script,
      bytes,
      verifyContextOf(workspace, receivers.held),
      context.signal,
    );
    return write(workspace, (gesture) => take(gesture, receivers, arrival, verdict), 'lasting');
  } catch (error) {
    const result = refusedResult(error);
    if (result.kind === 'refused')
      write(workspace, (gesture) => noteRefusal(gesture, arrival, result), 'lasting');
    return result;
  }
}

/** A refusal is a result of its file. Cancelling is not, and neither is a bug of ours. */
function refusedResult(error: unknown): Result {
  if (!(error instanceof DomainError) || error.code === 'cancelled') throw error;
  return { kind: 'refused', code: error.code, params: { ...error.params } };
}

function take(gesture: Gesture, receivers: PackageReceivers, arrival: Arrival, verdict: Verdict): Result {
  if (verdict.outcome === 'root_unconfirmed') return takeFirstContact(gesture, arrival, verdict);
  const { kind } = verdict.manifest.colis;
  const result =
    verdict.outcome === 'authentic' ? apply(gesture, receivers, arrival, verdict) : known(gesture, verdict);
  if (verdict.outcome !== 'known') noteSeen(gesture, verdict, kind !== 'report');
  noteArrival(gesture, arrival, verdict, result);
  return result;
}

function apply(
  gesture: Gesture,
  receivers: PackageReceivers,
  arrival: Arrival,
  verdict: AuthenticPackage,
): Result {
  const notices = noticesOf(verdict);
  if (verdict.register?.standing === 'newer') adoptRegister(gesture, verdict.register);
  switch (verdict.manifest.colis.kind) {
    case 'report': {
      needRole(gesture.workspace, 'coordination');
      if (verdict.viewOnly) throw new DomainError('M09', { digest: verdict.manifest.colis.reference ?? '' });
      const submission = receivers.report(gesture, receivedOf(gesture.workspace, arrival, verdict));
      return {
        kind: 'report',
        submission,
        from: verdict.signer.code,
        period: verdict.manifest.colis.period ?? '',
        notices,
      };
    }
    case 'attachments': {
      needRole(gesture.workspace, 'coordination');
      const told = receivers.attachments(gesture, receivedOf(gesture.workspace, arrival, verdict));
      const { from, period } = verdict.manifest.colis;
      return { kind: 'attachments', from, period: period ?? '', ...told, notices };
    }
    case 'slip': {
      needRole(gesture.workspace, 'committee');
      const applied = receivers.slip(gesture, receivedOf(gesture.workspace, arrival, verdict));
      return { kind: 'slip', ...applied, notices: [...notices, ...applied.notices] };
    }
    case 'register':
      return {
        kind: 'register',
        version: verdict.register?.register.version ?? 0,
        enrolled: ownRow(gesture.workspace) ? 'yes' : 'no',
        notices,
      };
    case 'invite':
      if (ownRow(gesture.workspace)) throw new DomainError('K08');
      return keepInvitation(gesture, arrival, verdict.signer.code, 'pinned');
    case 'enrol':
      needRole(gesture.workspace, 'coordination');
      return { kind: 'enrol', ...keepRequest(gesture, verdict) };
    default:
      throw new DomainError('M03', { kind: verdict.manifest.colis.kind });
  }
}

/** C01 and C02: nothing changes; the slip that answered is offered again. */
function known(gesture: Gesture, verdict: AuthenticPackage): Result {
  const { database } = gesture.workspace;
  const answered = database.select().from(submissions).where(eq(submissions.digest, verdict.digest)).get();
  const notice = verdict.notices[0] ?? { code: 'C01' as const, params: {} };
  return {
    kind: 'known',
    notice: { code: notice.code, params: { ...notice.params } },
    slip: answered?.slip ?? null,
  };
}

/** Only an invitation begins an enrolment; a register alone says nothing before its root is pinned. */
function takeFirstContact(gesture: Gesture, arrival: Arrival, verdict: UnconfirmedRoot): Result {
  if (verdict.kind === 'register') throw new DomainError('not_enrolled');
  const lead = verdict.register.register.parties.find(
    (party) => party.role === 'lead' && party.status === 'active',
  );
  const result = keepInvitation(gesture, arrival, lead?.code ?? '', 'to_compare');
  storeBytes(gesture, arrival);
  insertArrival(gesture, arrival, { kind: 'invite', sender: lead?.code ?? null, outcome: 'waiting' });
  return result;
}

/** An invitation waits until the root's digits were typed; opening the same file again starts the tries anew. */
function keepInvitation(
  gesture: Gesture,
  arrival: Arrival,
  from: string,
  root: 'to_compare' | 'pinned',
): Result {
  const { workspace } = gesture;
  const file = arrival.whole.sha256;
  workspace.database.delete(invitations).where(eq(invitations.direction, 'received')).run();
  const id = workspace.environment.newId();
  workspace.database
    .insert(invitations)
    .values({
      id,
      direction: 'received',
      code: workspace.code,
      name: workspace.name,
      role: workspace.role === 'committee' ? 'committee' : 'coordinator',
      epoch: 1,
      sender: from,
      createdAt: gesture.at,
      usedAt: null,
      triesLeft: triesForDigits,
      outbox: null,
      file,
    })
    .run();
  return { kind: 'invite', invitation: id, code: workspace.code, from, root };
}

function receivedOf(workspace: OpenWorkspace, arrival: Arrival, verdict: AuthenticPackage) {
  const register = registerInForce(workspace.database)?.register;
  const party = register ? partyOfKey(register, verdict.signer.key) : null;
  return {
    verdict,
    sha256: arrival.whole.sha256,
    bytes: arrival.whole.bytes.length,
    signer: { name: party?.name ?? verdict.signer.code, since: party?.since ?? '' },
  };
}

function needRole(workspace: OpenWorkspace, role: OpenWorkspace['role']): void {
  if (workspace.role !== role) throw new DomainError('wrong_role', { needed: role });
}

function noticesOf(verdict: AuthenticPackage) {
  const notices = verdict.notices.map(({ code, params }) => ({
    code: code as string,
    params: { ...params },
  }));
  const holdsPersons = ['report', 'attachments'].includes(verdict.manifest.colis.kind);
  return verdict.encrypted || !holdsPersons ? notices : [...notices, { code: 'not_encrypted', params: {} }];
}

function noteSeen(gesture: Gesture, verdict: AuthenticPackage, taken: boolean): void {
  const { colis, created } = verdict.manifest;
  gesture.workspace.database
    .insert(chain)
    .values({
      series: seriesKey(numberOf(colis)),
      epoch: colis.epoch,
      sequence: colis.sequence,
      digest: verdict.digest,
      createdAt: created,
      seenAt: gesture.at,
      taken: taken && verdict.outcome === 'authentic',
    })
    .onConflictDoNothing()
    .run();
}

function noteArrival(gesture: Gesture, arrival: Arrival, verdict: AuthenticPackage, result: Result): void {
  storeBytes(gesture, arrival);
  const { kind, period, sequence } = verdict.manifest.colis;
  const outcome = (
    {
      report: 'to_review',
      attachments: 'applied',
      slip: 'applied',
      register: 'applied',
      invite: 'waiting',
      enrol: 'waiting',
    } as const
  )[kind as 'report'];
  insertArrival(gesture, arrival, {
    kind,
    sender: verdict.signer.code,
    period,
    sequence,
    digest: verdict.digest,
    outcome: verdict.outcome === 'authentic' ? outcome : verdict.outcome,
    submission: result.kind === 'report' ? result.submission : null,
  });
}

function noteRefusal(gesture: Gesture, arrival: Arrival, result: Extract<Result, { kind: 'refused' }>): void {
  insertArrival(gesture, arrival, {
    outcome: 'refused',
    refusal: { code: result.code, params: result.params },
  });
}

/** Only what was understood is kept; a refused file stays where the user has it. */
function storeBytes(gesture: Gesture, arrival: Arrival): void {
  gesture.workspace.blobs.put(arrival.whole.bytes);
}

function insertArrival(
  gesture: Gesture,
  arrival: Arrival,
  told: Partial<typeof inbox.$inferInsert> & { outcome: string },
): void {
  const values = {
    id: gesture.workspace.environment.newId(),
    sha256: arrival.whole.sha256,
    name: arrival.name,
    bytes: arrival.whole.bytes.length,
    receivedAt: gesture.at,
    ...told,
  };
  const { id: _kept, sha256: _same, ...news } = values;
  // The same file again: what it once became stays, but a refusal gives way (the missing register may have come).
  gesture.workspace.database
    .insert(inbox)
    .values(values)
    .onConflictDoUpdate({
      target: inbox.sha256,
      set: { ...news, refusal: told.refusal ?? null },
      setWhere: eq(inbox.outcome, 'refused'),
    })
    .run();
}
