import { rmSync } from 'node:fs';
import path from 'node:path';
import { quarterOfDay, shiftQuarter } from '../../main/core/contract/programme/quarter';
import { paper, scannedPage } from '../support/attachments/files';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  passphrase,
  sendQuarter,
  typeQuarter,
} from '../support/laptop';
import { expectAccessible } from './support/accessibility';
import { filesBelow } from './support/bytes-of-folder';
import type { Concertation } from './support/launch';
import { copyOfLaptop } from './support/reviewing';
import { test as base, expect } from './support/test';

/** Files on their way: what the report left behind, what the coordination sees of it, and files that are gone. */

interface Sent {
  readonly coordination: Laptop;
  readonly committee: Laptop;
}

const name = 'Association Rihla';
const MiB = 1024 * 1024;

const test = base.extend<object, { readonly sent: Sent }>({
  sent: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures out of this pattern.
    async ({}, use) => {
      const sent = await aReportWithFiles();
      await use(sent);
      sent.coordination.throwAway();
      sent.committee.throwAway();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});
test.setTimeout(240_000);

/** A report that carries two files, announces a third, and waits at the coordination; both laptops are closed. */
async function aReportWithFiles(): Promise<Sent> {
  const settings = { fixed: null, verifierScript: path.resolve('out/main/verifier.js') };
  const quarter = shiftQuarter(quarterOfDay(new Date().toISOString().slice(0, 10)), -1);
  const coordination = await coordinationLaptop(settings);
  const committee = await committeeLaptop('TN', settings);
  await enrol(coordination, committee, 'TN');
  const { id } = await committee.create('organisations', { name, country: 'TN', status: 'member' });
  const add = (fileName: string, kind: string, bytes: Uint8Array) =>
    committee.call('attachments.add', {
      owner: { entity: 'organisations', id },
      consent: null,
      kind,
      fileName,
      bytes: Uint8Array.from(bytes),
    });
  await add('Assemblée générale.png', 'photo', scannedPage());
  await add('Statuts signés.pdf', 'statutes', paper('statuts', 40_000));
  await add('Rapport d’activité illustré de l’année 2025.pdf', 'other', paper('rapport', 5 * MiB));
  await typeQuarter(committee, quarter);
  await coordination.receive(await sendQuarter(committee, quarter));
  coordination.core.close();
  committee.core.close();
  return { coordination, committee };
}

async function open({ page }: Concertation): Promise<void> {
  await page.getByLabel('Phrase secrète').fill(passphrase);
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

test('what a report left behind is sent after it, with the passphrase', async ({ launch, sent, folder }) => {
  const concertation = await launch({ profile: copyOfLaptop(sent.committee, path.join(folder, 'TN')) });
  const { page } = concertation;
  await open(concertation);
  await page.locator('nav a[href="/packages"]').first().click();
  const remaining = page.getByRole('region', { name: 'Pièces jointes à envoyer' });
  await expect(remaining).toContainText('1 pièce (5 Mo)');
  await concertation.screenshot('attachments-remaining');
  await expectAccessible(page);
  await remaining.getByLabel('Phrase secrète').fill('une autre phrase');
  await remaining.getByRole('button', { name: 'Envoyer les pièces restantes' }).click();
  await expect(remaining.getByRole('alert')).toBeVisible();
  await concertation.screenshot('attachments-remaining-refused');
  await remaining.getByLabel('Phrase secrète').fill(passphrase);
  await remaining.getByRole('button', { name: 'Envoyer les pièces restantes' }).click();
  await expect(remaining).toBeHidden();
  await expect(page.getByText('1 paquet de pièces signé')).toBeVisible();
});

test('a coordinator sees which files came with a report and which are awaited', async ({
  launch,
  sent,
  folder,
}) => {
  const concertation = await launch({ profile: copyOfLaptop(sent.coordination, path.join(folder, 'FORIM')) });
  const { page } = concertation;
  await open(concertation);
  await page
    .getByRole('grid', { name: 'Remises' })
    .getByRole('row', { name: 'Tunisie' })
    .locator('[data-quarter] a')
    .last()
    .click();
  const files = page.getByRole('region', { name: 'Pièces jointes' });
  await expect(files).toContainText('Reçues : 2, attendues : 1');
  await expect(files.getByText('Annoncée, pas encore reçue')).toHaveCount(1);
  await files.scrollIntoViewIfNeeded();
  await concertation.screenshot('attachments-review');
  await expectAccessible(page);
  await files.getByRole('button', { name: 'Voir Assemblée générale.png' }).click();
  const preview = page.getByRole('dialog', { name: 'Assemblée générale.png' });
  const picture = preview.getByRole('img', { name: 'Assemblée générale.png' });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await concertation.screenshot('attachments-review-preview');
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  const copy = path.join(folder, 'copie.pdf');
  await concertation.answerSaveDialog(copy);
  await files.getByRole('button', { name: 'Enregistrer une copie de Statuts signés.pdf' }).click();
  await expect(page.getByText('Copie enregistrée')).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await concertation.screenshot('attachments-review-dark');
});

test('a workspace whose files are gone says so, and goes on when a person says so', async ({
  launch,
  sent,
  folder,
}) => {
  const laptop = path.join(folder, 'TN');
  const profile = copyOfLaptop(sent.committee, laptop);
  for (const file of filesBelow(laptop)) {
    if (/blobs\.db/.test(file)) rmSync(path.join(laptop, file));
  }
  const concertation = await launch({ profile });
  const { page } = concertation;
  await open(concertation);
  await expect(page.getByText('Le fichier des pièces jointes (blobs.db) manque')).toBeVisible();
  await page.locator('nav a[href="/organisations"]').first().click();
  await page.getByRole('grid').getByText(name).dblclick();
  await expect(page.getByText('Fichier introuvable')).toHaveCount(3);
  await page.locator('#part-attachments').scrollIntoViewIfNeeded();
  await concertation.screenshot('attachments-lost');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continuer sans les pièces perdues' }).click();
  await expect(page.getByText('Le fichier des pièces jointes (blobs.db) manque')).toBeHidden();
});
