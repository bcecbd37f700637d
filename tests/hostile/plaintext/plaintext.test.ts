import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearFile } from '../../../main/core/packages/format/open-package';
import { filesBelow, filesHolding, holds } from '../../e2e/support/bytes-of-folder';
import { keysOf } from '../../support/installation';
import { foldedWords, words } from '../../support/kills/day';
import { copyOf, leftIn, started, work } from '../../support/kills/kill-runs';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  passphrase,
  typeQuarter,
} from '../../support/laptop';

/** Nothing of the records lies readable on either laptop (PACKAGES.md §3, threats 8 and 28), a killed one included. */

const quarter = '2026-Q3';
const needles = [...Object.values(words).filter((word) => word !== words.searched), ...foldedWords];
let coordination: Laptop;
/** The committee's laptop after a day that ended with a kill. */
let killed: string;
let report: string;
let temporary: string;

beforeAll(async () => {
  coordination = await coordinationLaptop();
  const committee = await committeeLaptop('SN');
  await enrol(coordination, committee, 'SN');
  await typeQuarter(committee, quarter);
  committee.core.close();
  killed = copyOf(committee.root);
  committee.throwAway();
  temporary = join(killed, 'temporary');
  mkdirSync(temporary);
  report = join(killed, 'envoi.colis');
  // It lies where e-mail put it, and that is not ours.
  const refused = coordination.path('lettre.colis');
  writeFileSync(refused, `Bonjour, voici ${words.organisation}.\n`);
  const places = { TMPDIR: temporary, TMP: temporary, TEMP: temporary, SQLITE_TMPDIR: temporary };
  const ended = await work(
    killed,
    { name: 'a day', quarter, refused, file: report },
    null,
    undefined,
    places,
  );
  expect(ended.steps).toBeNull();
  rmSync(refused);
}, 120_000);

afterAll(() => {
  coordination.throwAway();
  rmSync(killed, { recursive: true });
});

/** Every file in which one of the needles can be read. */
function readable(folder: string): string[] {
  return needles.flatMap((needle) => filesHolding(folder, needle).map((name) => `${needle}: ${name}`));
}

/** What stands in a file of the day, by its name. */
function contentOf(fileName: string): string {
  if (fileName.startsWith(words.photoName)) return words.photo;
  return fileName.startsWith(words.thrownName) ? words.thrown : words.attached;
}

describe('the search itself', () => {
  it('finds every form of a text, and what is packed in a ZIP', async () => {
    const { archive } = await clearFile(readFileSync(report), keysOf(coordination).identity);
    expect(holds(Buffer.from(archive), words.organisation)).toBe(true);
    expect(holds(Buffer.from(archive), words.highlights)).toBe(true);
    expect(holds(Buffer.from(archive), words.attached)).toBe(true);
    const folder = coordination.path('formes');
    mkdirSync(folder);
    const text = `… ${words.organisation} …`;
    const big = Buffer.from(text.normalize('NFD'), 'utf16le').swap16();
    const forms = [Buffer.from(text), Buffer.from(text.normalize('NFD')), Buffer.from(text, 'utf16le'), big];
    for (const [number, form] of forms.entries()) writeFileSync(join(folder, String(number)), form);
    expect(filesHolding(folder, words.organisation)).toHaveLength(forms.length);
    rmSync(folder, { recursive: true });
  });
});

describe('a laptop killed after a day of typing', () => {
  it('keeps everything that was typed', () => {
    const count = leftIn(killed, ({ database }) =>
      database.$client.prepare('SELECT count(*) AS n FROM organisations').get(),
    );
    expect(count).toEqual({ wrong: [], read: { n: 3 } });
  });

  it('kept the files whole, in a file beside the database', () => {
    const { read } = leftIn(killed, ({ database, blobs }) => {
      const rows = database.$client.prepare('SELECT sha256, file_name AS name FROM attachments').all() as {
        sha256: string;
        name: string;
      }[];
      return rows.map(({ sha256, name }) => [
        name,
        holds(blobs.get(sha256) ?? Buffer.alloc(0), contentOf(name)),
      ]);
    });
    expect(read.sort()).toEqual([
      [`${words.photoName}.jpg`, true],
      [`${words.thrownName}.txt`, true],
      [`${words.attachedName}.txt`, true],
    ]);
  });

  it('shows none of it in database, WAL, profile, error log, temporary folder or package', () => {
    const names = filesBelow(killed);
    for (const expected of [
      /workspace\.db$/,
      /blobs\.db$/,
      /errors\.log$/,
      /envoi\.colis$/,
      /workspaces\.json$/,
    ]) {
      expect(names.some((name) => expected.test(name))).toBe(true);
    }
    expect(readable(killed)).toEqual([]);
    expect(filesBelow(temporary)).toEqual([]);
  });
});

describe('what leaves in the report', () => {
  it('names no person who did not agree, and nothing that belongs to the committee alone', async () => {
    const { archive } = await clearFile(readFileSync(report), keysOf(coordination).identity);
    const kept = [
      words.person,
      words.phone,
      words.email,
      words.address,
      words.notes,
      words.draft,
      words.trashed,
      words.caption,
      words.photo,
      words.photoName,
      words.thrown,
      words.thrownName,
    ];
    expect(kept.filter((word) => holds(Buffer.from(archive), word))).toEqual([]);
  });
});

describe('a coordination that received it', () => {
  it('shows none of it either, nor of its answer, while it is open and after it was closed', async () => {
    const remark = 'Le décompte de Fatick dépasse celui de l’an passé';
    const [received] = await coordination.receive(report);
    if (received?.kind !== 'report') throw new Error(JSON.stringify(received));
    const slip = await coordination.call('submissions.decide', {
      id: received.submission,
      decision: 'returned',
      general: remark,
      remarks: [],
      deadline: null,
      confirmation: null,
      passphrase,
    });
    const answer = await coordination.send(slip.outbox, slip.fileName);
    expect(readable(coordination.root)).toEqual([]);
    expect(filesHolding(coordination.root, remark)).toEqual([]);
    coordination.core.close();
    expect(readable(coordination.root)).toEqual([]);
    const committee = started(killed);
    const [known] = await committee.call('workspace.known', {});
    await committee.call('workspace.unlock', { id: known?.id ?? '', passphrase });
    expect(await committee.receive(answer)).toMatchObject([{ kind: 'slip', decision: 'returned' }]);
    expect(filesHolding(killed, remark)).toEqual([]);
    committee.core.close();
  });
});
