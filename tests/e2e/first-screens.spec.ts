import { expectAccessible } from './support/accessibility';
import { ask, openCommittee } from './support/committee';
import { expect, test } from './support/test';

/** The first screens a person meets, in the real window. */

test('a laptop without workspace asks for the language first, and axe finds nothing', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await expect(page.getByText('Français').first()).toBeVisible();
  await screenshot('first-start');
  await expectAccessible(page);
});

test('a new register teaches how to begin, and keeps the organisation that is typed', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  await page.getByRole('button', { name: 'Nouvelle organisation' }).first().click();
  await page.getByLabel('Nom officiel').first().fill('Association Nour, accueil et orientation');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Association Nour, accueil et orientation').first()).toBeVisible();
  await screenshot('organisation-sheet');
  const counts = await ask(page, 'members.counts', {});
  expect(counts.organisations).toBe(1);
});
