import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { workbook } from '../support/spreadsheets/files';
import { expectAccessible } from './support/accessibility';
import { openCommittee } from './support/committee';
import { expect, test } from './support/test';

/** Lists that must be asked about before their rows are read. */

const cases = path.resolve('tests/fixtures/cases/2026-12');

test('a list whose name could be several columns is asked about once; one of persons is said to be one', async ({
  launch,
  folder,
}) => {
  test.setTimeout(240_000);
  const application = await launch();
  const { page, screenshot } = application;
  await openCommittee(page);
  await page.getByRole('button', { name: 'Importer un tableau' }).click();

  const openFile = async (file: string) => {
    await application.answerOpenDialog([file]);
    await page.getByRole('button', { name: 'Choisir un fichier' }).click();
  };

  await openFile(path.join(cases, 'h29-donor-names.csv'));
  await expect(
    page.getByRole('heading', { name: 'Plusieurs colonnes peuvent porter le nom de l’organisation' }),
  ).toBeVisible();
  await expect(page.getByText('Dites d’abord quelle colonne porte le nom officiel.')).toBeVisible();
  await screenshot('import-which-name');
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /Implementing Partner Name.*Association Fictive des Ecoles/ })
    .click();
  await expect(page.getByRole('button', { name: 'Importer 3 lignes' })).toBeEnabled();
  await screenshot('import-name-chosen');

  await page.getByRole('button', { name: 'Retour au fichier' }).click();
  await openFile(path.join(cases, 'h27-persons-english.csv'));
  await expect(
    page.getByRole('heading', { name: 'Cette liste semble être une liste de personnes' }),
  ).toBeVisible();
  await screenshot('import-persons');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Retour au fichier' }).click();
  const activities = path.join(folder, '3w.xlsx');
  writeFileSync(
    activities,
    workbook({
      '3W': [
        ['Organisation', 'Région', 'Thèmes', 'Activités'],
        ['Association Alpha', 'Tunis', 'Genre', 'Ateliers'],
        ['Association Alpha', 'Sfax', 'Enfants', 'Classes'],
        ['Association Alpha', 'Gabès', 'Genre', 'Visites'],
        ['Association Bêta', 'Gabès', 'Genre', 'Visites'],
        ['Association Bêta', 'Gabès', 'Enfants', 'Classes'],
        ['RAS', 'Gabès', 'Enfants', 'Classes'],
      ],
    }),
  );
  await openFile(activities);
  await expect(page.getByText(/2 lignes portent le nom d’une autre/)).toBeVisible();
  await screenshot('import-repeats');
  await page.getByRole('button', { name: /Les réunir/ }).click();
  await expect(page.getByText(/3 lignes réunies/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Importer 2 lignes' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Ambiguës\s*1/ }).click();
  await expect(page.getByText(/Ce nom peut aussi dire qu’il n’y en a pas/)).toBeVisible();
  await screenshot('import-repeats-joined');
});
