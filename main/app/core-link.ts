import { Worker } from 'node:worker_threads';
import { topics } from '../core/contract/operation';
import type { Answer, CoreEvent } from '../core/contract/operations';
import type { FromCore, ToCore } from '../core/protocol';
import type { CoreSettings } from '../core/settings';
import type { Fault } from './error-log';
import type { KnownFile } from './handles';

export interface CoreLinkSettings {
  /** The bundled script of the core worker. */
  readonly script: string;
  readonly settings: CoreSettings;
  /** The handles given so far: a core that starts anew must know them too. */
  readonly knownFiles: () => readonly KnownFile[];
  readonly onEvent: (event: CoreEvent) => void;
  readonly onFault: (fault: Fault) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
}

/** The core worker as the shell sees it. */
export interface CoreLink {
  /** Never rejects: a bug or a dead worker answers `X00`. `call` must not be under way already. */
  call(call: string, operation: string, input: unknown): Promise<Answer>;
  cancel(call: string): void;
  makeKnown(file: KnownFile): void;
  /** Lets the core lock and close its files, waiting at most `patience` milliseconds, then ends it for good. */
  close(patience: number): Promise<void>;
}

/** After a death which follows another so closely, pages are not told to read again: the reading may be the cause. */
const circleOfDeaths = 10_000;

const unexpected: Answer = { ok: false, error: { code: 'X00', params: {} } };

/**
 * Starts the core in its worker thread and keeps it alive. When the worker dies, the calls under way answer
 * `X00`, the fault is logged, a new worker is started (its workspace is locked) and every topic is said changed.
 */
export function startCore(link: CoreLinkSettings): CoreLink {
  const underWay = new Map<string, { operation: string; settle: (answer: Answer) => void }>();
  let state: 'open' | 'closed' = 'open';
  let lastDeath = Number.NEGATIVE_INFINITY;
  let onClosed: () => void = () => undefined;
  let worker = startWorker();

  function startWorker(): Worker {
    const started = new Worker(link.script, { workerData: link.settings, name: 'core' });
    started.on('message', (message: FromCore) => hear(message));
    started.on('error', (error) => link.onFault({ where: 'core worker', error }));
    started.on('messageerror', (error) => link.onFault({ where: 'core worker message', error }));
    started.on('exit', () => {
      onClosed();
      if (state === 'open') replaceDead();
    });
    for (const file of link.knownFiles()) send(started, knownFileMessage(file));
    return started;
  }

  function hear(message: FromCore): void {
    switch (message.type) {
      case 'answer':
        underWay.get(message.call)?.settle(message.answer);
        return;
      case 'event':
        link.onEvent(message.event);
        return;
      case 'bug':
        link.onFault({ where: message.operation, error: message.stack });
        return;
      case 'closed':
        onClosed();
    }
  }

  function replaceDead(): void {
    const operations = [...underWay.values()].map(({ operation }) => operation).join(' ');
    link.onFault({ where: `core worker ended during: ${operations || 'nothing'}`, error: null });
    answerAll();
    worker = startWorker();
    const now = link.clock();
    const isFirst = now - lastDeath > circleOfDeaths;
    lastDeath = now;
    if (isFirst) link.onEvent({ type: 'changed', topics });
  }

  function answerAll(): void {
    for (const { settle } of [...underWay.values()]) settle(unexpected);
  }

  function call(id: string, operation: string, input: unknown): Promise<Answer> {
    if (state === 'closed') return Promise.resolve(unexpected);
    return new Promise((resolve) => {
      const settle = (answer: Answer) => {
        underWay.delete(id);
        resolve(answer);
      };
      underWay.set(id, { operation, settle });
      send(worker, { type: 'call', call: id, operation, input });
    });
  }

  return {
    call,
    cancel: (id) => {
      if (underWay.has(id)) send(worker, { type: 'cancel', call: id });
    },
    makeKnown: (file) => send(worker, knownFileMessage(file)),
    async close(patience) {
      if (state === 'closed') return;
      const closed = new Promise<void>((resolve) => {
        onClosed = resolve;
      });
      send(worker, { type: 'close' });
      await withinPatience(closed, patience);
      state = 'closed';
      answerAll();
      await worker.terminate();
    },
  };
}

function send(worker: Worker, message: ToCore): void {
  worker.postMessage(message);
}

function knownFileMessage({ handle, path, name }: KnownFile): ToCore {
  return { type: 'file', handle, path, name };
}

/** Waits for something, but not longer than that many milliseconds. */
export async function withinPatience(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
