import type { Page } from '@playwright/test';
import type { Answer } from '../../main/core/contract/operations';
import { expectAccessible } from './support/accessibility';
import { expect, test } from './support/test';

/** The first screens a person meets, in the real window. */

const passphrase = 'mangue tampon rivière lundi velours';

async function answered<T>(answer: Promise<Answer<T>>): Promise<T> {
  const given = await answer;
  if (!given.ok) throw new Error(given.error.code);
  return given.value;
}

/** Makes a committee's workspace through the page's own door. */
async function makeCommittee(page: Page): Promise<void> {
  const created = await answered(
    page.evaluate(
      (secret) =>
        window.concertation.call('workspace.create', {
          language: 'fr',
          role: 'committee',
          code: 'TN',
          name: 'Comité Tunisie',
          country: 'TN',
          people: [{ name: 'Salma Trabelsi', role: 'secretary' }],
          passphrase: secret,
          folder: null,
        }),
      passphrase,
    ),
  );
  const groups = [1, 4].map((index) => ({ index, digits: created.recoveryGroups[index] ?? '' }));
  await answered(
    page.evaluate(
      (asked) => window.concertation.call('workspace.confirmRecovery', { groups: asked }),
      groups,
    ),
  );
  await page.reload();
}

test('a laptop without workspace asks for the language first, and axe finds nothing', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await expect(page.getByText('Français').first()).toBeVisible();
  await screenshot('first-start');
  await expectAccessible(page);
});

test('a new register teaches how to begin, and keeps the organisation that is typed', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await makeCommittee(page);
  await page.getByRole('button', { name: 'Nouvelle organisation' }).first().click();
  await page.getByLabel('Nom officiel').first().fill('Association Nour, accueil et orientation');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Association Nour, accueil et orientation').first()).toBeVisible();
  await screenshot('organisation-sheet');
  const counts = await answered(page.evaluate(() => window.concertation.call('members.counts', {})));
  expect(counts.organisations).toBe(1);
});
