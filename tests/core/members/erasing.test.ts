import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../db/open';
import type { ViewArrangement } from '../../../main/core/contract/records/views';
import { entities } from '../../../main/core/core';
import { environmentOf } from '../../../main/core/environment';
import { checkWorkspace } from '../../../main/core/workspace/check';
import { closeWorkspace, keyFor, openWorkspace } from '../../../main/core/workspace/opening';
import { withFiles } from '../../support/installation';
import { committeeLaptop, type Laptop, passphrase } from '../../support/laptop';

/** Erasing a person reaches the row, the change log and the search index; what was counted stays counted. */

const name = 'Zeïneb Ben Khélifa';
const phone = '+216 98 765 432';

let committee: Laptop;
let person: string;
let organisation: string;

beforeEach(async () => {
  committee = await committeeLaptop('TN');
  organisation = (
    await committee.create('organisations', { name: 'Réseau Lien', country: 'TN', status: 'member' })
  ).id;
  const { id, revision } = await committee.create('persons', {
    fullName: 'Zeïneb Ben Khélifa',
    nameArabic: 'زينب بن خليفة',
    sex: 'f',
    ageBand: '25_35',
    phone,
  });
  person = id;
  await committee.create('affiliations', { person, organisation, role: 'Trésorière du bureau' });
  await committee.create('consents', {
    person,
    purpose: 'region',
    givenOn: '2026-01-10',
    manner: 'written',
    proof: 'Lettre signée de Zeïneb',
  });
  await committee.call('records.update', {
    entity: 'persons',
    id,
    revision,
    values: { notes: 'Zeïneb préfère le matin' },
  });
});

afterEach(() => committee.throwAway());

const erase = (manner: 'erase' | 'pseudonymise', confirmation = name) =>
  committee.call('members.erasePerson', { id: person, manner, confirmation });

/** Every byte of the database, decrypted: pages in use, free pages and the index's own tables. */
function decryptedBytes(): Buffer {
  const folder = committee.workspaceFolder;
  committee.core.close();
  const copy = committee.path('copy.db');
  copyFileSync(join(folder, 'workspace.db'), copy);
  const key = keyFor(folder, passphrase, 'passphrase');
  if (key === null) throw new Error('The passphrase does not open the keyring');
  const client = connect(copy, key);
  client.pragma('journal_mode=DELETE');
  client.pragma("rekey=''");
  client.close();
  return readFileSync(copy);
}

function traces(): string[] {
  const bytes = decryptedBytes();
  return ['Zeïneb', 'zeineb', 'Khélifa', 'khelifa', 'زينب', '765 432', 'Trésorière', 'KHELIFA'].filter(
    (needle) => bytes.includes(needle) || bytes.includes(Buffer.from(needle, 'utf16le')),
  );
}

describe('before anything is erased', () => {
  it('the bytes hold the person, so that the search for traces can find something', () => {
    expect(traces().length).toBeGreaterThanOrEqual(5);
  });
});

describe('erasing a person', () => {
  it('leaves no trace of them in the bytes of the database', async () => {
    await erase('erase');
    expect(traces()).toEqual([]);
  });

  it('takes them out of lists, trash and search', async () => {
    await erase('erase');
    for (const trashed of ['without', 'only'] as const) {
      const list = await committee.call('members.persons', {
        search: '',
        filters: [],
        sort: { field: 'fullName', direction: 'ascending' },
        trashed,
        offset: 0,
        limit: 10,
      });
      expect(list.total).toBe(0);
    }
    expect(await committee.call('members.find', { text: 'khelifa', limit: 5 })).toEqual([]);
    expect((await committee.call('members.sheet', { id: organisation })).contacts).toEqual([]);
  });

  it('keeps that something happened, when and by whom, without content', async () => {
    await erase('erase');
    const { entries } = await committee.call('records.history', {
      entity: 'persons',
      id: person,
      field: null,
      limit: 10,
    });
    expect(entries.map((entry) => entry.action)).toEqual(['erased', 'changed', 'created']);
    for (const entry of entries) expect([entry.before, entry.after]).toEqual([null, null]);
  });

  it('cannot be undone, restored or undone by way of an earlier gesture', async () => {
    await erase('erase');
    await expect(
      committee.call('records.restore', { entity: 'persons', ids: [person] }),
    ).rejects.toMatchObject({ code: 'record_missing' });
    const undoable = await committee.call('changes.undoable', {});
    expect(undoable?.entity).toBe('organisations');
  });

  it('asks for the name typed by hand, and changes nothing without it', async () => {
    await expect(erase('erase', 'Zeineb')).rejects.toMatchObject({ code: 'input_refused' });
    const { person: kept } = await committee.call('members.personSheet', { id: person });
    expect(kept.values.fullName).toBe(name);
  });
});

describe('erasing a person whom other places name', () => {
  const arrangement: ViewArrangement = {
    search: 'Khélifa Zeïneb',
    filters: [],
    sort: { field: 'fullName', direction: 'ascending' },
    group: null,
    columns: null,
  };

  it('reaches the sheet that was merged into theirs', async () => {
    const twin = await committee.create('persons', { fullName: 'Zeineb Khelifa', phone: '+216 20 765 432' });
    const { revision } = (await committee.call('members.personSheet', { id: person })).person;
    await committee.call('members.merge', {
      kind: 'persons',
      kept: { id: person, revision },
      other: twin,
      takes: {},
    });
    await erase('erase');
    expect(traces()).toEqual([]);
  });

  it('leaves alone the sheet they were merged with by mistake, once it is its own again', async () => {
    const other = await committee.create('persons', { fullName: 'Awa Diop' });
    const { revision } = (await committee.call('members.personSheet', { id: person })).person;
    await committee.call('members.merge', {
      kind: 'persons',
      kept: { id: person, revision },
      other,
      takes: {},
    });
    await committee.call('records.restore', { entity: 'persons', ids: [other.id] });
    await erase('erase');
    const { person: kept } = await committee.call('members.personSheet', { id: other.id });
    expect(kept.values.fullName).toBe('Awa Diop');
  });

  it('reaches the views that are searched by their name or named after them, and no others', async () => {
    const named = { ...arrangement, search: '' };
    await committee.call('views.create', { list: 'persons', name: 'La trésorière', arrangement });
    await committee.call('views.create', {
      list: 'persons',
      name: 'Ben Khélifa, Zeïneb',
      arrangement: named,
    });
    await committee.call('views.create', { list: 'persons', name: 'Tout le monde', arrangement: named });
    await erase('erase');
    const views = await committee.call('views.list', { list: 'persons' });
    expect(views.map((view) => view.name)).toEqual(['Tout le monde']);
    expect(traces()).toEqual([]);
  });

  it('empties what is typed of them in an interview that is not entered yet', async () => {
    await committee.call('interviews.saveDraft', {
      draft: {
        answers: {
          'organisations.name': 'Association Les Deux Rives',
          'persons.fullName': 'BEN KHELIFA Zeïneb',
          'persons.phone': '98 765 432',
          'affiliations.role': 'Trésorière',
        },
      },
    });
    await erase('erase');
    expect(await committee.call('interviews.draft', {})).toEqual({
      answers: { 'organisations.name': 'Association Les Deux Rives' },
    });
    expect(traces()).toEqual([]);
  });

  it('leaves the interview of somebody else as it was typed', async () => {
    const draft = { answers: { 'persons.fullName': 'Awa Diop', 'persons.phone': '20 111 222' } };
    await committee.call('interviews.saveDraft', { draft });
    await erase('erase');
    expect(await committee.call('interviews.draft', {})).toEqual(draft);
  });
});

describe('leaving a pseudonym', () => {
  it('leaves no trace of the person in the bytes of the database', async () => {
    await erase('pseudonymise');
    expect(traces()).toEqual([]);
  });

  it('goes on counting them by sex and age band, and never lets them leave by name', async () => {
    await erase('pseudonymise');
    const { person: kept, leaves } = await committee.call('members.personSheet', { id: person });
    expect(kept.values).toMatchObject({ sex: 'f', ageBand: '25_35', phone: null, nameArabic: null });
    expect(kept.values.fullName).toMatch(/^P-[0-9A-F]{6}$/);
    expect(leaves).toBe('counted_confidential');
    const overview = await committee.call('quarter.overview', { quarter: '2026-Q3' });
    expect(overview.contents.find(({ table }) => table === 'person_counts')?.rows).toBe(1);
  });
});

it('the erasure of a pseudonym follows the leaving of it in the log', async () => {
  await erase('pseudonymise');
  const { person: kept } = await committee.call('members.personSheet', { id: person });
  await erase('erase', String(kept.values.fullName));
  committee.core.close();
  const told = withFiles(committee, ({ database: { $client } }) =>
    $client
      .prepare(
        "SELECT id, field, parents FROM change_log WHERE record = ? AND (field IS NULL OR field = 'erased') ORDER BY instant",
      )
      .all(person),
  ) as { id: string; field: string | null; parents: string }[];
  const [creation, pseudonym, erasure] = told;
  expect(told.map(({ field }) => field)).toEqual([null, 'erased', 'erased']);
  expect(JSON.parse(pseudonym?.parents ?? '')).toEqual([creation?.id]);
  expect(JSON.parse(erasure?.parents ?? '')).toEqual([pseudonym?.id]);
});

describe('a workspace in which a person was erased', () => {
  it.each(['erase', 'pseudonymise'] as const)('passes its check (%s)', async (manner) => {
    await erase(manner);
    const folder = committee.workspaceFolder;
    committee.core.close();
    const key = keyFor(folder, passphrase, 'passphrase');
    if (key === null) throw new Error('The passphrase does not open the keyring');
    const { settings } = committee;
    const opened = openWorkspace(
      { settings, environment: environmentOf(settings.fixed), entities },
      folder,
      key,
    );
    const wrong = checkWorkspace(opened).filter((finding) => finding.outcome !== 'fine');
    closeWorkspace(opened);
    expect(wrong).toEqual([]);
  });
});
