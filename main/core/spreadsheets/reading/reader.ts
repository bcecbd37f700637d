import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '../../contract/errors';
import type { ReaderAnswer } from './read-in-worker';
import { readTables } from './read-tables';

/** Entry of the reading worker: bytes in, tables out; no database, no keys, no network, and it can be killed. */
async function answer(): Promise<ReaderAnswer> {
  const { bytes } = workerData as { bytes: Uint8Array };
  try {
    return { ok: true, tables: await readTables(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, params: error.params };
    // A sheet too wild for the parser (a text longer than a string may be): it cannot be read here.
    return { ok: false, code: error instanceof RangeError ? 'X04' : 'X01', params: {} };
  }
}

parentPort?.postMessage(await answer());
