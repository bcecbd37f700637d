import { expectAccessible } from './support/accessibility';
import { openCommittee } from './support/committee';
import { expect, test } from './support/test';

/** The user guide, from F1 or the foot of the navigation. */

test('F1 opens the guide, which is searched and read without a mouse', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await openCommittee(page, 'fr');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { name: 'Premier démarrage' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Premier démarrage' })).toHaveAttribute('aria-current', 'page');
  await screenshot('guide');
  await expectAccessible(page);

  await page.getByLabel('Chercher dans le guide').fill('feuille SECOURS oubliee');
  const found = page.getByRole('navigation', { name: 'Pages du guide' }).getByRole('link');
  await expect(found.first()).toBeVisible();
  await expect(found.filter({ hasText: 'Le registre' })).toHaveCount(0);
  await page.getByLabel('Chercher dans le guide').fill('vecteur');
  await expect(found).toHaveCount(1);
  await found.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByText('66847 90639 36740 69401 49821')).toBeVisible();
});

test('the guide stays from left to right in an Arabic window', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await openCommittee(page, 'ar');
  await page.getByRole('link', { name: 'الدليل' }).click();
  await expect(page.getByRole('article')).toHaveCSS('direction', 'ltr');
  await expect(page.locator('html')).toHaveCSS('direction', 'rtl');
  await screenshot('guide-ar');
  await expectAccessible(page);
});
