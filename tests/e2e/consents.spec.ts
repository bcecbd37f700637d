import { expectAccessible } from './support/accessibility';
import { openCommittee, typed } from './support/committee';
import { expect, test } from './support/test';

/** Consents are looked through, noted for several persons at once, and asked on paper. */

test('answers of several persons are noted in one gesture; forms are made to be signed', async ({
  launch,
}) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  const amel = await typed(page, 'persons', { fullName: 'Amel Ben Salah' });
  await typed(page, 'persons', { fullName: 'Brahim Diop' });
  await typed(page, 'consents', {
    person: amel,
    purpose: 'photo',
    givenOn: '2024-01-01',
    expiresOn: '2025-01-01',
    manner: 'written',
  });
  await page.getByRole('navigation').getByRole('link', { name: 'Consentements' }).click();
  const grid = page.getByRole('grid', { name: 'Consentements' });
  await expect(grid).toContainText('Brahim Diop');
  await expect(grid).toContainText('expiré le 01/01/2025');
  await screenshot('consents');
  await expectAccessible(page);

  await grid.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  const bar = page.getByRole('region', { name: 'Lignes cochées' });
  await expect(bar).toContainText('2 cochées');
  await bar.getByRole('button', { name: 'Noter des réponses' }).click();
  const form = page.getByRole('form', { name: 'Noter des réponses' });
  await form.getByRole('checkbox', { name: 'Figurer dans l’annuaire' }).check();
  await form.getByRole('textbox', { name: 'Preuve' }).fill('classeur 3');
  await screenshot('consents-answers');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Noter', exact: true }).click();
  await expect(page.getByText('2 réponses notées')).toBeVisible();
  await expect(grid.getByText(/^depuis le/)).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(grid.getByText(/^depuis le/)).toHaveCount(0);

  await bar.getByRole('button', { name: 'Formulaires à signer' }).click();
  const preview = page.getByRole('region', { name: 'Aperçu du document' });
  await expect(preview.getByRole('heading', { name: 'Brahim Diop' })).toBeVisible();
  await screenshot('consent-form');
  await expectAccessible(page);
});
