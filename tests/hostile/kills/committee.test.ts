import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearFile } from '../../../main/core/packages/format/open-package';
import { manifestDigestOf } from '../../../main/core/packages/service';
import { keysOf } from '../../support/installation';
import {
  copyOf,
  doAgain,
  type Killed,
  killEverywhere,
  leftIn,
  patience,
  rowsOf,
  started,
  work,
} from '../../support/kills/kill-runs';
import type { Work } from '../../support/kills/victim';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  newLaptop,
  passphrase,
  typeQuarter,
} from '../../support/laptop';

/** A committee's process killed at any moment (PACKAGES.md §5): nothing acknowledged is lost, nothing is halved. */

const quarter = '2026-Q3';
let coordination: Laptop;
let committee: Laptop;
let readingKey: string;

beforeAll(async () => {
  coordination = await coordinationLaptop();
  committee = await committeeLaptop('SN');
  await enrol(coordination, committee, 'SN');
  await typeQuarter(committee, quarter);
  committee.core.close();
  coordination.core.close();
  readingKey = keysOf(coordination).identity;
});

afterAll(() => {
  coordination.throwAway();
  committee.throwAway();
});

interface Row {
  readonly id: string;
  readonly name: string;
  readonly acronym: string;
  readonly deleted_at: string | null;
}

const organisations = rowsOf<Row>('SELECT id, name, acronym, deleted_at FROM organisations');

/** Every acknowledged act is there; what was not acknowledged is there whole or not at all. */
function holdsAll(rows: readonly Row[], acts: Killed['acts']): void {
  const row = (id: unknown) => rows.find((candidate) => candidate.id === id);
  const later = (id: unknown, ...deeds: string[]) =>
    acts.some((act) => act.id === id && deeds.includes(act.did));
  for (const act of acts) {
    if (act.did === 'created') {
      expect(row(act.id)?.name).toContain(act.name);
    }
    if (act.did === 'changed') expect(row(act.id)).toMatchObject({ name: act.name, acronym: 'SUITE' });
    if (act.did === 'restored') expect(row(act.id)?.deleted_at).toBeNull();
    if (act.did === 'trashed' && later(act.id, 'restored')) expect(row(act.id)?.deleted_at).toBeNull();
  }
  for (const { name, acronym } of rows) expect(acronym === 'SUITE').toBe(name.endsWith('(suite)'));
}

describe('a process killed while records are edited', () => {
  it(
    'has kept every acknowledged change and no half of another, wherever it was killed',
    async () => {
      const edits: Work = { name: 'edits', quarter };
      const kills = await killEverywhere(
        committee.root,
        () => edits,
        8,
        async (killed) => {
          const left = leftIn(killed.root, organisations);
          expect(left.wrong).toEqual([]);
          holdsAll(left.read, killed.acts);
          const acts = await doAgain(killed.root, edits);
          expect(acts.map((act) => act.did)).toContain('narrated');
        },
      );
      expect(kills).toBeGreaterThanOrEqual(8);
    },
    patience,
  );

  it(
    'has kept them when it was killed four times or more in a row at random, on one workspace',
    async () => {
      const root = copyOf(committee.root);
      const draw = seededNumbers(20_260_920);
      const told: Killed['acts'][number][] = [];
      // On a busy machine a life has time for fewer edits, and more lives are killed.
      for (let kill = 0; kill < 4 || told.length <= 8; kill += 1) {
        const pause = () => new Promise<void>((resolve) => setTimeout(resolve, draw() * 60));
        const { acts, steps } = await work(root, { name: 'endless edits' }, null, pause);
        expect(steps).toBeNull();
        told.push(...acts);
        const left = leftIn(root, organisations);
        expect(left.wrong).toEqual([]);
        holdsAll(left.read, told);
      }
      expect(told.length).toBeGreaterThan(8);
      rmSync(root, { recursive: true });
    },
    patience,
  );
});

describe('a process killed while a list is brought in', () => {
  it(
    'has brought in the whole list or nothing of it',
    async () => {
      const laptop = await committeeLaptop('GN');
      const known = { type: 'association', country: 'GN', status: 'member', acronym: 'A' };
      await laptop.create('organisations', { ...known, name: 'Union des pêcheurs' });
      laptop.core.close();
      const file = join(laptop.root, 'liste.csv');
      writeFileSync(
        file,
        'Nom;Sigle;Ville\nAssociation Kindia;AKI;Kindia\nUnion des pêcheurs;;Boké\nJeunes de Labé;JLA;Labé\n',
      );
      const on = (root: string): Work => ({ name: 'bring in a list', file: join(root, 'liste.csv') });
      const register = rowsOf<{ n: number; log: number; found: number; imports: number; placed: number }>(
        `SELECT (SELECT count(*) FROM organisations) AS n, (SELECT count(*) FROM change_log) AS log,
         (SELECT count(*) FROM search_index) AS found, (SELECT count(*) FROM imports) AS imports,
         (SELECT count(*) FROM organisations WHERE locality IS NOT NULL) AS placed`,
      );
      const before = [{ n: 1, log: 1, found: 1, imports: 0, placed: 0 }];
      const after = [{ n: 3, log: 4, found: 3, imports: 1, placed: 3 }];
      const kills = await killEverywhere(laptop.root, on, 10, async (killed) => {
        const left = leftIn(killed.root, register);
        expect(left.wrong).toEqual([]);
        if (killed.acts.length > 0) expect(left.read).toEqual(after);
        else expect([before, after]).toContainEqual(left.read);
        if (left.read[0]?.n === 1) await doAgain(killed.root, on(killed.root));
        expect(leftIn(killed.root, register)).toEqual({ wrong: [], read: after });
      });
      expect(kills).toBeGreaterThanOrEqual(8);
      laptop.throwAway();
    },
    patience,
  );
});

describe('a process killed while a quarter is signed and written', () => {
  it(
    'has given the number to one package or to none, and the same work ends well afterwards',
    async () => {
      const on = (root: string): Work => ({
        name: 'sign and write',
        quarter,
        file: join(root, 'envoi.colis'),
      });
      await killEverywhere(committee.root, on, 10, async (killed) => {
        const file = join(killed.root, 'envoi.colis');
        const left = leftIn(killed.root, reports);
        expect(left.wrong).toEqual([]);
        const [before] = left.read;
        const signed = killed.acts.find((act) => act.did === 'signed');
        if (signed) expect(before?.digest).toBe(signed.digest);
        if (existsSync(file)) expect(await digestOfFile(file)).toBe(before?.digest);
        await doAgain(killed.root, on(killed.root));
        const { wrong, read: after } = leftIn(killed.root, reports);
        expect(wrong).toEqual([]);
        expect(after).toMatchObject([{ epoch: 1, sequence: 1 }]);
        if (before) expect(after[0]?.digest).toBe(before.digest);
        expect(await digestOfFile(file)).toBe(after[0]?.digest);
        expect(existsSync(`${file}.part`)).toBe(false);
      });
    },
    patience,
  );
});

describe('a process killed while the passphrase is changed', () => {
  it(
    'opens with the old one or with the new one, and with the new one once that was acknowledged',
    async () => {
      const newPassphrase = 'cartable fenêtre orage palmier';
      const change: Work = { name: 'new passphrase', newPassphrase };
      await killEverywhere(
        committee.root,
        () => change,
        10,
        async (killed) => {
          const laptop = started(killed.root);
          const [known] = await laptop.call('workspace.known', {});
          const opens = async (secret: string) =>
            laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase: secret }).then(
              () => true,
              () => false,
            );
          const [byOld, byNew] = [await opens(passphrase), await opens(newPassphrase)];
          laptop.core.close();
          expect([byOld, byNew].filter(Boolean)).toHaveLength(1);
          if (killed.acts.some((act) => act.did === 'changed')) expect(byNew).toBe(true);
          const opening = byNew ? newPassphrase : passphrase;
          expect(leftIn(killed.root, () => null, opening).wrong).toEqual([]);
        },
      );
    },
    patience,
  );
});

describe('a process killed while a workspace is made', () => {
  it(
    'has made it whole or not at all, and it can be made afterwards',
    async () => {
      const empty = newLaptop();
      empty.core.close();
      const make: Work = { name: 'new workspace' };
      await killEverywhere(
        empty.root,
        () => make,
        16,
        async (killed) => {
          const known = await knownIn(killed.root);
          const created = killed.acts.find((act) => act.did === 'created');
          if (created) expect(known.map((entry) => entry.id)).toEqual([created.id]);
          if (known.length > 0) expect(leftIn(killed.root, () => null).wrong).toEqual([]);
          await doAgain(killed.root, make);
          const after = await knownIn(killed.root);
          expect(after).toHaveLength(known.length + 1);
          expect(after.every((entry) => entry.present === 'present')).toBe(true);
        },
      );
      empty.throwAway();
    },
    patience,
  );
});

async function knownIn(root: string) {
  const laptop = started(root);
  const known = await laptop.call('workspace.known', {});
  laptop.core.close();
  return known;
}

const reports = rowsOf<{ epoch: number; sequence: number; digest: string }>(
  "SELECT epoch, sequence, digest FROM outbox WHERE kind = 'report'",
);

/** Identity of a package file, which must be whole: it is decrypted as the coordination would. */
async function digestOfFile(path: string): Promise<string> {
  const { archive } = await clearFile(readFileSync(path), readingKey);
  return manifestDigestOf(archive);
}

/** Numbers between 0 and 1 that are the same in every run (Lehmer's generator, modulus 2³¹ − 1). */
function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
