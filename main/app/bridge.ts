import { statSync } from 'node:fs';
import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { DomainError } from '../core/contract/errors';
import {
  type Answer,
  type ConcertationEvent,
  type Input,
  type Output,
  operations,
  type ShellEvent,
  type ShellOperationName,
} from '../core/contract/operations';
import { channels } from './channels';
import type { CoreLink } from './core-link';
import type { ErrorLog } from './error-log';
import type { Handles } from './handles';
import { callMessageSchema, callNameSchema, droppedMessageSchema } from './messages';
import { type PagePreferences, preferencesAmong } from './page-preferences';
import { isOurPage } from './renderer-files';

/** What the shell itself answers; each handler gets its input validated and gives a value or throws a DomainError. */
export type ShellHandlers = {
  readonly [N in ShellOperationName]: (input: Input<N>) => Promise<Output<N>> | Output<N>;
};

export interface BridgeParts {
  readonly window: BrowserWindow;
  readonly core: CoreLink;
  readonly handles: Handles;
  readonly shell: ShellHandlers;
  readonly log: ErrorLog;
  readonly onPreferences: (preferences: PagePreferences) => void;
}

/** The main side of the one door between the page and the rest. */
export interface Bridge {
  /** Tells the page something; what comes before the page listens is kept for it. */
  tell(event: ConcertationEvent): void;
  /** Resolves when the page has handled what it was told and no call of it is under way. */
  pageIsQuiet(): Promise<void>;
}

/** Opens the door for one window. Messages from anything but its main frame showing our own page are refused. */
export function openBridge(parts: BridgeParts): Bridge {
  const { core, handles, shell, log } = parts;
  const contents = parts.window.webContents;
  const underWay = new Map<string, Promise<Answer>>();
  let kept: ConcertationEvent[] | null = [];

  const isFromOurPage = (event: IpcMainInvokeEvent | IpcMainEvent) =>
    event.senderFrame !== null &&
    event.senderFrame === contents.mainFrame &&
    isOurPage(event.senderFrame.url);

  async function answerShell<N extends ShellOperationName>(name: N, input: unknown): Promise<Answer> {
    const parsed = operations[name].input.safeParse(input);
    if (!parsed.success) return refusedInput(parsed.error.issues[0]?.path.join('.') ?? '');
    try {
      return { ok: true, value: await shell[name](parsed.data as Input<N>) };
    } catch (error) {
      if (error instanceof DomainError)
        return { ok: false, error: { code: error.code, params: error.params } };
      log.record({ where: name, error });
      return { ok: false, error: { code: 'X00', params: {} } };
    }
  }

  function answer(message: unknown): Promise<Answer> | Answer {
    const parsed = callMessageSchema.safeParse(message);
    if (!parsed.success) return refusedInput('call');
    const { call, operation, input } = parsed.data;
    if (underWay.has(call)) return refusedInput('call');
    if (!isOperation(operation)) return refusedInput('operation');
    const work = isShellOperation(operation)
      ? answerShell(operation, input)
      : core.call(call, operation, input);
    underWay.set(call, work);
    return work.finally(() => underWay.delete(call));
  }

  ipcMain.handle(channels.call, (event, message: unknown) =>
    isFromOurPage(event) ? answer(message) : refusedInput('sender'),
  );
  ipcMain.on(channels.cancel, (event, message: unknown) => {
    const parsed = callNameSchema.safeParse(message);
    if (isFromOurPage(event) && parsed.success) core.cancel(parsed.data);
  });
  ipcMain.handle(channels.dropped, (event, message: unknown) => {
    const parsed = droppedMessageSchema.safeParse(message);
    if (!isFromOurPage(event) || !parsed.success) return [];
    return parsed.data.filter(isRegularFile).map((place) => handles.give(place, 'read'));
  });
  ipcMain.on(channels.preferences, (event, message: unknown) => {
    if (isFromOurPage(event)) parts.onPreferences(preferencesAmong(message));
  });
  ipcMain.on(channels.listening, (event) => {
    if (!isFromOurPage(event)) return;
    for (const message of kept ?? []) contents.send(channels.event, message);
    kept = null;
  });
  // A page that is loaded anew does not listen yet.
  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) kept ??= [];
  });

  return {
    tell(event) {
      if (kept) kept.push(event);
      else if (!contents.isDestroyed()) contents.send(channels.event, event);
    },
    async pageIsQuiet() {
      do {
        await Promise.all(underWay.values());
        await pageHasSettled();
      } while (underWay.size > 0);
    },
  };

  function pageHasSettled(): Promise<void> {
    return new Promise((resolve) => {
      contents.ipc.once(channels.settled, () => resolve());
      contents.send(channels.settle);
    });
  }
}

/** Hands files over to the page under handles. */
export function openFilesEvent(handles: Handles, files: readonly string[]): ShellEvent {
  return { type: 'open-files', files: files.map((place) => handles.give(place, 'read')) };
}

function refusedInput(where: string): Answer {
  return { ok: false, error: { code: 'input_refused', params: { where } } };
}

function isOperation(name: string): name is keyof typeof operations {
  return Object.hasOwn(operations, name);
}

function isShellOperation(name: keyof typeof operations): name is ShellOperationName {
  return operations[name].side === 'shell';
}

/** Whether a path leads to an existing regular file. */
export function isRegularFile(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
}
