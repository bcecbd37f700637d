import type { Page } from '@playwright/test';
import type { Input } from '../../main/core/contract/operations';
import { expectAccessible } from './support/accessibility';
import { ask, openCommittee, passphrase, typed } from './support/committee';
import { unlockByHand } from './support/first-start';
import { expect, test } from './support/test';
import { wordsIn } from './support/words';

/** The paper of an interview: printed blank or with what is known, typed back by the keyboard alone. */

test.setTimeout(180_000);

const numbered = (page: Page, number: string, label: string) =>
  page.getByRole('textbox', { name: `${number} ${label}`, exact: true });

/** Types an answer where the cursor is, and goes on with Enter once it has reached the next question. */
async function answer(page: Page, text: string, next: readonly [number: string, label: string]) {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(numbered(page, ...next)).toBeFocused();
}

async function goTo(page: Page, number: string, label: string) {
  await page.keyboard.press('Control+g');
  await expect(page.getByRole('textbox', { name: 'Aller au n°' })).toBeFocused();
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await expect(numbered(page, number, label)).toBeFocused();
}

async function openInterview(page: Page) {
  await page.getByRole('button', { name: 'Saisir une fiche d’entretien' }).first().click();
  await expect(numbered(page, '0.1', 'N° de fiche papier')).toBeFocused();
}

/** A whole sheet, from its number to its needs and the person who was met, without a mouse. */
async function typeSheet(page: Page) {
  await answer(page, 'S-12', ['0.2', 'Enquêtée le']);
  await answer(page, '12/6/26', ['0.3', 'Enquêtée par']);
  await answer(page, 'Salma Trabelsi', ['1.1', 'Nom officiel']);
  await answer(page, 'Association Les Deux Rives', ['1.2', 'Nom en arabe']);
  await answer(page, 'جمعية الضفتين', ['1.3', 'Sigle']);
  await answer(page, 'ALDR', ['1.4', 'Autre nom']);
  await goTo(page, '1.5', 'Type');
  await answer(page, 'b', ['1.6', 'Créée en']);
  await goTo(page, '5.1', 'Thèmes');
  await answer(page, 'ac', ['5.2', 'Publics']);
  await goTo(page, '7.4', 'Plaidoyer');
  await answer(page, '3', ['7.5', 'Gestion financière']);
  await goTo(page, '3.9', 'Personne de contact : Nom');
  await answer(page, 'Ines Gharbi', ['3.10', 'Personne de contact : Fonction']);
  await answer(page, 'Directrice', ['3.11', 'Personne de contact : Téléphone']);
  await answer(page, '+216 75 612 209', ['3.12', 'Personne de contact : Courriel']);
  await goTo(page, '10.1', 'Accord de publication');
  await page.keyboard.type('o');
}

const list: Input<'members.list'> = {
  search: '',
  filters: [],
  sort: { field: 'acronym', direction: 'ascending' },
  trashed: 'without',
  offset: 0,
  limit: 50,
};

test('a whole sheet is typed back by the keyboard, enters as one gesture, and one undo takes it all back', async ({
  launch,
}) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  await openInterview(page);
  await typeSheet(page);
  await expect(page.getByText('brouillon gardé')).toBeVisible();
  await screenshot('interview-typing');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('contentinfo')).toContainText('Fiche enregistrée : Association Les Deux Rives');

  // The next blank has the day and the person who asked, and nothing else.
  await expect(numbered(page, '0.1', 'N° de fiche papier')).toBeFocused();
  await expect(numbered(page, '0.1', 'N° de fiche papier')).toHaveValue('');
  await expect(numbered(page, '0.2', 'Enquêtée le')).toHaveValue('12/6/26');
  await expect(numbered(page, '0.3', 'Enquêtée par')).toHaveValue('Salma Trabelsi');
  await expect(numbered(page, '1.1', 'Nom officiel')).toHaveValue('');

  const { rows } = await ask(page, 'members.list', list);
  expect(rows).toHaveLength(1);
  const sheet = await ask(page, 'members.sheet', { id: rows[0]?.id ?? '' });
  expect(sheet.organisation.values).toMatchObject({
    name: 'Association Les Deux Rives',
    surveySheet: 'S-12',
    surveyDate: '2026-06-12',
    surveyMethod: 'interview',
    status: 'surveyed',
    type: 'ngo',
    publicationConsent: true,
  });
  expect(sheet.organisation.values.themes).toHaveLength(2);
  expect(sheet.needs.map(({ values }) => [values.domain, values.level])).toEqual([['advocacy', 3]]);
  expect(sheet.contacts.map(({ person }) => person.values.fullName)).toEqual(['Ines Gharbi']);
  expect(sheet.statusPeriods.map(({ values }) => [values.status, values.since])).toEqual([
    ['surveyed', '2026-06-12'],
  ]);

  await page.keyboard.press('Control+z');
  await expect(numbered(page, '1.1', 'Nom officiel')).toHaveValue('Association Les Deux Rives');
  expect((await ask(page, 'members.list', list)).rows).toEqual([]);
  expect((await ask(page, 'members.counts', {})).persons).toBe(0);

  // What came back is entered again as it stands.
  await page.keyboard.press('Control+Enter');
  await expect(numbered(page, '1.1', 'Nom officiel')).toHaveValue('');
  expect((await ask(page, 'members.list', list)).rows).toHaveLength(1);
});

test('what is not understood is marked, stays as typed, and stands in the way of the whole', async ({
  launch,
}) => {
  const { page } = await launch();
  await openCommittee(page);
  await openInterview(page);
  await page.keyboard.press('Control+Enter');
  await expect(numbered(page, '0.2', 'Enquêtée le')).toBeFocused();
  await expect(page.getByText('Ce champ ne peut pas rester vide.')).toHaveCount(2);
  await answer(page, '31/2/26', ['0.3', 'Enquêtée par']);
  await expect(page.getByText('Ce jour n’existe pas dans le calendrier.')).toBeVisible();
  await goTo(page, '1.5', 'Type');
  await page.keyboard.type('z');
  await expect(page.getByText('Tapez la lettre imprimée devant la réponse, de a à m.')).toBeVisible();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('ab');
  await expect(page.getByText('Une seule lettre ici.')).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('main').getByText('Association', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(numbered(page, '1.4', 'Autre nom')).toBeFocused();
  await goTo(page, '7.1', 'Gestion organisationnelle');
  await page.keyboard.type('4');
  await expect(page.getByText('Un niveau va de 0 à 3.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(numbered(page, '0.2', 'Enquêtée le')).toBeFocused();
  await expect(numbered(page, '0.2', 'Enquêtée le')).toHaveValue('31/2/26');
  expect((await ask(page, 'members.list', list)).rows).toEqual([]);
});

test('a sheet half typed is there again after a kill, and a likely double is said while typing', async ({
  launch,
}) => {
  const first = await launch();
  await openCommittee(first.page);
  await typed(first.page, 'organisations', {
    name: 'Association Les Deux Rives',
    acronym: 'ALDR',
    country: 'TN',
    status: 'identified',
  });
  await first.page
    .getByRole('navigation')
    .getByRole('link', { name: /^Organisations/ })
    .click();
  await first.page.getByRole('button', { name: 'Nouvelle organisation' }).click();
  await openInterview(first.page);
  await answer(first.page, 'S-13', ['0.2', 'Enquêtée le']);
  await answer(first.page, '12/6/26', ['0.3', 'Enquêtée par']);
  await answer(first.page, '', ['1.1', 'Nom officiel']);
  await first.page.keyboard.type('Assoc. Les Deux Rives');
  await expect(first.page.getByRole('complementary').getByText('ALDR')).toBeVisible();
  await expect(first.page.getByText('brouillon gardé')).toBeVisible();
  const gone = first.app.waitForEvent('close');
  first.app.process().kill('SIGKILL');
  await gone;

  const { page } = await launch();
  await unlockByHand(page, { passphrase });
  await page.getByRole('button', { name: 'Nouvelle organisation' }).click();
  await page.getByRole('button', { name: 'Saisir une fiche d’entretien' }).click();
  await expect(numbered(page, '0.3', 'Enquêtée par')).toBeFocused();
  await expect(numbered(page, '0.1', 'N° de fiche papier')).toHaveValue('S-13');
  await expect(numbered(page, '1.1', 'Nom officiel')).toHaveValue('Assoc. Les Deux Rives');
});

test('the sheet on the screen has the numbers of the paper, in its order', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  const id = await typed(page, 'organisations', { name: 'Nour', country: 'TN', status: 'identified' });
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Organisations/ })
    .click();
  await page.getByRole('grid').getByText('Nour').dblclick();
  const theme = page.locator('[data-field="themes"]');
  await expect(theme.getByText('5.1', { exact: true })).toBeVisible();
  const shown = await page
    .locator('[data-field]')
    .evaluateAll((rows) => rows.map((row) => /^\d+\.\d+/.exec(row.textContent ?? '')?.[0]).filter(Boolean));
  await screenshot('sheet-numbers');
  const paper = await ask(page, 'documents.compose', { kind: 'interview', organisation: id, language: 'fr' });
  const printed = paper.blocks.flatMap((block) => (block.block === 'blank' ? [block.number] : []));
  expect(printed.filter((number) => shown.includes(number)).sort()).toEqual([...shown].sort());
  expect(shown.length).toBeGreaterThan(40);

  await page.getByRole('button', { name: 'Autres gestes' }).click();
  await page.getByRole('menuitem', { name: 'Masquer les numéros de la fiche papier' }).click();
  await expect(theme.getByText('5.1', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Autres gestes' }).click();
  await page.getByRole('menuitem', { name: 'Fiche d’entretien', exact: true }).click();
  const preview = page.getByRole('region', { name: 'Aperçu du document' });
  await expect(preview.getByRole('heading', { name: 'Fiche d’entretien de Nour' })).toBeVisible();
  await screenshot('interview-paper-known');
});

for (const language of ['fr', 'en', 'ar'] as const) {
  test(`paper and page are accessible in ${language}`, async ({ launch }) => {
    const { page, screenshot } = await launch();
    const say = wordsIn(language);
    await openCommittee(page, language);
    await page.getByRole('button', { name: say('members', 'empty.printBlank'), exact: true }).click();
    await expect(
      page
        .getByRole('region', { name: say('documents', 'preview') })
        .getByRole('heading', { name: say('documents', 'interview.title'), exact: true }),
    ).toBeVisible();
    await screenshot(`interview-paper-${language}`);
    await expectAccessible(page);
    await page.getByRole('button', { name: say('members', 'interview.title') }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: say('members', 'interview.title') }),
    ).toBeVisible();
    await page.keyboard.press('Control+g');
    await page.keyboard.type('5.1');
    await page.keyboard.press('Enter');
    await page.keyboard.type(language === 'ar' ? 'اج' : 'ac');
    await expect(page.getByText(say('members', 'interview.kept'))).toBeVisible();
    await screenshot(`interview-page-${language}`);
    await expectAccessible(page);
    if (language !== 'fr') return;
    await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'dark'));
    await screenshot('interview-page-dark');
    await expectAccessible(page);
  });
}
