import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenWorkspace } from '../../../main/core/session';
import { checkWorkspace } from '../../../main/core/workspace/check';
import { withFiles } from '../../support/installation';
import { copyOf, started } from '../../support/kills/kill-runs';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  passphrase,
  sendQuarter,
  typeQuarter,
} from '../../support/laptop';

/** What `workspace check` sees: each damage under its own name, and nothing where there is none. */

const quarter = '2026-Q3';
let committee: Laptop;
let coordination: Laptop;

beforeAll(async () => {
  coordination = await coordinationLaptop();
  committee = await committeeLaptop('SN');
  await enrol(coordination, committee, 'SN');
  const values = { name: 'Coopérative de Thiès', type: 'association', country: 'SN', status: 'member' };
  const { id } = await committee.create('organisations', values);
  await committee.call('records.update', {
    entity: 'organisations',
    id,
    revision: 1,
    values: { acronym: 'CT' },
  });
  const gone = await committee.create('organisations', { ...values, name: 'Association partie' });
  await committee.call('records.trash', { entity: 'organisations', ids: [gone.id] });
  await typeQuarter(committee, quarter);
  const file = await sendQuarter(committee, quarter);
  const [received] = await coordination.receive(file);
  await coordination.call('submissions.decide', {
    id: received?.kind === 'report' ? received.submission : '',
    decision: 'accepted',
    general: '',
    remarks: [],
    deadline: null,
    confirmation: null,
    passphrase,
  });
  committee.core.close();
  coordination.core.close();
});

afterAll(() => {
  committee.throwAway();
  coordination.throwAway();
});

/** The checks that are not fine. */
function wrongIn(workspace: OpenWorkspace): string[] {
  return checkWorkspace(workspace)
    .filter((finding) => finding.outcome === 'wrong')
    .map((finding) => finding.check);
}

describe('a workspace in which everything was done by the application', () => {
  it('is sound, on either side', () => {
    expect(withFiles(committee, wrongIn)).toEqual([]);
    expect(withFiles(coordination, wrongIn)).toEqual([]);
  });
});

/** What is wrong after a change behind the application's back, in a transaction that is then given up. */
function afterwards(laptop: Laptop, sql: string): string[] {
  return withFiles(laptop, (workspace) => {
    const { $client } = workspace.database;
    $client.pragma('foreign_keys = OFF');
    $client.exec('BEGIN');
    $client.exec(sql);
    const wrong = wrongIn(workspace);
    $client.exec('ROLLBACK');
    return wrong;
  });
}

describe('a committee in which somebody changed the database behind the application', () => {
  it.each([
    ["UPDATE organisations SET acronym = 'XX' WHERE deleted_at IS NULL", ['values', 'search_index']],
    ['UPDATE organisations SET revision = revision + 1', ['revisions']],
    ['UPDATE organisations SET deleted_at = NULL', ['values', 'search_index']],
    [
      "DELETE FROM change_log WHERE field IS NULL AND entity = 'organisations'",
      ['records_logged', 'revisions', 'values'],
    ],
    ["DELETE FROM change_heads WHERE field = 'acronym'", ['heads']],
    [
      "INSERT INTO change_heads SELECT entity, record, '*', id FROM change_log WHERE field = 'acronym'",
      ['heads'],
    ],
    ['DELETE FROM search_rows', ['search_index']],
    ["UPDATE search_index SET body = 'autre chose'", ['search_index']],
    ["UPDATE chain SET sequence = 2 WHERE series = 'SN:report'", ['chain', 'outbox', 'ledger']],
    ["DELETE FROM outbox WHERE kind = 'report'", ['outbox']],
    ["UPDATE outbox SET archive = x'00' WHERE kind = 'report'", ['outbox']],
    ['CREATE TABLE extra (a TEXT)', ['schema', 'strict_tables']],
    ['DROP INDEX organisations_sort', ['schema']],
    ["UPDATE settings SET value = '1' WHERE key = 'writes'", ['writes']],
    ['DELETE FROM organisations WHERE deleted_at IS NULL', ['records_logged', 'search_index']],
  ])('names what %s broke', (sql, checks) => {
    expect(afterwards(committee, sql).sort()).toEqual([...checks].sort());
  });
});

describe('a coordination in which somebody changed the database behind the application', () => {
  it.each([
    ['UPDATE submissions SET slip = NULL', ['decisions']],
    ["UPDATE submissions SET state = 'to_review'", ['decisions']],
    ["UPDATE chain SET taken = 0 WHERE series = 'SN:report'", ['decisions']],
    ["UPDATE submissions SET archive = 'ffff'", ['blobs']],
    ["UPDATE snapshot_rows SET submission = 'nobody'", ['foreign_keys']],
    ["UPDATE organisations SET name = 'Autre'", ['search_index']],
  ])('names what %s broke', (sql, checks) => {
    expect(afterwards(coordination, sql).sort()).toEqual([...checks].sort());
  });
});

describe('files beside the database', () => {
  let laptop: Laptop;

  it('tell of a signature that the database lost', () => {
    laptop = started(copyOf(committee.root));
    appendFileSync(join(laptop.workspaceFolder, 'ledger.txt'), `SN:report 1 9 sha256:${'9'.repeat(64)}\n`);
    expect(withFiles(laptop, wrongIn)).toEqual(['ledger']);
    laptop.throwAway();
  });

  it('are named when a page of the database is damaged, and the check goes on', () => {
    laptop = started(copyOf(committee.root));
    const database = join(laptop.workspaceFolder, 'workspace.db');
    const bytes = readFileSync(database);
    // The last page: the first ones hold the schema, without which nothing opens.
    const place = bytes.length - 2_000;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(database, bytes);
    expect(withFiles(laptop, wrongIn)).toContain('integrity');
    laptop.throwAway();
  });
});
