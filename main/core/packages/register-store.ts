import { desc } from 'drizzle-orm';
import { z } from 'zod';
import type { WorkspaceDatabase } from '../../../db/open';
import { invitations, registers } from '../../../db/schema';
import type { Gesture } from '../changes/gesture';
import { DomainError } from '../contract/errors';
import type { WorkspaceState } from '../contract/workspace/operations';
import { referencePack } from '../programme/pack';
import type { OpenWorkspace } from '../session';
import { readSetting } from '../storage/stored-settings';
import { activeParty, type KnownRegister, type OwnParty, type Party, type Register } from './format/register';
import type { FoundRegister } from './format/verdict';
import { signingKeys } from './signing-keys';

/** The register in force and this workspace's place in it. Every version is kept (PACKAGES.md §2.2). */

const contentSchema = z.custom<Register>((value) => typeof value === 'object' && value !== null);

export interface StoredRegister extends KnownRegister {
  /** The register as a package in clear: what invitations and slips carry. */
  readonly archive: Uint8Array;
  readonly adoptedAt: string;
}

/**
 * The newest register, or null before the first. The root that counts is the one it names: not stored apart, it moves in
 * the very write that adopts a change of root.
 */
export function registerInForce(database: WorkspaceDatabase): StoredRegister | null {
  const row = database.select().from(registers).orderBy(desc(registers.version)).limit(1).get();
  if (!row) return null;
  const register = contentSchema.parse(JSON.parse(row.content));
  return { register, digest: row.digest, archive: row.archive, adoptedAt: row.adoptedAt };
}

/** Digest and root of every register that was in force here. */
export function adoptedRegisters(
  database: WorkspaceDatabase,
): readonly { readonly digest: string; readonly root: string }[] {
  return database
    .select({ digest: registers.digest, content: registers.content })
    .from(registers)
    .all()
    .map(({ digest, content }) => ({ digest, root: contentSchema.parse(JSON.parse(content)).root }));
}

/** Stores a register that was verified; one already in force changes nothing. */
export function adoptRegister(
  gesture: Gesture,
  found: Pick<FoundRegister, 'register' | 'digest' | 'bytes'>,
): void {
  gesture.workspace.database
    .insert(registers)
    .values({
      version: found.register.version,
      digest: found.digest,
      content: JSON.stringify(found.register),
      archive: Buffer.from(found.bytes),
      adoptedAt: gesture.at,
    })
    .onConflictDoNothing()
    .run();
}

/** This workspace as packages name it; keys are null until they are made. */
export function ownParty(workspace: OpenWorkspace): OwnParty {
  const keys = signingKeys(workspace);
  return { code: workspace.code, key: keys?.key ?? null, recipient: keys?.recipient ?? null };
}

/** This workspace's active row in the register, when its key is the one held here; else null. */
export function ownRow(workspace: OpenWorkspace): Party | null {
  const known = registerInForce(workspace.database);
  const row = known ? activeParty(known.register, workspace.code) : null;
  return row && row.key === signingKeys(workspace)?.key ? row : null;
}

/** The register and the own row. Throws not_enrolled; cannot_sign when it is enrolled with keys that are not here. */
export function requireEnrolment(workspace: OpenWorkspace): { known: StoredRegister; own: Party } {
  const known = registerInForce(workspace.database);
  const own = ownRow(workspace);
  if (known && own) return { known, own };
  const elsewhere = known !== null && activeParty(known.register, workspace.code) !== null;
  throw new DomainError(elsewhere && !signingKeys(workspace) ? 'cannot_sign' : 'not_enrolled');
}

/** How far the enrolment of this workspace has come (PACKAGES.md §2.4). */
export function enrolmentOf(
  workspace: OpenWorkspace,
): Extract<WorkspaceState, { status: 'open' }>['enrolment'] {
  if (ownRow(workspace)) return 'enrolled';
  if (readSetting(workspace.database, 'rootToConfirm')) return 'root_to_confirm';
  const received = workspace.database
    .select()
    .from(invitations)
    .all()
    .filter((invitation) => invitation.direction === 'received');
  if (received.some((invitation) => invitation.usedAt !== null)) return 'requested';
  if (received.length > 0) return 'invited';
  return leads(workspace) ? 'root_to_make' : 'none';
}

/** The lead of the programme makes the root; every other coordination is invited like a committee. */
function leads({ role, code }: Pick<OpenWorkspace, 'role' | 'code'>): boolean {
  const { actors } = referencePack.programme;
  return role === 'coordination' && actors.some((actor) => actor.code === code && actor.role === 'lead');
}
