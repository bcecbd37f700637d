import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { copyRecoverySheetBack, unlockByHand } from './support/first-start';
import { expect, test } from './support/test';
import { type Words, wordsIn } from './support/words';

/** The first day: from an empty laptop to a protected workspace, as the people of the programme live it. */

const passphrase = 'mangue tampon rivière lundi velours';
const rootPassphrase = 'cartable fenêtre orage palmier';
const french = wordsIn('fr');

test.setTimeout(180_000);

function nextButton(page: Page, say: Words = french) {
  return page.getByRole('button', { name: say('workspace', 'firstStart.continue') });
}

async function chooseSpace(page: Page, say: Words, role: 'committee' | 'coordination', code: string) {
  await page.getByRole('radio', { name: say('workspace', `firstStart.space.${role}`) }).click();
  const field = role === 'committee' ? 'country' : 'organisation';
  await page.getByRole('combobox', { name: say('workspace', `firstStart.space.${field}`) }).click();
  await page.getByRole('option', { name: code }).click();
  // The options fade out above the page.
  await expect(page.getByRole('option')).toHaveCount(0);
}

async function typePassphraseTwice(page: Page, say: Words) {
  await page.getByLabel(say('workspace', 'passphrase.title'), { exact: true }).fill(passphrase);
  await page.getByLabel(say('workspace', 'passphrase.again')).fill(passphrase);
}

/** From the first question to the moment the workspace exists and shows its recovery sheet. */
async function createWorkspace(page: Page, role: 'committee' | 'coordination', code: string, person: string) {
  await nextButton(page).click();
  await chooseSpace(page, french, role, code);
  await nextButton(page).click();
  await page.getByLabel('Votre nom').fill(person);
  await nextButton(page).click();
  await typePassphraseTwice(page, french);
  await page.getByRole('button', { name: 'Créer l’espace chiffré' }).click();
  await expect(page.getByRole('region', { name: 'Feuille de secours' })).toBeVisible();
}

test('a committee sets its laptop up with the keyboard alone, and each step says what it waits for', async ({
  launch,
  folder,
}) => {
  const concertation = await launch();
  const { page } = concertation;
  const press = (key: string) => page.keyboard.press(key);

  await expect(page.getByRole('radio', { name: 'Français' })).toBeFocused();
  await press('Enter');
  await nextButton(page).focus();
  await press('Enter');

  await expect(page.getByText('choisissez comité ou coordination')).toBeVisible();
  await expect(nextButton(page)).toBeDisabled();
  await page.getByRole('radio', { name: /^Un comité national/ }).focus();
  await press('Space');
  await press('Tab');
  await press('Tab');
  await expect(page.getByRole('combobox', { name: 'Pays du comité' })).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('option', { name: 'Guinée' })).toBeVisible();
  await page.keyboard.type('Guin');
  await page.getByRole('option', { name: 'Guinée' }).click();
  await expect(page.getByLabel('Nom de l’espace')).toHaveValue('Comité Guinée');
  await page.getByLabel('Nom de l’espace').focus();
  await press('Enter');

  await expect(page.getByLabel('Votre nom')).toBeFocused();
  await expect(page.getByText('il manque un nom')).toBeVisible();
  await page.keyboard.type('Mariama Bah');
  await press('Enter');

  const secret = page.getByLabel('Phrase secrète', { exact: true });
  await expect(secret).toBeFocused();
  await page.keyboard.type('Guinée');
  await expect(page.getByText('Trop courte')).toBeVisible();
  await secret.fill('concertation');
  await expect(page.getByText('Se devine')).toBeVisible();
  await secret.fill(passphrase);
  await expect(page.getByText('Très solide')).toBeVisible();
  await press('Tab');
  await press('Tab');
  await page.getByLabel('Encore une fois').fill('mangue tampon rivière mardi');
  await expect(page.getByText('Les deux phrases diffèrent.')).toBeVisible();
  await expect(page.getByText('retapez la même phrase')).toBeVisible();
  await page.getByLabel('Encore une fois').fill(passphrase);
  await press('Enter');

  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeFocused();
  await expect(page.getByText('encore 8 chiffres')).toBeVisible();
  const asked = page.getByLabel(/^Groupe \d$/).first();
  await asked.fill('0000');
  await expect(page.getByText('Ce groupe n’est pas celui de la feuille.')).toBeVisible();
  const pdf = path.join(folder, 'feuille-de-secours.pdf');
  await concertation.answerSaveDialog(pdf);
  await page.getByRole('button', { name: 'PDF sur une clé USB' }).click();
  await expect(page.getByText(/enregistrée, \d\d:\d\d/)).toBeVisible();
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  await copyRecoverySheetBack(page);
  await press('Enter');

  await expect(page.getByRole('heading', { name: 'Le programme est déjà là' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Aller au registre' })).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Votre registre commence ici' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Comité Guinée/ })).toContainText('Mariama Bah');
  expect(existsSync(path.join(folder, 'Concertation', 'GN', 'workspace.db'))).toBe(true);
});

test('the lead coordination writes its root key to a file, and has it only once it was read back', async ({
  launch,
  folder,
}) => {
  const concertation = await launch();
  const { page } = concertation;
  await createWorkspace(page, 'coordination', 'FORIM', 'Claire Adjovi');
  await copyRecoverySheetBack(page);
  await nextButton(page).click();

  await expect(page.getByRole('heading', { name: 'La clé racine du programme' })).toBeVisible();
  const rootFile = path.join(folder, 'cle-racine.age');
  await page.getByLabel('Phrase de la clé racine', { exact: true }).fill(rootPassphrase);
  await page.getByLabel('Encore une fois').fill(rootPassphrase);
  await concertation.answerSaveDialog(rootFile);
  await page.getByRole('button', { name: 'Écrire la clé racine' }).click();

  const check = page.getByRole('button', { name: 'Vérifier et créer le registre' });
  await expect(check).toBeDisabled();
  expect(readFileSync(rootFile, 'utf8')).toContain('BEGIN AGE ENCRYPTED FILE');
  await expectAccessible(page);

  const foreign = path.join(folder, 'autre.age');
  writeFileSync(foreign, 'Bonjour');
  await concertation.answerOpenDialog([foreign]);
  await page.getByRole('button', { name: 'Choisir le fichier' }).click();
  await page.getByLabel('Phrase de la clé racine').fill(rootPassphrase);
  await check.click();
  await expect(page.getByText('Ce fichier n’est pas la clé racine qui vient d’être écrite')).toBeVisible();

  await concertation.answerOpenDialog([rootFile]);
  await page.getByRole('button', { name: 'Choisir le fichier' }).click();
  await page.getByLabel('Phrase de la clé racine').fill('une autre phrase tout à fait');
  await check.click();
  await expect(page.getByText('La phrase secrète n’est pas la bonne.')).toBeVisible();
  await expect(page.getByText('cle-racine.age')).toBeVisible();

  await page.getByLabel('Phrase de la clé racine').fill(rootPassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Le programme est déjà là' })).toBeVisible();
  await page.getByRole('button', { name: 'Commencer' }).click();
  await expect(page.getByRole('button', { name: /^Coordination/ })).toContainText('Claire Adjovi');
  await expect(page.getByText('La clé racine du programme n’est pas encore prête')).toBeHidden();
});

test('who closes the window before copying the sheet back is asked for a new sheet until it is confirmed', async ({
  launch,
}) => {
  const first = await launch();
  await createWorkspace(first.page, 'committee', 'Sénégal', 'Awa Ndiaye');
  await first.close();

  const { page } = await launch();
  await unlockByHand(page, { passphrase });
  const notice = page.getByText('La feuille de secours n’a pas été confirmée');
  await expect(notice).toBeVisible();
  await page.getByRole('link', { name: 'Faire une nouvelle feuille' }).click();
  await page.getByRole('button', { name: 'Nouvelle feuille de secours' }).click();
  await page.getByLabel('Phrase secrète actuelle').fill(passphrase);
  await page.keyboard.press('Enter');
  await copyRecoverySheetBack(page);
  await page.getByRole('button', { name: 'Confirmer la feuille' }).click();
  await expect(page.getByText('Feuille confirmée')).toBeVisible();
  await expect(notice).toBeHidden();
});

test('a coordination that puts its root key off is reminded of it, and finds it again', async ({
  launch,
}) => {
  const first = await launch();
  await createWorkspace(first.page, 'coordination', 'FORIM', 'Claire Adjovi');
  await copyRecoverySheetBack(first.page);
  await nextButton(first.page).click();
  await first.page.getByRole('button', { name: 'Plus tard' }).click();
  await expect(first.page.getByText('La clé racine du programme n’est pas encore prête')).toBeVisible();
  await first.close();

  const { page } = await launch();
  await unlockByHand(page, { passphrase });
  await page.getByRole('link', { name: 'Préparer la clé racine' }).click();
  await expect(page.getByLabel('Phrase de la clé racine', { exact: true })).toBeVisible();
});

for (const [language, name, country] of [
  ['fr', 'Français', 'Maroc'],
  ['en', 'English', 'Morocco'],
  ['ar', 'العربية', 'المغرب'],
] as const) {
  test(`axe finds nothing on any step of the first start in ${name}`, async ({ launch }) => {
    const { page, screenshot } = await launch();
    const say = wordsIn(language);
    const next = nextButton(page, say);
    await page.getByRole('radio', { name }).click();
    await expect(
      page.getByRole('heading', { name: say('workspace', 'firstStart.language.title') }),
    ).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
    await expectAccessible(page);
    await next.click();
    await chooseSpace(page, say, 'committee', country);
    await expectAccessible(page);
    await next.click();
    await page.getByLabel(say('workspace', 'firstStart.people.you')).fill('Salma Trabelsi');
    await page.getByRole('button', { name: say('workspace', 'firstStart.people.another') }).click();
    await expectAccessible(page);
    await next.click();
    await typePassphraseTwice(page, say);
    await page.getByRole('button', { name: say('workspace', 'firstStart.protection.create') }).click();
    await copyRecoverySheetBack(page, say);
    await screenshot(`first-start-protection-${language}`);
    await expectAccessible(page);
    await next.click();
    await expect(
      page.getByRole('heading', { name: say('workspace', 'firstStart.reference.title') }),
    ).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: say('workspace', 'firstStart.reference.toRegister') }).click();
    await expect(page.getByRole('heading', { name: say('members', 'empty.title') })).toBeVisible();
    await screenshot(`empty-register-${language}`);
    await expectAccessible(page);
  });
}
