import { Worker } from 'node:worker_threads';
import { DomainError, type ErrorCode, type ErrorParams } from '../../contract/errors';
import { limits } from './limits';
import type { ReadTables } from './table';

export type ReaderAnswer =
  | { readonly ok: true; readonly tables: ReadTables }
  | { readonly ok: false; readonly code: ErrorCode; readonly params: ErrorParams };

/**
 * Reads a file in a worker of its own, whose memory is bounded and which is killed when it takes too long or the user
 * gives up. Throws X01–X05, cancelled.
 */
export function readInWorker(script: string, bytes: Uint8Array, signal: AbortSignal): Promise<ReadTables> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData: { bytes },
      resourceLimits: { maxOldGenerationSizeMb: limits.heap },
    });
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      void worker.terminate();
      settle();
    };
    const cancel = () => finish(() => reject(new DomainError('cancelled')));
    const timer = setTimeout(
      () => finish(() => reject(new DomainError('X04', { why: 'time' }))),
      limits.patience,
    );
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel, { once: true });
    worker.once('message', (answer: ReaderAnswer) =>
      finish(() =>
        answer.ok ? resolve(answer.tables) : reject(new DomainError(answer.code, answer.params)),
      ),
    );
    // A reader that falls over (memory) refuses its file and nothing else.
    worker.once('error', () => finish(() => reject(new DomainError('X04', { why: 'memory' }))));
    worker.once('exit', () => finish(() => reject(new DomainError('X04', { why: 'memory' }))));
  });
}
