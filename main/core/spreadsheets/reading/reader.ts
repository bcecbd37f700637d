import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '../../contract/errors';
import type { ReaderInput, ReaderMessage } from './read-in-worker';
import { readTables } from './read-tables';

/**
 * Entry of the reading worker: bytes in, rows out as they are read, then what else the file is; no database, no keys, no
 * network, and it can be killed.
 */
async function read(): Promise<void> {
  const { bytes, encoding } = workerData as ReaderInput;
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const { sheets, ...rest } = await readTables(file, (rows) => say({ is: 'rows', ...rows }), encoding);
    say({
      is: 'read',
      ...rest,
      sheets: sheets.map(({ rows: _, ...sheet }) => sheet),
    });
  } catch (error) {
    if (error instanceof DomainError) say({ is: 'refused', code: error.code, params: error.params });
    // A sheet too wild for the parser (a text longer than a string may be): it cannot be read here.
    else say({ is: 'refused', code: error instanceof RangeError ? 'X04' : 'X01', params: {} });
  }
}

function say(message: ReaderMessage): void {
  parentPort?.postMessage(message);
}

await read();
