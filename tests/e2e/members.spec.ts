import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { type FirstDay, startCommitteeByHand, unlockByHand } from './support/first-start';
import { expect, test } from './support/test';
import { wordsIn } from './support/words';

/** The register, used as a secretary does: typing, finding, correcting, taking back. */

const day: FirstDay = {
  country: 'Tunisie',
  person: 'Salma Trabelsi',
  passphrase: 'mangue tampon rivière lundi velours',
};
const nour = 'Association Nour, accueil et orientation';

test.setTimeout(180_000);

interface Typed {
  readonly name: string;
  readonly nameArabic?: string;
  readonly acronym?: string;
}

/** Types a new organisation on its page; the sheet opens. */
async function typeOrganisation(page: Page, { name, nameArabic = '', acronym = '' }: Typed) {
  await page.getByRole('button', { name: 'Nouvelle organisation' }).first().click();
  await page.getByLabel('Nom officiel').fill(name);
  await page.getByLabel('Nom en arabe').fill(nameArabic);
  await page.getByLabel('Sigle').fill(acronym);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function toList(page: Page, name: 'Organisations' | 'Personnes') {
  await page.getByRole('navigation').getByRole('link', { name }).first().click();
  await expect(page.getByRole('grid', { name })).toBeFocused();
}

/** The rows of the list, without the heads. */
function rows(page: Page): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('gridcell') });
}

function statusBar(page: Page): Locator {
  return page.getByRole('contentinfo').getByRole('status');
}

test('a sheet is typed, corrected in place, read in its history, thrown away and taken back', async ({
  launch,
}) => {
  const { page } = await launch();
  await startCommitteeByHand(page, day);
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('Nom officiel')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ce champ ne peut pas rester vide.')).toBeVisible();
  await page.getByLabel('Nom officiel').fill(nour);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: nour })).toBeVisible();

  const phone = page.getByRole('textbox', { name: 'Téléphone', exact: true });
  await phone.fill('soixante-quinze');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Un numéro s’écrit avec des chiffres')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(phone).toHaveValue('');
  await phone.fill('+216 75 612 209');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('complementary').getByRole('insertion')).toHaveText('+216 75 612 209');
  const founded = page.getByRole('textbox', { name: 'Créée en' });
  await founded.fill('2011');
  await page.keyboard.press('Control+s');
  await founded.fill('2012');
  await page.keyboard.press('Enter');
  const history = page.getByRole('complementary').getByRole('listitem');
  await expect(history.first()).toContainText('2012');

  await founded.press('Alt+h');
  await expect(page.getByRole('heading', { name: 'Historique : Créée en' })).toBeVisible();
  await expect(history).toHaveCount(3);
  await expect(history.nth(0)).toContainText(/2011.*2012/);
  await expect(history.nth(2)).toContainText('Fiche créée');

  await page.getByRole('main').focus();
  await page.keyboard.press('Control+z');
  await expect(founded).toHaveValue('2011');

  await page.getByRole('button', { name: 'Autres gestes' }).click();
  await page.getByRole('menuitem', { name: 'Corbeille' }).click();
  await expect(statusBar(page)).toHaveText('1 fiche à la corbeille');
  await page.getByRole('tab', { name: /^Corbeille/ }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Rien dans cette vue.')).toBeVisible();
  await page.getByRole('tab', { name: /^Toutes/ }).click();
  await expect(rows(page)).toHaveText(new RegExp(nour));
});

test('what was done before the workspace was locked is not taken back by a stray Ctrl+Z', async ({
  launch,
}) => {
  const first = await launch();
  await startCommitteeByHand(first.page, day);
  await typeOrganisation(first.page, { name: nour });
  await expect(first.page.getByRole('button', { name: `Annuler la création de « ${nour} »` })).toBeVisible();
  await first.close();

  const { page } = await launch();
  await unlockByHand(page, day);
  await expect(page.getByRole('button', { name: 'Rien à annuler' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(statusBar(page)).toHaveText('Il n’y a rien à annuler depuis l’ouverture de l’espace.');
  await expect(rows(page)).toHaveCount(1);
});

test('a list is searched without accents and in Arabic, filtered, and walked through by the keyboard', async ({
  launch,
}) => {
  const { page } = await launch();
  await startCommitteeByHand(page, day);
  await typeOrganisation(page, { name: 'Étoile de Médenine', nameArabic: 'نجمة مدنين', acronym: 'EM' });
  await page.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'Association', exact: true }).click();
  await toList(page, 'Organisations');
  await typeOrganisation(page, {
    name: 'Ligue de l’hospitalité',
    nameArabic: 'رابطة الضيافة',
    acronym: 'LH',
  });
  await toList(page, 'Organisations');
  await typeOrganisation(page, { name: 'Réseau du Sud', acronym: 'RS' });
  await toList(page, 'Organisations');
  await expect(rows(page)).toHaveCount(3);

  const search = page.getByRole('textbox', { name: 'Chercher dans la liste' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  for (const [typed, found] of [
    ['etoile', 'Étoile de Médenine'],
    ['HOSPITALITE', 'Ligue de l’hospitalité'],
    ['الضيافة', 'Ligue de l’hospitalité'],
    ['نجمه', 'Étoile de Médenine'],
  ] as const) {
    await search.fill(typed);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText(found);
  }
  await search.fill('zzz');
  await expect(page.getByText('Aucune ligne ne correspond à cette recherche.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(3);

  await page.getByRole('button', { name: 'Filtrer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Type', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Association', exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Retirer le filtre Type' }).click();
  await expect(rows(page)).toHaveCount(3);

  await page.getByRole('button', { name: /^Colonnes/ }).click();
  await page.getByRole('checkbox', { name: 'Localité', exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Localité', exact: true })).toBeVisible();

  const grid = page.getByRole('grid', { name: 'Organisations' });
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('region', { name: 'Lignes cochées' })).toContainText('2 cochées');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Lignes cochées' })).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ligue de l’hospitalité' })).toBeVisible();
  await expect(page.getByText('2 sur 3')).toBeVisible();
  await page.keyboard.press('Control+ArrowDown');
  await expect(page.getByRole('heading', { level: 1, name: 'Réseau du Sud' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid).toBeFocused();
  await expect(page.locator('[role=row][data-cursor]')).toContainText('Réseau du Sud');

  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Réseau du Sud' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  // A page that arrives behind it does not take the keyboard.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid).toBeAttached();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('medenine');
  await expect(page.getByRole('dialog').getByText('Étoile de Médenine')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Étoile de Médenine' })).toBeVisible();
  await page.keyboard.press('Shift+?');
  const shortcuts = page.getByRole('dialog', { name: 'Raccourcis clavier' });
  await expect(shortcuts).toContainText('fiche suivante');
  await page.keyboard.press('Escape');
  await expect(shortcuts).toBeHidden();
});

test('what leaves of a person follows the consent, as the page says', async ({ launch }) => {
  const { page } = await launch();
  await startCommitteeByHand(page, day);
  await typeOrganisation(page, { name: nour });
  await page.getByRole('button', { name: 'Personne', exact: true }).click();
  await page.getByLabel('Nom', { exact: true }).fill('Ines Gharbi');
  await page.getByLabel('Fonction', { exact: true }).fill('Directrice');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Ines Gharbi' }).click();
  const leaves = page.getByRole('complementary');
  await expect(leaves).toContainText('Part en nombre, sans nom.');
  await expect(page.getByRole('main')).toContainText(nour);

  const purpose = page.getByRole('row').filter({ hasText: 'Transmettre à la coordination régionale' });
  await purpose.getByRole('button', { name: 'Noter l’accord' }).click();
  await page.getByLabel('Donné le').fill('31/02/2026');
  await expect(page.getByText('Une date s’écrit jj/mm/aaaa.')).toBeVisible();
  await page.getByLabel('Donné le').fill('14/8/2026');
  await page.locator('form').getByRole('button', { name: 'Noter l’accord' }).click();
  await expect(purpose).toContainText('depuis le 14/08/2026');
  await expect(leaves).toContainText('Part avec son nom.');

  await page.getByRole('combobox', { name: 'Fiche confidentielle' }).click();
  await page.getByRole('option', { name: 'Oui' }).click();
  await expect(leaves).toContainText('le nom ne part jamais, même avec un consentement');
  await page.getByRole('combobox', { name: 'Fiche confidentielle' }).click();
  await page.getByRole('option', { name: 'Non' }).click();
  await expect(leaves).toContainText('Part avec son nom.');

  await purpose.getByRole('button', { name: 'Noter le retrait' }).click();
  await expect(purpose).toContainText('retiré le');
  await expect(leaves).toContainText('Part en nombre, sans nom.');

  await toList(page, 'Personnes');
  await expect(rows(page)).toContainText('à recueillir');
  await expect(page.getByText('1 sans consentement pour la région')).toBeVisible();
});

test('needs are noted, the sheet says what is missing, and list and sheet go onto paper', async ({
  launch,
  folder,
}) => {
  const concertation = await launch();
  const { page } = concertation;
  await startCommitteeByHand(page, day);
  await typeOrganisation(page, { name: nour, acronym: 'ANAO' });
  await page.getByRole('button', { name: 'Besoin', exact: true }).click();
  await page.getByRole('combobox', { name: 'Domaine' }).fill('Plaid');
  await page.getByRole('option').first().click();
  await page.getByRole('combobox', { name: 'Niveau du besoin' }).click();
  await page.getByRole('option').last().click();
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Retirer le besoin Plaidoyer/ })).toBeAttached();

  const missing = page.getByRole('complementary').getByRole('button', { name: /^Type/ });
  await missing.click();
  await expect(page.getByRole('combobox', { name: 'Type' })).toBeFocused();
  await page.getByRole('option', { name: 'Association', exact: true }).click();
  await expect(missing).toBeHidden();

  await page.getByRole('button', { name: 'Marquer vérifiée' }).click();
  await expect(page.getByRole('complementary')).toContainText('à revoir avant le');

  await toList(page, 'Organisations');
  await expect(rows(page)).toContainText('Plaidoyer');
  const pdf = path.join(folder, 'organisations.pdf');
  await concertation.answerSaveDialog(pdf);
  await page.getByRole('button', { name: 'Imprimer, exporter' }).click();
  await page.getByRole('menuitem', { name: 'Enregistrer en PDF' }).click();
  await expect(statusBar(page)).toHaveText('PDF enregistré : organisations.pdf');
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a long list goes to its end and back, and opens the row at the cursor wherever one scrolled', async ({
  launch,
}) => {
  const { page, call } = await launch();
  await startCommitteeByHand(page, day);
  for (let number = 1; number <= 250; number += 1) {
    const acronym = `R${String(number).padStart(3, '0')}`;
    const values = { name: `Réseau ${number}`, acronym, country: 'TN', status: 'identified' };
    await call('records.create', { entity: 'organisations', values });
  }
  await expect(page.getByText('250 organisations')).toBeVisible();
  await page.getByRole('grid', { name: 'Organisations' }).focus();
  await page.keyboard.press('End');
  const cursor = page.locator('[role=row][data-cursor]');
  await expect(cursor).toContainText('R250');
  await expect(cursor).toBeInViewport();

  await rows(page).first().hover();
  await page.mouse.wheel(0, -100_000);
  await expect(rows(page).first()).toContainText('R001');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Réseau 250' })).toBeVisible();
  await expect(page.getByText('250 sur 250')).toBeVisible();
});

test('axe finds nothing in the register and the settings, in French, English and Arabic', async ({
  launch,
}) => {
  const { page, screenshot } = await launch();
  await startCommitteeByHand(page, day);
  await typeOrganisation(page, { name: nour, nameArabic: 'جمعية نور للاستقبال والتوجيه', acronym: 'ANAO' });
  await page.getByRole('button', { name: 'Personne', exact: true }).click();
  await page.getByLabel('Nom', { exact: true }).fill('Ines Gharbi');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Ines Gharbi' })).toBeVisible();
  for (const [language, name] of [
    ['fr', 'Français'],
    ['en', 'English'],
    ['ar', 'العربية'],
  ] as const) {
    const say = wordsIn(language);
    await page.keyboard.press('Control+,');
    await page.locator('label').filter({ hasText: name }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: say('workspace', 'settings.title') }),
    ).toBeVisible();
    await expectAccessible(page);

    const link = (key: string) => page.getByRole('link', { name: say('members', key) }).first();
    await link('organisations.title').click();
    await expect(rows(page)).toContainText('ANAO');
    await screenshot(`register-${language}`);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: nour })).toBeVisible();
    await screenshot(`sheet-${language}`);
    await expectAccessible(page);

    await link('persons.title').click();
    await expect(rows(page)).toContainText('Ines Gharbi');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Ines Gharbi' })).toBeVisible();
    await screenshot(`person-${language}`);
    await expectAccessible(page);

    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await page.keyboard.type('nour');
    await expect(page.getByRole('dialog').getByText(nour)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});
