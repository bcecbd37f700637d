import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './support/accessibility';
import { openCommittee, typed } from './support/committee';
import { expect, test } from './support/test';

/** A document is looked at before it leaves, and leaves as PDF or Word. */

test('the sheet of an organisation is previewed, and saved as PDF and as Word', async ({
  launch,
  folder,
}) => {
  const application = await launch();
  const { page, screenshot } = application;
  await openCommittee(page);
  const organisation = await typed(page, 'organisations', {
    name: 'Réseau Lien du Sud',
    acronym: 'RLS',
    country: 'TN',
    status: 'member',
    region: 'TN-61',
    themes: ['gender', 'children'],
  });
  await typed(page, 'needs', { organisation, domain: 'organisational_management', level: 2 });
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Organisations/ })
    .click();
  await page.getByRole('grid').getByText('RLS').dblclick();
  await page.getByRole('button', { name: 'Autres gestes' }).click();
  await page.getByRole('menuitem', { name: 'Fiche en PDF ou Word' }).click();

  const preview = page.getByRole('region', { name: 'Aperçu du document' });
  await expect(preview.getByRole('heading', { name: 'Réseau Lien du Sud' })).toBeVisible();
  await expect(preview).toContainText('Besoin marqué');
  await screenshot('organisation-document');
  await expectAccessible(page);

  const pdf = path.join(folder, 'fiche.pdf');
  await application.answerSaveDialog(pdf);
  await page.getByRole('button', { name: 'PDF', exact: true }).click();
  await expect(page.getByText('fiche.pdf enregistré')).toBeVisible();
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');

  const word = path.join(folder, 'fiche.docx');
  await application.answerSaveDialog(word);
  await page.getByRole('button', { name: 'Word', exact: true }).click();
  await expect(page.getByText('fiche.docx enregistré')).toBeVisible();
  expect(existsSync(word)).toBe(true);
  expect(readFileSync(word).subarray(0, 2).toString()).toBe('PK');
});
