import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { quarterOfDay, shiftQuarter } from '../../../main/core/contract/programme/quarter';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  passphrase,
  sendQuarter,
  typeQuarter,
} from '../../support/laptop';

/** A coordination with something to review, made by whole laptops on the clock of this machine. */
export interface Reviewing {
  /** The coordination's laptop; its core is closed, so that the application can open the workspace. */
  readonly coordination: Laptop;
  /** Its report of `accepted` is accepted; that of `waiting` renames an organisation and waits. */
  readonly tunisia: Laptop;
  /** Its report of `accepted` is accepted; that of `waiting` empties its register and waits. */
  readonly senegal: Laptop;
  readonly accepted: string;
  /** The last quarter that is over. */
  readonly waiting: string;
  throwAway(): void;
}

export const renamed = { before: 'Association Mouette Blanche', after: 'Association Mouette Bleue' };
/** A comment that a spreadsheet would take for a formula. */
export const formulaLikeComment = '=2+3 ateliers tenus';

const member = { type: 'association', status: 'member' };

/** Two committees with one accepted report each and one that waits. */
export async function reportsToReview(): Promise<Reviewing> {
  const settings = { fixed: null, verifierScript: path.resolve('out/main/verifier.js') };
  const today = quarterOfDay(new Date().toISOString().slice(0, 10));
  const [waiting, accepted] = [shiftQuarter(today, -1), shiftQuarter(today, -2)];
  const coordination = await coordinationLaptop(settings);
  const tunisia = await committeeLaptop('TN', settings);
  const senegal = await committeeLaptop('SN', settings);
  for (const [committee, code] of [
    [tunisia, 'TN'],
    [senegal, 'SN'],
  ] as const) {
    await enrol(coordination, committee, code);
  }
  const seagull = await tunisia.create('organisations', { ...member, name: renamed.before, country: 'TN' });
  const baobab = await senegal.create('organisations', { ...member, name: 'Réseau Baobab', country: 'SN' });
  for (const [committee, quantity] of [
    [tunisia, 2],
    [senegal, 3],
  ] as const) {
    await typeQuarter(committee, accepted, quantity);
  }
  await tunisia.call('quarter.saveLine', {
    quarter: accepted,
    activity: 'A1.2.1',
    values: { comment: formulaLikeComment },
  });
  for (const committee of [tunisia, senegal]) {
    await accept(coordination, await sendQuarter(committee, accepted));
  }
  await tunisia.call('records.update', {
    entity: 'organisations',
    id: seagull.id,
    revision: seagull.revision,
    values: { name: renamed.after },
  });
  await senegal.call('records.trash', { entity: 'organisations', ids: [baobab.id] });
  for (const committee of [tunisia, senegal]) {
    await typeQuarter(committee, waiting, 4);
    await coordination.receive(await sendQuarter(committee, waiting));
  }
  coordination.core.close();
  return {
    coordination,
    tunisia,
    senegal,
    accepted,
    waiting,
    throwAway() {
      for (const laptop of [coordination, tunisia, senegal]) laptop.throwAway();
    },
  };
}

async function accept(coordination: Laptop, file: string): Promise<void> {
  const [opened] = await coordination.receive(file);
  if (opened?.kind !== 'report') throw new Error(`The report gave ${JSON.stringify(opened)}`);
  await coordination.call('submissions.decide', {
    id: opened.submission,
    decision: 'accepted',
    general: '',
    remarks: [],
    deadline: null,
    confirmation: null,
    passphrase,
  });
}

/** Copies the coordination's laptop into a folder, so that a test may change it; answers its profile. */
export function copyOfCoordination({ coordination }: Reviewing, folder: string): string {
  return copyOfLaptop(coordination, folder);
}

/** Copies a closed laptop, so that one test does not change what another finds; gives its profile folder. */
export function copyOfLaptop(laptop: Laptop, folder: string): string {
  cpSync(laptop.root, folder, { recursive: true });
  const profile = path.join(folder, path.basename(laptop.settings.profileFolder));
  const known = path.join(profile, 'workspaces.json');
  writeFileSync(known, readFileSync(known, 'utf8').replaceAll(laptop.root, folder));
  return profile;
}
