import type { BlobStore } from '../../db/blobs';
import type { WorkspaceDatabase } from '../../db/open';
import type { HybridClock } from './changes/clock';
import type { EntityRegistry } from './changes/registry';
import type { CoreEvent } from './contract/operations';
import type { Language, WorkspaceRole } from './contract/values';
import type { FolderLocation } from './contract/workspace/operations';
import type { Environment } from './environment';
import type { CoreSettings } from './settings';

/** An unlocked workspace, from unlock to lock. The only mutable parts are who sits there and what undo may take back. */
export interface OpenWorkspace {
  readonly id: string;
  readonly name: string;
  readonly role: WorkspaceRole;
  /** The party's code: `TN`, `FORIM`. */
  readonly code: string;
  readonly country: string | null;
  readonly folder: string;
  /** Does another program copy the folder behind the application's back (B10)? */
  readonly location: FolderLocation;
  readonly database: WorkspaceDatabase;
  readonly blobs: BlobStore;
  /** The database key: signing keys are sealed with it. Never leaves the core. */
  readonly key: Uint8Array;
  readonly device: string;
  readonly clock: HybridClock;
  readonly environment: Environment;
  readonly entities: EntityRegistry;
  readonly settings: CoreSettings;
  /** Who is at the keyboard. */
  person: string | null;
  /** Gestures of this session, oldest first: what undo takes back. One has several batches when typing went on. */
  readonly gestures: (readonly string[])[];
  /** Gestures taken back and not made anew since, oldest first: what redo makes again. Each is the batch that undid it. */
  readonly undone: string[];
  /** B04: the database is older than its ledger. */
  ledger: 'fine' | 'behind';
  /** Counts a write inside its transaction … */
  stageWrite(): void;
  /** … and, once it is committed, outside the database, so that a lost WAL is noticed (PACKAGES.md §5). */
  countWrite(): void;
  /** Closes the files. */
  close(): void;
}

/** What an operation's handler gets besides its input. */
export interface CallContext {
  readonly settings: CoreSettings;
  readonly environment: Environment;
  readonly entities: EntityRegistry;
  /** The open workspace. Throws workspace_locked. */
  workspace(): OpenWorkspace;
  /** The open workspace, whose role must be this one. Throws workspace_locked, wrong_role. */
  workspaceOf(role: WorkspaceRole): OpenWorkspace;
  /** The path behind a handle. Throws file_handle_unknown. */
  pathOf(handle: string): { readonly path: string; readonly name: string };
  progress(step: string, done: number, total: number | null): void;
  /**
   * Does a write that gives way to others before it is whole (changes/gesture.ts): until it has ended queries wait, as
   * commands do.
   */
  alone<T>(write: () => Promise<T>): Promise<T>;
  /** Resolves when no such write is under way: a query that paused waits for it before it reads on. */
  settled(): Promise<void>;
  /** Aborted when the user cancels this call. */
  readonly signal: AbortSignal;
  emit(event: CoreEvent): void;
  readonly language: () => Language;
}
