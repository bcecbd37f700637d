import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { committeeLaptop, type Laptop } from '../../support/laptop';

/** The matrix of needs as a spreadsheet. */

const laptops: Laptop[] = [];
afterEach(() => {
  for (const laptop of laptops.splice(0)) laptop.throwAway();
});

async function committee() {
  const laptop = await committeeLaptop('TN');
  laptops.push(laptop);
  const first = (
    await laptop.create('organisations', {
      name: '=Association',
      country: 'TN',
      status: 'surveyed',
      region: 'TN-11',
      skillsOffered: ['advocacy'],
    })
  ).id;
  await laptop.create('organisations', {
    name: 'Réseau',
    country: 'TN',
    status: 'surveyed',
    region: 'TN-61',
  });
  await laptop.create('needs', { organisation: first, domain: 'project_design', level: 3, priority: 1 });
  await laptop.create('needs', { organisation: first, domain: 'advocacy', level: 0 });
  return laptop;
}

const exported = async (laptop: Laptop, format: 'xlsx' | 'csv', region: string | null = null) => {
  const path = laptop.path(`besoins.${format}`);
  const file = laptop.choose(path);
  const saved = await laptop.call('spreadsheets.exportNeeds', { file, region, theme: null, format });
  return { saved, bytes: readFileSync(path) };
};

it('holds the level, the priority and who can train; what was not asked stays empty, and no name is a formula', async () => {
  const laptop = await committee();
  const { saved, bytes } = await exported(laptop, 'xlsx');
  expect(saved).toEqual({ fileName: 'besoins.xlsx', rows: 2 });
  const book = read(bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const rows = utils.sheet_to_json<Record<string, unknown>>(sheet, { defval: '' });
  expect(rows[0]).toMatchObject({
    Organisation: '=Association',
    Région: 'Tunis',
    'Montage de projet': 3,
    'Montage de projet – priorité': 'Haute',
    Plaidoyer: 0,
    'Plaidoyer – peut former': 'oui',
    'Gestion financière': '',
  });
  expect(rows[1]).toMatchObject({ Organisation: 'Réseau', Plaidoyer: '' });
  expect(Object.values(sheet).some((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toBe(
    false,
  );
});

it('holds the region that is shown, and its CSV neutralises what a spreadsheet would run', async () => {
  const laptop = await committee();
  const { saved, bytes } = await exported(laptop, 'csv', 'TN-11');
  expect(saved.rows).toBe(1);
  expect(bytes.toString('utf8')).toContain("'=Association");
  expect(bytes.toString('utf8')).not.toContain('Réseau;');
});
