import { Worker } from 'node:worker_threads';
import { chain, invitations } from '../../../db/schema';
import { DomainError, type ErrorCode, type ErrorParams } from '../contract/errors';
import { knownReferences } from '../programme/pack';
import type { OpenWorkspace } from '../session';
import { announcedHashes } from '../storage/kept-blobs';
import type { ChainState, SeenPackage } from './format/chain';
import type { LiveInvitation, Verdict, VerifyContext } from './format/verdict';
import type { PackageReceivers } from './receivers';
import { adoptedRegisters, ownParty, registerInForce } from './register-store';
import { signingKeys } from './signing-keys';
import { schemaCatalogue } from './tables/catalogue';

/** Verifying a file in the second worker, with what this workspace knows (PACKAGES.md §1.8). */

export type VerifierAnswer =
  | { readonly ok: true; readonly verdict: Verdict }
  | { readonly ok: false; readonly code: ErrorCode; readonly params: ErrorParams };

/** The verifier is stopped after this long (PACKAGES.md §1.8). */
const patience = 60_000;

/** Everything the verifier must know of this workspace; plain values only. */
export function verifyContextOf(workspace: OpenWorkspace, held: PackageReceivers['held']): VerifyContext {
  const known = registerInForce(workspace.database);
  const committees = (known?.register.parties ?? []).filter((party) => party.role === 'committee');
  return {
    now: new Date(workspace.environment.now()).toISOString(),
    identity: signingKeys(workspace)?.identity ?? null,
    me: ownParty(workspace),
    root: known?.register.root ?? null,
    register: known ? { register: known.register, digest: known.digest } : null,
    adopted: adoptedRegisters(workspace.database),
    schemas: schemaCatalogue,
    references: knownReferences,
    chains: chainsOf(workspace),
    held:
      workspace.role === 'coordination'
        ? Object.fromEntries(committees.map(({ code }) => [code, held(code)]))
        : {},
    blobs: announcedHashes(workspace.database).filter((sha256) => workspace.blobs.has(sha256)),
    invitations: liveInvitations(workspace),
  };
}

/** Runs the verifier on one file (or the parts of one). Throws the refusal; X00 after 60 s; cancelled. */
export function verifyInWorker(
  script: string,
  files: readonly Uint8Array[],
  context: VerifyContext,
  signal: AbortSignal,
): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: { files, context } });
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      void worker.terminate();
      settle();
    };
    const cancel = () => finish(() => reject(new DomainError('cancelled')));
    const timer = setTimeout(() => finish(() => reject(new DomainError('X00'))), patience);
    signal.addEventListener('abort', cancel, { once: true });
    worker.once('message', (answer: VerifierAnswer) =>
      finish(() =>
        answer.ok ? resolve(answer.verdict) : reject(new DomainError(answer.code, answer.params)),
      ),
    );
    // A verifier that falls over (memory, a bug) refuses its file and nothing else.
    worker.once('error', () => finish(() => reject(new DomainError('X00'))));
    worker.once('exit', () => finish(() => reject(new DomainError('X00'))));
  });
}

function chainsOf(workspace: OpenWorkspace): Readonly<Record<string, ChainState>> {
  const states = new Map<string, { head: ChainState['head']; seen: SeenPackage[] }>();
  for (const row of workspace.database.select().from(chain).all()) {
    const state = states.get(row.series) ?? { head: null, seen: [] };
    const { epoch, sequence, digest, createdAt: created } = row;
    state.seen.push({ epoch, sequence, digest });
    const further =
      !state.head ||
      epoch > state.head.epoch ||
      (epoch === state.head.epoch && sequence > state.head.sequence);
    if (row.taken && further) state.head = { epoch, sequence, digest, created };
    states.set(row.series, state);
  }
  return Object.fromEntries(states);
}

function liveInvitations(workspace: OpenWorkspace): readonly LiveInvitation[] {
  return workspace.database
    .select()
    .from(invitations)
    .all()
    .filter((invitation) => invitation.direction === 'issued' && invitation.usedAt === null)
    .map(({ id, code, role, epoch }) => ({ id, code, role: role as LiveInvitation['role'], epoch }));
}
