import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Output } from '../../main/core/contract/operations';
import { expectAccessible } from './support/accessibility';
import { answered, unlock } from './support/answers';
import { carry, enrol, passphrase, receive, startCommittee, startCoordination } from './support/enrolled';
import type { Concertation } from './support/launch';
import { expect, test } from './support/test';

/** The quarter of a committee: its lines typed, its narrative kept, its signature, and what comes back. */

async function currentQuarter(concertation: Concertation): Promise<string> {
  const state = await answered(concertation, 'workspace.state', {});
  return state.status === 'open' ? state.currentQuarter : '';
}

async function overview(concertation: Concertation): Promise<Output<'quarter.overview'>> {
  return answered(concertation, 'quarter.overview', { quarter: await currentQuarter(concertation) });
}

async function lineOf(concertation: Concertation, activity: string) {
  const line = (await overview(concertation)).lines.find((candidate) => candidate.activity === activity);
  return { state: line?.state, quantity: line?.quantity, comment: line?.comment };
}

/** Types what a quarter needs at least before it may be signed. */
async function typeQuarter(committee: Concertation): Promise<void> {
  const quarter = await currentQuarter(committee);
  await answered(committee, 'quarter.saveLine', {
    quarter,
    activity: 'A2.1.3',
    values: { state: 'done', quantity: 41, comment: 'Deux séances à Médenine' },
  });
  await answered(committee, 'quarter.saveNarrative', {
    quarter,
    field: 'highlights',
    text: 'Le comité et le ministère ont tenu leur premier atelier commun.',
  });
}

const lines = (page: Page) => page.getByRole('link', { name: 'Programme de travail' });
const closing = (page: Page) => page.getByRole('link', { name: /^Clôture/ });
const row = (page: Page, activity: string) => page.getByRole('row', { name: new RegExp(`^${activity} `) });

/** Presses Tab until the cursor stands in the grid. */
async function tabIntoGrid(page: Page): Promise<void> {
  const cell = page.locator('[data-place]:focus');
  for (let pressed = 0; pressed < 30 && (await cell.count()) === 0; pressed += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(cell).toHaveAttribute('data-place', '0 0');
}

test('a secretary types the lines of the quarter by the keyboard alone', async ({ launch }) => {
  const committee = await launch();
  const { page, screenshot } = committee;
  await startCommittee(committee);
  await lines(page).press('Enter');
  await expect(row(page, 'A1.1.1')).toContainText('Cartographies par pays');
  await tabIntoGrid(page);

  await page.keyboard.press('e');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await page.keyboard.type('12');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Atelier à Sfax, 12 OSC');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Reportée' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(row(page, 'A1.2.2')).toContainText('En cours');
  expect(await lineOf(committee, 'A1.1.1')).toEqual({ state: 'in_progress', quantity: 3, comment: null });
  expect(await lineOf(committee, 'A1.2.1')).toEqual({
    state: null,
    quantity: 12,
    comment: 'Atelier à Sfax, 12 OSC',
  });

  await test.step('what is no number is refused in place, and Escape restores', async () => {
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('1b');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('nombre entier');
    await page.keyboard.press('Escape');
    await expect(row(page, 'A1.2.1')).toContainText('12');
  });

  await test.step('Ctrl+Z takes the last value back, and the history of the field is one key away', async () => {
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await lineOf(committee, 'A1.2.1')).quantity).toBeNull();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await lineOf(committee, 'A1.2.1')).quantity).toBe(12);
    await expect(page.locator('[data-place="1 1"]')).toHaveText('12');
    await page.keyboard.press('Alt+h');
    await expect(page.getByRole('heading', { name: 'Historique : Quantité' })).toBeVisible();
    await screenshot('quarter-lines');
  });

  await test.step('a comment that was kept twice while it was typed is one change of its history', async () => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' et 3 médias');
    const comment = async () => (await lineOf(committee, 'A1.2.1')).comment;
    await expect.poll(comment).toBe('Atelier à Sfax, 12 OSC et 3 médias');
    await page.keyboard.type(' locaux');
    await page.keyboard.press('Enter');
    await expect.poll(comment).toBe('Atelier à Sfax, 12 OSC et 3 médias locaux');
    await page.locator('[data-place="1 2"]').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+h');
    const changes = page.getByRole('complementary').getByRole('listitem').filter({ hasText: 'locaux' });
    await expect(changes).toHaveCount(1);
    await expect(changes.locator('ins')).toHaveText('Atelier à Sfax, 12 OSC et 3 médias locaux');
    await expect(changes.locator('del')).toHaveCount(0);
  });
});

test('the closing names what blocks the signature and goes to where it is mended', async ({ launch }) => {
  const committee = await launch();
  const { page, screenshot } = committee;
  await startCommittee(committee);
  await answered(committee, 'records.create', {
    entity: 'organisations',
    values: { name: 'Association Nour', country: 'TN', status: 'member' },
  });
  await expect(closing(page)).toContainText('3');
  await closing(page).click();
  await expect(page.getByRole('button', { name: /^Signer/ })).toBeDisabled();
  await expect(page.getByText('3 points bloquants')).toBeVisible();
  await expect(page.getByText('Le comité n’est pas encore inscrit au registre.')).toBeVisible();

  await page.getByRole('button', { name: /^Aucune activité/ }).press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Faits marquants' })).toBeFocused();
  await page.keyboard.type('Sept engagements notés à Médenine.');
  await screenshot('quarter-closing');

  await test.step('what was written survives the end of the power, without leaving the field', async () => {
    await expect
      .poll(async () => (await overview(committee)).narrative.highlights, { timeout: 2_500 })
      .toBe('Sept engagements notés à Médenine.');
    const ended = committee.app.waitForEvent('close');
    committee.app.process().kill('SIGKILL');
    await ended;
    const again = await launch();
    await unlock(again, passphrase);
    expect((await overview(again)).narrative.highlights).toBe('Sept engagements notés à Médenine.');
    await closing(again.page).click();
    await expect(again.page.getByText('2 points bloquants')).toBeVisible();
    await again.page.getByRole('button', { name: /^Aucune activité/ }).click();
    await expect(again.page.getByRole('grid')).toBeVisible();
    await closing(again.page).click();
    await again.page.getByRole('button', { name: /^1 fiche d’organisation incomplète/ }).click();
    await expect(again.page.getByRole('tab', { name: /^Fiches incomplètes/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });
});

test('a narrative is taken back by a stretch of typing, not letter by letter', async ({ launch }) => {
  const committee = await launch();
  const { page } = committee;
  await startCommittee(committee);
  const highlights = async () => (await overview(committee)).narrative.highlights;
  await closing(page).click();
  const field = page.getByRole('textbox', { name: 'Faits marquants' });
  await field.fill('Un atelier.');
  await page.getByRole('tab', { name: /^Suites/ }).click();
  await expect.poll(highlights).toBe('Un atelier.');
  await page.getByRole('tab', { name: /^Faits marquants/ }).click();
  await field.press('End');
  await page.keyboard.type(' Sept');
  await expect.poll(highlights).toBe('Un atelier. Sept');
  await page.keyboard.type(' engagements.');
  await page.keyboard.press('Control+s');
  await expect.poll(highlights).toBe('Un atelier. Sept engagements.');
  await page.keyboard.press('Control+z');
  await expect.poll(highlights).toBe('Un atelier.');
  await expect(field).toHaveValue('Un atelier.');
});

test('an enrolled committee signs, saves its file, and finds the remark of the slip at its line', async ({
  launch,
  folder,
}) => {
  test.setTimeout(300_000);
  const stick = { folder: path.join(folder, 'stick') };
  mkdirSync(stick.folder);
  const coordination = await launch({ profile: path.join(folder, 'coordination') });
  const committee = await launch();
  const { page, screenshot } = committee;
  await startCoordination(coordination, stick);
  await startCommittee(committee);
  await enrol(coordination, committee, stick);
  await typeQuarter(committee);
  const decide = async (file: string, decision: 'accepted' | 'returned', remark: string) => {
    const received = await receive(coordination, file);
    if (received.kind !== 'report') throw new Error(`The report was read as ${received.kind}`);
    const { lines: typed } = await overview(committee);
    const record = typed.find((line) => line.activity === 'A2.1.3')?.id ?? '';
    const slip = await answered(coordination, 'submissions.decide', {
      id: received.submission,
      decision,
      general: '',
      remarks:
        remark === ''
          ? []
          : [{ table: 'activity_lines', record, field: 'quantity', title: '', text: remark }],
      deadline: null,
      confirmation: null,
      passphrase,
    });
    await carry(coordination, committee, stick, slip);
  };

  await test.step('the passphrase is asked in place, and the file is written', async () => {
    await closing(page).click();
    await expect(page.getByText('Un seul destinataire')).toBeVisible();
    await page.getByRole('button', { name: /^Signer/ }).click();
    await expect(page.getByText('Tapez la phrase secrète')).toBeVisible();
    await page.getByLabel(/^Votre phrase secrète/).fill('une autre phrase');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('La phrase secrète n’est pas la bonne');
    await page.getByLabel(/^Votre phrase secrète/).fill(passphrase);
    await page.getByRole('button', { name: /^Signer/ }).click();
    await expect(page.getByText('Ce trimestre est signé et verrouillé.')).toBeVisible();
    await expect(page.getByText(/^\d{4} \d{4} \d{4}$/)).toBeVisible();
    await committee.answerSaveDialog(path.join(stick.folder, 'premier.colis'));
    await page.getByRole('button', { name: 'Enregistrer le fichier' }).click();
    await expect(page.getByText('vous pouvez retirer la clé')).toBeVisible();
    expect(existsSync(path.join(stick.folder, 'premier.colis'))).toBe(true);
    await screenshot('quarter-signed');
    await expectAccessible(page);
  });

  await test.step('a signed quarter is locked and says so', async () => {
    await lines(page).click();
    await expect(page.getByText('ses lignes se lisent')).toBeVisible();
    await page.locator('[data-place="5 1"]').click();
    await page.keyboard.type('9');
    await expect(page.getByRole('grid').getByRole('textbox')).toHaveCount(0);
    await committee.answerSaveDialog(path.join(folder, 'programme.pdf'));
    await page.getByRole('button', { name: 'Imprimer, exporter' }).click();
    await page.getByRole('menuitem', { name: 'Enregistrer en PDF' }).click();
    await expect(page.getByText('PDF enregistré : programme.pdf')).toBeVisible();
    expect(readFileSync(path.join(folder, 'programme.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('a returned quarter shows the remark at its line and is signed again', async () => {
    await decide(path.join(stick.folder, 'premier.colis'), 'returned', 'Deux fois la même séance ?');
    await closing(page).click();
    await expect(page.getByText('La coordination demande une correction.')).toBeVisible();
    await page.getByRole('button', { name: /^A2\.1\.3 .*Deux fois la même séance/ }).click();
    await expect(page.getByRole('grid')).toContainText('Deux fois la même séance ?');
    await expect(row(page, 'A2.1.3').locator('[data-field="state"]')).toBeFocused();
    await screenshot('quarter-returned-lines');
    await expectAccessible(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('38');
    await page.keyboard.press('Enter');
    await closing(page).click();
    await screenshot('quarter-returned');
    await page.getByLabel(/^Votre phrase secrète/).fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ce trimestre est signé et verrouillé.')).toBeVisible();
    await committee.answerSaveDialog(path.join(stick.folder, 'second.colis'));
    await page.getByRole('button', { name: 'Enregistrer le fichier' }).click();
    await expect(page.getByText('vous pouvez retirer la clé')).toBeVisible();
  });

  await test.step('an accepted quarter is rectified under a number and a reason', async () => {
    await decide(path.join(stick.folder, 'second.colis'), 'accepted', '');
    await expect(page.getByText('La coordination a accepté ce trimestre.')).toBeVisible();
    await page.getByRole('button', { name: 'Rectifier ce trimestre' }).click();
    await expect(page.getByRole('button', { name: 'Commencer le rectificatif' })).toBeDisabled();
    await page.getByLabel('Motif, lu par la coordination').fill('Une séance oubliée à Gabès.');
    await page.getByRole('button', { name: 'Commencer le rectificatif' }).click();
    await expect(page.getByText('Motif : Une séance oubliée à Gabès.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Rectificatif n° 1 en cours.' })).toBeVisible();
    await screenshot('quarter-rectifying');
    await expectAccessible(page);
  });
});

for (const [language, direction] of [
  ['fr', 'ltr'],
  ['en', 'ltr'],
  ['ar', 'rtl'],
] as const) {
  test(`axe finds nothing on the pages of the quarter (${language})`, async ({ launch }) => {
    test.setTimeout(120_000);
    const committee = await launch();
    const { page, screenshot } = committee;
    await startCommittee(committee);
    await typeQuarter(committee);
    await answered(committee, 'workspace.chooseLanguage', { language });
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    await page.locator('nav a[href="/quarter/lines"]').click();
    await expect(page.getByRole('grid')).toBeVisible();
    await page.locator('[data-place="5 1"]').click();
    await screenshot(`quarter-lines-${language}`);
    await expectAccessible(page);
    await page.locator('nav a[href="/quarter"]').click();
    await expect(page.getByRole('tablist')).toBeVisible();
    await screenshot(`quarter-closing-${language}`);
    await expectAccessible(page);
  });
}
