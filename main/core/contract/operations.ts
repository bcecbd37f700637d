import type { z } from 'zod';
import { attachmentOperations } from './attachments/operations';
import { consolidationOperations } from './consolidation/operations';
import { documentOperations } from './documents/operations';
import { draftOperations } from './drafts/operations';
import type { CrossedError } from './errors';
import { cartographyOperations } from './members/cartography-operations';
import { consentOperations } from './members/consent-operations';
import { duplicateOperations } from './members/duplicate-operations';
import { interviewOperations } from './members/interview-operations';
import { memberOperations } from './members/operations';
import type { Topic } from './operation';
import { packageOperations } from './packages/operations';
import { quarterOperations } from './quarter/operations';
import { listOperations } from './records/lists';
import { recordOperations } from './records/operations';
import { viewOperations } from './records/views';
import { shellOperations } from './shell/operations';
import { spreadsheetOperations } from './spreadsheets/operations';
import { workspaceOperations } from './workspace/operations';

/** Every operation that exists, by name. No other channel does (DESIGN.md §2). */
export const operations = {
  ...workspaceOperations,
  ...draftOperations,
  ...recordOperations,
  ...listOperations,
  ...viewOperations,
  ...memberOperations,
  ...consentOperations,
  ...duplicateOperations,
  ...cartographyOperations,
  ...interviewOperations,
  ...attachmentOperations,
  ...quarterOperations,
  ...packageOperations,
  ...consolidationOperations,
  ...spreadsheetOperations,
  ...documentOperations,
  ...shellOperations,
};

export type OperationName = keyof typeof operations;
export type Input<N extends OperationName> = z.infer<(typeof operations)[N]['input']>;
export type Output<N extends OperationName> = z.infer<(typeof operations)[N]['output']>;

type NamesOf<Part extends object> = Extract<OperationName, keyof Part>;
export type ShellOperationName = NamesOf<typeof shellOperations>;
export type CoreOperationName = Exclude<OperationName, ShellOperationName>;
export type QueryName = {
  [N in OperationName]: (typeof operations)[N] extends { kind: 'query' } ? N : never;
}[OperationName];

/** The answer to a call as it crosses processes. */
export type Answer<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CrossedError };

/** What the core tells the pages without being asked. */
export type CoreEvent =
  | { readonly type: 'changed'; readonly topics: readonly Topic[] }
  | {
      readonly type: 'progress';
      readonly call: string;
      readonly step: string;
      readonly done: number;
      readonly total: number | null;
    };

/** What the shell tells the pages: gestures of the native menu and of the system. */
export type ShellEvent =
  | { readonly type: 'menu'; readonly item: MenuItem }
  | {
      readonly type: 'open-files';
      readonly files: readonly { readonly handle: string; readonly name: string }[];
    }
  /** The application is about to close: drafts must be saved now. */
  | { readonly type: 'closing' };

export const menuItems = [
  'undo',
  'redo',
  'find',
  'save',
  'print',
  'lock',
  'shortcuts',
  'guide',
  'settings',
  'import',
] as const;
export type MenuItem = (typeof menuItems)[number];

export type ConcertationEvent = CoreEvent | ShellEvent;

/** What the preload puts on `window.concertation`: the one door (DESIGN.md §2). */
export interface ConcertationBridge {
  /** Calls an operation; `call` names this call for progress and cancelling. */
  call<N extends OperationName>(operation: N, input: Input<N>, call?: string): Promise<Answer<Output<N>>>;
  /** Asks a running call to stop; it then answers with `cancelled` and nothing has changed. */
  cancel(call: string): void;
  /** Returns the function that stops listening. */
  on(listener: (event: ConcertationEvent) => void): () => void;
  /** Gives dropped files to the main side; only handles and names come back. */
  handlesOf(files: readonly File[]): Promise<readonly { readonly handle: string; readonly name: string }[]>;
}
