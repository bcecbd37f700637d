import { setImmediate as othersFirst } from 'node:timers/promises';
import { ZodError } from 'zod';
import { refusal } from '../../db/open';
import { attachmentEntities } from './attachments/entities';
import { attachmentHandlers, emptyOldTrash, receiveAttachments } from './attachments/service';
import type { EntityRegistry } from './changes/registry';
import { consolidationHandlers, heldRevisions, receiveReport } from './consolidation/service';
import { DomainError, type ErrorParams } from './contract/errors';
import { topics } from './contract/operation';
import {
  type Answer,
  type CoreEvent,
  type CoreOperationName,
  type Input,
  type Output,
  operations,
} from './contract/operations';
import { documentHandlers } from './documents/service';
import { draftHandlers } from './drafts/service';
import { environmentOf } from './environment';
import { cartographyHandlers } from './members/cartography/service';
import { consentHandlers } from './members/consents';
import { duplicateHandlers } from './members/duplicates/service';
import { memberEntities } from './members/entities';
import { interviewHandlers } from './members/interviews';
import { beginDueStatuses, memberHandlers } from './members/service';
import { packageHandlers } from './packages/service';
import { quarterEntities } from './quarter/entities';
import { quarterHandlers, receiveSlip } from './quarter/service';
import { listHandlers, recordHandlers, viewEntities, viewHandlers } from './records/service';
import type { CallContext, OpenWorkspace } from './session';
import type { CoreSettings } from './settings';
import { spreadsheetHandlers } from './spreadsheets/service';
import { watchDay } from './workspace/day-change';
import { closeWorkspace, codedError } from './workspace/opening';
import { languageOf, workspaceHandlers } from './workspace/service';

/** What the core asks of the one who runs it: where events go, and where a bug is reported. */
export interface CoreListener {
  readonly event: (event: CoreEvent) => void;
  /** An exception nobody foresaw; never holds the user's data beyond what the stack says. */
  readonly bug: (operation: string, error: unknown) => void;
}

/** The core of the application: the same in the window's worker, in the command-line tool and in tests. */
export interface Core {
  /** Calls an operation with unchecked input; every outcome is an answer. */
  answer(operation: string, input: unknown, call: string): Promise<Answer>;
  /** Calls an operation with typed input. Throws the DomainError it answered with. */
  call<N extends CoreOperationName>(operation: N, input: Input<N>): Promise<Output<N>>;
  cancel(call: string): void;
  /** Makes a file known under its handle. */
  addFile(handle: string, path: string, name: string): void;
  /** Locks the workspace and lets go of all files. */
  close(): void;
}

type AnyHandler = (context: CallContext, input: unknown) => unknown;

/** Every kind of record, with the rules of its area. */
export const entities: EntityRegistry = {
  ...memberEntities,
  ...attachmentEntities,
  ...quarterEntities,
  ...viewEntities,
};

/** Starts a core; nothing is opened until `workspace.unlock` or `workspace.create`. */
export function startCore(settings: CoreSettings, listener: CoreListener): Core {
  const environment = environmentOf(settings.fixed);
  const files = new Map<string, { path: string; name: string }>();
  const running = new Map<string, AbortController>();
  let open: OpenWorkspace | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let longWrite: Promise<unknown> | null = null;
  let stopWatching: () => void = () => undefined;

  async function settled(): Promise<void> {
    while (longWrite !== null) await longWrite;
  }

  async function alone<T>(write: () => Promise<T>): Promise<T> {
    // Queries that paused hear of it when they go on; those that can go on at once do so first.
    const ended = othersFirst().then(write);
    const quiet = ended.then(
      () => undefined,
      () => undefined,
    );
    longWrite = quiet;
    try {
      return await ended;
    } finally {
      longWrite = null;
    }
  }

  /** States that depend on the day are settled again, in turn with the commands, and every answer is asked anew. */
  function anotherDay(): void {
    const settle = () => {
      if (open) beginDueStatuses(open);
    };
    queue = queue.then(settle, settle).then(
      () => listener.event({ type: 'changed', topics }),
      (error: unknown) => listener.bug('another day', error),
    );
  }

  const handlers = {
    ...workspaceHandlers({
      open: () => open,
      replace: (workspace) => {
        open = workspace;
        stopWatching();
        if (workspace) {
          stopWatching = settings.fixed ? () => undefined : watchDay(environment, anotherDay);
          emptyOldTrash(workspace);
          beginDueStatuses(workspace);
        }
      },
    }),
    ...draftHandlers,
    ...recordHandlers,
    ...listHandlers,
    ...viewHandlers,
    ...memberHandlers,
    ...consentHandlers,
    ...duplicateHandlers,
    ...cartographyHandlers,
    ...interviewHandlers,
    ...attachmentHandlers,
    ...quarterHandlers,
    ...packageHandlers({
      report: receiveReport,
      attachments: receiveAttachments,
      slip: receiveSlip,
      held: (committee) => (open ? heldRevisions(open.database, committee) : {}),
    }),
    ...consolidationHandlers,
    ...spreadsheetHandlers,
    ...documentHandlers,
  } as unknown as Readonly<Record<string, AnyHandler>>;

  function contextOf(call: string, signal: AbortSignal): CallContext {
    const workspace = () => {
      if (!open) throw new DomainError('workspace_locked');
      return open;
    };
    return {
      settings,
      environment,
      entities,
      signal,
      workspace,
      workspaceOf(role) {
        if (workspace().role !== role) throw new DomainError('wrong_role', { needed: role });
        return workspace();
      },
      pathOf(handle) {
        const file = files.get(handle);
        if (!file) throw new DomainError('file_handle_unknown');
        return file;
      },
      alone,
      settled,
      progress: (step, done, total) => listener.event({ type: 'progress', call, step, done, total }),
      emit: listener.event,
      language: () => languageOf({ settings }, open),
    };
  }

  async function run(name: string, input: unknown, call: string): Promise<unknown> {
    const declared = Object.hasOwn(operations, name) ? operations[name as CoreOperationName] : undefined;
    const handler = handlers[name];
    if (declared?.side !== 'core' || !handler) {
      throw new DomainError('input_refused', { where: 'operation', why: 'unknown' });
    }
    const parsed = declared.input.parse(input);
    const controller = new AbortController();
    running.set(call, controller);
    try {
      const act = async () => handler(contextOf(call, controller.signal), parsed);
      // Commands follow one another, so that none sees another half done; queries answer at once, unless a long write
      // has paused in its middle.
      if (declared.kind === 'command') queue = queue.then(act, act);
      else await settled();
      const result = await (declared.kind === 'command' ? queue : act());
      if (declared.kind === 'command' && declared.topics.length > 0) {
        listener.event({ type: 'changed', topics: declared.topics });
      }
      return result;
    } finally {
      running.delete(call);
    }
  }

  async function answer(name: string, input: unknown, call: string): Promise<Answer> {
    try {
      return { ok: true, value: await run(name, input, call) };
    } catch (error) {
      return { ok: false, error: crossing(name, error) };
    }
  }

  function crossing(name: string, error: unknown): { code: DomainError['code']; params: ErrorParams } {
    const known = codedError(refusal(error));
    if (known instanceof DomainError) return { code: known.code, params: known.params };
    if (known instanceof ZodError) {
      const issue = known.issues[0];
      return {
        code: 'input_refused',
        params: { where: issue?.path.join('.') ?? name, why: issue?.code ?? '' },
      };
    }
    listener.bug(name, error);
    return { code: 'X00', params: {} };
  }

  return {
    answer,
    async call(operation, input) {
      const result = await answer(operation, input, environment.newId());
      if (!result.ok) throw new DomainError(result.error.code, result.error.params);
      return result.value as Output<typeof operation>;
    },
    cancel: (call) => running.get(call)?.abort(),
    addFile: (handle, path, name) => files.set(handle, { path, name }),
    close() {
      stopWatching();
      if (open) closeWorkspace(open);
      open = null;
    },
  };
}
