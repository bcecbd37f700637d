import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { committeeLaptop, type Laptop, passphrase } from '../../support/laptop';

/** A gesture over many records, killed among them: each has what it had, or each has the new value. */

/** So many that a kill falls among them nearly always. */
const many = 100;
let committee: Laptop;

beforeAll(async () => {
  committee = await committeeLaptop('SN');
  for (let n = 0; n < many; n += 1) {
    const place = { country: 'SN', status: 'identified', locality: 'Dakar' };
    await committee.create('organisations', { name: `Association ${n}`, ...place });
  }
  committee.core.close();
}, patience);

afterAll(() => committee.throwAway());

interface Standing {
  readonly placed: number;
  readonly found: number;
  readonly seated: number;
  readonly since: number;
  readonly trashed: number;
  readonly batches: number;
  readonly halves: number;
}

/** How many organisations are where; how many batches the log holds, and how many of them are not about all. */
const standing = rowsOf<Standing>(
  `SELECT (SELECT count(*) FROM organisations WHERE locality = 'Ziguinchor') AS placed,
   (SELECT count(*) FROM search_index WHERE search_index MATCH 'ziguinchor') AS found,
   (SELECT count(*) FROM organisations WHERE status = 'member') AS seated,
   (SELECT count(*) FROM status_periods WHERE since = '2026-01-15' AND status = 'member') AS since,
   (SELECT count(*) FROM organisations WHERE deleted_at IS NOT NULL) AS trashed,
   (SELECT count(DISTINCT batch) FROM change_log WHERE field IS NOT NULL) AS batches,
   (SELECT count(*) FROM (SELECT batch FROM change_log WHERE field IS NOT NULL AND entity = 'organisations'
    GROUP BY batch HAVING count(DISTINCT record) <> ${many})) AS halves`,
);

function standingIn(root: string): Standing {
  const { wrong, read } = leftIn(root, standing);
  expect(wrong).toEqual([]);
  const [counted] = read;
  if (counted === undefined) throw new Error('Nothing was counted');
  return counted;
}

/** Was it killed between the first and the last record of a gesture? */
function wasAmidst({ taken, step }: Killed): boolean {
  const begun = taken.lastIndexOf('sql begin immediate');
  const ended = taken.lastIndexOf('sql commit');
  return begun > ended && taken.length - begun > many / 10 && step !== 'sql commit';
}

/** What undo and redo offer after the start that follows a kill. */
async function offered(root: string) {
  const laptop = started(root);
  const [known] = await laptop.call('workspace.known', {});
  await laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase });
  const both = [await laptop.call('changes.undoable', {}), await laptop.call('changes.redoable', {})];
  laptop.core.close();
  return both;
}

const allOrNone = [0, many];

describe('a process killed while one field of many records is edited, the edit undone and made again', () => {
  const edit: Work = { name: 'edit many' };
  const look = async (killed: Killed) => {
    const { placed, found, seated, since, halves } = standingIn(killed.root);
    const acts = killed.acts.map(({ did }) => did);
    expect(allOrNone).toContain(placed);
    expect(found).toBe(placed);
    expect(allOrNone).toContain(seated);
    expect(since).toBe(seated);
    expect(halves).toBe(0);
    if (acts.at(-1) === 'seated') expect([placed, seated]).toEqual([many, many]);
    else if (acts.length > 2) expect(placed).toBe(many);
    expect(await offered(killed.root)).toEqual([null, null]);
    await doAgain(killed.root, edit);
    expect(standingIn(killed.root)).toMatchObject({ placed: many, seated: many, since: many, halves: 0 });
  };

  it(
    'has changed all of them or none, whatever it was doing',
    async () => {
      expect(await killEverywhere(committee.root, () => edit, 10, look)).toBeGreaterThanOrEqual(8);
    },
    patience,
  );

  it(
    'has changed all of them or none, however many it had written',
    async () => {
      let amidst = 0;
      const lookAmidst = (killed: Killed) => {
        amidst += wasAmidst(killed) ? 1 : 0;
        return look(killed);
      };
      await killEverywhere(committee.root, () => edit, 8, lookAmidst, 'all steps');
      expect(amidst).toBeGreaterThanOrEqual(6);
    },
    patience,
  );

  it(
    'has changed all of them or none when it was killed at random, life after life, on one register',
    async () => {
      const root = copyOf(committee.root);
      const places = rowsOf<{ locality: string; n: number }>(
        'SELECT locality, count(*) AS n FROM organisations GROUP BY locality',
      );
      let begun = 0;
      for (let life = 0; life < 8; life += 1) {
        const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 30 + life * 45));
        const { acts, steps } = await work(root, { name: 'edit many endlessly' }, null, pause);
        expect(steps).toBeNull();
        const { wrong, read } = leftIn(root, places);
        expect(wrong).toEqual([]);
        expect(read.map(({ n }) => n)).toEqual([many]);
        const done = acts.findLast(({ did }) => did === 'placed')?.round;
        const last = acts.at(-1)?.round;
        const allowed = [done, last]
          .filter((round) => round !== undefined)
          .map((round) => `Village ${round}`);
        if (done !== undefined) expect(allowed).toContain(read[0]?.locality);
        if (acts.at(-1)?.did === 'begun') begun += 1;
      }
      expect(begun).toBeGreaterThan(0);
      rmSync(root, { recursive: true });
    },
    patience,
  );
});

describe('a process killed while many records go to the trash and come back', () => {
  const move: Work = { name: 'move many' };

  it.each(['different steps', 'all steps'] as const)(
    'has moved all of them or none, killed among %s',
    async (over) => {
      const look = async (killed: Killed) => {
        const { trashed, halves } = standingIn(killed.root);
        expect(allOrNone).toContain(trashed);
        expect(halves).toBe(0);
        expect(await offered(killed.root)).toEqual([null, null]);
        await doAgain(killed.root, move);
        expect(standingIn(killed.root)).toMatchObject({ trashed: 0, halves: 0 });
      };
      expect(await killEverywhere(committee.root, () => move, 8, look, over)).toBeGreaterThanOrEqual(6);
    },
    patience,
  );
});
