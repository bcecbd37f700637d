import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DomainError, type ErrorCode, type ErrorParams } from '../../contract/errors';
import type { Encoding } from '../../contract/spreadsheets/encodings';
import { limits } from './limits';
import { type RowsRead, SheetsSoFar } from './rows-ahead';
import type { ReadTables, SheetTable } from './table';

/** What the reading worker is given. */
export interface ReaderInput {
  readonly bytes: Uint8Array;
  /** Encoding of a text, as a person told it; null = as the bytes show. */
  readonly encoding: Encoding | null;
}

/** What the reading worker says: rows as it goes, and at the end what the file is or why it is refused. */
export type ReaderMessage =
  | ({ readonly is: 'rows' } & RowsRead)
  | ({ readonly is: 'read'; readonly sheets: readonly Omit<SheetTable, 'rows'>[] } & Omit<
      ReadTables,
      'sheets'
    >)
  | { readonly is: 'refused'; readonly code: ErrorCode; readonly params: ErrorParams };

/**
 * Reads a file in a worker of its own, whose memory is bounded and which is killed when it takes too long or the user
 * gives up. Throws X01–X05, cancelled, and what `meanwhile` throws.
 * @param meanwhile is given every sheet as far as it is read, again and again
 * @param patience ms
 */
export async function readInWorker(
  script: string,
  input: ReaderInput,
  signal: AbortSignal,
  meanwhile: (sheet: number, soFar: SheetTable) => Promise<void>,
  patience: number = limits.patience,
): Promise<ReadTables> {
  if (signal.aborted) throw new DomainError('cancelled');
  const late = AbortSignal.timeout(patience);
  const worker = new Worker(script, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: limits.heap },
  });
  // Stopped, it may still fall over: nobody waits for it any more.
  worker.on('error', () => undefined);
  try {
    return await takenFrom(messagesOf(worker, AbortSignal.any([signal, late])), meanwhile);
  } catch (error) {
    if (!(error instanceof Silence)) throw error;
    if (signal.aborted) throw new DomainError('cancelled');
    // A reader that falls over (memory) refuses its file and nothing else.
    throw new DomainError('X04', { why: late.aborted ? 'time' : 'memory' });
  } finally {
    void worker.terminate();
  }
}

/** The reader says nothing more: it fell over or was stopped. */
class Silence extends Error {}

async function* messagesOf(worker: Worker, signal: AbortSignal): AsyncGenerator<ReaderMessage> {
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'], signal })) yield message;
  } catch (error) {
    throw new Silence('The reader stopped', { cause: error });
  }
}

async function takenFrom(
  messages: AsyncIterable<ReaderMessage>,
  meanwhile: (sheet: number, soFar: SheetTable) => Promise<void>,
): Promise<ReadTables> {
  const soFar = new SheetsSoFar();
  for await (const message of messages) {
    switch (message.is) {
      case 'rows':
        await meanwhile(message.sheet, soFar.add(message));
        break;
      case 'refused':
        throw new DomainError(message.code, message.params);
      case 'read': {
        const { is: _, sheets, ...file } = message;
        return {
          ...file,
          sheets: sheets.map((sheet, index) => ({ ...sheet, rows: soFar.rowsOf(index) })),
        };
      }
    }
  }
  throw new Silence('The reader ended');
}
