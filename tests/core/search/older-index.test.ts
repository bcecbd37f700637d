import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkWorkspace } from '../../../main/core/workspace/check';
import { withFiles } from '../../support/installation';
import { asCommittee, committeeLaptop, Laptop, passphrase } from '../../support/laptop';

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
