import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { read, utils } from 'xlsx';
import { workbook } from '../support/spreadsheets/files';
import { expectAccessible } from './support/accessibility';
import { openCommittee } from './support/committee';
import { expect, test } from './support/test';

/** A committee brings its own list into the register, and takes it back. */

const headings = ['N°', 'nom', 'Sigle', 'Tél.', 'Création', 'Gouv.', 'statut', 'Domaines', 'obs.'];
const list = [
  ['LISTE DES ASSOCIATIONS DU SUD'],
  ['arrêtée au 30 juin 2026'],
  [],
  headings,
  [
    1,
    'Association Les Deux Rives',
    'ALDR',
    '71 845 220',
    '2015',
    'Tunis',
    'déclarée',
    'accueil, plaidoyer',
    'RAS',
  ],
  [
    2,
    'Association jeunes et mobilité',
    'AJEM',
    '74 402 119',
    '14/03/2014',
    'Sfax',
    'déclarée',
    'enfants',
    null,
  ],
  [3, 'Collectif Vivre ensemble', 'CLV', '71 300 412', '2016', 'Ariana', 'déclarée', null, null],
  [
    4,
    'Assoc. Nour, accueil orientation',
    null,
    '75 612 209',
    '2012',
    'Medenine',
    'agréée',
    null,
    'doublon ?',
  ],
  [
    5,
    'Femmes artisanes  de Tozeur',
    'FAT',
    '00216 76 451 903',
    '1er Août 1997',
    'Tozeur',
    'au fait',
    'genre',
    null,
  ],
  [6, null, 'JCM', '73 220 118', '2018', 'Monastir', 'déclarée', null, null],
  [7, 'Union des quartiers', 'UQ', '71 45', '2031', 'Tunis', 'sous tutelle', null, 'voir M. Ali'],
  ...Array.from({ length: 30 }, (_, index) => [
    8 + index,
    `Voix des saisonniers ${index + 1}`,
    `VDS${index + 1}`,
    `7${1 + (index % 8)} 2${10 + index} 3${10 + index}`,
    2000 + (index % 24),
    ['Gabès', 'Sousse', 'Béja', 'Gafsa'][index % 4],
    'déclarée',
    'droit et protection',
    null,
  ]),
  [],
  ['TOTAL', 37],
];

async function register(page: Page, values: Record<string, string | number | null>): Promise<void> {
  const answer = await page.evaluate(
    (given) => window.concertation.call('records.create', { entity: 'organisations', values: given }),
    { country: 'TN', status: 'member', ...values },
  );
  expect(answer.ok).toBe(true);
}

/** Drops a file of this machine on the window, as the system does. */
async function dropOnWindow(page: Page, file: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dropped';
    document.body.append(input);
  });
  await page.locator('#dropped').setInputFiles(file);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped');
    const transfer = new DataTransfer();
    for (const one of input?.files ?? []) transfer.items.add(one);
    document
      .querySelector('main')
      ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    input?.remove();
  });
}

test('a messy list is looked at, decided, imported, and withdrawn', async ({ launch, folder }) => {
  test.setTimeout(240_000);
  const application = await launch();
  const { page, screenshot } = application;
  await openCommittee(page);
  await expect(page.getByRole('button', { name: 'Importer un tableau' })).toBeVisible();
  await screenshot('import-empty-register');
  await register(page, {
    name: 'Association jeunes et mobilité',
    acronym: 'AJEM',
    phone: '+21674402118',
    legalStatus: 'declared',
  });
  await register(page, {
    name: 'Collectif Vivre ensemble',
    acronym: 'CLV',
    phone: '+21671300412',
    foundedYear: 2016,
    region: 'TN-12',
    legalStatus: 'declared',
  });
  await register(page, {
    name: 'Association Nour pour les autres',
    acronym: 'ANAO',
    phone: '+21675612209',
    legalStatus: 'declared',
    region: 'TN-82',
  });

  const file = path.join(folder, 'associations sud 2026 VF.xlsx');
  writeFileSync(file, workbook({ 'Lisez-moi': [['Mode d’emploi']], Liste: list as never }));
  await page.getByRole('button', { name: 'Importer un tableau' }).click();
  await expect(page.getByText('Aucun import pour l’instant.')).toBeVisible();
  await screenshot('import-file');
  await expectAccessible(page);
  await application.answerOpenDialog([file]);
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();

  await expect(page.getByRole('button', { name: /^Ambiguës\s*1/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Refusées\s*1/ })).toBeVisible();
  await expect(page.getByText('Titres trouvés ligne 4.')).toBeVisible();
  await screenshot('import-rows');
  await expectAccessible(page);

  await page.getByRole('button', { name: /Titres trouvés ligne 4/ }).click();
  await expect(page.getByText(/ligne 43, total/)).toBeVisible();
  await screenshot('import-found');
  await page.keyboard.press('Escape');

  // F8 goes to the next row that asks for a look; 1 completes the organisation that is there already.
  await page.getByRole('grid').focus();
  await page.keyboard.press('F8');
  await expect(page.getByText('Ressemble à ANAO, déjà dans le registre.')).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByRole('radio', { name: /Compléter ANAO/ })).toBeChecked();
  await screenshot('import-ambiguous');

  // A word that no list knows is paired once for all rows.
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await page.getByRole('combobox', { name: /sous tutelle/ }).click();
  await page.getByRole('option', { name: 'Autre' }).click();
  await expect(page.getByRole('combobox', { name: /sous tutelle/ })).toHaveCount(0);

  await page.getByRole('button', { name: /^Refusées\s*1/ }).click();
  await screenshot('import-refused');
  await page.getByLabel('Nom officiel', { exact: true }).fill('Jeunes citoyens de Monastir');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Refusées\s*0/ })).toBeVisible();

  await page.getByRole('button', { name: 'Importer 36 lignes' }).click();
  await expect(page.getByRole('heading', { name: '36 lignes importées' })).toBeVisible();
  await screenshot('import-done');
  await page.getByRole('button', { name: 'Voir le registre' }).click();
  await expect(page.getByText('37 organisations')).toBeVisible();

  // The list as shown leaves as a workbook.
  const saved = path.join(folder, 'sortie.xlsx');
  await application.answerSaveDialog(saved);
  await page.getByRole('button', { name: 'Imprimer, exporter' }).click();
  await expect(page.getByRole('menuitem', { name: 'Tableau Excel (.xlsx)' })).toBeVisible();
  await screenshot('export-menu');
  await page.getByRole('menuitem', { name: 'Tableau Excel (.xlsx)' }).click();
  await expect(page.getByText(/37 organisations écrites/)).toBeVisible();
  const book = read(readFileSync(saved), { type: 'buffer' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  expect(sheet && utils.sheet_to_json(sheet)).toHaveLength(37);

  await page.getByRole('button', { name: 'Importer un tableau' }).click();
  await page.getByRole('button', { name: 'Retirer cet import' }).click();
  await expect(page.getByText(/Import retiré/)).toBeVisible();
  await screenshot('import-withdrawn');
  await expectAccessible(page);
});

test('a CSV in Windows-1252 that is dropped on the window comes in, and one undo takes it out', async ({
  launch,
  folder,
}) => {
  const application = await launch();
  const { page } = application;
  await openCommittee(page);
  const rows = [
    'Dénomination;Téléphone;Ville',
    'Association Éveil de Béja;78 610 245;Béja',
    'Ligue de l’été;71 300 412;Tunis',
  ];
  const file = path.join(folder, 'liste.csv');
  writeFileSync(file, Buffer.from(rows.join('\r\n').replaceAll('’', "'"), 'latin1'));
  await dropOnWindow(page, file);
  await expect(page.getByText('Association Éveil de Béja').first()).toBeVisible();
  await page.getByRole('button', { name: 'Importer 2 lignes' }).click();
  await expect(page.getByRole('heading', { name: '2 lignes importées' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Voir le registre' }).click();
  await expect(page.getByText('Rien dans cette vue.')).toBeVisible();
});
