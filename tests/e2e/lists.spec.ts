import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { ask, openCommittee, typed } from './support/committee';
import { expect, test } from './support/test';
import { wordsIn } from './support/words';

/** The one list: order, groups, views, many records at once, for whoever sees it and whoever does not. */

test.setTimeout(180_000);

const organisations = [
  { acronym: 'AMEL', name: 'Amel', type: 'association', region: 'TN-61', status: 'member' },
  { acronym: 'BAS', name: 'Bassma', type: 'association', region: 'TN-81', status: 'partner' },
  { acronym: 'ECHO', name: 'Écho du Sud', type: 'ngo', region: 'TN-81', status: 'identified' },
  { acronym: 'ELAN', name: 'Élan', type: 'ngo', region: null, status: 'identified' },
] as const;

async function register(page: Page, language: 'fr' | 'en' | 'ar' = 'fr'): Promise<void> {
  await openCommittee(page, language);
  for (const values of organisations) await typed(page, 'organisations', { ...values, country: 'TN' });
  const say = wordsIn(language);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say('members', 'organisations.title') })
    .first()
    .click();
  await expect(page.locator('[role=row][data-cursor]')).toBeVisible();
}

function lines(page: Page): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('gridcell') });
}
const selection = (page: Page) => page.getByRole('region', { name: 'Lignes cochées' });

test('three organisations become members and are labelled at once; undo and redo know each as one gesture', async ({
  launch,
}) => {
  const { page, screenshot } = await launch();
  await register(page);
  const grid = page.getByRole('grid', { name: 'Organisations' });
  await grid.focus();
  await page.keyboard.press('Control+a');
  await expect(selection(page)).toContainText('Les 4 lignes trouvées sont cochées');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(selection(page)).toContainText('3 cochées');

  await page.getByRole('button', { name: 'Modifier un champ' }).focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('combobox', { name: 'Champ' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Statut');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('Statut');
  const value = page.getByRole('combobox', { name: 'Valeur' });
  await value.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Membre', exact: false }).first()).toBeVisible();
  await page
    .getByRole('option', { name: /^Membre/ })
    .first()
    .click();
  await expect(page.getByRole('status').filter({ hasText: '2 sur 3 changent' })).toBeVisible();
  await screenshot('lists-edit');
  await page.getByRole('button', { name: 'Modifier', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText('2 fiches modifiées');
  await expect(lines(page).filter({ hasText: 'Membre' })).toHaveCount(3);

  await expect(grid).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(lines(page).filter({ hasText: 'Membre' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Rétablir la modification de 2 fiches' })).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(lines(page).filter({ hasText: 'Membre' })).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(lines(page).filter({ hasText: 'Membre' })).toHaveCount(1);

  await page.getByRole('button', { name: 'Étiqueter' }).click();
  await page
    .getByRole('combobox', { name: 'Valeur' })
    .or(page.getByRole('textbox', { name: 'Valeur' }))
    .first()
    .fill('À inviter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '3 sur 3 changent' })).toBeVisible();
  await page.getByRole('button', { name: 'Modifier', exact: true }).click();
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText('3 fiches modifiées');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Étiquettes' }).click();
  await page.getByRole('checkbox', { name: 'À inviter' }).check();
  await page.keyboard.press('Escape');
  await expect(lines(page)).toHaveCount(3);
});

test('organisations are sorted by type and then by acronym, and stand under their regions, which fold', async ({
  launch,
}) => {
  const { page, screenshot } = await launch();
  await register(page);
  await page.getByRole('columnheader', { name: 'Type' }).getByRole('button').click();
  await page
    .getByRole('columnheader', { name: 'Sigle' })
    .getByRole('button')
    .click({ modifiers: ['Shift'] });
  await expect(page.getByRole('columnheader', { name: /Sigle/ })).toHaveAttribute('aria-sort', 'ascending');
  await expect(lines(page).first()).toContainText('AMEL');

  await page.getByRole('button', { name: 'Trier et grouper' }).click();
  await page.getByRole('combobox', { name: 'Grouper par' }).click();
  await page
    .getByRole('option', { name: /^(Région|Gouvernorat|Siège)/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  const groups = page.locator('[role=row][aria-expanded]');
  await expect(groups).toHaveCount(3);
  await expect(groups.last()).toContainText('Non renseigné');
  await screenshot('lists-groups');
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('Home');
  await expect(page.locator('[role=row][data-cursor][aria-expanded]')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(groups.first()).toHaveAttribute('aria-expanded', 'false');
  await expect(lines(page)).toHaveCount(3 + 4 - ((await groups.first().innerText()).includes('2') ? 2 : 1));
  await page.keyboard.press('ArrowRight');
  await expect(lines(page)).toHaveCount(7);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 sur 4')).toBeVisible();
});

test('a saved view of NGOs counts them, opens the list from then on, and comes back by undo when it was deleted', async ({
  launch,
}) => {
  const { page } = await launch();
  await register(page);
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Type', exact: true }).click();
  await page.getByRole('checkbox', { name: 'ONG', exact: false }).first().check();
  await page.keyboard.press('Escape');
  await expect(lines(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
  await page.getByRole('textbox', { name: 'Nom de la vue' }).fill('ONG du pays');
  await page.keyboard.press('Enter');
  const tab = page.getByRole('tab', { name: /^ONG du pays/ });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(tab).toContainText('2');
  await page.getByRole('tab', { name: /^Toutes/ }).click();
  await expect(lines(page)).toHaveCount(4);
  await tab.click();
  await expect(lines(page)).toHaveCount(2);

  await page.getByRole('button', { name: /^Vue/ }).click();
  await page.getByRole('menuitem', { name: 'Ouvrir la liste sur cette vue' }).click();
  await expect(
    page.getByRole('button', { name: 'Annuler la modification de « ONG du pays »' }),
  ).toBeVisible();
  await page.reload();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(lines(page)).toHaveCount(2);

  await page.getByRole('button', { name: /^Vue/ }).click();
  await page.getByRole('menuitem', { name: 'Supprimer la vue' }).click();
  await expect(tab).toBeHidden();
  await expect(lines(page)).toHaveCount(4);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await expect(tab).toBeVisible();
  expect(await ask(page, 'views.list', { list: 'organisations' })).toHaveLength(1);
});

test('a column is put before another with the keyboard, and the first order comes back', async ({
  launch,
}) => {
  const { page } = await launch();
  await register(page);
  await page.getByRole('button', { name: /^Colonnes/ }).click();
  await page.getByRole('checkbox', { name: 'Type', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Escape');
  const heads = page.getByRole('columnheader');
  await expect(heads.nth(3)).toContainText('Type');
  await page.getByRole('button', { name: /^Colonnes \d/ }).click();
  await page.getByRole('button', { name: 'Colonnes d’origine' }).click();
  await page.keyboard.press('Escape');
  await expect(heads.nth(3)).toContainText('arabe');
});

for (const language of ['fr', 'en', 'ar'] as const) {
  test(`groups, views and the edit of many can be read and used by whoever cannot see them, in ${language}`, async ({
    launch,
  }) => {
    const { page, screenshot } = await launch();
    await register(page, language);
    const say = wordsIn(language);
    await page.getByRole('button', { name: say('common', 'sort.title') }).click();
    await expect(page.getByRole('combobox', { name: say('common', 'group.title') })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: say('common', 'group.title') }).click();
    await page.getByRole('option').nth(1).click();
    await page.keyboard.press('Escape');
    await expect(page.locator('[role=row][aria-expanded]').first()).toBeVisible();
    await page.getByRole('treegrid').focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: say('common', 'edit.label') }).click();
    await expect(page.getByRole('form', { name: say('common', 'edit.title') })).toBeVisible();
    await page.getByRole('button', { name: say('common', 'views.save') }).click();
    await expect(page.getByRole('textbox', { name: say('common', 'views.name') })).toBeFocused();
    await screenshot(`lists-${language}`);
    await expectAccessible(page);
  });
}
