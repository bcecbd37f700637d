import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { everythingInDocx } from '../support/documents/docx';
import { expectAccessible } from './support/accessibility';
import { ask, openCommittee, typed } from './support/committee';
import { expect, test } from './support/test';

/** The cartography of the country: from the survey to the themes, and back to the sheets behind each number. */

async function surveyed(page: Page): Promise<string> {
  const campaign = await typed(page, 'surveyCampaigns', {
    title: 'Cartographie du pays',
    startsOn: '2026-06-01',
    endsOn: '2026-07-12',
    methods: ['interview', 'desk_review'],
    surveyors: 'Héla Mansour et Nizar Ferchichi',
  });
  const regions = ['TN-11', 'TN-61', 'TN-82'];
  const themes = ['gender', 'rights_protection', 'children'];
  for (const [index, acronym] of ['ALDR', 'RLS', 'MIGRA', 'OASIS', 'PONT', 'RIVE'].entries()) {
    const organisation = await typed(page, 'organisations', {
      name: `Association ${acronym} pour les droits des migrants`,
      acronym,
      country: 'TN',
      type: 'association',
      status: index < 4 ? 'surveyed' : 'contacted',
      region: regions[index % 3] ?? null,
      themes: [themes[index % 3] ?? 'gender', 'rights_protection'],
      ...(index < 4 ? { surveyDate: `2026-06-${String(3 + index * 7).padStart(2, '0')}` } : {}),
      ...(index < 4 ? { surveyor: index % 2 === 0 ? 'Héla Mansour' : 'Nizar Ferchichi' } : {}),
      ...(index === 0 ? { skillsOffered: ['advocacy'], verifiedOn: '2024-02-01' } : {}),
    });
    await typed(page, 'needs', { organisation, domain: 'project_design', level: index % 4, priority: 1 });
    await typed(page, 'needs', { organisation, domain: 'advocacy', level: (index + 2) % 4 });
  }
  await ask(page, 'cartography.saveTarget', { campaign, region: 'TN-11', target: 3 });
  return campaign;
}

const openCartography = (page: Page) =>
  page.getByRole('navigation').getByRole('link', { name: 'Cartographie' }).click();

test('a campaign is planned, its progress read from the sheets, and each number opens its sheets', async ({
  launch,
}) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  await openCartography(page);
  await expect(page.getByText('Aller à la rencontre des organisations')).toBeVisible();
  await screenshot('cartography-empty');
  await page.getByRole('button', { name: 'Nouvelle campagne' }).click();
  await page.getByLabel('Titre').fill('Enquête pilote');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Avancement' })).toBeVisible();
  const target = page.getByLabel('Objectif, Tunis', { exact: true });
  await target.fill('12');
  await target.press('Enter');
  await expect(page.getByRole('row', { name: /^Total 12/ })).toBeVisible();

  await surveyed(page);
  await page.getByRole('combobox', { name: 'Campagne' }).click();
  await page.getByRole('option', { name: 'Cartographie du pays' }).click();
  const regions = page.getByRole('table', { name: 'Par région' });
  await expect(regions.getByRole('button', { name: '2 fiches, Enquêtées, Tunis' })).toBeVisible();
  await screenshot('cartography-survey');
  await expectAccessible(page);

  await regions.getByRole('button', { name: '2 fiches, Enquêtées, Tunis' }).click();
  await expect(page.getByText('2 fiches comptées')).toBeVisible();
  const list = page.getByRole('grid', { name: 'Organisations' });
  await expect(list.getByText('ALDR', { exact: true })).toBeVisible();
  await expect(list.getByText('OASIS', { exact: true })).toBeVisible();
  await expect(list.getByText('PONT', { exact: true })).toHaveCount(0);
});

test('sheets that nobody verified for a year are found and marked in one gesture', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  await surveyed(page);
  await openCartography(page);
  await page.getByRole('tab', { name: 'Fiches' }).click();
  await page.getByRole('tab', { name: /Non vérifiées depuis 12 mois/ }).click();
  const sheets = page.getByRole('grid', { name: 'Fiches' });
  await expect(sheets.getByText('ALDR', { exact: true })).toBeVisible();
  await screenshot('cartography-sheets');
  await expectAccessible(page);
  await sheets.focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Marquer vérifiées aujourd’hui' }).click();
  await expect(page.getByText('1 fiche vérifiée aujourd’hui')).toBeVisible();
  await expect(page.getByRole('tab', { name: /12 mois\s*5$/ })).toBeVisible();
  await sheets.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('tab', { name: /12 mois\s*6$/ })).toBeVisible();
});

test('needs are read by domain, sorted and filtered, and the themes are decided with a reason', async ({
  launch,
}) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  await surveyed(page);
  await openCartography(page);
  await page.getByRole('tab', { name: 'Besoins' }).click();
  const matrix = page.getByRole('grid', { name: 'Besoins par organisation et domaine' });
  await expect(matrix.getByText('ALDR', { exact: true })).toBeVisible();
  await screenshot('cartography-needs');
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Région' }).click();
  await page.getByRole('option', { name: 'Tunis', exact: true }).click();
  await expect(matrix.getByText('RLS', { exact: true })).toHaveCount(0);
  await expect(matrix.getByText('OASIS', { exact: true })).toBeVisible();

  await page.getByRole('tab', { name: 'Thématiques' }).click();
  await expect(page.getByText('candidat', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Retenir ces deux thèmes' }).click();
  await expect(page.getByText('Conforme à la proposition')).toBeVisible();
  const reason = page.getByLabel('Motif de ce choix');
  await reason.fill('Décidé à l’atelier de restitution');
  await reason.blur();
  await expect
    .poll(async () => (await ask(page, 'cartography.themes', {})).reason)
    .toBe('Décidé à l’atelier de restitution');
  await screenshot('cartography-themes');
  await expectAccessible(page);
});

test('the restitution report is written beside its preview and leaves as Word with its map', async ({
  launch,
  folder,
}) => {
  const application = await launch();
  const { page, screenshot } = application;
  await openCommittee(page);
  await surveyed(page);
  await openCartography(page);
  await page.getByRole('button', { name: 'Rapport de restitution' }).click();
  const preview = page.getByRole('region', { name: 'Aperçu du document' });
  await expect(preview.getByRole('heading', { name: /Cartographie des organisations/ })).toBeVisible();
  await page.getByLabel('Introduction').fill('Le comité a rencontré les associations du pays.');
  await expect(preview).toContainText('Le comité a rencontré les associations du pays.');
  await expect(preview.locator('svg[role="img"]')).toBeVisible();
  await expect(preview).not.toContainText('Héla Mansour');
  await screenshot('restitution');
  await expectAccessible(page);

  const word = path.join(folder, 'restitution.docx');
  await application.answerSaveDialog(word);
  await page.getByRole('button', { name: 'Word', exact: true }).click();
  await expect(page.getByText('restitution.docx enregistré')).toBeVisible();
  const everything = everythingInDocx(word);
  expect(everything).toContain('PNG');
  expect(everything).not.toContain('Héla Mansour');

  const pdf = path.join(folder, 'restitution.pdf');
  await application.answerSaveDialog(pdf);
  await page.getByRole('button', { name: 'PDF', exact: true }).click();
  await expect(page.getByText('restitution.pdf enregistré')).toBeVisible();
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
});
