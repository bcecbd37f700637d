import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import type { Concertation } from './support/launch';
import { expect, test } from './support/test';
import {
  answered,
  laptop,
  makeCoordination,
  makeWorkspace,
  passphrase,
  rootPassphrase,
} from './support/workspaces';

/** Two laptops and a telephone: a committee is enrolled through the pages, with real files and typed digits. */

test.setTimeout(300_000);

/** The digits a page shows to be read aloud, under their heading. */
async function readAloud(page: Page, heading: string): Promise<string[]> {
  const block = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
  return block.locator('strong').allInnerTexts();
}

/** Types a number as one hears it, in one go: it runs over the five fields. */
async function typeHeard(page: Page, groups: readonly string[]): Promise<void> {
  await page.getByLabel('Groupe 1').click();
  await page.keyboard.type(groups.join(' '));
}

async function openPackages(concertation: Concertation, button: RegExp, ...files: string[]): Promise<void> {
  await concertation.answerOpenDialog(files);
  await concertation.page.getByRole('button', { name: button }).first().click();
}

test('a committee is enrolled in one call, and a wrong group is marked first', async ({ launch, folder }) => {
  const coordination = await launch(laptop(folder, 'FORIM'));
  const stick = await makeCoordination(coordination, folder);
  const committee = await launch(laptop(folder, 'TN'));
  await makeWorkspace(committee, {
    role: 'committee',
    code: 'TN',
    name: 'Comité Tunisie',
    person: 'Salma Trabelsi',
  });
  const files = {
    invitation: path.join(folder, 'invitation.colis'),
    request: path.join(folder, 'demande.colis'),
    register: path.join(folder, 'registre.colis'),
  };

  // The coordination invites.
  await coordination.page.getByRole('link', { name: 'Confiance et clés' }).click();
  await expectAccessible(coordination.page);
  await coordination.page.getByRole('button', { name: 'Inviter…' }).click();
  await coordination.page.getByRole('combobox', { name: 'Pays du comité' }).click();
  await coordination.page.getByRole('option', { name: 'Tunisie' }).click();
  await expect(coordination.page.getByLabel('Nom dans le registre')).toHaveValue('Comité Tunisie');
  await coordination.screenshot('trust-invite');
  await expectAccessible(coordination.page);
  await coordination.page.getByRole('button', { name: 'Préparer l’invitation' }).click();
  await coordination.answerSaveDialog(files.invitation);
  await coordination.page.getByRole('button', { name: 'Enregistrer le fichier…' }).click();
  await expect(coordination.page.getByRole('button', { name: 'Montrer le fichier' })).toBeVisible();
  const rootDigits = await readAloud(coordination.page, 'Chiffres de la clé racine');
  await coordination.screenshot('trust-invited');
  await expectAccessible(coordination.page);

  // The committee opens the invitation and types what it hears: one group wrong, then right.
  const { page } = committee;
  await page.getByRole('link', { name: 'Confiance et clés' }).click();
  await committee.screenshot('enrolment-1-invitation');
  await expectAccessible(page);
  await openPackages(committee, /Ouvrir l’invitation/, files.invitation);
  await expect(page.getByText('Invitation de FORIM')).toBeVisible();
  await page.getByRole('button', { name: 'Continuer l’enrôlement' }).first().click();
  const misheard = rootDigits.map((group, place) => (place === 2 ? otherGroup(group) : group));
  await typeHeard(page, misheard);
  await page.getByRole('button', { name: 'Vérifier les chiffres' }).click();
  await expect(page.getByLabel('Groupe 3')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('juste', { exact: true })).toHaveCount(4);
  await expect(page.getByText('Il reste 2 essais.')).toBeVisible();
  await committee.screenshot('enrolment-2-call');
  await expectAccessible(page);
  await page.getByLabel('Groupe 3').fill(rootDigits[2] ?? '');
  await page.getByRole('button', { name: 'Vérifier les chiffres' }).click();

  // The request leaves as a file, the committee's digits by voice.
  await committee.answerSaveDialog(files.request);
  await page.getByRole('button', { name: 'Enregistrer le fichier…' }).click();
  const ownDigits = await readAloud(page, 'Vos chiffres');
  expect(ownDigits).toHaveLength(5);
  await expect(page.getByRole('button', { name: 'Continuer' })).toBeEnabled();
  await committee.screenshot('enrolment-3-request');
  await expectAccessible(page);

  // The coordination opens the request, types the digits and signs the register with the root key.
  await coordination.page.getByRole('link', { name: 'Paquets reçus' }).click();
  await openPackages(coordination, /Ouvrir des fichiers/, files.request);
  await coordination.page.getByRole('button', { name: 'Taper les chiffres' }).first().click();
  await typeHeard(
    coordination.page,
    ownDigits.map((group, place) => (place === 0 ? otherGroup(group) : group)),
  );
  await coordination.answerOpenDialog([stick]);
  await coordination.page.getByRole('button', { name: 'Choisir le fichier…' }).click();
  await coordination.page.getByLabel('Phrase de la clé racine').fill('une autre phrase');
  await coordination.page.getByRole('button', { name: 'Signer le registre n° 2' }).click();
  await expect(coordination.page.getByLabel('Groupe 1')).toHaveAttribute('aria-invalid', 'true');
  await coordination.page.getByLabel('Groupe 1').fill(ownDigits[0] ?? '');
  await coordination.page.getByRole('button', { name: 'Signer le registre n° 2' }).click();
  await expect(coordination.page.getByText('Les 25 chiffres sont justes.')).toBeVisible();
  await expect(coordination.page.getByText('La phrase secrète n’est pas la bonne.')).toBeVisible();
  await coordination.screenshot('trust-confirm');
  await expectAccessible(coordination.page);
  await coordination.page.getByLabel('Phrase de la clé racine').fill(rootPassphrase);
  await coordination.page.getByRole('button', { name: 'Signer le registre n° 2' }).click();
  await expect(
    coordination.page.getByRole('heading', { name: 'Comité Tunisie est enrôlé : registre n° 2' }),
  ).toBeVisible();
  await coordination.answerSaveDialog(files.register);
  await coordination.page.getByRole('button', { name: 'Enregistrer le registre…' }).click();
  await expect(coordination.page.getByRole('button', { name: 'Montrer le fichier' })).toBeVisible();

  // The committee opens the register.
  await page.getByRole('button', { name: 'Continuer' }).click();
  await committee.screenshot('enrolment-4-register');
  await openPackages(committee, /Ouvrir le registre/, files.register);
  await expect(page.getByText('Registre n° 2 : Comité Tunisie est enrôlé.')).toBeVisible();

  for (const { page: shown } of [committee, coordination]) {
    await shown.getByRole('link', { name: 'Confiance et clés' }).click();
    const row = shown.getByRole('row').filter({ hasText: 'Comité Tunisie' });
    await expect(row).toContainText('Valable');
    await expect(row).toContainText(ownDigits.join(' '));
  }
  await committee.screenshot('trust-committee');
  await coordination.screenshot('trust-coordination');
  await expectAccessible(page);
  await expectAccessible(coordination.page);
});

test('an enrolment goes on where it was when the application was closed in between', async ({
  launch,
  folder,
}) => {
  const coordination = await launch(laptop(folder, 'FORIM'));
  await makeCoordination(coordination, folder);
  await coordination.page.getByRole('link', { name: 'Confiance et clés' }).click();
  await coordination.page.getByRole('button', { name: 'Inviter…' }).click();
  await coordination.page.getByText('Une autre coordination').click();
  await coordination.page.getByLabel('Code').fill('grdr');
  await coordination.page.getByLabel('Nom dans le registre').fill('GRDR');
  await coordination.page.getByRole('button', { name: 'Préparer l’invitation' }).click();
  const invitation = path.join(folder, 'invitation.colis');
  await coordination.answerSaveDialog(invitation);
  await coordination.page.getByRole('button', { name: 'Enregistrer le fichier…' }).click();
  await expect(coordination.page.getByRole('button', { name: 'Montrer le fichier' })).toBeVisible();
  const { rootDigits } = await answered(coordination, 'trust.overview', {});

  const before = await launch(laptop(folder, 'GRDR'));
  await makeWorkspace(before, { role: 'coordination', code: 'GRDR', name: 'GRDR', person: 'Paul Diarra' });
  await before.page.getByRole('link', { name: 'Confiance et clés' }).click();
  await openPackages(before, /Ouvrir l’invitation/, invitation);
  await expect(before.page.getByText('Invitation de FORIM')).toBeVisible();

  // Three wrong tries put the invitation aside; opened again it can be answered anew.
  await before.page.getByRole('button', { name: 'Continuer l’enrôlement' }).first().click();
  await typeHeard(before.page, ['11111', '22222', '33333', '44444', '55555']);
  for (const left of ['Il reste 2 essais.', 'Il reste un essai.']) {
    await before.page.getByRole('button', { name: 'Vérifier les chiffres' }).click();
    await expect(before.page.getByText(left)).toBeVisible();
  }
  await before.page.getByRole('button', { name: 'Vérifier les chiffres' }).click();
  await expect(before.page.getByText('Les chiffres n’étaient pas justes après trois essais')).toBeVisible();
  await openPackages(before, /Ouvrir l’invitation/, invitation);
  await expect(before.page.getByText('Invitation de FORIM')).toBeVisible();
  await before.close();

  const after = await launch(laptop(folder, 'GRDR'));
  await after.page.getByLabel('Phrase secrète').fill(passphrase);
  await after.page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await after.page.getByRole('link', { name: 'Confiance et clés' }).click();
  await typeHeard(after.page, (rootDigits ?? '').split(' '));
  await after.page.getByRole('button', { name: 'Vérifier les chiffres' }).click();
  await expect(after.page.getByRole('heading', { name: 'Vos chiffres', exact: true })).toBeVisible();
});

/** The same group, one digit misheard. */
function otherGroup(group: string): string {
  return `${group.slice(0, 4)}${(Number(group.slice(4)) + 1) % 10}`;
}
