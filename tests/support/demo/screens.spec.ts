import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { type Concertation, launchConcertation, root } from '../../e2e/support/launch';

/**
 * `npm run demo` on a machine without a display: opens the application on what the demo made, once as a committee
 * and once as the coordination, goes through every page of the navigation and keeps a picture of each.
 */

const output = path.join(root, 'demo-output');
const summarySchema = z.object({
  workspaces: z.array(
    z.object({
      path: z.string(),
      role: z.enum(['committee', 'coordination']),
      code: z.string(),
      passphrase: z.string(),
      profile: z.string(),
    }),
  ),
});
const summary = summarySchema.parse(JSON.parse(readFileSync(path.join(output, 'summary.json'), 'utf8')));

for (const role of ['coordination', 'committee'] as const) {
  test(`the pages of the ${role}`, async () => {
    const workspace = summary.workspaces.find((candidate) => candidate.role === role);
    if (workspace === undefined) throw new Error(`The demo made no workspace of a ${role}.`);
    const concertation = await launchConcertation({ profile: path.join(root, workspace.profile) });
    try {
      await keepPicture(concertation.page, `${role}-0-locked`);
      await enter(concertation, workspace.passphrase);
      await visitEveryPage(concertation.page, role);
      await visitMore[role](concertation.page);
    } finally {
      await concertation.close();
    }
  });
}

/** What no link of the navigation leads to: the review of the report that waits, and one sheet. */
const visitMore = {
  coordination: async (page: Page) => {
    await page.locator('nav a[href="/board"]').click();
    await page.getByRole('grid').first().getByText('Reçu', { exact: true }).first().dblclick();
    await expect(page.getByRole('heading', { name: 'Votre décision' })).toBeVisible();
    await keepPicture(page, 'coordination-review');
  },
  committee: async (page: Page) => {
    await page.locator('nav a[href="/organisations"]').click();
    await page.getByRole('grid').getByRole('row').nth(3).dblclick();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await keepPicture(page, 'committee-sheet');
  },
} as const;

/** Unlocks the one workspace of the profile, in the name of the first of its people. */
async function enter({ page, call }: Concertation, passphrase: string): Promise<void> {
  const known = await answerOf(call('workspace.known', {}), z.array(z.object({ id: z.string() })).min(1));
  await answerOf(call('workspace.unlock', { id: known[0]?.id ?? '', passphrase }), z.unknown());
  const people = z.object({ people: z.array(z.object({ id: z.string() })).min(1) });
  const state = await answerOf(call('workspace.state', {}), people);
  await answerOf(call('workspace.identify', { person: state.people[0]?.id ?? '' }), z.unknown());
  await expect(page.getByRole('navigation').getByRole('link').first()).toBeVisible();
}

async function answerOf<T>(answer: Promise<unknown>, schema: z.ZodType<T>): Promise<T> {
  return z.object({ ok: z.literal(true), value: schema }).parse(await answer).value as T;
}

async function visitEveryPage(page: Page, role: string): Promise<void> {
  const links = await page.getByRole('navigation').getByRole('link').all();
  for (const [index, link] of links.entries()) {
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    const name = (await link.innerText()).split('\n')[0] ?? '';
    await keepPicture(page, `${role}-${index + 1}-${asFileName(name)}`);
  }
}

/** Takes the picture when the page has come to rest: two in a row are the same. */
async function keepPicture(page: Page, name: string): Promise<void> {
  let before = await page.screenshot();
  await expect
    .poll(async () => {
      const now = await page.screenshot({ path: path.join(output, 'screens', `${name}.png`) });
      const isAtRest = now.equals(before);
      before = now;
      return isAtRest;
    })
    .toBe(true);
}

function asFileName(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{Mn}/gu, '');
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
