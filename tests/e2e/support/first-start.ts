import { expect, type Page } from '@playwright/test';

/** What a secretary types on the first day. */
export interface FirstDay {
  readonly country: string;
  readonly person: string;
  readonly passphrase: string;
}

/** Goes through the five steps of the first start of a committee, in French, as a person does. */
export async function startCommitteeByHand(page: Page, day: FirstDay): Promise<void> {
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
  await copyRecoverySheetBack(page);
  await next.click();
  await page.getByRole('button', { name: 'Aller au registre' }).click();
}

/** Types back the two groups of the recovery sheet that the page asks for. */
async function copyRecoverySheetBack(page: Page): Promise<void> {
  const groups = page.getByRole('region', { name: 'Feuille de secours' }).getByRole('listitem');
  await expect(groups).toHaveCount(6);
  const asked = page.getByLabel(/^Groupe \d$/);
  await expect(asked).toHaveCount(2);
  for (const field of await asked.all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    const group = groups.nth(Number(/\d/.exec(label)?.[0]) - 1);
    await field.fill(await group.locator('strong').innerText());
  }
}

/** Opens the one workspace of this laptop with its passphrase and says who is at the keyboard. */
export async function unlockByHand(page: Page, { person, passphrase }: FirstDay): Promise<void> {
  await page.getByLabel('Phrase secrète').fill(passphrase);
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await page.getByRole('button', { name: person }).click();
}
