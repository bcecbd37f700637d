import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { openCommittee, typed } from './support/committee';
import { expect, test } from './support/test';

/** What is made of the list of organisations: directory, invitation, labels. */

async function twoOrganisations(page: Page) {
  await openCommittee(page);
  const link = await typed(page, 'organisations', {
    name: 'Réseau Lien du Sud',
    acronym: 'RLS',
    country: 'TN',
    status: 'member',
    region: 'TN-61',
    themes: ['gender', 'children'],
    publicationConsent: true,
    locality: 'Sfax',
    address: '3 rue de Rome',
    email: 'contact@rls.tn',
  });
  const person = await typed(page, 'persons', { fullName: 'Amel Ben Salah', email: 'amel@rls.tn' });
  await typed(page, 'affiliations', {
    person,
    organisation: link,
    role: 'Coordinatrice',
    isMainContact: true,
  });
  await typed(page, 'organisations', {
    name: 'Terre d’accueil',
    acronym: 'TDA',
    country: 'TN',
    status: 'contacted',
    phone: '+21671845220',
  });
  await toList(page);
}

async function toList(page: Page) {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Organisations/ })
    .first()
    .click();
  await expect(page.getByRole('grid')).toContainText('TDA');
}

async function choose(page: Page, document: string) {
  await page.getByRole('button', { name: 'Documents' }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${document}`) }).click();
}

test('the directory of the list shows who agreed, in the language chosen, and says who is left out', async ({
  launch,
  folder,
}) => {
  const application = await launch();
  const { page, screenshot } = application;
  await twoOrganisations(page);
  await choose(page, 'Annuaire');
  const preview = page.getByRole('region', { name: 'Aperçu du document' });
  await expect(preview).toContainText('Réseau Lien du Sud');
  await expect(preview).not.toContainText('Terre d’accueil');
  await expect(page.getByText('1 organisation n’a pas encore répondu')).toBeVisible();
  await expect(page.getByText('2 organisations de la liste')).toBeVisible();
  await screenshot('directory');
  await expectAccessible(page);
  await page.getByText('العربية').click();
  await expect(preview.getByRole('heading', { name: 'دليل المنظمات' })).toBeVisible();

  const word = path.join(folder, 'annuaire.docx');
  await application.answerSaveDialog(word);
  await page.getByRole('button', { name: 'Word', exact: true }).click();
  await expect(page.getByText('annuaire.docx enregistré')).toBeVisible();
  expect(readFileSync(word).subarray(0, 2).toString()).toBe('PK');
});

test('an invitation is copied as text, as addresses and as a table, and printed to be signed', async ({
  launch,
}) => {
  const application = await launch();
  const { page, screenshot } = application;
  await twoOrganisations(page);
  await choose(page, 'Liste d’invitation');
  const grid = page.getByRole('grid', { name: 'Liste d’invitation' });
  await expect(grid).toContainText('Amel Ben Salah');
  await screenshot('invitation');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Copier les adresses' }).click();
  await expect(page.getByText('Copié\u202F: 1 adresse')).toBeVisible();
  expect(await application.clipboard()).toBe('amel@rls.tn');
  await page.getByRole('button', { name: 'Copier en texte' }).click();
  await expect(page.getByText('Copié\u202F: la liste en texte')).toBeVisible();
  expect(await application.clipboard()).toBe(
    'Réseau Lien du Sud (RLS) – Amel Ben Salah – Coordinatrice – amel@rls.tn\n' +
      'Terre d’accueil (TDA) – +216\u00A071\u00A0845\u00A0220',
  );
  await page.getByRole('button', { name: 'Copier en tableau' }).click();
  await expect(page.getByText('Copié\u202F: la liste en tableau')).toBeVisible();
  expect(await application.clipboard()).toContain('Organisation\tPersonne\tFonction\tCourriel\tTéléphone');

  await page.getByRole('tab', { name: /À joindre par téléphone/ }).click();
  await expect(grid).not.toContainText('Amel Ben Salah');
  await expect(grid).toContainText('TDA');
  await page.getByRole('button', { name: 'Feuille d’émargement' }).click();
  const preview = page.getByRole('region', { name: 'Aperçu du document' });
  await expect(preview.getByRole('columnheader', { name: 'Signature' })).toBeVisible();
});

test('labels begin at the first free one of the sheet, and the sheet is remembered', async ({
  launch,
  folder,
}) => {
  const application = await launch();
  const { page, screenshot } = application;
  await twoOrganisations(page);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 cochée')).toBeVisible();
  await page
    .getByRole('region', { name: 'Lignes cochées' })
    .getByRole('button', { name: 'Documents' })
    .click();
  await page.getByRole('menuitem', { name: /^Étiquettes/ }).click();
  await expect(page.getByText('1 organisation cochée')).toBeVisible();
  const first = page.getByRole('textbox', { name: 'Commencer à l’étiquette' });
  await first.fill('4');
  const preview = page.getByRole('region', { name: 'Aperçu du document' });
  await expect(preview.getByText('3 rue de Rome')).toBeVisible();
  await screenshot('labels');
  await expectAccessible(page);

  const pdf = path.join(folder, 'etiquettes.pdf');
  await application.answerSaveDialog(pdf);
  await page.getByRole('button', { name: 'PDF', exact: true }).click();
  await expect(page.getByText('etiquettes.pdf enregistré')).toBeVisible();
  const bytes = readFileSync(pdf).toString('latin1');
  expect(bytes.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  await toList(page);
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(/Aller/).fill('étiquettes');
  await expect(page.getByRole('button', { name: 'Étiquettes' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(first).toHaveValue('4');
});
