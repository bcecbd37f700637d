import type { Page } from '@playwright/test';
import { ask, openCommittee, passphrase, typed } from './support/committee';
import { unlockByHand } from './support/first-start';
import type { Concertation } from './support/launch';
import { expect, test } from './support/test';

/** What is typed in a field that is not left is there again after a kill at any instant, a lock, another page. */

test.setTimeout(240_000);

/** What a kill may cost, in milliseconds of typing. */
const mayBeLost = 2_000;
const sentence =
  'Accompagner les femmes de la région dans la transformation du poisson, la vente et la tenue des comptes, ';
const interrupted = 'non enregistré – repris après une interruption';

const mission = (page: Page) => page.getByRole('textbox', { name: 'Mission' });
const acronym = (page: Page) => page.getByRole('textbox', { name: 'Sigle', exact: true });

async function openSheet(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Organisations/ })
    .first()
    .click();
  await page.getByRole('grid').getByText(name).first().dblclick();
  await expect(mission(page)).toBeVisible();
}

async function kill({ app }: Concertation): Promise<void> {
  const gone = app.waitForEvent('close');
  app.process().kill('SIGKILL');
  await gone;
}

/**
 * Types letter by letter and kills the application right after a letter, without leaving the field.
 *
 * @returns what was typed long enough before the kill that it must be there, and all that was typed
 */
async function typeAndKill(window: Concertation, length: number): Promise<{ must: string; all: string }> {
  const all = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
  const at: number[] = [];
  for (const letter of all) {
    await window.page.keyboard.type(letter, { delay: 25 });
    at.push(Date.now());
  }
  const killed = Date.now();
  await kill(window);
  const old = at.filter((instant) => killed - instant > mayBeLost).length;
  return { must: all.slice(0, old), all };
}

/** Every instant of typing is as good as another: lengths are drawn anew in each run, and said when one fails. */
const drawn = () => 60 + Math.floor(Math.random() * 120);

test('kills at random instants of typing cost two seconds of it at most', async ({ launch }) => {
  const first = await launch();
  await openCommittee(first.page);
  const id = await typed(first.page, 'organisations', { name: 'Nour', country: 'TN', status: 'identified' });
  let window = first;
  for (const round of ['first', 'second', 'third']) {
    await test.step(`the ${round} kill`, async () => {
      await openSheet(window.page, 'Nour');
      await mission(window.page).fill('');
      const { must, all } = await typeAndKill(window, drawn());
      window = await launch();
      await unlockByHand(window.page, { passphrase });
      const kept = (await ask(window.page, 'drafts.of', { place: `organisations:${id}` })).mission ?? '';
      expect(all.startsWith(kept)).toBe(true);
      expect(kept.length, `of ${all.length} letters`).toBeGreaterThanOrEqual(must.length);
      await openSheet(window.page, 'Nour');
      await expect(mission(window.page)).toHaveValue(kept);
      await expect(window.page.getByText(interrupted)).toBeVisible();
    });
  }
  await window.screenshot('draft-resumed');

  await test.step('it is saved when somebody says so, and then it is no draft any more', async () => {
    const { page } = window;
    const text = await mission(page).inputValue();
    await page.locator('[data-field="mission"]').getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText(interrupted)).toHaveCount(0);
    const sheet = await ask(page, 'members.sheet', { id });
    expect(sheet.organisation.values.mission).toBe(text.trim());
    await expect.poll(() => ask(page, 'drafts.of', { place: `organisations:${id}` })).toEqual({});
  });
});

test('what is refused or half typed comes back after a lock, and Escape puts back what stood', async ({
  launch,
}) => {
  const { page } = await launch();
  await openCommittee(page);
  await typed(page, 'organisations', { name: 'Nour', acronym: 'NR', country: 'TN', status: 'identified' });
  await openSheet(page, 'Nour');
  const year = page.getByRole('textbox', { name: 'Créée en' });
  await year.fill('demain');
  await expect(page.getByRole('contentinfo')).toContainText('pas encore enregistrée');
  await page.keyboard.press('Control+l');
  await unlockByHand(page, { passphrase });
  await openSheet(page, 'Nour');
  await expect(year).toHaveValue('demain');
  await expect(page.getByText(interrupted)).toBeVisible();
  await year.focus();
  await page.keyboard.press('Escape');
  await expect(year).toHaveValue('');
  await expect(page.getByText(interrupted)).toHaveCount(0);
  await expect(acronym(page)).toHaveValue('NR');
});

test('the form of a new organisation is there again after a kill, and another page', async ({ launch }) => {
  const first = await launch();
  await openCommittee(first.page);
  await first.page.getByRole('button', { name: 'Nouvelle organisation' }).first().click();
  const name = (page: Page) => page.getByLabel('Nom officiel').first();
  await name(first.page).fill('Association des deux rives');
  await first.page
    .getByRole('navigation')
    .getByRole('link', { name: /^Organisations/ })
    .click();
  await first.page.getByRole('button', { name: 'Nouvelle organisation' }).first().click();
  await expect(name(first.page)).toHaveValue('Association des deux rives');
  await expect(first.page.getByText(interrupted)).toBeVisible();
  await name(first.page).pressSequentially(' de Gabès');
  await expect
    .poll(() => ask(first.page, 'drafts.of', { place: 'new:organisations' }), { timeout: mayBeLost })
    .toMatchObject({ name: 'Association des deux rives de Gabès' });
  await kill(first);

  const { page } = await launch();
  await unlockByHand(page, { passphrase });
  await page.getByRole('button', { name: 'Nouvelle organisation' }).first().click();
  await expect(name(page)).toHaveValue('Association des deux rives de Gabès');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('Association des deux rives de Gabès');
  await expect.poll(() => ask(page, 'drafts.of', { place: 'new:organisations' })).toEqual({});
});
