import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readInWorker } from '../../../main/core/spreadsheets/reading/read-in-worker';
import { workbook } from '../../support/spreadsheets/files';

/** Reading in a worker: whatever becomes of it, the reading ends, and with one answer. */

const reader = resolve('node_modules/.cache/tests/sheet-reader.mjs');
const list = workbook({ Liste: Array.from({ length: 5_000 }, (_, n) => [`Association ${n}`, n]) });
const nothing = () => Promise.resolve();

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'concertation-')));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A reader that says one row and then does this. */
function readerThat(does: string): string {
  const path = join(folder, 'reader.mjs');
  const row = "{ is: 'rows', sheet: 0, name: '', state: 'visible', from: 0, rows: [['Nom']] }";
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads'; parentPort.postMessage(${row}); ${does}`,
  );
  return path;
}

it('gives every row on the way, each place once, and all of them at the end', async () => {
  const lengths: number[] = [];
  const { sheets } = await readInWorker(
    reader,
    { bytes: list, encoding: null },
    new AbortController().signal,
    async (_, soFar) => {
      lengths.push(soFar.rows.length);
    },
  );
  expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
  expect(lengths.length).toBeGreaterThan(10);
  expect(sheets[0]?.rows.length).toBe(5_000);
  expect(sheets[0]?.rows[4_999]).toEqual(['Association 4999', 4_999]);
});

it('ends when the user gives up while rows come', async () => {
  const giveUp = new AbortController();
  let seen = 0;
  const reading = readInWorker(reader, { bytes: list, encoding: null }, giveUp.signal, async () => {
    seen += 1;
    giveUp.abort();
  });
  // What was handed over before is taken or not; the answer is the same unless the file was read to its end by then.
  await expect(
    reading.then(
      () => 'read',
      (error: { code: string }) => error.code,
    ),
  ).resolves.toMatch(/^(read|cancelled)$/);
  expect(seen).toBeGreaterThan(0);
  const endless = new AbortController();
  await expect(
    readInWorker(
      readerThat('setInterval(() => {}, 1_000)'),
      { bytes: list, encoding: null },
      endless.signal,
      async () => endless.abort(),
    ),
  ).rejects.toMatchObject({ code: 'cancelled' });
});

it.each([
  ['ends without an answer', 'process.exit(0)'],
  ['falls over', "throw new Error('fallen')"],
  ['falls over later', "setTimeout(() => { throw new Error('fallen') }, 20)"],
])('refuses a file whose reader %s', async (_, does) => {
  const reading = readInWorker(
    readerThat(does),
    { bytes: list, encoding: null },
    new AbortController().signal,
    nothing,
  );
  await expect(reading).rejects.toMatchObject({ code: 'X04', params: { why: 'memory' } });
});

it.each([
  ['computes for ever', 'for (;;);'],
  ['says nothing more', 'setInterval(() => {}, 1_000)'],
  ['matches a pattern for ever', "/(a+)+b/.test('a'.repeat(60))"],
])('stops a reader that %s when patience is over', async (_, does) => {
  const { signal } = new AbortController();
  const reading = readInWorker(readerThat(does), { bytes: list, encoding: null }, signal, nothing, 400);
  await expect(reading).rejects.toMatchObject({ code: 'X04', params: { why: 'time' } });
});

it('passes on what goes wrong with the rows themselves', async () => {
  const reading = readInWorker(reader, { bytes: list, encoding: null }, new AbortController().signal, () =>
    Promise.reject(new Error('a bug')),
  );
  await expect(reading).rejects.toThrow('a bug');
});
