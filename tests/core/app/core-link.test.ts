import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CoreLink, startCore } from '../../../main/app/core-link';
import type { Fault } from '../../../main/app/error-log';
import type { KnownFile } from '../../../main/app/handles';
import { topics } from '../../../main/core/contract/operation';
import type { CoreEvent } from '../../../main/core/contract/operations';
import type { CoreSettings } from '../../../main/core/settings';

/** A worker that speaks the core's protocol and dies, hangs or reports a bug when asked to. */
const misbehavingCore = `
const { parentPort, workerData } = require('node:worker_threads');
const files = [];
parentPort.on('message', (message) => {
  const answer = (value) => parentPort.postMessage({ type: 'answer', call: message.call, answer: { ok: true, value } });
  if (message.type === 'file') files.push(message);
  if (message.type === 'cancel') answer('cancelled');
  if (message.type === 'close') parentPort.postMessage({ type: 'closed' });
  if (message.type !== 'call') return;
  if (message.operation === 'die') process.exit(1);
  if (message.operation === 'throw') throw new TypeError('Mariama Bah');
  if (message.operation === 'hang') return;
  if (message.operation === 'block') for (;;);
  if (message.operation === 'bug') parentPort.postMessage({ type: 'bug', operation: 'bug', stack: 'Error\\n    at x' });
  if (message.operation === 'event') parentPort.postMessage({ type: 'event', event: { type: 'changed', topics: ['trust'] } });
  answer(message.operation === 'files' ? files : workerData.appVersion);
});
`;

const settings: CoreSettings = {
  profileFolder: 'profile',
  documentsFolder: 'documents',
  migrationsFolder: 'migrations',
  verifierScript: 'verifier',
  sheetReaderScript: 'sheet-reader',
  appVersion: '9.9.9',
  systemLanguage: 'fr',
  fixed: null,
  keyCost: 2,
};

let folder: string;
let core: CoreLink;
let events: CoreEvent[];
let faults: Fault[];
let known: KnownFile[];
let instant: number;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'concertation-core-link-'));
  const script = path.join(folder, 'worker.cjs');
  writeFileSync(script, misbehavingCore);
  events = [];
  faults = [];
  known = [];
  instant = 0;
  core = startCore({
    script,
    settings,
    knownFiles: () => known,
    onEvent: (event) => events.push(event),
    onFault: (fault) => faults.push(fault),
    clock: () => instant,
  });
});

afterEach(async () => {
  await core.close(1_000);
  rmSync(folder, { recursive: true, force: true });
});

const answered = (value: unknown) => ({ ok: true, value });
const unexpected = { ok: false, error: { code: 'X00', params: {} } };
const allChanged = { type: 'changed', topics };

describe('the link to the core', () => {
  it('answers each call with its own answer and passes events and bugs on', async () => {
    const [first, second] = await Promise.all([core.call('1', 'event', {}), core.call('2', 'bug', {})]);
    expect([first, second]).toEqual([answered('9.9.9'), answered('9.9.9')]);
    expect(events).toEqual([{ type: 'changed', topics: ['trust'] }]);
    expect(faults).toEqual([{ where: 'bug', error: 'Error\n    at x' }]);
  });

  it('answers X00 to all that was under way when the core dies, starts it anew and says all is changed', async () => {
    const hanging = core.call('1', 'hang', {});
    expect(await core.call('2', 'die', {})).toEqual(unexpected);
    expect(await hanging).toEqual(unexpected);
    expect(await core.call('3', 'work', {})).toEqual(answered('9.9.9'));
    expect(events).toEqual([allChanged]);
    expect(faults).toEqual([{ where: 'core worker ended during: hang die', error: null }]);
  });

  it('logs what the core died of', async () => {
    expect(await core.call('1', 'throw', {})).toEqual(unexpected);
    expect(faults[0]).toMatchObject({ where: 'core worker', error: { name: 'TypeError' } });
  });

  it('does not ask the pages to read again when that may be what kills the core', async () => {
    await core.call('1', 'die', {});
    instant = 9_000;
    await core.call('2', 'die', {});
    expect(events).toEqual([allChanged]);
    instant = 60_000;
    await core.call('3', 'die', {});
    expect(events).toEqual([allChanged, allChanged]);
  });

  it('tells the core of the files chosen, also the one that was started anew', async () => {
    const file: KnownFile = { handle: 'file-1', path: '/x/CI.colis', name: 'CI.colis', use: 'read' };
    known.push(file);
    core.makeKnown(file);
    const told = answered([{ type: 'file', handle: 'file-1', path: '/x/CI.colis', name: 'CI.colis' }]);
    expect(await core.call('1', 'files', {})).toEqual(told);
    await core.call('2', 'die', {});
    expect(await core.call('3', 'files', {})).toEqual(told);
  });

  it('cancels a call by its name and ignores the name of one that has ended', async () => {
    const hanging = core.call('1', 'hang', {});
    core.cancel('unknown');
    core.cancel('1');
    expect(await hanging).toEqual(answered('cancelled'));
  });

  it('answers X00 once it is closed, and does not wait for a core that hangs', async () => {
    const blocking = core.call('1', 'block', {});
    await core.close(200);
    expect(await blocking).toEqual(unexpected);
    expect(await core.call('2', 'work', {})).toEqual(unexpected);
    expect(events).toEqual([]);
  });
});
