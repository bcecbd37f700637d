import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { utils, write } from 'xlsx';
import { createWorkspaceDatabase } from '../../../db/open';
import { outbox } from '../../../db/schema';
import { memberEntities } from '../../../main/core/members/entities';
import { indexArchive, readEntryContent } from '../../../main/core/packages/format/zip-reader';
import { enrol, type Laptop, passphrase, typeQuarter } from '../../support/laptop';
import { type Measure, median } from '../measure';
import { boundTo, fill, needsOf, openBeside, organisations, preparedInsert } from './register';
import { millisecondsOf, millisecondsOnce, scryptMilliseconds } from './timing';

/** A quarterly report of 10 000 organisations: written, and taken in, against what it cannot do without. */

const tenThousand = 10_000;
const quarters = ['2026-Q1', '2026-Q2', '2026-Q3'] as const;
const members = organisations('TN', tenThousand);
const needs = needsOf('TN', members);

export interface Parties {
  committee: Laptop;
  coordination: Laptop;
}

/** A committee with a large register, enrolled at a coordination. */
export async function enrolledParties(committee: Laptop, coordination: Laptop): Promise<Parties> {
  await enrol(coordination, committee, 'TN');
  committee.core.close();
  const database = openBeside(committee);
  fill(database, members, needs);
  database.$client.close();
  return { committee: await openedAgain(committee), coordination };
}

/** Signs and writes a report of each quarter; gives its files too, the last of which nobody has opened yet. */
export async function measureWriting({
  committee,
}: Parties): Promise<{ measures: Measure[]; files: string[] }> {
  const files: string[] = [];
  const taken: number[] = [];
  let last = '';
  for (const quarter of quarters) {
    await typeQuarter(committee, quarter);
    taken.push(
      await millisecondsOnce(async () => {
        const signed = await committee.call('quarter.sign', { quarter, passphrase });
        files.push(await committee.send(signed.outbox, signed.fileName));
        last = signed.outbox;
      }),
    );
  }
  const written = median(taken) - (await scryptMilliseconds(committee.settings.keyCost));
  const contents = contentsOf(committee, last);
  const raw = await millisecondsOf(3, () => {
    for (const content of contents) {
      createHash('sha256').update(content).digest('hex');
      deflateRawSync(content, { level: 9 });
    }
  });
  const writing: Measure = {
    name: 'sign and write a report of 10 000 organisations and 10 000 needs (raw: hash + deflate)',
    figure: { value: written, unit: 'ms' },
    baseline: { value: raw, unit: 'ms' },
    bound: 2,
  };
  return { measures: [writing, sizeBesideXlsx(files.at(-1) ?? '', contents)], files };
}

/** The file that is sent, without attachments, beside a workbook of the same rows, a sheet for each table. */
function sizeBesideXlsx(file: string, contents: readonly Uint8Array[]): Measure {
  const book = utils.book_new();
  for (const [n, content] of contents.entries()) {
    const rows = rowsIn(content);
    if (rows.length > 0) utils.book_append_sheet(book, utils.json_to_sheet(rows), `Table ${n}`);
  }
  const xlsx = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
  return {
    name: 'size of that report as it is sent (raw: XLSX of the same rows, compressed)',
    figure: { value: statSync(file).size / 1024, unit: 'kB' },
    baseline: { value: xlsx.length / 1024, unit: 'kB' },
    bound: 0.4,
  };
}

/** The rows of a table of the package; none for its other parts. Lists of codes are one cell. */
function rowsIn(content: Uint8Array): Record<string, unknown>[] {
  const lines = Buffer.from(content).toString('utf8').trimEnd().split('\n');
  if (lines.length < 2 || !lines.every((line) => line.startsWith('{') && line.endsWith('}'))) return [];
  return lines.map((line) =>
    Object.fromEntries(
      Object.entries(JSON.parse(line) as Record<string, unknown>).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    ),
  );
}

/** Verifies, stages, reviews and accepts the same report on a coordination that is set back before each run. */
export async function measureImport(parties: Parties, file: string): Promise<Measure[]> {
  const { root } = parties.coordination;
  parties.coordination.core.close();
  cpSync(root, `${root}-before`, { recursive: true });
  const taken: { readonly verified: number; readonly reviewed: number; readonly accepted: number }[] = [];
  for (let run = 0; run < 3; run += 1) {
    rmSync(root, { recursive: true });
    cpSync(`${root}-before`, root, { recursive: true });
    const coordination = await openedAgain(parties.coordination);
    taken.push(await importOnce(coordination, file));
    coordination.core.close();
  }
  rmSync(root, { recursive: true });
  cpSync(`${root}-before`, root, { recursive: true });
  const scrypt = await scryptMilliseconds(parties.coordination.settings.keyCost);
  const verified = median(taken.map((run) => run.verified));
  const reviewed = median(taken.map((run) => run.reviewed));
  const accepted = median(taken.map((run) => run.accepted)) - scrypt;
  const raw = median(await Promise.all([0, 1, 2].map((run) => rawInsertion(parties, run))));
  const rowsASecond = (milliseconds: number) =>
    ({ value: ((members.length + needs.length) / milliseconds) * 1_000, unit: 'rows/s' }) as const;
  return [
    {
      name: 'import of that report: accepting it (raw: prepared insert, same encryption)',
      figure: rowsASecond(accepted),
      baseline: rowsASecond(raw),
      bound: 0.5,
    },
    {
      name: 'import of that report: verifying, keeping, comparing and accepting it',
      figure: rowsASecond(verified + reviewed + accepted),
      baseline: rowsASecond(raw),
      bound: 0.5,
    },
    ...(
      [
        ['verifying and keeping', verified],
        ['comparing', reviewed],
        ['accepting', accepted],
      ] as const
    ).map(([part, value]) => ({
      name: `   of which ${part}`,
      figure: { value, unit: 'ms' as const },
      baseline: { value: raw, unit: 'ms' as const },
      bound: null,
    })),
  ];
}

async function importOnce(coordination: Laptop, file: string) {
  let id = '';
  const verified = await millisecondsOnce(async () => {
    const [received] = await coordination.receive(file);
    if (received?.kind !== 'report') throw new Error(`The report gave ${JSON.stringify(received)}`);
    id = received.submission;
  });
  const reviewed = await millisecondsOnce(() => coordination.call('submissions.get', { id }));
  const accepted = await millisecondsOnce(() =>
    coordination.call('submissions.decide', {
      id,
      decision: 'accepted',
      general: '',
      remarks: [],
      deadline: null,
      confirmation: null,
      passphrase,
    }),
  );
  return { verified, reviewed, accepted };
}

/** Milliseconds of one transaction that inserts the same rows into the same tables of an empty database. */
async function rawInsertion({ coordination }: Parties, run: number): Promise<number> {
  const folder = path.join(coordination.root, '..', `raw-${run}`);
  mkdirSync(folder, { recursive: true });
  const database = createWorkspaceDatabase({
    file: path.join(folder, 'raw.db'),
    key: new Uint8Array(32).fill(7),
    migrationsFolder: coordination.settings.migrationsFolder,
  });
  const parts = [
    { table: memberEntities.organisations.table, rows: members },
    { table: memberEntities.needs.table, rows: needs },
  ].map(({ table, rows }) => ({ insert: preparedInsert(database, table), rows: rows.map(boundTo(table)) }));
  const taken = await millisecondsOnce(() =>
    database.$client.transaction(() => {
      for (const { insert, rows } of parts) for (const row of rows) insert(row);
    })(),
  );
  database.$client.close();
  rmSync(folder, { recursive: true });
  return taken;
}

/** The bytes of the entries of a signed package, as they were before they were packed. */
function contentsOf(committee: Laptop, id: string): Uint8Array[] {
  committee.core.close();
  const database = openBeside(committee);
  const row = database.select().from(outbox).where(eq(outbox.id, id)).get();
  database.$client.close();
  if (row === undefined) throw new Error('The outbox does not hold the report');
  const index = indexArchive(row.archive);
  return index.entries.map((entry) => readEntryContent(index, entry));
}

async function openedAgain(laptop: Laptop): Promise<Laptop> {
  const again = laptop.restarted();
  const [known] = await again.call('workspace.known', {});
  await again.call('workspace.unlock', { id: known?.id ?? '', passphrase });
  return again;
}
