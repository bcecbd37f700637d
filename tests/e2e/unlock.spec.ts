import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { type FirstDay, startCommitteeByHand, unlockByHand } from './support/first-start';
import { expect, test } from './support/test';
import { wordsIn } from './support/words';

/** The door: passphrase, recovery sheet, the workspaces of a laptop, and the secrets that are changed inside. */

const senegal: FirstDay = {
  country: 'Sénégal',
  person: 'Awa Ndiaye',
  passphrase: 'mangue tampon rivière lundi velours',
};
const guinea: FirstDay = {
  country: 'Guinée',
  person: 'Mariama Bah',
  passphrase: 'cartable fenêtre orage palmier',
};

test.setTimeout(180_000);

async function lock(page: Page) {
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Ouvrir un espace' })).toBeVisible();
}

async function tryPassphrase(page: Page, passphrase: string) {
  await page.getByLabel('Phrase secrète').fill(passphrase);
  await page.keyboard.press('Enter');
}

test('a wrong passphrase is said, and makes one wait longer each time, also after a restart', async ({
  launch,
}) => {
  const first = await launch();
  const { page } = first;
  await startCommitteeByHand(page, senegal);
  await lock(page);

  await tryPassphrase(page, 'une phrase fausse');
  await expect(page.getByText('La phrase secrète n’ouvre pas cet espace.')).toBeVisible();
  await expect(page.getByLabel('Phrase secrète')).toHaveValue('');
  await tryPassphrase(page, 'une phrase fausse');
  await expect(page.getByLabel('Phrase secrète')).toHaveValue('');
  await tryPassphrase(page, 'une phrase fausse');
  await expect(page.getByText(/Trop d’essais\. Attendez [12] secondes/)).toBeVisible();
  await page.getByLabel('Phrase secrète').fill('une phrase fausse');
  const open = page.getByRole('button', { name: 'Ouvrir', exact: true });
  await expect(open).toBeDisabled();
  await expect(open).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Attendez [34] secondes/)).toBeVisible();
  await first.close();

  const second = await launch();
  await expect(second.page.getByLabel('Phrase secrète')).toBeFocused();
  // The four seconds may or may not be over by now; while they are not, the right passphrase waits as well.
  await expect(async () => {
    await second.page.getByLabel('Phrase secrète').fill(senegal.passphrase);
    await second.page.getByRole('button', { name: 'Ouvrir', exact: true }).click({ timeout: 1_000 });
    await expect(second.page.getByRole('heading', { name: 'Organisations' })).toBeVisible({ timeout: 5_000 });
  }).toPass();
});

test('the recovery sheet opens a workspace whose passphrase is forgotten, under a new one', async ({
  launch,
}) => {
  const { page } = await launch();
  const code = await startCommitteeByHand(page, senegal);
  await lock(page);
  await page.getByRole('button', { name: 'Phrase oubliée' }).click();
  const field = page.getByLabel('Six groupes, puis le contrôle');
  await expect(field).toBeFocused();
  await expectAccessible(page);

  const lastDigit = Number(code.at(-1));
  await field.fill(`${code.slice(0, -1)}${(lastDigit + 1) % 10}`);
  await page.getByLabel('Phrase secrète', { exact: true }).fill(guinea.passphrase);
  await page.getByLabel('Encore une fois').fill(guinea.passphrase);
  await expect(page.getByRole('button', { name: 'Rouvrir l’espace' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Un chiffre est mal recopié.')).toBeVisible();

  await field.fill(code.replaceAll(' ', '-'));
  await expect(field).toHaveValue(code.replaceAll(' ', '').replace(/(.{4})(?=.)/g, '$1 '));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Organisations' })).toBeVisible();

  await lock(page);
  await tryPassphrase(page, senegal.passphrase);
  await expect(page.getByText('La phrase secrète n’ouvre pas cet espace.')).toBeVisible();
  await unlockByHand(page, guinea);
  await expect(page.getByRole('heading', { name: 'Organisations' })).toBeVisible();
});

test('two workspaces live on one laptop: one switches, forgets one, and takes its folder back', async ({
  launch,
  folder,
}) => {
  const concertation = await launch();
  const { page } = concertation;
  await startCommitteeByHand(page, senegal);
  await page.getByRole('button', { name: /^Comité Sénégal/ }).click();
  await page.getByRole('menuitem', { name: 'Nouvel espace' }).click();
  await startCommitteeByHand(page, guinea);

  await page.getByRole('button', { name: /^Comité Guinée/ }).click();
  await page.getByRole('menuitem', { name: 'Comité Sénégal' }).click();
  await unlockByHand(page, senegal);
  await expect(page.getByRole('button', { name: /^Comité Sénégal/ })).toContainText('Awa Ndiaye');

  await lock(page);
  await page.getByRole('button', { name: 'Autres gestes pour Comité Guinée' }).click();
  await page.getByRole('menuitem', { name: /^Retirer de la liste/ }).click();
  await expect(page.getByRole('button', { name: /^Comité Guinée/ })).toBeHidden();
  const place = path.join(folder, 'Concertation', 'GN');
  expect(existsSync(path.join(place, 'workspace.db'))).toBe(true);

  await concertation.answerOpenDialog([place]);
  await page.getByRole('button', { name: 'Ajouter un dossier existant' }).click();
  await expect(page.getByText('jamais ouvert sur ce portable')).toBeVisible();
  await unlockByHand(page, guinea);
  await expect(page.getByRole('button', { name: /^Comité Guinée/ })).toContainText('Mariama Bah');
});

test('inside, one adds a person, hands the keyboard over, and changes the passphrase', async ({ launch }) => {
  const { page } = await launch();
  await startCommitteeByHand(page, senegal);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  await page.getByLabel('Nom', { exact: true }).fill('Karim Ben Salah');
  await page.getByRole('combobox', { name: 'Rôle' }).fill('Trésorier');
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'Karim Ben Salah' });
  await expect(line).toContainText('Trésorier');
  await line.getByRole('button').click();
  await expect(page.getByRole('button', { name: /^Comité Sénégal/ })).toContainText('Karim Ben Salah');

  await page.getByRole('button', { name: 'Changer la phrase secrète' }).click();
  await page.getByLabel('Phrase secrète actuelle').fill('une phrase fausse');
  await page.getByLabel('Nouvelle phrase secrète').fill(guinea.passphrase);
  await page.getByLabel('Encore une fois').fill(guinea.passphrase);
  await expect(page.getByRole('button', { name: 'Changer la phrase secrète' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByText('La phrase secrète n’est pas la bonne.')).toBeVisible();
  await page.getByLabel('Phrase secrète actuelle').fill(senegal.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Phrase changée')).toBeVisible();

  await lock(page);
  await unlockByHand(page, guinea);
  await expect(page.getByRole('heading', { name: 'Qui est au clavier' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Karim Ben Salah/ }).click();
  await expect(page.getByRole('heading', { name: 'Organisations' })).toBeVisible();
});

test('the language chosen at the door goes inside, and axe finds nothing at the door in any', async ({
  launch,
}) => {
  const { page, screenshot } = await launch();
  await startCommitteeByHand(page, senegal);
  await lock(page);
  for (const [language, name] of [
    ['fr', 'Français'],
    ['en', 'English'],
    ['ar', 'العربية'],
  ] as const) {
    const say = wordsIn(language);
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('heading', { name: say('workspace', 'opening.title') })).toBeVisible();
    await screenshot(`door-${language}`);
    await expectAccessible(page);
  }
  const say = wordsIn('ar');
  await page.getByLabel(say('workspace', 'passphrase.title')).fill(senegal.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: say('members', 'empty.title') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});
