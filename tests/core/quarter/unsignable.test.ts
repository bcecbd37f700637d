import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../db/open';
import { keyFor } from '../../../main/core/workspace/opening';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  passphrase,
  sendQuarter,
  typeQuarter,
} from '../../support/laptop';

/** Everything that is stored can be signed, or the check before the signature says which sheet and which field. */

const quarter = '2026-Q3';
let coordination: Laptop;
let committee: Laptop;
let sheet: { readonly id: string; readonly revision: number };

beforeEach(async () => {
  coordination = await coordinationLaptop();
  committee = await committeeLaptop('SN');
  await enrol(coordination, committee, 'SN');
  await typeQuarter(committee, quarter);
  const values = { name: 'Association Bêta', mission: 'Accueil', country: 'SN', status: 'member' };
  sheet = await committee.create('organisations', values);
});

afterEach(() => {
  coordination.throwAway();
  committee.throwAway();
});

/** Writes into the table what a version without today's rules of text has let in. */
async function asAnOlderVersionLeftIt(sql: string, ...values: readonly string[]): Promise<void> {
  const folder = committee.workspaceFolder;
  committee.core.close();
  const key = keyFor(folder, passphrase, 'passphrase');
  if (key === null) throw new Error('The passphrase does not open the keyring');
  const client = connect(join(folder, 'workspace.db'), key);
  client.prepare(sql).run(...values);
  client.close();
  committee = committee.restarted();
  const [workspace] = await committee.call('workspace.known', {});
  await committee.call('workspace.unlock', { id: workspace?.id ?? '', passphrase });
}

async function blocking() {
  const { checks } = await committee.call('quarter.overview', { quarter });
  return checks.filter(({ level }) => level === 'blocking');
}

const sign = () => committee.call('quarter.sign', { quarter, passphrase });

async function retype(values: Record<string, string>): Promise<void> {
  const { id, revision } = sheet;
  sheet = await committee.call('records.update', { entity: 'organisations', id, revision, values });
}

describe('a record that holds what no package may hold', () => {
  it.each([
    ['a non-character', 'Accueil\uFDD0', 'sign'],
    ['a non-character of another plane', 'Accueil\u{1FFFE}', 'sign'],
    ['an override of direction', '\u202Eaccueil', 'sign'],
    ['a letter that is not composed', 'Me\u0301dina', 'sign'],
    ['a text that is too long', 'a'.repeat(65_537), 'length'],
  ])('is named with its field before the signature: %s', async (_what, text, why) => {
    await asAnOlderVersionLeftIt('UPDATE organisations SET mission = ? WHERE id = ?', text, sheet.id);
    expect(await blocking()).toEqual([
      {
        level: 'blocking',
        message: {
          code: `unsignable_${why}`,
          params: { table: 'organisations', record: sheet.id, field: 'mission', title: 'Association Bêta' },
        },
        target: `/organisations/${sheet.id}`,
      },
    ]);
    await expect(sign()).rejects.toMatchObject({
      code: 'record_unsignable',
      params: { table: 'organisations', row: sheet.id, field: 'mission', why },
    });
    await retype({ mission: text.slice(0, 60_000) });
    expect(await blocking()).toEqual([]);
    const [received] = await coordination.receive(await sendQuarter(committee, quarter));
    expect(received).toMatchObject({ kind: 'report' });
  });

  it('is named by its longest field when its texts are too long together', async () => {
    const [long, longer] = ['ج'.repeat(60_000), 'ش'.repeat(65_000)];
    await retype({ mission: long, actions: longer, challenges: long });
    expect(await blocking()).toMatchObject([
      { message: { code: 'unsignable_length', params: { record: sheet.id, field: 'actions' } } },
    ]);
    await retype({ actions: '' });
    await expect(sign()).resolves.toMatchObject({ state: 'new' });
  });

  it('in the narrative opens the narrative, in a line the line', async () => {
    await asAnOlderVersionLeftIt("UPDATE narratives SET difficulties = 'rien\uFFFF'");
    await asAnOlderVersionLeftIt("UPDATE activity_lines SET comment = 'fait\uFDEF'");
    expect(await blocking()).toMatchObject([
      {
        message: { params: { table: 'activity_lines', field: 'comment', title: 'A1.2.1' } },
        target: 'lines',
      },
      { message: { params: { table: 'narratives', field: 'difficulties' } }, target: 'narrative' },
    ]);
  });
});

describe('what is typed beside the records', () => {
  it('goes into the package without what a package refuses: the reason of a rectification', async () => {
    await sendQuarter(committee, quarter);
    const reason = 'Chiffre\uFDD0 corrige\u0301 \u202Ede\u202C Dakar';
    await committee.call('quarter.startRectification', { quarter, reason });
    await typeQuarter(committee, quarter, 9);
    await expect(sign()).resolves.toMatchObject({ state: 'new' });
    const { reason: kept } = await committee.call('quarter.overview', { quarter });
    expect(kept).toBeNull();
  });

  it('a name of signs that nobody sees is no name', async () => {
    await expect(retype({ name: '\u200B\u202C' })).rejects.toMatchObject({
      code: 'input_refused',
      params: { where: 'organisations.name' },
    });
  });
});
