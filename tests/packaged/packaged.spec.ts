import { existsSync } from 'node:fs';
import path from 'node:path';
import { startCommitteeByHand, unlockByHand } from '../e2e/support/first-start';
import { expect, test } from '../e2e/support/test';
import { type Packaged, runPackaged, startPackaged } from './support';

/** The application as users receive it: sealed archive, hardened fuses, its own native addon. */

const day = {
  country: 'Sénégal',
  person: 'Awa Ndiaye',
  passphrase: 'mangue tampon rivière lundi velours',
};
const organisation = 'Maison des migrants de Thiès';

let running: Packaged | null = null;

test.afterEach(async () => {
  await running?.end();
  running = null;
});

test('it starts, makes a workspace, and after a restart unlocks it and lists what was recorded', async ({
  folder,
}) => {
  running = await startPackaged(folder);
  await startCommitteeByHand(running.page, day);
  await running.page.getByRole('button', { name: 'Nouvelle organisation' }).first().click();
  await running.page.getByLabel('Nom officiel').first().fill(organisation);
  await running.page.keyboard.press('Enter');
  await expect(running.page.getByText(organisation).first()).toBeVisible();
  await running.end();

  running = await startPackaged(folder);
  await unlockByHand(running.page, day);
  await expect(running.page.getByRole('heading', { name: 'Organisations' })).toBeVisible();
  await expect(running.page.getByRole('row', { name: new RegExp(organisation) })).toBeVisible();
});

test('its page is served from the sealed archive under the strict policy, without developer tools', async ({
  folder,
}) => {
  running = await startPackaged(folder);
  const { page } = running;
  expect(page.url()).toMatch(/^app:\/\/concertation\/index\.html/);
  const answer = await page.reload();
  expect(await answer?.headerValue('content-security-policy')).toContain("default-src 'none'");
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
});

test('it runs the command-line tool without a window, and writes no profile for it', async ({ folder }) => {
  const { code, stdout } = await runPackaged(['--tool', '--help'], folder, { DISPLAY: '' });
  expect(code).toBe(0);
  expect(stdout).toContain('package verify');
  expect(existsSync(path.join(folder, 'config', 'Concertation'))).toBe(false);
});

test('it cannot be turned into a plain Node', async ({ folder }) => {
  const { stdout } = await runPackaged(['--tool', '--help', '-e', 'console.log("plain" + "Node")'], folder, {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: `--require ${path.join(folder, 'missing.js')}`,
  });
  expect(stdout).toContain('package verify');
  expect(stdout).not.toContain('plainNode');
});
