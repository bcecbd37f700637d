import { expectAccessible } from './support/accessibility';
import { ask, openCommittee, typed } from './support/committee';
import { expect, test } from './support/test';

/** The committee and its seats, the map, links and statuses of a sheet, and a person who is erased. */

const network = {
  name: 'Réseau Lien du Sud',
  acronym: 'RLS',
  country: 'TN',
  status: 'member',
  region: 'TN-61',
};

test('a seat is given, its mandate ends with a handover, and one Ctrl+Z takes the handover back', async ({
  launch,
}) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  const organisation = await typed(page, 'organisations', network);
  const awa = await typed(page, 'persons', { fullName: 'Awa Diop', sex: 'f' });
  await typed(page, 'persons', { fullName: 'Karim Ben Salah', sex: 'm' });
  await typed(page, 'seats', { organisation, fullMember: awa, role: 'focal_point', since: '2024-01-01' });

  await page.getByRole('navigation').getByRole('link', { name: 'Comité', exact: true }).click();
  const facts = page.getByRole('complementary', { name: 'Aujourd’hui' });
  await expect(facts).toContainText('Awa Diop');
  await page.getByLabel('Quorum, part des sièges (%)').fill('50');
  await page.keyboard.press('Enter');
  await expect(facts).toContainText('1 siège présent');
  await screenshot('committee');

  await page.getByRole('button', { name: 'Passation du point focal' }).click();
  const form = page.getByRole('form', { name: 'Passation du point focal' });
  await form.getByLabel('Nouveau point focal').fill('karim');
  await page.getByRole('option', { name: 'Karim Ben Salah' }).click();
  await form.getByLabel('Organisation').fill('lien');
  await page.getByRole('option', { name: 'Réseau Lien du Sud' }).click();
  await form.getByRole('button', { name: 'Passer le relais' }).click();
  await expect(facts).toContainText('Karim Ben Salah');
  await expect(page.getByRole('table', { name: 'Sièges pourvus' }).getByRole('row')).toHaveCount(3);

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(facts).toContainText('Awa Diop');
  await expect(page.getByRole('table', { name: 'Sièges pourvus' }).getByRole('row')).toHaveCount(2);
});

test('the map leads to the organisations of a region', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  await typed(page, 'organisations', network);
  await typed(page, 'organisations', { ...network, name: 'Passerelles', acronym: 'PA', region: 'TN-11' });
  await page.getByRole('navigation').getByRole('link', { name: 'Carte', exact: true }).click();
  const table = page.getByRole('table', { name: 'Organisations par région du siège' });
  await expect(table.getByRole('row', { name: /^Total/ })).toContainText('2');
  await screenshot('map');
  await table.getByRole('button', { name: 'Sfax' }).click();
  await expect(page.getByRole('grid', { name: 'Organisations' }).getByText('RLS')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Organisations' }).getByText('Passerelles')).toBeHidden();
});

test('a sheet shows its links and the statuses it has had', async ({ launch }) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  const lien = await typed(page, 'organisations', network);
  const section = await typed(page, 'organisations', { ...network, name: 'Section de Gabès', acronym: 'SG' });
  await typed(page, 'statusPeriods', { organisation: section, status: 'surveyed', since: '2024-05-02' });
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Organisations/ })
    .click();
  await page.getByRole('grid').getByText('SG').dblclick();
  const statuses = page.getByRole('table', { name: 'Statuts successifs' });
  await expect(statuses.getByRole('combobox', { name: 'Statut' })).toHaveValue('Enquêtée');
  await page.getByRole('button', { name: 'Lien', exact: true }).click();
  await page.getByRole('combobox', { name: 'Avec' }).fill('lien');
  await page.getByRole('option', { name: 'Réseau Lien du Sud' }).click();
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Liens avec d’autres organisations' })).toContainText('RLS');
  await screenshot('links-and-statuses');
  const { links } = await ask(page, 'members.sheet', { id: lien });
  expect(links).toMatchObject([{ direction: 'to', other: { id: section } }]);
});

test('a person is erased only when the name is typed, and is found nowhere afterwards', async ({
  launch,
}) => {
  const { page, screenshot } = await launch();
  await openCommittee(page);
  const id = await typed(page, 'persons', { fullName: 'Awa Diop', sex: 'f' });
  await typed(page, 'organisations', {
    name: 'Réseau Lien',
    country: 'TN',
    status: 'member',
    notes: 'À voir avec Mme Diop',
  });
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Personnes/ })
    .click();
  await page.getByRole('grid').getByText('Awa Diop').dblclick();
  await page.getByRole('button', { name: 'Autres gestes' }).click();
  await page.getByRole('menuitem', { name: 'Effacer pour toujours…' }).click();
  const panel = page.getByRole('region', { name: 'Effacer cette personne' });
  const erase = panel.getByRole('button', { name: 'Effacer la personne' });
  await expect(erase).toBeDisabled();
  await expect(panel.getByRole('link', { name: 'Réseau Lien' })).toBeVisible();
  await screenshot('erasing');
  await panel.getByRole('textbox').fill('Awa Diop');
  await erase.click();
  await expect(page.getByText('Personne effacée', { exact: true })).toBeVisible();
  expect(await ask(page, 'members.find', { text: 'awa', limit: 5 })).toEqual([]);
  const { person } = await ask(page, 'members.personSheet', { id });
  expect(person.values.fullName).toMatch(/^P-/);

  const toReview = page.getByRole('region', { name: 'Notes à relire après un effacement' });
  await expect(toReview).toContainText('À voir avec Mme Diop');
  await screenshot('notes-to-review');
  await toReview.getByRole('button', { name: 'Relue' }).click();
  await expect(toReview).toHaveCount(0);
});

for (const language of ['fr', 'en', 'ar'] as const) {
  test(`axe finds nothing on the committee and the map (${language})`, async ({ launch }) => {
    const { page } = await launch();
    await openCommittee(page, language);
    const organisation = await typed(page, 'organisations', network);
    const fullMember = await typed(page, 'persons', { fullName: 'Awa Diop', sex: 'f' });
    await typed(page, 'seats', { organisation, fullMember, role: 'chair', since: '2024-01-01' });
    await page.locator('nav a[href="/committee"]').click();
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await page.locator('nav a[href="/map"]').click();
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
  });
}
