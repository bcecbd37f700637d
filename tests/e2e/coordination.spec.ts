import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { passphrase } from '../support/laptop';
import { expectAccessible } from './support/accessibility';
import { filesHolding } from './support/bytes-of-folder';
import { quarterText } from './support/french';
import type { Concertation, LaunchOptions } from './support/launch';
import {
  copyOfCoordination,
  formulaLikeComment,
  type Reviewing,
  renamed,
  reportsToReview,
} from './support/reviewing';
import { test as base, expect } from './support/test';

/** What a coordinator does in the real window: read the region, review a report, decide, hand over the slip. */

const test = base.extend<object, { readonly region: Reviewing }>({
  region: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures out of this pattern.
    async ({}, use) => {
      const region = await reportsToReview();
      await use(region);
      region.throwAway();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  profile: async ({ folder, region }, use) => use(copyOfCoordination(region, path.join(folder, 'FORIM'))),
});

const remark = 'Le récépissé du changement de nom manque au dossier';

type Launch = (options?: Partial<LaunchOptions>) => Promise<Concertation>;

/** Opens the coordination's workspace, whose one person is at the keyboard. */
async function openCoordination(launch: Launch): Promise<Concertation> {
  const concertation = await launch();
  await concertation.page.getByLabel('Phrase secrète').fill(passphrase);
  await concertation.page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await expect(board(concertation.page)).toBeVisible();
  return concertation;
}

function board(page: Page) {
  return page.getByRole('grid', { name: 'Remises' });
}

/** The cell of a committee's report. */
function cellOf(page: Page, country: string, quarter: string) {
  return board(page).getByRole('row', { name: country }).locator(`[data-quarter="${quarter}"] a`);
}

test('a report is remarked upon, left, found again after a restart and returned with its slip', async ({
  launch,
  region,
  folder,
}) => {
  const { page, close } = await openCoordination(launch);
  await cellOf(page, 'Tunisie', region.waiting).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Tunisie, ${quarterText(region.waiting)}`);
  await expect(page.getByRole('region', { name: 'Vérification' })).toContainText('Authentique et complet.');
  const name = page.getByRole('row').filter({ hasText: renamed.after });
  await expect(name.locator('del')).toHaveText(renamed.before);
  await expect(name.locator('ins')).toHaveText(renamed.after);
  await page.getByRole('grid', { name: 'Différences' }).press('r');
  await page.keyboard.type(remark);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Tableau de la région' }).click();
  await close();
  expect(filesHolding(path.join(folder, 'FORIM'), remark)).toEqual([]);

  const again = await openCoordination(launch);
  await cellOf(again.page, 'Tunisie', region.waiting).click();
  await expect(again.page.getByRole('region', { name: 'Remarques' })).toContainText(remark);
  await again.page.getByRole('radio', { name: 'Retourner à corriger' }).check();
  await expect(again.page.getByRole('button', { name: 'Signer le bordereau de retour' })).toBeDisabled();
  await again.page.getByLabel('Votre phrase secrète').fill(passphrase);
  const slip = path.join(folder, 'bordereau.colis');
  await again.answerSaveDialog(slip);
  await again.page.getByRole('button', { name: 'Signer le bordereau de retour' }).click();
  await expect(again.page.getByRole('region', { name: 'Décision' })).toContainText('Retourné à corriger');
  await expect(again.page.getByRole('button', { name: 'Enregistrer à nouveau' })).toBeVisible();
  await again.page.getByRole('link', { name: 'Tableau de la région' }).click();
  await expect(cellOf(again.page, 'Tunisie', region.waiting)).toHaveText('À corriger');
  await again.close();

  const [received] = await region.tunisia.receive(slip);
  expect(received).toMatchObject({ kind: 'slip', decision: 'returned', period: region.waiting });
  const overview = await region.tunisia.call('quarter.overview', { quarter: region.waiting });
  expect(overview.slip?.remarks.map(({ text }) => text)).toEqual([remark]);
});

test('a report that empties a register is accepted only with the code of the committee typed', async ({
  launch,
  region,
}) => {
  const { page, answerSaveDialog, screenshot } = await openCoordination(launch);
  await answerSaveDialog(null);
  await cellOf(page, 'Sénégal', region.waiting).click();
  await page.getByRole('radio', { name: 'Accepter', exact: true }).check();
  await page.getByLabel('Votre phrase secrète').fill(passphrase);
  await page.getByRole('button', { name: 'Accepter et signer' }).click();
  const confirm = page.getByLabel('Tapez SN pour confirmer');
  await expect(confirm).toBeFocused();
  await screenshot('coordination-guard');
  await expect(page.getByRole('button', { name: 'Accepter et signer' })).toBeDisabled();
  await confirm.fill('SN');
  await page.getByRole('button', { name: 'Accepter et signer' }).click();
  await expect(page.getByRole('region', { name: 'Décision' })).toContainText('Accepté');
  await expect(page.getByRole('button', { name: 'Enregistrer le bordereau' })).toBeEnabled();
});

test('Ctrl+P puts the narrative and the synthesis of a report on paper', async ({ launch, region }) => {
  const { app, page, screenshot } = await openCoordination(launch);
  await cellOf(page, 'Tunisie', region.waiting).click();
  await expect(page.getByRole('grid', { name: 'Différences' })).toBeVisible();
  // The system's dialog stays open for as long as the test looks at the paper.
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.print = () => undefined;
  });
  await page.keyboard.press('Control+p');
  const paper = page.locator('.paper');
  await expect(paper).toContainText('Le comité a restitué sa cartographie devant les associations du pays.');
  await expect(paper).toContainText('2 parties du récit sont vides');
  await page.emulateMedia({ media: 'print' });
  await expect(paper.getByRole('row', { name: /^Organisations/ })).toBeVisible();
  await screenshot('coordination-paper');
});

test('a figure opens the rows it is made of, which lead to their report and can be saved', async ({
  launch,
  region,
  folder,
}) => {
  const { page, answerSaveDialog } = await openCoordination(launch);
  const figure = page.getByRole('button', { name: /^A1\.2\.1 Ateliers de restitution : 5/ });
  await figure.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary', { name: 'A1.2.1 Ateliers de restitution' });
  await expect(drawer).toContainText('Somme des pays');
  await expect(drawer).toContainText(`comptés jusqu’à ${quarterText(region.accepted)} seulement`);
  const rows = drawer.getByRole('table', { name: 'Lignes derrière ce chiffre' });
  await expect(rows).toContainText(formulaLikeComment);
  const file = path.join(folder, 'lignes.csv');
  await answerSaveDialog(file);
  await drawer.getByRole('button', { name: 'Lignes' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('Lignes enregistrées');
  const saved = readFileSync(file, 'utf8');
  expect(saved).toContain(`;2;'${formulaLikeComment};`);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(figure).toBeFocused();
  await figure.click();
  await rows
    .getByRole('link', { name: quarterText(region.accepted) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `Tunisie, ${quarterText(region.accepted)}`,
  );
});

test('arrows go from report to report on the board and Enter opens one', async ({ launch, region }) => {
  const { page } = await openCoordination(launch);
  const start = board(page).locator('[tabindex="0"]');
  await start.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(`[data-quarter="${region.waiting}"]:focus`)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Tunisie, ${quarterText(region.waiting)}`);
});

test('a count of organisations opens the register on what it counts', async ({ launch }) => {
  const { page } = await openCoordination(launch);
  await page.getByRole('link', { name: 'Répartition' }).click();
  await page.getByRole('button', { name: 'Tunisie' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Organisations');
  await expect(page.getByRole('grid')).toContainText(renamed.before);
  await expect(page.getByRole('grid')).not.toContainText('Réseau Baobab');
});

for (const language of ['fr', 'en', 'ar'] as const) {
  test(`nothing bars the way to the coordination’s pages (${language})`, async ({ launch, region }) => {
    test.slow();
    const { page, call } = await openCoordination(launch);
    const links = page.getByRole('navigation').locator('a[href="/board"], a[href^="/region/"]');
    await call('workspace.chooseLanguage', { language });
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(links).toHaveCount(3);
    for (const link of await links.all()) {
      await link.click();
      await expect(page.getByRole('table').or(page.getByRole('grid')).first()).toBeVisible();
      await expectAccessible(page);
    }
    await page.locator('a[href="/board"]').click();
    await page.locator('[data-figure="A1.2.1"]').click();
    const drawer = page.getByRole('complementary');
    await expect(drawer.getByRole('table').last()).toBeVisible();
    await drawer.evaluate((shown) => Promise.all(shown.getAnimations().map(({ finished }) => finished)));
    await expectAccessible(page);
    await page.locator(`[data-quarter="${region.waiting}"] a`).first().click();
    await page.getByRole('grid').press('r');
    await page.getByRole('radio').last().check();
    await expectAccessible(page);
  });
}
