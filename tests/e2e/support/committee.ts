import { expect, type Page } from '@playwright/test';

/** Makes a committee's workspace through the page's own door, quicker than by hand, and waits for its register. */
export async function makeCommittee(page: Page): Promise<void> {
  const created = await page.evaluate(() =>
    window.concertation.call('workspace.create', {
      language: 'fr',
      role: 'committee',
      code: 'TN',
      name: 'Comité Tunisie',
      country: 'TN',
      people: [{ name: 'Salma Trabelsi', role: 'secretary' }],
      passphrase: 'mangue tampon rivière lundi velours',
      folder: null,
    }),
  );
  if (!created.ok) throw new Error(created.error.code);
  const groups = [1, 4].map((index) => ({ index, digits: created.value.recoveryGroups[index] ?? '' }));
  await page.evaluate(
    (asked) => window.concertation.call('workspace.confirmRecovery', { groups: asked }),
    groups,
  );
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Organisations', level: 1 })).toBeVisible({
    timeout: 30_000,
  });
}
