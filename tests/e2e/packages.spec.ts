import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './support/accessibility';
import type { Concertation } from './support/launch';
import { expect, test } from './support/test';
import {
  answered,
  enrol,
  laptop,
  makeCoordination,
  makeWorkspace,
  signQuarter,
  writeFile,
} from './support/workspaces';

/** Files in and out, over two laptops and real files. */

test.setTimeout(300_000);

const quarter = '2026-Q3';

interface Pair {
  readonly coordination: Concertation;
  readonly committee: Concertation;
}

/** A coordination and an enrolled committee, each with its window. */
async function enrolledPair(
  launch: (options: ReturnType<typeof laptop>) => Promise<Concertation>,
  folder: string,
): Promise<Pair> {
  const coordination = await launch(laptop(folder, 'FORIM'));
  const stick = await makeCoordination(coordination, folder);
  const committee = await launch(laptop(folder, 'TN'));
  await makeWorkspace(committee, {
    role: 'committee',
    code: 'TN',
    name: 'Comité Tunisie',
    person: 'Salma Trabelsi',
  });
  await enrol(coordination, committee, { folder, stick, code: 'TN', name: 'Comité Tunisie' });
  return { coordination, committee };
}

/** Opens files through the page. */
async function openThroughPage(concertation: Concertation, ...files: string[]): Promise<void> {
  await concertation.answerOpenDialog(files);
  await concertation.page.getByRole('button', { name: 'Ouvrir des fichiers…' }).click();
}

/** Goes to a page by the navigation, whatever the language. */
async function goTo({ page }: Concertation, route: string): Promise<void> {
  await page.locator(`nav a[href="${route}"]`).click();
}

/** One byte in the middle of a copy changes on the way. */
function damagedCopy(file: string, copy: string): string {
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
  writeFileSync(copy, bytes);
  return copy;
}

test('of one batch each file is said to be good, damaged or foreign, in plain words', async ({
  launch,
  folder,
}) => {
  const { coordination, committee } = await enrolledPair(launch, folder);
  const outbox = await signQuarter(committee, quarter);
  const good = await writeFile(committee, outbox, path.join(folder, 'TN_2026-Q3.colis'));
  const damaged = damagedCopy(good, path.join(folder, 'TN_2026-Q3 (1).colis'));
  const foreign = path.join(folder, 'photo.colis');
  writeFileSync(foreign, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46]));

  const { page } = coordination;
  await goTo(coordination, '/packages');
  await openThroughPage(coordination, damaged, foreign, good);
  const opened = page.getByRole('region', { name: '3 fichiers ouverts' });
  const lines = opened.getByRole('listitem');
  await expect(lines.nth(0)).toContainText('Le paquet est abîmé ou incomplet.');
  await expect(lines.nth(0)).toContainText('À redemander à l’expéditeur');
  await expect(lines.nth(0)).toContainText('A02');
  await expect(lines.nth(1)).toContainText('Ce fichier est une image, pas un paquet.');
  await expect(lines.nth(1)).toContainText('F03');
  await expect(lines.nth(2)).toContainText('Paquet T3 2026 de Tunisie : authentique et complet.');
  await expect(lines.nth(2).getByRole('button', { name: 'Examiner' })).toBeVisible();
  await coordination.screenshot('packages-opened');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Fermer cette liste' }).click();
  const first = page.getByRole('grid').getByRole('row').nth(1);
  await expect(first).toContainText('Paquet T3 2026');
  await expect(first).toContainText('À examiner');
  await coordination.screenshot('packages-received');
  await page.getByRole('tab', { name: /Refusés/ }).click();
  await page.getByRole('grid').getByRole('row').filter({ hasText: 'photo.colis' }).click();
  await expect(page.getByRole('complementary')).toContainText('Ce fichier est une image, pas un paquet.');
  await coordination.screenshot('packages-refused');

  // A batch that takes long can be stopped; what was verified is kept.
  await openThroughPage(coordination, ...Array.from({ length: 60 }, () => good));
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(page.getByText('Arrêté à votre demande.')).toBeVisible();
  await expect(page.getByRole('tab', { name: /À examiner/ })).toContainText('1');
});

test('a signed file is written again as the same package', async ({ launch, folder }) => {
  const { coordination, committee } = await enrolledPair(launch, folder);
  await signQuarter(committee, quarter);
  const files = ['un', 'deux'].map((name) => path.join(folder, `${name}.colis`));
  await goTo(committee, '/packages');
  const row = committee.page.getByRole('grid').getByRole('row').filter({ hasText: 'Paquet T3 2026' });
  await expect(row).toContainText('pas encore');
  await row.click();
  await committee.screenshot('packages-sent');
  for (const file of files) {
    await committee.answerSaveDialog(file);
    await committee.page.getByRole('button', { name: 'Enregistrer le fichier…' }).click();
    await expect(committee.page.getByText(`Fichier enregistré : ${path.basename(file)}`)).toBeVisible();
  }
  await expect(row).not.toContainText('pas encore');

  // Encrypted anew each time, but signed once: the second file is the package that is known already.
  await goTo(coordination, '/packages');
  await openThroughPage(coordination, ...files);
  const lines = coordination.page.getByRole('region', { name: '2 fichiers ouverts' }).getByRole('listitem');
  await expect(lines.nth(0)).toContainText('authentique et complet');
  await expect(lines.nth(1)).toContainText('Ce fichier est déjà connu');

  // A register is in clear: its bytes are the same.
  await goTo(coordination, '/sent');
  await coordination.page.getByRole('tab', { name: /Invitations et registres/ }).click();
  await coordination.page
    .getByRole('grid')
    .getByRole('row')
    .filter({ hasText: 'Registre des clés n° 2' })
    .click();
  const again = path.join(folder, 'registre-encore.colis');
  await coordination.answerSaveDialog(again);
  await coordination.page.getByRole('button', { name: 'Enregistrer le fichier…' }).click();
  await expect(coordination.page.getByRole('button', { name: 'Montrer le fichier' })).toBeVisible();
  expect(readFileSync(again).equals(readFileSync(path.join(folder, 'TN-registre.colis')))).toBe(true);
  await coordination.screenshot('packages-issued');

  // The keys for stock OpenSSH.
  const signers = path.join(folder, 'allowed_signers');
  await goTo(coordination, '/trust');
  await coordination.answerSaveDialog(signers);
  await coordination.page.getByRole('button', { name: 'Enregistrer allowed_signers…' }).click();
  await expect(coordination.page.getByText('Fichier enregistré : allowed_signers')).toBeVisible();
  expect(readFileSync(signers, 'utf8')).toMatch(
    /^TN namespaces="[^"]*concertation-report-v1[^"]*" ssh-ed25519 /m,
  );
});

test('axe finds nothing on these pages in French, English and Arabic', async ({ launch, folder }) => {
  const alone = await launch(laptop(folder, 'MA'));
  await makeWorkspace(alone, {
    role: 'committee',
    code: 'MA',
    name: 'Comité Maroc',
    person: 'Nadia Alaoui',
  });
  const { coordination, committee } = await enrolledPair(launch, folder);
  await signQuarter(committee, quarter);
  await answered(coordination, 'trust.invite', { code: 'MA', name: 'Comité Maroc', role: 'committee' });
  for (const language of ['fr', 'en', 'ar'] as const) {
    for (const shown of [alone, committee, coordination]) {
      await answered(shown, 'workspace.chooseLanguage', { language });
      await expect(shown.page.locator('html')).toHaveAttribute('lang', language);
      for (const route of ['/packages', '/trust', ...(shown === coordination ? ['/sent'] : [])]) {
        await goTo(shown, route);
        await expect(shown.page.locator(`nav a[href="${route}"]`)).toHaveAttribute('aria-current', 'page');
        await expectAccessible(shown.page);
        await shown.screenshot(`${nameOf(shown)}${route.replace('/', '-')}-${language}`);
      }
    }
  }

  function nameOf(shown: Concertation): string {
    if (shown === alone) return 'not-enrolled';
    return shown === committee ? 'committee' : 'coordination';
  }
});
