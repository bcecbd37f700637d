import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';

/** The packaged application with its hardened fuses: Playwright attaches through its own debugging port. */

const program = path.resolve('dist/linux-unpacked/concertation');
const passphrase = 'mangue tampon rivière lundi velours';

let folder: string;
let child: ChildProcess;
let browser: Browser;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concertation-packaged-'));
});

test.afterEach(async () => {
  await browser.close();
  child.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(): Promise<Page> {
  const words = ['--no-sandbox', '--remote-debugging-port=0', '--profile', path.join(folder, 'profile')];
  child = spawn(program, words, { env: { ...process.env, HOME: folder } });
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (text) => {
      const found = /DevTools listening on (ws:\S+)/.exec(String(text))?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The application ended with ${code}`)));
  });
  browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  if (!context) throw new Error('The application shows no window');
  return context.pages()[0] ?? context.waitForEvent('page');
}

test('the packaged application makes a workspace, locks, unlocks and lists the register', async () => {
  const page = await start();
  await expect(page.getByText('Français').first()).toBeVisible({ timeout: 30_000 });
  const listed = await page.evaluate(async (secret) => {
    const door = window.concertation;
    const created = await door.call('workspace.create', {
      language: 'fr',
      role: 'committee',
      code: 'SN',
      name: 'Comité Sénégal',
      country: 'SN',
      people: [{ name: 'Awa Ndiaye', role: 'secretary' }],
      passphrase: secret,
      folder: null,
    });
    if (!created.ok) return created.error.code;
    const values = { name: 'Maison des migrants', country: 'SN', status: 'member' };
    await door.call('records.create', { entity: 'organisations', values });
    await door.call('workspace.lock', {});
    const unlocked = await door.call('workspace.unlock', { id: created.value.id, passphrase: secret });
    if (!unlocked.ok) return unlocked.error.code;
    const counts = await door.call('members.counts', {});
    return counts.ok ? counts.value.organisations : counts.error.code;
  }, passphrase);
  expect(listed).toBe(1);
});
