import type { Locator, Page } from '@playwright/test';
import { openCommittee, typed } from './support/committee';
import { expect, test } from './support/test';

/** The one list without a mouse: whatever it offers is reached by keys, and every gesture ends on the list again. */

test.setTimeout(240_000);

const organisations = [
  { acronym: 'AMEL', name: 'Amel', type: 'association', region: 'TN-61', status: 'member' },
  { acronym: 'BAS', name: 'Bassma', type: 'association', region: 'TN-81', status: 'partner' },
  { acronym: 'ECHO', name: 'Écho du Sud', type: 'ngo', region: 'TN-81', status: 'identified' },
  { acronym: 'ELAN', name: 'Élan', type: 'ngo', region: 'TN-61', status: 'identified' },
] as const;

/** The list of four organisations, opened; from here on nothing is clicked. */
async function openedList(page: Page): Promise<void> {
  await openCommittee(page);
  for (const values of organisations) await typed(page, 'organisations', { ...values, country: 'TN' });
  const link = page.getByRole('navigation').getByRole('link', { name: 'Organisations' });
  await link.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[role=row][data-cursor]')).toBeVisible();
  await expect(list(page)).toBeFocused();
}

const list = (page: Page) => page.getByRole('grid').or(page.getByRole('treegrid'));
const rows = (page: Page) => page.locator('[role=row][aria-selected]');
const groups = (page: Page) => page.locator('[role=row][aria-expanded]');
const selection = (page: Page) => page.getByRole('region', { name: 'Lignes cochées' });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** Presses Tab until the keyboard is on this; fails when it never comes there. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < 60; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused({ timeout: 1_000 });
}

/** Goes to something before or behind the list and presses Enter on it. */
async function press(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

/** Goes to the first item of the menu that has just opened, once the menu has taken the keyboard. */
async function firstOfMenu(page: Page, item: string): Promise<void> {
  await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: item })).toBeFocused();
}

/** Takes the option of this name in the choice that has the keyboard. */
async function take(page: Page, option: string): Promise<void> {
  const wanted = page.getByRole('option', { name: option, exact: true });
  await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 40; step += 1) {
    if ((await wanted.getAttribute('data-combobox-selected')) !== null) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(wanted).toBeHidden();
}

test('organisations are searched for and filtered, and each way back leads to the list', async ({
  launch,
}) => {
  const { page } = await launch();
  await openedList(page);
  const search = page.getByRole('textbox', { name: 'Chercher dans la liste' });

  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('bassma');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(4);
  await page.keyboard.type('personne');
  const clear = button(page, 'Effacer la recherche et les filtres');
  await press(page, clear);
  await expect(rows(page)).toHaveCount(4);
  await expect(list(page)).toBeFocused();

  await press(page, button(page, 'Filtrer'), 'Shift+Tab');
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Type', exact: true }));
  await tabTo(page, page.getByRole('checkbox', { name: 'ONG', exact: true }));
  await page.keyboard.press('Space');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(button(page, 'Filtrer')).toBeFocused();

  await press(page, button(page, 'Changer le filtre Type ONG'));
  await tabTo(page, page.getByRole('checkbox', { name: 'Association', exact: true }));
  await page.keyboard.press('Space');
  await expect(rows(page)).toHaveCount(4);
  await page.keyboard.press('Escape');
  await expect(button(page, 'Changer le filtre Type ONG, Association')).toBeFocused();
  await press(page, button(page, 'Retirer le filtre Type'));
  await expect(button(page, 'Retirer le filtre Type')).toBeHidden();
  await expect(list(page)).toBeFocused();
});

test('organisations are sorted and put into groups, and a group is folded', async ({ launch }) => {
  const { page } = await launch();
  await openedList(page);
  const head = page.getByRole('columnheader', { name: 'Nom officiel' });
  await press(page, head.getByRole('button'));
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(head.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).first()).toContainText('ELAN');

  await press(page, button(page, 'Trier et grouper'), 'Shift+Tab');
  await tabTo(page, page.getByRole('combobox', { name: 'Grouper par' }));
  await take(page, 'Type');
  await expect(groups(page)).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(button(page, 'Trier et grouper')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeFocused();

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(groups(page).first()).toHaveAttribute('aria-expanded', 'false');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(selection(page)).toContainText('1 cochée');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(4);
  await expect(list(page)).toBeFocused();
});

test('a range and then all are checked, given another type after its preview, and labelled; undo and redo follow', async ({
  launch,
}) => {
  const { page } = await launch();
  await openedList(page);
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selection(page)).toContainText('3 cochées');
  await page.keyboard.press('Control+a');
  await expect(selection(page)).toContainText('Les 4 lignes trouvées sont cochées');

  await page.keyboard.press('F2');
  const field = page.getByRole('combobox', { name: 'Champ' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Type');
  await take(page, 'Type');
  const value = page.getByRole('combobox', { name: 'Valeur' });
  await tabTo(page, value);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option').first()).toBeHidden();
  await expect(value).toBeFocused();
  await take(page, 'Association');
  await expect(page.getByRole('status').filter({ hasText: '2 sur 4 changent' })).toBeVisible();
  await press(page, button(page, 'Modifier'));
  await expect(rows(page).filter({ hasText: 'Association' })).toHaveCount(4);
  await expect(list(page)).toBeFocused();

  await press(page, button(page, 'Étiqueter'));
  await expect(page.getByRole('textbox', { name: 'Valeur' }).or(value)).toBeFocused();
  await page.keyboard.type('À inviter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '4 sur 4 changent' })).toBeVisible();
  await press(page, button(page, 'Modifier'));
  const said = page.getByRole('contentinfo').getByRole('status');
  await expect(said).toHaveText('4 fiches modifiées');
  await expect(list(page)).toBeFocused();

  await page.keyboard.press('Control+z');
  await expect(button(page, 'Rétablir la modification de 4 fiches')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(rows(page).filter({ hasText: 'Association' })).toHaveCount(2);
  await page.keyboard.press('Control+y');
  await expect(rows(page).filter({ hasText: 'Association' })).toHaveCount(4);
  await page.keyboard.press('Escape');
  await expect(selection(page)).toBeHidden();
  await expect(list(page)).toBeFocused();
});

test('a view is saved, given another name, deleted, and brought back by undo', async ({ launch }) => {
  const { page } = await launch();
  await openedList(page);
  await page.keyboard.press('/');
  await page.keyboard.type('el');
  await page.keyboard.press('Enter');
  await press(page, button(page, 'Enregistrer cette vue'), 'Shift+Tab');
  const name = page.getByRole('textbox', { name: 'Nom de la vue' });
  await expect(name).toBeFocused();
  await page.keyboard.type('Élans');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^Élans/ })).toHaveAttribute('aria-selected', 'true');
  await expect(list(page)).toBeFocused();

  await press(page, button(page, 'Vue « Élans »'), 'Shift+Tab');
  await firstOfMenu(page, 'Renommer');
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('À relancer');
  await page.keyboard.press('Enter');
  const renamed = page.getByRole('tab', { name: /^À relancer/ });
  await expect(renamed).toHaveAttribute('aria-selected', 'true');
  await expect(list(page)).toBeFocused();

  await press(page, button(page, 'Vue « À relancer »'), 'Shift+Tab');
  await firstOfMenu(page, 'Renommer');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Supprimer la vue' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(renamed).toBeHidden();
  await expect(rows(page)).toHaveCount(4);
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(renamed).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(renamed).toBeHidden();
});
