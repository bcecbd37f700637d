import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenWorkspace } from '../../../main/core/session';
import { namedHashes } from '../../../main/core/storage/kept-blobs';
import { keyFor } from '../../../main/core/workspace/opening';
import { paper, phonePhoto } from '../../support/attachments/files';
import { keptHashes } from '../../support/installation';
import {
  copyOf,
  doAgain,
  type Killed,
  killEverywhere,
  leftIn,
  patience,
  started,
  work,
} from '../../support/kills/kill-runs';
import type { Work } from '../../support/kills/victim';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  passphrase,
  sendQuarter,
  typeQuarter,
} from '../../support/laptop';

/**
 * Attachments live in a second file, and no commit spans two files (DESIGN.md §4). A process is killed between them,
 * while files are added, swept, forgotten and received: every row has its bytes, and what no row names is gone at the
 * next opening.
 */

const quarter = '2026-Q3';
const MiB = 1024 * 1024;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let coordination: Laptop;
let committee: Laptop;
let organisation: string;
let person: string;
/** There before anything is killed, on each copy. */
const old = paper('avant', 50_000);
const ofPerson = phonePhoto({ seed: 'visage' });
const thrown = paper('jeté', 40_000);
let report: string;
let packages: readonly string[];

const add = (entity: 'organisations' | 'persons', id: string, bytes: Uint8Array) =>
  committee.call('attachments.add', {
    owner: { entity, id },
    consent: null,
    kind: null,
    fileName: 'piece',
    bytes: Uint8Array.from(bytes),
  });

beforeAll(async () => {
  coordination = await coordinationLaptop();
  committee = await committeeLaptop('SN');
  await enrol(coordination, committee, 'SN');
  organisation = (await committee.create('organisations', { name: 'Rihla', country: 'SN', status: 'member' }))
    .id;
  person = (await committee.create('persons', { fullName: 'Awa Ndiaye' })).id;
  await add('organisations', organisation, old);
  await add('persons', person, ofPerson);
  const { id } = await add('organisations', organisation, thrown);
  await committee.call('records.trash', { entity: 'attachments', ids: [id] });
  await typeQuarter(committee, quarter);
  await committee.call('workspace.lock', {});
  const sender = started(copyOf(committee.root));
  await unlock(sender);
  const large = (seed: string, size: number) =>
    sender.call('attachments.add', {
      owner: { entity: 'organisations', id: organisation },
      consent: null,
      kind: 'statutes',
      fileName: `${seed}.pdf`,
      bytes: Uint8Array.from(paper(seed, size)),
    });
  await large('un', 2 * MiB);
  await large('deux', 3 * MiB);
  report = await sendQuarter(sender, quarter);
  const sent = await sender.call('attachments.sendRemaining', { passphrase });
  const files: string[] = [];
  for (const { outbox, fileName } of sent.packages) files.push(await sender.send(outbox, fileName));
  packages = files;
  sender.core.close();
  coordination.core.close();
}, 120_000);

afterAll(() => {
  coordination.throwAway();
  committee.throwAway();
  if (report) rmSync(report.replace(/[\\/][^\\/]+$/, ''), { recursive: true, force: true });
});

async function unlock(laptop: Laptop): Promise<void> {
  const [known] = await laptop.call('workspace.known', {});
  await laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase });
}

/** Hashes in the blob file of a laptop whose process is gone. */
function onDisk(root: string): readonly string[] {
  const laptop = started(root);
  laptop.core.close();
  const key = keyFor(laptop.workspaceFolder, passphrase, 'passphrase');
  if (!key) throw new Error('The passphrase does not open the workspace');
  return keptHashes(laptop, key);
}

interface Seen {
  readonly rows: readonly {
    readonly id: string;
    readonly sha256: string;
    readonly deletedAt: string | null;
  }[];
  /** Hashes that rows name and whose bytes are not there, or are others. */
  readonly without: readonly string[];
  readonly named: readonly string[];
}

function seenIn({ database, blobs }: OpenWorkspace): Seen {
  const rows = database.$client
    .prepare('SELECT id, sha256, deleted_at AS deletedAt FROM attachments WHERE sha256 IS NOT NULL')
    .all() as Seen['rows'];
  const without = rows.filter((row) => sha256(blobs.get(row.sha256) ?? Buffer.alloc(0)) !== row.sha256);
  return { rows, without: without.map((row) => row.sha256), named: [...namedHashes(database)] };
}

/** Opens what a kill left: sound, no row without bytes, and afterwards no bytes without a row. Counts the orphans. */
function opened(root: string): { readonly seen: Seen; readonly orphans: number } {
  const before = onDisk(root);
  const { wrong, read: seen } = leftIn(root, seenIn);
  expect(wrong).toEqual([]);
  expect(seen.without).toEqual([]);
  const after = onDisk(root);
  expect(
    after.filter((hash) => !seen.named.includes(hash)),
    'orphans are swept',
  ).toEqual([]);
  expect(
    before.filter((hash) => seen.named.includes(hash)),
    'and nothing else',
  ).toEqual(after);
  return { seen, orphans: before.length - after.length };
}

const ids = (seen: Seen) => seen.rows.map(({ id }) => id);
const hashes = (seen: Seen) => seen.rows.map((row) => row.sha256);

/** Every file that was acknowledged has its row. */
function holdsAll(seen: Seen, acts: Killed['acts']): void {
  for (const act of acts) {
    if (act.did === 'attached') expect(ids(seen)).toContain(act.id);
    if (act.did === 'restored') expect(seen.rows.find(({ id }) => id === act.id)?.deletedAt).toBeNull();
  }
}

describe('a process killed while files are attached', () => {
  it(
    'has a row with its bytes for every acknowledged one, and leaves orphans that the opening sweeps',
    async () => {
      const attach: Work = { name: 'attach files', organisation, person };
      let orphans = 0;
      const kills = await killEverywhere(
        committee.root,
        () => attach,
        14,
        async (killed) => {
          const left = opened(killed.root);
          orphans += left.orphans;
          holdsAll(left.seen, killed.acts);
          expect(hashes(left.seen)).toEqual(expect.arrayContaining([sha256(old), sha256(thrown)]));
          const acts = await doAgain(killed.root, attach);
          expect(acts.map((act) => act.did)).toContain('restored');
          const again = opened(killed.root);
          expect(again.orphans).toBe(0);
          expect(again.seen.rows).toHaveLength(6);
        },
      );
      expect(kills).toBeGreaterThanOrEqual(10);
      expect(orphans, 'some kill fell between the bytes and their row').toBeGreaterThan(0);
    },
    patience,
  );

  it(
    'has them when it was killed at random four times in a row, in the midst of large files',
    async () => {
      const root = copyOf(committee.root);
      const endless: Work = { name: 'endless attachments', organisation };
      const acts: Killed['acts'][number][] = [];
      for (let kill = 0; kill < 4 || acts.length <= 8; kill += 1) {
        const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 11 * (kill % 5)));
        const ended = await work(root, endless, null, pause);
        expect(ended.steps).toBeNull();
        acts.push(...ended.acts);
        const { seen } = opened(root);
        holdsAll(seen, acts);
        expect(hashes(seen)).toContain(sha256(old));
      }
      rmSync(root, { recursive: true });
    },
    patience,
  );
});

describe('a process killed while bytes are swept', () => {
  it(
    'has erased the person with their photo or not at all, and the bytes go with the rows at the latest when it opens',
    async () => {
      const erase: Work = { name: 'erase a person', person, fullName: 'Awa Ndiaye' };
      const before = leftIn(committee.root, seenIn).read.rows.map((row) => row.sha256);
      const kills = await killEverywhere(
        committee.root,
        () => erase,
        8,
        async (killed) => {
          const { seen } = opened(killed.root);
          const gone = before.filter((hash) => !hashes(seen).includes(hash));
          expect([0, 1]).toContain(gone.length);
          if (killed.acts.length > 0) expect(gone).toHaveLength(1);
          expect(hashes(seen)).toEqual(expect.arrayContaining([sha256(old), sha256(thrown)]));
          if (gone.length === 0) await doAgain(killed.root, erase);
          expect(opened(killed.root).seen.rows).toHaveLength(2);
        },
      );
      expect(kills).toBeGreaterThanOrEqual(8);
    },
    patience,
  );

  it(
    'has forgotten what lay in the trash for too long or not yet, and nothing else',
    async () => {
      const start: Work = { name: 'start after the trash has expired' };
      await killEverywhere(
        committee.root,
        () => start,
        8,
        async (killed) => {
          const { seen } = opened(killed.root);
          expect([2, 3]).toContain(seen.rows.length);
          if (killed.acts.length > 0) expect(seen.rows).toHaveLength(2);
          expect(hashes(seen)).toContain(sha256(old));
          await work(killed.root, start, null);
          const after = opened(killed.root).seen;
          expect(after.rows).toHaveLength(2);
          expect(hashes(after)).not.toContain(sha256(thrown));
        },
      );
    },
    patience,
  );
});

describe('a process killed while files are received', () => {
  it(
    'has taken each with all its bytes or not at all, and takes them when they are opened again',
    async () => {
      const receive: Work = { name: 'receive files', files: [report, ...packages] };
      const received = ({ database, blobs }: OpenWorkspace) => {
        const rows = database.$client
          .prepare("SELECT content FROM snapshot_rows WHERE name = 'attachments'")
          .all() as { content: string }[];
        const announced = rows.map(
          ({ content }) => JSON.parse(content) as { sha256: string; included: boolean },
        );
        const inbox = database.$client.prepare('SELECT kind FROM inbox').all() as { kind: string }[];
        return {
          kinds: inbox.map(({ kind }) => kind),
          awaited: announced.filter((file) => !blobs.has(file.sha256)).length,
          lost: announced.filter((file) => file.included && !blobs.has(file.sha256)).length,
          announced: announced.length,
        };
      };
      let orphans = 0;
      await killEverywhere(
        coordination.root,
        () => receive,
        10,
        async (killed) => {
          orphans += opened(killed.root).orphans;
          const left = leftIn(killed.root, received).read;
          const told = killed.acts.map(({ kind }) => kind);
          expect(left.kinds).toEqual(expect.arrayContaining(told));
          expect(left.lost).toBe(0);
          expect([0, 3]).toContain(left.announced);
          if (left.kinds.includes('attachments')) expect(left.awaited).toBe(0);
          await doAgain(killed.root, receive);
          expect(opened(killed.root).orphans).toBe(0);
          expect(leftIn(killed.root, received).read).toMatchObject({ announced: 3, awaited: 0, lost: 0 });
        },
      );
      expect(orphans, 'some kill fell between the bytes and their rows').toBeGreaterThan(0);
    },
    patience,
  );
});
