import type { Page } from '@playwright/test';
import { expect } from './test';
import { type Words, wordsIn } from './words';

/** What a secretary types on the first day. */
export interface FirstDay {
  readonly country: string;
  readonly person: string;
  readonly passphrase: string;
}

/**
 * Goes through the five steps of the first start of a committee, in French, as a person does.
 *
 * @returns the recovery code as its sheet prints it
 */
export async function startCommitteeByHand(page: Page, day: FirstDay): Promise<string> {
  const next = page.getByRole('button', { name: 'Continuer' });
  await page.getByRole('radio', { name: 'Français' }).click();
  await next.click();

  await page.getByRole('radio', { name: /^Un comité national/ }).click();
  await page.getByRole('combobox', { name: 'Pays du comité' }).click();
  await page.getByRole('option', { name: day.country }).click();
  await next.click();

  await page.getByLabel('Votre nom').fill(day.person);
  await next.click();

  await page.getByLabel('Phrase secrète', { exact: true }).fill(day.passphrase);
  await page.getByLabel('Encore une fois').fill(day.passphrase);
  await page.getByRole('button', { name: 'Créer l’espace chiffré' }).click();
  const code = await copyRecoverySheetBack(page);
  await next.click();
  await page.getByRole('button', { name: 'Aller au registre' }).click();
  await expect(page.getByRole('heading', { name: 'Votre registre commence ici' })).toBeVisible();
  return code;
}

/**
 * Types back the two groups of the recovery sheet that the page asks for.
 *
 * @returns the whole code as the sheet prints it: six groups and the check
 */
export async function copyRecoverySheetBack(page: Page, say: Words = wordsIn('fr')): Promise<string> {
  const sheet = page.getByRole('region', { name: say('workspace', 'recovery.title') });
  const groups = sheet.getByRole('listitem').locator('strong');
  await expect(groups).toHaveCount(6);
  const printed = await groups.allInnerTexts();
  const check = await sheet.locator('b').innerText();
  const asked = page.getByLabel(new RegExp(`^${say('workspace', 'recovery.group', { number: '[1-6]' })}$`));
  await expect(asked).toHaveCount(2);
  for (const field of await asked.all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    await field.fill(printed[Number(/\d/.exec(label)?.[0]) - 1] ?? '');
  }
  return `${printed.join(' ')} ${check}`;
}

/** Opens the workspace chosen at the door; a laptop with one person knows who is at the keyboard. */
export async function unlockByHand(page: Page, { passphrase }: Pick<FirstDay, 'passphrase'>): Promise<void> {
  await page.getByLabel('Phrase secrète').fill(passphrase);
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Ouvrir un espace' })).toBeHidden();
}
