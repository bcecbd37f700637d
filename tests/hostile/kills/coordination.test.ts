import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOf, doAgain, killEverywhere, leftIn, patience, rowsOf } from '../../support/kills/kill-runs';
import type { Work } from '../../support/kills/victim';
import {
  committeeLaptop,
  coordinationLaptop,
  type Laptop,
  passphrase,
  sendQuarter,
  typeQuarter,
} from '../../support/laptop';

/** Enrolment, import and acceptance killed at any moment (PACKAGES.md §1.8 V16, §5). */

const quarter = '2026-Q3';
let coordination: Laptop;
let committee: Laptop;
/** Before the enrolment: the committee has nothing, the coordination has invited it. */
let uninvited: string;
let rootDigits: string;
let invitation: string;

beforeAll(async () => {
  coordination = await coordinationLaptop();
  committee = await committeeLaptop('SN');
  await committee.create('organisations', {
    name: 'Association de la plage',
    type: 'association',
    country: 'SN',
    status: 'member',
  });
  await typeQuarter(committee, quarter);
  await committee.call('workspace.lock', {});
  uninvited = copyOf(committee.root);
  const [known] = await committee.call('workspace.known', {});
  await committee.call('workspace.unlock', { id: known?.id ?? '', passphrase });
});

afterAll(() => {
  coordination.throwAway();
  committee.throwAway();
  rmSync(uninvited, { recursive: true });
});

describe('a process killed while an enrolment is asked for', () => {
  it(
    'has asked with one number or not at all, and the request leaves afterwards',
    async () => {
      const invited = await coordination.call('trust.invite', {
        code: 'SN',
        name: 'Comité Sénégal',
        role: 'committee',
      });
      invitation = await coordination.send(invited.outbox, invited.fileName);
      rootDigits = (await coordination.call('trust.overview', {})).rootDigits ?? '';
      const on = (root: string): Work => ({
        name: 'request enrolment',
        invitation,
        digits: rootDigits,
        file: join(root, 'demande.colis'),
      });
      const requests = rowsOf<{ sequence: number }>("SELECT sequence FROM outbox WHERE kind = 'enrol'");
      await killEverywhere(uninvited, on, 8, async (killed) => {
        const left = leftIn(killed.root, requests);
        expect(left.wrong).toEqual([]);
        if (killed.acts.some((act) => act.did === 'requested')) expect(left.read).toHaveLength(1);
        await doAgain(killed.root, on(killed.root));
        const after = leftIn(killed.root, requests);
        expect(after).toEqual({ wrong: [], read: [{ sequence: 1 }] });
        expect(existsSync(join(killed.root, 'demande.colis'))).toBe(true);
      });
    },
    patience,
  );
});

describe('a process killed while a committee is enrolled', () => {
  it(
    'has published the register once or not at all, and enrols afterwards',
    async () => {
      const [opened] = await committee.receive(invitation);
      const accepted = await committee.call('trust.acceptInvitation', {
        invitation: opened?.kind === 'invite' ? opened.invitation : '',
        digits: rootDigits,
      });
      if (accepted.match !== 'yes') throw new Error('The digits of the root did not match');
      const request = await committee.send(accepted.outbox, accepted.fileName);
      const on = (root: string): Work => ({
        name: 'enrol',
        request,
        digits: accepted.ownDigits,
        file: join(root, 'registre.colis'),
      });
      await coordination.call('workspace.lock', {});
      const registers = rowsOf<{ version: number }>('SELECT version FROM registers ORDER BY version');
      await killEverywhere(coordination.root, on, 8, async (killed) => {
        const left = leftIn(killed.root, registers);
        expect(left.wrong).toEqual([]);
        if (killed.acts.some((act) => act.did === 'enrolled')) expect(left.read).toHaveLength(2);
        await doAgain(killed.root, on(killed.root));
        expect(leftIn(killed.root, registers)).toEqual({ wrong: [], read: [{ version: 1 }, { version: 2 }] });
        expect(existsSync(join(killed.root, 'registre.colis.part'))).toBe(false);
      });
      await doAgain(coordination.root, on(coordination.root));
      await committee.receive(coordination.path('registre.colis'));
    },
    patience,
  );
});

describe('a process killed while a report is imported and accepted', () => {
  it(
    'has accepted all of it with its slip or nothing, and the same work ends well afterwards',
    async () => {
      const report = await sendQuarter(committee, quarter);
      const on = (root: string): Work => ({
        name: 'import and accept',
        file: report,
        slip: join(root, 'retour.colis'),
      });
      const region = rowsOf<{ rows: number; accepted: number; slips: number }>(
        `SELECT (SELECT count(*) FROM organisations) + (SELECT count(*) FROM activity_lines) + (SELECT count(*) FROM narratives) AS rows,
       (SELECT count(*) FROM submissions WHERE state = 'accepted') AS accepted,
       (SELECT count(*) FROM outbox WHERE kind = 'slip') AS slips`,
      );
      const slips: string[] = [];
      await killEverywhere(coordination.root, on, 10, async (killed) => {
        const left = leftIn(killed.root, region);
        expect(left.wrong).toEqual([]);
        expect([
          { rows: 0, accepted: 0, slips: 0 },
          { rows: 3, accepted: 1, slips: 1 },
        ]).toContainEqual(left.read[0]);
        if (killed.acts.some((act) => act.did === 'accepted')) expect(left.read[0]?.accepted).toBe(1);
        await doAgain(killed.root, on(killed.root));
        expect(leftIn(killed.root, region)).toEqual({
          wrong: [],
          read: [{ rows: 3, accepted: 1, slips: 1 }],
        });
        const slip = join(killed.root, 'retour.colis');
        expect(existsSync(`${slip}.part`)).toBe(false);
        slips.push(slip);
        // The committee reads what the killed laptop sent in the end; the first one is news, the others contradict it not.
        const [read] = await committee.receive(slip);
        expect(['slip', 'refused']).toContain(read?.kind);
        if (slips.length === 1) expect(read).toMatchObject({ kind: 'slip', decision: 'accepted' });
      });
    },
    patience,
  );
});
