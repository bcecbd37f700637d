import { ask, openCommittee, typed } from './support/committee';
import { expect, test } from './support/test';
import { wordsIn } from './support/words';

/** Lists to choose from, with the keyboard alone: what is typed is what is chosen. */

/** A sentence in which a name of the other direction may stand between isolates. */
function inArabicToo(sentence: string, name: string): RegExp {
  const [before = '', after = ''] = sentence
    .split(name)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`${before}\u2068?${name}\u2069?${after}`);
}

for (const { language, letters, type, region, place } of [
  { language: 'fr', letters: 'assoc', type: 'Association', region: 'medé', place: 'Médenine' },
  { language: 'en', letters: 'assoc', type: 'Association', region: 'medé', place: 'Médenine' },
  { language: 'ar', letters: 'جمعيه', type: 'جمعية', region: 'مدن', place: 'مدنين' },
] as const) {
  test(`what is typed is chosen by Enter and by Tab (${language})`, async ({ launch }) => {
    const { page } = await launch();
    await openCommittee(page, language);
    const say = wordsIn(language);
    await page
      .getByRole('button', { name: say('members', 'organisations.new') })
      .first()
      .click();
    const field = (name: string) =>
      page.getByRole('combobox', { name: say('members', `fields.organisations.${name}`), exact: true });
    await expect(page.getByRole('textbox').first()).toBeFocused();
    await page.keyboard.type('Voix du sud');
    await field('type').focus();
    await page.keyboard.type(letters);
    await page.keyboard.press('Enter');
    // The choice is taken and the form is still there.
    await expect(field('type')).toHaveValue(type);
    await page.keyboard.press('Tab');
    await expect(field('region')).toBeFocused();
    await page.keyboard.type(region);
    await page.keyboard.press('Tab');
    await expect(field('region')).toHaveValue(place);
    await field('region').focus();
    await page.keyboard.type('qqq');
    await page.keyboard.press('Tab');
    await expect(
      page.getByText(inArabicToo(say('common', 'noSuchChoice', { typed: 'qqq' }), 'qqq')),
    ).toBeVisible();
    await expect(field('region')).toHaveValue(place);
    await field('region').focus();
    await page.keyboard.press('Tab');
    await expect(field('region')).toHaveValue(place);
  });
}

test('on a sheet what is typed replaces what stood, and Escape puts it back', async ({ launch }) => {
  const { page } = await launch();
  await openCommittee(page);
  const id = await typed(page, 'organisations', {
    name: 'Voix du sud',
    country: 'TN',
    region: 'TN-11',
    status: 'identified',
  });
  const stored = async () => (await ask(page, 'members.sheet', { id })).organisation.values;
  await page.getByRole('grid', { name: 'Organisations' }).getByText('Voix du sud').dblclick();
  const region = page.getByRole('combobox', { name: 'Région' });
  await expect(region).toHaveValue('Tunis');
  await region.focus();
  await page.keyboard.type('sfax');
  await page.keyboard.press('Escape');
  await expect(region).toHaveValue('Tunis');
  await region.blur();
  await region.focus();
  await page.keyboard.type('sfax');
  await page.keyboard.press('Tab');
  await expect(region).toHaveValue('Sfax');
  await expect.poll(async () => (await stored()).region).toBe('TN-61');
  const themes = page.getByRole('combobox', { name: 'Thèmes' });
  await themes.focus();
  await page.keyboard.type('genre');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await stored()).themes).toEqual(['gender']);
});

test('no key is lost between a shortcut and its field, at a sixth of the speed', async ({ launch }) => {
  test.setTimeout(180_000);
  const { page } = await launch();
  await openCommittee(page);
  for (let number = 1; number <= 30; number += 1)
    await typed(page, 'organisations', { name: `Réseau ${number}`, country: 'TN', status: 'identified' });
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  for (let turn = 0; turn < 5; turn += 1) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('reseau 12');
    await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('reseau 12');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.getByRole('grid', { name: 'Organisations' }).focus();
  await page.keyboard.press('Control+n');
  await page.keyboard.type('Voix du fleuve');
  await expect(page.getByLabel('Nom officiel')).toHaveValue('Voix du fleuve');
});
