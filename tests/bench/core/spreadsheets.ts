import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read } from 'xlsx';
import { createWorkspaceDatabase } from '../../../db/open';
import { memberEntities } from '../../../main/core/members/entities';
import type { CoreSettings } from '../../../main/core/settings';
import type { DemoRegisterEntry } from '../../../resources/demo/records';
import { asCommittee, Laptop } from '../../support/laptop';
import { workbook } from '../../support/spreadsheets/files';
import { messyList } from '../../support/spreadsheets/messy-list';
import { type Measure, median } from '../measure';
import { boundTo, openBeside, organisations, preparedInsert, type Record } from './register';
import { millisecondsOnce } from './timing';

/** A list of 10 000 messy rows brought in, against what it cannot do without: parsing the file, inserting the rows. */

const tenThousand = 10_000;
const runs = 9;

type Built = Partial<CoreSettings>;

/** The laptop's own clock and chance: the repeatable ones of the tests take a hash for each identifier. */
const unfixed = { fixed: null } as const;
type Part = 'import' | 'raw';

/**
 * Times and memory of the import. Each run takes both in turn, so that what else the machine does meets both.
 * @param folder that may be filled
 * @param built settings of the built application
 */
export async function measureSpreadsheetImport(folder: string, built: Built): Promise<Measure[]> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'liste.xlsx');
  const bytes = messyWorkbook();
  writeFileSync(file, bytes);
  const rows = await rowsImported(path.join(folder, 'first'), file, built);
  writeFileSync(path.join(folder, 'rows.json'), JSON.stringify(rows));
  const imports: Imported[] = [];
  let searched = 0;
  const raws: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const laptop = await asCommittee(
      new Laptop(path.join(folder, `run-${run}`), { ...built, ...unfixed }),
      'TN',
    );
    const taken = await importOnce(laptop, file);
    imports.push(taken);
    // Once is enough for a line without a bound: it takes longer than all the others.
    if (run === runs - 1) searched = (await againWithOtherNames(laptop, folder)) - taken.opened;
    laptop.throwAway();
    raws.push(await parseAndInsert(path.join(folder, `raw-${run}`), bytes, rows, built));
  }
  const peaks = { import: peakOf('import', folder), raw: peakOf('raw', folder) };
  const raw = { value: median(raws), unit: 'ms' } as const;
  const line = (name: string, value: number, bound: number | null): Measure => ({
    name,
    figure: { value, unit: 'ms' },
    baseline: raw,
    bound,
  });
  const opened = median(imports.map((one) => one.opened));
  const applied = median(imports.map((one) => one.applied));
  return [
    line(
      'import of a list of 10 000 messy rows (raw: SheetJS parse + prepared insert)',
      opened + applied,
      1.5,
    ),
    line('   of which reading and understanding', opened, null),
    line('   of which writing', applied, null),
    line('   apart: looking for doubles of them among 10 000', searched, null),
    {
      name: '   peak of memory of that import (raw: of the process that parses and inserts)',
      figure: { value: peaks.import, unit: 'MB' },
      baseline: { value: peaks.raw, unit: 'MB' },
      bound: null,
    },
  ];
}

interface Imported {
  readonly opened: number;
  readonly applied: number;
}

function messyWorkbook(): Buffer {
  return workbook({ Liste: messyList(organisations('TN', tenThousand) as unknown as DemoRegisterEntry[]) });
}

async function importOnce(laptop: Laptop, file: string): Promise<Imported> {
  let id = '';
  const opened = await millisecondsOnce(async () => {
    const view = await laptop.call('spreadsheets.open', { file: laptop.choose(file) });
    if (view.counts.new < tenThousand * 0.9) throw new Error(`Read as ${JSON.stringify(view.counts)}`);
    id = view.import;
  });
  const applied = await millisecondsOnce(() => laptop.call('spreadsheets.apply', { import: id }));
  return { opened, applied };
}

/** Milliseconds of opening a list whose names the register does not hold exactly: each is looked for among all. */
async function againWithOtherNames(laptop: Laptop, folder: string): Promise<number> {
  const file = path.join(folder, 'autre-liste.xlsx');
  const renamed = (organisations('TN', tenThousand) as unknown as DemoRegisterEntry[]).map((one) => ({
    ...one,
    name: `${one.name} bis`,
  }));
  writeFileSync(file, workbook({ Liste: messyList(renamed) }));
  return millisecondsOnce(() => laptop.call('spreadsheets.open', { file: laptop.choose(file) }));
}

/** The rows as the register holds them after the import. */
async function rowsImported(root: string, file: string, built: Built): Promise<Record[]> {
  const laptop = await asCommittee(new Laptop(root, { ...built, ...unfixed }), 'TN');
  await importOnce(laptop, file);
  laptop.core.close();
  const database = openBeside(laptop);
  const rows = database.select().from(memberEntities.organisations.table).all();
  database.$client.close();
  rmSync(root, { recursive: true });
  return rows;
}

/** Milliseconds of the least: the file parsed as leanly as SheetJS can, the rows inserted in one transaction. */
async function parseAndInsert(
  root: string,
  bytes: Buffer,
  rows: readonly Record[],
  built: Built,
): Promise<number> {
  const { migrationsFolder } = new Laptop(root, built).settings;
  const database = createWorkspaceDatabase({
    file: path.join(root, 'raw.db'),
    key: new Uint8Array(32).fill(7),
    migrationsFolder,
  });
  const { table } = memberEntities.organisations;
  const bound = rows.map(boundTo(table));
  const taken = await millisecondsOnce(() => {
    const book = read(bytes, { type: 'buffer', dense: true, cellText: false, cellHTML: false, cellNF: true });
    if (book.SheetNames.length !== 1) throw new Error('The list was not parsed');
    const insert = preparedInsert(database, table);
    database.$client.transaction(() => {
      for (const row of bound) insert(row);
    })();
  });
  database.$client.close();
  rmSync(root, { recursive: true });
  return taken;
}

/** Megabytes that a process of its own needed at most for one part. */
function peakOf(part: Part, folder: string): number {
  const [, script = ''] = process.argv;
  const told = execFileSync(process.execPath, [script, folder, part], { encoding: 'utf8' });
  return Number(told.trim().split('\n').at(-1)) / 1024;
}

/** In that process: does one part and prints its peak, kilobytes. */
export async function tellPeak(part: Part, folder: string, built: Built): Promise<void> {
  const file = path.join(folder, 'liste.xlsx');
  if (part === 'import') {
    const laptop = await asCommittee(new Laptop(path.join(folder, 'peak'), { ...built, ...unfixed }), 'TN');
    await importOnce(laptop, file);
    laptop.throwAway();
  } else {
    const rows = JSON.parse(readFileSync(path.join(folder, 'rows.json'), 'utf8')) as Record[];
    await parseAndInsert(path.join(folder, 'peak-raw'), readFileSync(file), rows, built);
  }
  process.stdout.write(`${process.resourceUsage().maxRSS}\n`);
}
