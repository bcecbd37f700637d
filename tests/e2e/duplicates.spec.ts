import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { ask, openCommittee, typed } from './support/committee';
import { expect, test } from './support/test';

/** Doubles: told while a sheet is typed, found over the register, merged and taken back by the keyboard. */

async function register(page: Page): Promise<{ readonly nour: string; readonly anao: string }> {
  const common = { country: 'TN', status: 'identified' };
  const nour = await typed(page, 'organisations', {
    ...common,
    name: 'Association Nour, accueil et orientation',
    nameArabic: 'جمعية نور للاستقبال والتوجيه',
    status: 'member',
    type: 'association',
    region: 'TN-82',
    phone: '+216 75 612 209',
    foundedYear: 2012,
    themes: ['gender'],
    notes: 'Vue en mai.',
    publicationConsent: true,
  });
  const anao = await typed(page, 'organisations', {
    ...common,
    name: 'ANAO',
    acronym: 'ANAO',
    region: 'TN-82',
    phone: '75 612 209',
    email: 'contact@nour.example',
    foundedYear: 2013,
    themes: ['children'],
    publicationConsent: false,
  });
  await typed(page, 'needs', { organisation: anao, domain: 'advocacy', level: 3 });
  const amal = await typed(page, 'persons', { fullName: 'Amal Jaziri', sex: 'f', phone: '98 111 222' });
  await typed(page, 'affiliations', { person: amal, organisation: anao, role: 'présidente' });
  await typed(page, 'persons', { fullName: 'JAZIRI Amal', sex: 'f', phone: '+216 98 111 222' });
  await typed(page, 'organisations', { ...common, name: 'Association Tissilt', region: 'TN-31' });
  await typed(page, 'organisations', { ...common, name: 'Tissilt', region: 'TN-31' });
  await typed(page, 'organisations', { ...common, name: 'Ligue Manara', region: 'TN-61' });
  return { nour, anao };
}

test('a sheet being typed says which one it resembles, and opens it', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  await register(page);
  await page.getByRole('button', { name: 'Nouvelle organisation' }).first().click();
  const beside = page.getByRole('complementary', { name: /Déjà dans le registre/ });
  await expect(beside).toContainText('Rien qui ressemble');
  await page.getByLabel('Nom officiel').fill('anao');
  await page.getByLabel('Téléphone').fill('75612209');
  await expect(beside).toContainText('même sigle');
  await expect(beside).toContainText('même téléphone');
  await expectAccessible(page);
  await screenshot('duplicates-like');
  await beside
    .getByRole('link', { name: /Ouvrir cette fiche/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/ANAO|Association Nour/);
});

test('two sheets are merged by the keyboard, and taken back', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  const { nour, anao } = await register(page);
  await page.getByRole('button', { name: /^Doublons/ }).click();
  const pairs = page.getByRole('listbox', { name: /Paires/ });
  await expect(pairs.getByRole('option')).toHaveCount(2);
  await screenshot('duplicates');
  await expectAccessible(page);

  await pairs.focus();
  await pairs.press('ArrowDown');
  await expect(page.getByRole('form')).toContainText('ANAO');
  await expect(page.getByRole('form')).toContainText('la réponse qui protège le plus reste');
  await pairs.press('Enter');
  const name = page.getByRole('radiogroup', { name: 'Nom officiel' });
  await expect(name.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(name.getByRole('radio').nth(1)).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radiogroup', { name: 'Créée en' }).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await screenshot('duplicates-merge');
  await page.keyboard.press('Enter');
  await expect(pairs.getByRole('option')).toHaveCount(1);

  const merged = await ask(page, 'members.sheet', { id: nour });
  expect(merged.organisation.values).toMatchObject({
    name: 'Association Nour, accueil et orientation',
    acronym: 'ANAO',
    foundedYear: 2013,
    publicationConsent: false,
  });
  expect([merged.needs.length, merged.contacts.length]).toEqual([1, 1]);
  expect((await ask(page, 'members.sheet', { id: anao })).mergedInto?.id).toBe(nour);

  await page.keyboard.press('Control+z');
  await expect(pairs.getByRole('option')).toHaveCount(2);
  const apart = await ask(page, 'members.sheet', { id: nour });
  expect(apart.organisation.values).toMatchObject({
    acronym: null,
    foundedYear: 2012,
    publicationConsent: true,
  });
});

test('a pair that is none is told apart and not shown again; the last one leaves an empty page that teaches', async ({
  launch,
}) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  await register(page);
  await page.getByRole('button', { name: /^Doublons/ }).click();
  const pairs = page.getByRole('listbox', { name: /Paires/ });
  await pairs.focus();
  await pairs.press('d');
  await expect(pairs.getByRole('option')).toHaveCount(1);
  await page.getByRole('button', { name: 'Ce ne sont pas des doublons' }).click();
  await expect(page.getByRole('heading', { name: 'Aucun doublon en vue' })).toBeVisible();
  await expectAccessible(page);
  await screenshot('duplicates-none');
  await page.keyboard.press('Control+z');
  await expect(pairs.getByRole('option')).toHaveCount(1);
});

test('two sheets checked in the list can be merged although they do not resemble', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  await register(page);
  const list = page.getByRole('grid', { name: 'Organisations' });
  await list.getByText('Ligue Manara').click();
  await list.press(' ');
  await list.getByText('Association Nour, accueil et orientation').click();
  await list.press(' ');
  await page.getByRole('button', { name: 'Fusionner', exact: true }).click();
  await expect(page.getByRole('form')).toContainText('Ligue Manara');
  await screenshot('duplicates-asked');
  await page.getByRole('button', { name: 'Fusionner les deux fiches' }).click();
  await expect.poll(async () => (await ask(page, 'members.counts', {})).organisations).toBe(4);
});

for (const [language, doubles, persons, towardsTheOther] of [
  ['en', /^Duplicates/, 'Persons', 'ArrowRight'],
  ['ar', /^التكرارات/, 'الأشخاص', 'ArrowLeft'],
] as const) {
  test(`the page of doubles reads in ${language}, and axe finds nothing`, async ({ launch }) => {
    const { page, screenshot } = await launch();
    await openCommittee(page, language);
    await register(page);
    await page.getByRole('button', { name: doubles }).click();
    await expect(page.getByRole('option')).toHaveCount(2);
    await page.getByRole('option').nth(1).click();
    const values = page.getByRole('radiogroup').first().getByRole('radio');
    await values.first().focus();
    await page.keyboard.press(towardsTheOther);
    await expect(values.nth(1)).toBeChecked();
    await screenshot(`duplicates-${language}`);
    await expectAccessible(page);
    await page.getByRole('tab', { name: persons }).click();
    await expect(page.getByRole('option')).toHaveCount(1);
    await expectAccessible(page);
    await screenshot(`duplicates-persons-${language}`);
  });
}
