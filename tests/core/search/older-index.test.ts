import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../db/open';
import type { Answer } from '../../../main/core/contract/operations';
import { type Core, startCore } from '../../../main/core/core';
import { checkWorkspace } from '../../../main/core/workspace/check';
import { keyFor } from '../../../main/core/workspace/opening';
import { withFiles } from '../../support/installation';
import { asCommittee, committeeLaptop, Laptop, newLaptop, passphrase } from '../../support/laptop';

/** The migrations up to the last one whose search index held the texts themselves. */
function olderMigrations(folder: string): string {
  cpSync('db/migrations', folder, { recursive: true });
  const journal = join(folder, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  const to = entries.findIndex(({ tag }: { readonly tag: string }) => tag.endsWith('_search_words'));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, to) }));
  return folder;
}

it('a register indexed by an older version is found and changed as before, and is sound', async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'concertation-')));
  const migrationsFolder = olderMigrations(join(root, 'older'));
  let laptop = await asCommittee(new Laptop(root, { migrationsFolder }), 'TN');
  const values = { country: 'TN', status: 'identified' };
  const kept = await laptop.create('organisations', { ...values, name: 'Association Nour' });
  const other = await laptop.create('organisations', { ...values, name: 'جمعية الأمل' });

  laptop = laptop.restarted({ migrationsFolder: 'db/migrations' });
  const [known] = await laptop.call('workspace.known', {});
  await laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase });
  const found = async (text: string) =>
    (await laptop.call('members.find', { text, limit: 10 })).map(({ id }) => id);
  expect(await found('nour')).toEqual([kept.id]);
  expect(await found('الامل')).toEqual([other.id]);
  const { id, revision } = kept;
  await laptop.call('records.update', { entity: 'organisations', id, revision, values: { name: 'Amicale' } });
  expect([await found('nour'), await found('amic')]).toEqual([[], [id]]);

  laptop.core.close();
  const wrong = withFiles(laptop, (workspace) =>
    checkWorkspace(workspace).filter((finding) => finding.outcome === 'wrong'),
  );
  expect(wrong).toEqual([]);
  rmSync(root, { recursive: true });
});

it('a register whose index holds the labels themselves, as versions before wrote them, is indexed anew', async () => {
  const laptop = await committeeLaptop('TN');
  const { id } = await laptop.create('organisations', {
    name: 'Association Nour',
    country: 'TN',
    status: 'member',
    themes: ['education_health'],
  });
  laptop.core.close();
  withFiles(laptop, ({ database: { $client } }) => {
    $client.exec("UPDATE search_index SET body = 'association nour education et sante education and health'");
    $client.exec("DELETE FROM settings WHERE key = 'searchManner'");
  });

  const restarted = laptop.restarted();
  const [known] = await restarted.call('workspace.known', {});
  await restarted.call('workspace.unlock', { id: known?.id ?? '', passphrase });
  for (const text of ['nour', 'santé', 'health', 'التعليم']) {
    const found = await restarted.call('members.find', { text, limit: 10 });
    expect([text, found.map((hit) => hit.id)]).toEqual([text, [id]]);
  }
  restarted.core.close();
  const wrong = withFiles(restarted, (workspace) =>
    checkWorkspace(workspace).filter((finding) => finding.outcome === 'wrong'),
  );
  expect(wrong).toEqual([]);
  restarted.throwAway();
});

/** A register as the version before left it: another manner of indexing, other keys of order. */
async function olderRegister(records: number): Promise<Laptop> {
  const laptop = await committeeLaptop('SN');
  for (let number = records; number > 0; number -= 1)
    await laptop.create('organisations', {
      name: `Comité ${number}`,
      country: 'SN',
      status: 'partner',
      phone: `+22177${String(1_000_000 + number)}`,
    });
  laptop.core.close();
  withFiles(laptop, ({ database: { $client } }) => {
    $client.exec("UPDATE settings SET value = '2' WHERE key = 'searchManner'");
    $client.exec("INSERT INTO search_index (search_index) VALUES ('delete-all')");
    $client.exec('DELETE FROM search_rows');
    $client.exec('UPDATE organisations SET sort_key = lower(name)');
  });
  return laptop;
}

function keyOf({ workspaceFolder }: Laptop): Uint8Array {
  const key = keyFor(workspaceFolder, passphrase, 'passphrase');
  if (key === null) throw new Error('The passphrase does not open the workspace');
  return key;
}

/** Unlocks the laptop's workspace; `onProgress` is told of each step while the core is in its middle. */
async function unlocking(
  laptop: Laptop,
  onProgress: (step: string, done: number, total: number | null, core: Core) => void,
): Promise<{ readonly core: Core; readonly answer: Answer }> {
  const core: Core = startCore(laptop.settings, {
    event: (event) => {
      if (event.type === 'progress') onProgress(event.step, event.done, event.total, core);
    },
    bug: (_operation, error) => {
      throw error;
    },
  });
  const [known] = await core.call('workspace.known', {});
  const answer = await core.answer('workspace.unlock', { id: known?.id ?? '', passphrase }, 'opening');
  return { core, answer };
}

const firstNames = async (core: Core) => {
  const { rows } = await core.call('members.list', {
    ...{ search: '', filters: [], trashed: 'without', offset: 0, limit: 3 },
    sort: { field: 'name', direction: 'ascending' },
  });
  return rows.map((row) => row.values.name);
};

const indexedByNow = async (core: Core) => {
  expect(await firstNames(core)).toEqual(['Comité 1', 'Comité 2', 'Comité 3']);
  const found = await core.call('members.find', { text: '77 1 000 002', limit: 3 });
  expect(found.map(({ title }) => title)).toEqual(['Comité 2']);
};

describe('a register that an older version indexed and sorted', () => {
  let laptop: Laptop;

  beforeAll(async () => {
    laptop = await olderRegister(1_200);
  }, 120_000);
  afterAll(() => laptop.throwAway());

  it('can be left alone in the middle of its first opening, and is opened at the next as if nothing was', async () => {
    const { core, answer } = await unlocking(laptop, (step, _done, _total, opening) => {
      if (step === 'indexing') opening.cancel('opening');
    });
    expect(answer).toEqual({ ok: false, error: { code: 'cancelled', params: {} } });
    core.close();
    const client = connect(join(laptop.workspaceFolder, 'workspace.db'), keyOf(laptop));
    expect(client.prepare("SELECT value FROM settings WHERE key = 'searchManner'").pluck().get()).toBe('2');
    expect(client.prepare('SELECT count(*) FROM search_rows').pluck().get()).toBe(0);
    client.close();
  });

  it('says how far its first opening is, and survives a kill in the middle of it', async () => {
    const killed = mkdtempSync(join(tmpdir(), 'concertation-'));
    const told: string[] = [];
    const { core, answer } = await unlocking(laptop, (step, done, total) => {
      // What a kill leaves is what lies on the disk at this moment.
      if (step === 'indexing' && !told.includes('indexing'))
        cpSync(laptop.workspaceFolder, join(killed, 'SN'), { recursive: true });
      told.push(step);
      if (step === 'indexing') expect([done > 0 && done < 1_200, total]).toEqual([true, 1_200]);
    });
    expect(answer.ok).toBe(true);
    expect([...new Set(told)]).toEqual(['opening', 'indexing']);
    await indexedByNow(core);
    core.close();

    const other = newLaptop();
    await other.call('workspace.addFolder', { folder: other.choose(join(killed, 'SN')) });
    const again = await unlocking(other, () => undefined);
    expect(again.answer.ok).toBe(true);
    await indexedByNow(again.core);
    again.core.close();
    other.throwAway();
    rmSync(killed, { recursive: true });

    const quick: string[] = [];
    const second = await unlocking(laptop, (step) => quick.push(step));
    expect(quick).toEqual(['opening']);
    second.core.close();
  });
});
