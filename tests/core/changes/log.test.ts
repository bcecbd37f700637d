import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { committeeLaptop, type Laptop, passphrase } from '../../support/laptop';

let laptop: Laptop;
const organisation = { name: 'Association Nour', country: 'TN', status: 'identified' };

beforeEach(async () => {
  laptop = await committeeLaptop('TN');
});

afterEach(() => laptop.throwAway());

const history = (id: string, field: string | null = null) =>
  laptop.call('records.history', { entity: 'organisations', id, field, limit: 100 });

describe('the history of a record', () => {
  it('tells who changed which field from what to what', async () => {
    const { id, revision } = await laptop.create('organisations', organisation);
    await laptop.call('records.update', {
      entity: 'organisations',
      id,
      revision,
      values: { acronym: 'ANAO', status: 'member' },
    });
    const { entries } = await history(id, 'status');
    expect(entries.map(({ action, before, after, author }) => ({ action, before, after, author }))).toEqual([
      { action: 'changed', before: 'identified', after: 'member', author: 'Salma Trabelsi' },
      { action: 'created', before: null, after: 'identified', author: 'Salma Trabelsi' },
    ]);
  });

  it('leaves no trace of a value that stays the same', async () => {
    const { id, revision } = await laptop.create('organisations', organisation);
    const again = await laptop.call('records.update', {
      entity: 'organisations',
      id,
      revision,
      values: { status: 'identified' },
    });
    expect(again.revision).toBe(revision);
    expect((await history(id)).total).toBe(1);
  });

  it('stands after the laptop was started again', async () => {
    const { id } = await laptop.create('organisations', organisation);
    const [known] = await laptop.call('workspace.known', {});
    laptop = laptop.restarted();
    await laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase });
    expect((await history(id)).total).toBe(1);
  });
});

describe('a change made on an outdated sheet', () => {
  it('is refused and changes nothing', async () => {
    const { id, revision } = await laptop.create('organisations', organisation);
    await laptop.call('records.update', { entity: 'organisations', id, revision, values: { acronym: 'A' } });
    await expect(
      laptop.call('records.update', { entity: 'organisations', id, revision, values: { acronym: 'B' } }),
    ).rejects.toMatchObject({ code: 'record_changed' });
    const sheet = await laptop.call('members.sheet', { id });
    expect(sheet.organisation.values.acronym).toBe('A');
  });
});

describe('undo', () => {
  it('takes back the last gesture, then the one before, and then has nothing left', async () => {
    const { id, revision } = await laptop.create('organisations', organisation);
    await laptop.call('records.update', {
      entity: 'organisations',
      id,
      revision,
      values: { name: 'Autre nom' },
    });
    await laptop.call('changes.undo', {});
    expect((await laptop.call('members.sheet', { id })).organisation.values.name).toBe('Association Nour');
    await laptop.call('changes.undo', {});
    expect((await laptop.call('members.counts', {})).organisations).toBe(0);
    await expect(laptop.call('changes.undo', {})).rejects.toMatchObject({ code: 'nothing_to_undo' });
  });

  it('brings back what went to the trash with its organisation, and not what was there before', async () => {
    const { id } = await laptop.create('organisations', organisation);
    const need = await laptop.create('needs', { organisation: id, domain: 'advocacy', level: 3 });
    const gone = await laptop.create('needs', { organisation: id, domain: 'project_design', level: 1 });
    await laptop.call('records.trash', { entity: 'needs', ids: [gone.id] });
    await laptop.call('records.trash', { entity: 'organisations', ids: [id] });
    await laptop.call('changes.undo', {});
    const sheet = await laptop.call('members.sheet', { id });
    expect(sheet.needs.map((row) => row.id)).toEqual([need.id]);
  });
});

describe('values that cannot be kept', () => {
  it.each([
    ['a name that is missing', { name: '' }, 'required'],
    ['an unknown code of a list', { type: 'club' }, 'code'],
    ['an e-mail without a dot', { email: 'contact@anao' }, 'email'],
    ['a day that does not exist', { verifiedOn: '2026-02-30' }, 'day'],
    ['a field that does not exist', { colour: 'blue' }, 'unknown'],
  ])('are refused: %s', async (_what, values, why) => {
    await expect(laptop.create('organisations', { ...organisation, ...values })).rejects.toMatchObject({
      code: 'input_refused',
      params: { why },
    });
    expect((await laptop.call('members.counts', {})).organisations).toBe(0);
  });

  it.each([
    ['a direction override', 'Associ\u202Eation', 'Association'],
    ['a control character', 'A\u0007B', 'AB'],
    ['half a character', 'Union \uD83D des femmes', 'Union \uFFFD des femmes'],
    ['a non-character', 'Union \uFDD0', 'Union \uFFFD'],
    ['a non-character of another plane', 'Union \u{1FFFE}', 'Union \uFFFD'],
    [
      'a crowd of marks',
      `Un${'\u0316\u0301'.repeat(200)}`,
      `Un${'\u0316\u0301'.repeat(15)}`.normalize('NFC'),
    ],
    ['no-break spaces', 'Union\u00A0des\u202Ffemmes', 'Union des femmes'],
  ])('are cleaned of %s', async (_what, name, kept) => {
    const { id } = await laptop.create('organisations', { ...organisation, name });
    expect((await laptop.call('members.sheet', { id })).organisation.values.name).toBe(kept);
  });

  it('are brought to their composed form', async () => {
    const { id } = await laptop.create('organisations', { ...organisation, name: 'Ame\u0301lie' });
    expect((await laptop.call('members.sheet', { id })).organisation.values.name).toBe('Amélie');
  });
});
