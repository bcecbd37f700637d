import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { paper } from '../support/attachments/files';
import { xlsm } from '../support/packages/attachments';
import { expectAccessible } from './support/accessibility';
import { filesBelow } from './support/bytes-of-folder';
import { ask, openCommittee, typed } from './support/committee';
import { expect, test } from './support/test';

/** Files of a sheet, as a secretary handles them: dropped, pasted, looked at, copied out, taken back. */

test.setTimeout(240_000);

const name = 'Association Rihla';

/** Goes to a sheet by its list. */
async function goTo(page: Page, list: 'organisations' | 'persons', title: string): Promise<void> {
  await page.locator(`nav a[href="/${list}"]`).first().click();
  await page.getByRole('grid').getByText(title).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function openSheet(page: Page, language: 'fr' | 'ar' = 'fr'): Promise<Locator> {
  await openCommittee(page, language);
  await typed(page, 'organisations', { name, country: 'TN', status: 'member' });
  await goTo(page, 'organisations', name);
  const section = page.locator('#part-attachments');
  await section.scrollIntoViewIfNeeded();
  return section;
}

/** A picture of a telephone, larger than what is kept. */
async function photoFromPhone(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2_400, 1_200);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('No drawing context');
    pen.fillStyle = 'rgb(40, 110, 90)';
    pen.fillRect(0, 0, 2_400, 1_200);
    pen.fillStyle = 'rgb(230, 190, 60)';
    pen.fillRect(300, 200, 900, 700);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const photo = Buffer.from(bytes);
  const place = Buffer.from('Exif\0\0GPS 36.80N 10.18E', 'latin1');
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, place.length + 2]), place]);
  return Buffer.concat([photo.subarray(0, 2), segment, photo.subarray(2)]);
}

/** Lets files fall on, or hover over, a place of the window. */
async function drop(target: Locator, files: readonly { name: string; bytes: Buffer }[]): Promise<void> {
  const place = target.getByRole('group', { name: 'Pièces jointes' });
  const dataTransfer = await target.page().evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const file of given) transfer.items.add(new File([new Uint8Array(file.bytes)], file.name));
      return transfer;
    },
    files.map((file) => ({ name: file.name, bytes: [...file.bytes] })),
  );
  await place.dispatchEvent('dragover', { dataTransfer });
  await expect(target.getByText('Déposer ici pour joindre à cette fiche')).toBeVisible();
  await place.dispatchEvent('drop', { dataTransfer });
}

const view = (place: Locator | Page, file: string) => place.getByRole('button', { name: `Voir ${file}` });

test('files are dropped, looked at, described, copied out, thrown away and taken back', async ({
  launch,
  folder,
}) => {
  const concertation = await launch();
  const { page } = concertation;
  const section = await openSheet(page);
  await expect(section.getByText('Aucune pièce.')).toBeVisible();
  const before = filesBelow(folder).length;

  await drop(section, [
    { name: 'IMG_2041.JPG', bytes: await photoFromPhone(page) },
    { name: 'Statuts signés.pdf', bytes: paper('statuts', 40_000) },
  ]);
  await expect(view(section, 'Statuts signés.pdf')).toBeVisible();
  await expect(view(section, 'IMG_2041.jpg')).toBeVisible();
  await expect(page.getByRole('img', { name: `Photo de ${name}` })).toBeVisible();
  await expect(page.getByRole('contentinfo').getByText('2 pièces jointes ajoutées')).toBeVisible();

  await view(section, 'IMG_2041.jpg').click();
  const preview = page.getByRole('dialog');
  const picture = preview.getByRole('img', { name: 'IMG_2041.jpg' });
  await expect(picture).toBeVisible();
  expect(
    await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]),
  ).toEqual([1_600, 800]);
  await concertation.screenshot('attachments-preview');
  await expectAccessible(page);
  const copy = path.join(folder, 'copie.jpg');
  await concertation.answerSaveDialog(copy);
  await preview.getByRole('button', { name: 'Enregistrer une copie…' }).click();
  await expect(page.getByText('Copie enregistrée')).toBeVisible();
  const written = readFileSync(copy);
  expect(written.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(written.includes('GPS')).toBe(false);
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  // Neither dropping nor looking has written anything but the copy and the encrypted files.
  expect(filesBelow(folder).filter((file) => /jpe?g$|pdf$/i.test(file))).toEqual(['copie.jpg']);
  expect(before).toBeGreaterThan(0);

  await view(section, 'Statuts signés.pdf').click();
  await expect(preview.getByText('ne s’affiche pas dans l’application')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();

  await section.getByRole('button', { name: 'Mettre Statuts signés.pdf à la corbeille' }).click();
  await expect(view(section, 'Statuts signés.pdf')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(view(section, 'Statuts signés.pdf')).toBeVisible();
  await expectAccessible(page);
  await concertation.screenshot('attachments-sheet');
  await page.emulateMedia({ colorScheme: 'dark' });
  await concertation.screenshot('attachments-sheet-dark');
});

test('what is refused says why, and what it is worth doing', async ({ launch }) => {
  const concertation = await launch();
  const { page } = concertation;
  const section = await openSheet(page);
  await page.locator('#part-attachments input[type=file]').setInputFiles([
    { name: 'budget.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(xlsm) },
    { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ program') },
    { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Réunion de rentrée, مرحبا') },
  ]);
  await expect(section.getByText('budget » contient des macros')).toBeVisible();
  await expect(section.getByText('photo » est un programme')).toBeVisible();
  await expectAccessible(page);
  await concertation.screenshot('attachments-refused');
  await section.getByRole('button', { name: 'Fermer', exact: true }).click();
  await expect(section.getByText('contient des macros')).toBeHidden();
  await view(section, 'note.txt').click();
  await expect(page.getByRole('dialog').getByText('Réunion de rentrée, مرحبا')).toBeVisible();
});

test('a picture of the clipboard is attached; the same one again changes nothing', async ({ launch }) => {
  const { page } = await launch();
  const section = await openSheet(page);
  const photo = [...(await photoFromPhone(page))];
  const paste = () =>
    page.evaluate((bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, photo);
  await paste();
  await expect(view(section, 'image.jpg')).toBeVisible();
  await paste();
  await expect(page.getByText('image.png était déjà jointe à cette fiche')).toBeVisible();
  await expect(view(section, 'image.jpg')).toHaveCount(1);
});

test('the proof of a consent is joined where the consent is, and never leaves', async ({ launch }) => {
  const concertation = await launch();
  const { page } = concertation;
  await openCommittee(page);
  const person = await typed(page, 'persons', { fullName: 'Amel Gharbi' });
  await typed(page, 'consents', { person, purpose: 'photo', givenOn: '2026-01-10', manner: 'written' });
  await goTo(page, 'persons', 'Amel Gharbi');
  const consents = page.getByRole('table', { name: 'Consentements' });
  await consents.getByRole('button', { name: 'Joindre la preuve : Utiliser ses photos' }).waitFor();
  await consents
    .locator('input[type=file]')
    .setInputFiles({ name: 'accord.pdf', mimeType: 'application/pdf', buffer: paper('accord') });
  await expect(consents.getByRole('button', { name: 'Voir la preuve : Utiliser ses photos' })).toBeVisible();
  const rows = await ask(page, 'attachments.of', { owner: { entity: 'persons', id: person } });
  expect(rows).toMatchObject([{ kind: 'consent_proof', leaves: 'stays_kind' }]);
  await expectAccessible(page);
  await concertation.screenshot('attachments-person');
});

test('in Arabic the files stand right to left, their names intact', async ({ launch }) => {
  const concertation = await launch();
  const { page } = concertation;
  const section = await openSheet(page, 'ar');
  await page
    .locator('#part-attachments input[type=file]')
    .setInputFiles({ name: 'القانون الأساسي.pdf', mimeType: 'application/pdf', buffer: paper('arabe') });
  await expect(section.getByText('القانون الأساسي.pdf')).toBeVisible();
  await expectAccessible(page);
  await concertation.screenshot('attachments-arabic');
});
