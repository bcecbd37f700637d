import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListEdit, ListQuestion, ListScope } from '../../../main/core/contract/records/lists';
import { committeeLaptop, type Laptop } from '../../support/laptop';

/** The one list: its order, its groups, what is done with many of its records at once. */

const everything: ListQuestion = {
  search: '',
  filters: [],
  sort: { field: 'name', direction: 'ascending' },
  trashed: 'without',
};
const all: ListScope = { kind: 'question', question: everything, except: [] };

let laptop: Laptop;
const ids: Record<string, string> = {};

async function begin(): Promise<void> {
  laptop = await committeeLaptop('TN');
  const create = async (name: string, values: Record<string, string | readonly string[] | null>) => {
    const given = { name, country: 'TN', status: 'identified', ...values };
    ids[name] = (await laptop.create('organisations', given)).id;
  };
  await create('Élan', { type: 'ngo', themes: ['gender', 'children'], budgetBracket: null });
  await create('Eau vive', { type: 'association', status: 'member', themes: ['gender'] });
  await create('Écho du Sud', { locality: 'Sfax', labels: ['À inviter'] });
  await create('Amel', { locality: 'Ariana', nameArabic: 'أمل', status: 'partner' });
  await create('Bassma', { nameArabic: 'بسمة', locality: 'Béja' });
}

const namesOf = async (changes: Partial<ListQuestion>) =>
  (await laptop.call('members.list', { ...everything, ...changes, offset: 0, limit: 100 })).rows.map(
    (row) => row.values.name,
  );
const edit = (changes: Partial<ListEdit> & Pick<ListEdit, 'field'>): ListEdit => ({
  action: 'set',
  value: null,
  since: null,
  ...changes,
});
const heldIn = async (name: string, field: string) =>
  (await laptop.call('members.sheet', { id: ids[name] ?? '' })).organisation.values[field];

describe('the order of a list', () => {
  beforeAll(begin);
  afterAll(() => laptop.throwAway());

  it('puts accents where French puts them, and what is missing last in either direction', async () => {
    const [ascending, descending] = (['ascending', 'descending'] as const).map((direction) => ({
      sort: { field: 'locality', direction },
    }));
    expect((await namesOf(ascending ?? {})).slice(0, 3)).toEqual(['Amel', 'Bassma', 'Écho du Sud']);
    expect((await namesOf(descending ?? {})).slice(0, 3)).toEqual(['Écho du Sud', 'Bassma', 'Amel']);
  });

  it('sorts Arabic names whatever the form of their alef', async () => {
    expect((await namesOf({ sort: { field: 'nameArabic', direction: 'ascending' } })).slice(0, 2)).toEqual([
      'Amel',
      'Bassma',
    ]);
  });

  it('follows the scale of statuses, and a second column decides among those alike', async () => {
    const second = { field: 'name', direction: 'descending' as const };
    expect(await namesOf({ sort: { field: 'status', direction: 'ascending', second } })).toEqual([
      'Élan',
      'Écho du Sud',
      'Bassma',
      'Amel',
      'Eau vive',
    ]);
  });

  it('groups by a field of several values: a row stands in each of its groups, and counts once in all', async () => {
    const question = { ...everything, group: 'themes' };
    const { groups, total } = await laptop.call('lists.groups', { list: 'organisations', question });
    expect(groups).toEqual([
      { value: 'children', count: 1 },
      { value: 'gender', count: 2 },
      { value: null, count: 3 },
    ]);
    expect(total).toBe(5);
    expect((await namesOf({ group: 'themes' })).slice(0, 3)).toEqual(['Élan', 'Eau vive', 'Élan']);
  });

  it('refuses to group by a field that is free text', async () => {
    const question = { ...everything, group: 'locality' };
    await expect(laptop.call('lists.groups', { list: 'organisations', question })).rejects.toMatchObject({
      code: 'input_refused',
    });
  });

  it('is read anew after every change', async () => {
    const sort = { field: 'locality', direction: 'ascending' } as const;
    await namesOf({ sort });
    await laptop.call('lists.edit', {
      list: 'organisations',
      scope: { kind: 'ids', ids: [ids.Bassma ?? ''] },
      edit: edit({ field: 'locality', value: 'Aïn Draham' }),
    });
    expect((await namesOf({ sort })).slice(0, 2)).toEqual(['Bassma', 'Amel']);
    await laptop.call('changes.undo', {});
    expect((await namesOf({ sort })).slice(0, 2)).toEqual(['Amel', 'Bassma']);
  });
});

describe('one edit of many records', () => {
  beforeAll(begin);
  afterAll(() => laptop.throwAway());
  const list = 'organisations' as const;

  it('says beforehand what would change, and is one gesture that undo and redo know', async () => {
    const wanted = { list, scope: all, edit: edit({ field: 'type', value: 'association' }) };
    const preview = await laptop.call('lists.previewEdit', wanted);
    expect(preview).toMatchObject({ selected: 5, changed: 4, refusals: 0 });
    expect(preview.before).toEqual([
      { value: null, count: 3 },
      { value: 'ngo', count: 1 },
    ]);
    expect(await laptop.call('lists.edit', wanted)).toMatchObject({ selected: 5, changed: 4 });
    expect(await heldIn('Amel', 'type')).toBe('association');
    expect(await laptop.call('changes.undoable', {})).toMatchObject({ action: 'changed', records: 4 });
    await laptop.call('changes.undo', {});
    expect(await heldIn('Élan', 'type')).toBe('ngo');
    expect(await heldIn('Amel', 'type')).toBeNull();
    await laptop.call('changes.redo', {});
    expect(await heldIn('Élan', 'type')).toBe('association');
    await laptop.call('changes.undo', {});
  });

  it('leaves out what was unchecked', async () => {
    const scope: ListScope = { ...all, except: [ids.Amel ?? ''] };
    await laptop.call('lists.edit', { list, scope, edit: edit({ field: 'locality', value: 'Gabès' }) });
    expect(await heldIn('Amel', 'locality')).toBe('Ariana');
    expect(await heldIn('Élan', 'locality')).toBe('Gabès');
    await laptop.call('changes.undo', {});
  });

  it('adds to several values and removes from them, and leaves the others there', async () => {
    const add = edit({ field: 'themes', action: 'add', value: ['children'] });
    expect(await laptop.call('lists.edit', { list, scope: all, edit: add })).toMatchObject({ changed: 4 });
    expect(await heldIn('Eau vive', 'themes')).toEqual(['gender', 'children']);
    const remove = edit({ field: 'themes', action: 'remove', value: ['children'] });
    await laptop.call('lists.edit', { list, scope: all, edit: remove });
    expect(await heldIn('Eau vive', 'themes')).toEqual(['gender']);
    expect(await heldIn('Amel', 'themes')).toBeNull();
    await laptop.call('changes.undo', {});
    await laptop.call('changes.undo', {});
    expect(await heldIn('Élan', 'themes')).toEqual(['gender', 'children']);
  });

  it('begins a status on a day, and keeps in the history what stood before', async () => {
    const scope: ListScope = { kind: 'ids', ids: [ids.Amel ?? '', ids['Eau vive'] ?? ''] };
    const since = '2026-07-01';
    const wanted = { list, scope, edit: edit({ field: 'status', value: 'member', since }) };
    expect(await laptop.call('lists.edit', wanted)).toMatchObject({ selected: 2, changed: 1 });
    const sheet = await laptop.call('members.sheet', { id: ids.Amel ?? '' });
    expect(sheet.organisation.values.status).toBe('member');
    expect(sheet.statusPeriods.map(({ values }) => [values.status, values.since])).toEqual([
      ['member', since],
    ]);
    await laptop.call('changes.undo', {});
    const before = await laptop.call('members.sheet', { id: ids.Amel ?? '' });
    expect(before.organisation.values.status).toBe('partner');
    expect(before.statusPeriods).toEqual([]);
  });

  it('refuses a region of another country, says for which records, and changes the others', async () => {
    const abroad = await laptop.create('organisations', {
      name: 'Diaspora',
      country: 'MA',
      status: 'partner',
    });
    const region = 'TN-61';
    const told = await laptop.call('lists.edit', {
      list,
      scope: all,
      edit: edit({ field: 'region', value: region }),
    });
    expect(told.refused).toEqual([{ id: abroad.id, title: 'Diaspora', why: 'region_elsewhere' }]);
    expect(told).toMatchObject({ changed: 5, refusals: 1 });
    await laptop.call('changes.undo', {});
    await laptop.call('changes.undo', {});
  });

  it('cannot empty a field that must be filled', async () => {
    const wanted = { list, scope: all, edit: edit({ field: 'name', action: 'clear' }) };
    await expect(laptop.call('lists.previewEdit', wanted)).rejects.toMatchObject({
      code: 'input_refused',
      params: { why: 'required' },
    });
  });

  it('writes a label as it is written already', async () => {
    const wanted = { list, scope: all, edit: edit({ field: 'labels', action: 'add', value: ['a inviter'] }) };
    expect(await laptop.call('lists.edit', wanted)).toMatchObject({ changed: 4 });
    expect(await laptop.call('lists.labels', { list })).toEqual([{ label: 'À inviter', count: 5 }]);
    const filters = [{ field: 'labels', rule: 'any_of' as const, values: ['À inviter'] }];
    expect(await namesOf({ filters })).toHaveLength(5);
    await laptop.call('changes.undo', {});
  });

  it('moves all that match to the trash, and back', async () => {
    expect(await laptop.call('lists.move', { list, scope: all, to: 'trash' })).toEqual({ moved: 5 });
    expect(await namesOf({})).toEqual([]);
    await laptop.call('changes.undo', {});
    expect(await namesOf({})).toHaveLength(5);
  });

  it('exports only what is selected, by group, with its labels for the committee and without them for the public', async () => {
    const path = laptop.path('liste.csv');
    const save = (audience: 'committee' | 'public') =>
      laptop.call('spreadsheets.export', {
        file: laptop.choose(path),
        question: { ...everything, group: 'themes' },
        only: { kind: 'ids', ids: [ids.Élan ?? '', ids['Écho du Sud'] ?? ''] },
        groupHeading: 'Thème',
        layout: {
          kind: 'list',
          columns: [
            { field: 'name', heading: 'Nom' },
            { field: 'labels', heading: 'Étiquettes' },
          ],
        },
        format: 'csv',
        text: null,
        audience,
      });
    expect(await save('committee')).toMatchObject({ rows: 3, leftOut: [] });
    const lines = readFileSync(path, 'utf8').trim().split('\r\n');
    expect(lines[0]).toContain('Thème;Nom;Étiquettes');
    expect(lines.at(-1)).toBe(';Écho du Sud;À inviter');
    expect(await save('public')).toMatchObject({ leftOut: ['labels'] });
    expect(readFileSync(path, 'utf8')).not.toContain('inviter');
  });
});

describe('an edit that is cancelled', () => {
  beforeAll(async () => {
    laptop = await committeeLaptop('TN');
    for (let number = 0; number < 400; number += 1) {
      await laptop.create('organisations', { name: `Réseau ${number}`, country: 'TN', status: 'identified' });
    }
  }, 60_000);
  afterAll(() => laptop.throwAway());

  it('leaves nothing, whenever it is cancelled, and lists read meanwhile show nothing of it', async () => {
    const wanted = {
      list: 'organisations',
      scope: all,
      edit: { field: 'locality', action: 'set', value: 'Gabès', since: null },
    };
    const filters = [{ field: 'locality', rule: 'filled' as const, values: [] }];
    const running = laptop.core.answer('lists.edit', wanted, 'call');
    const begun = () => laptop.events.some((event) => event.type === 'progress' && event.step === 'edit');
    while (!begun()) await new Promise((resolve) => setImmediate(resolve));
    const meanwhile = namesOf({ filters });
    laptop.core.cancel('call');
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await meanwhile).toEqual([]);
    expect(await namesOf({ filters })).toEqual([]);
    expect(await laptop.call('changes.undoable', {})).toMatchObject({ action: 'created' });
  });
});

describe('saved views', () => {
  beforeAll(begin);
  afterAll(() => laptop.throwAway());
  const list = 'organisations' as const;
  const arrangement = {
    search: '',
    filters: [{ field: 'themes', rule: 'any_of' as const, values: ['gender'] }],
    sort: { field: 'name', direction: 'descending' as const },
    group: null,
    columns: ['acronym', 'themes'],
  };
  const names = async () => (await laptop.call('views.list', { list })).map((view) => view.name);

  it('keep their arrangement and find their records, in their order', async () => {
    const { id } = await laptop.call('views.create', { list, name: 'Genre', arrangement });
    const [view] = await laptop.call('views.list', { list });
    expect(view).toMatchObject({ id, name: 'Genre', arrangement, ignored: [] });
    expect(await laptop.call('views.counts', { list })).toEqual({ [id]: 2 });
    expect((await laptop.call('views.records', { id })).ids).toEqual([ids.Élan, ids['Eau vive']]);
  });

  it('are renamed, put in another order and deleted, each of which undo takes back', async () => {
    const { id } = await laptop.call('views.create', { list, name: 'Brouillon', arrangement });
    await laptop.call('views.update', { id, name: 'À inviter' });
    await laptop.call('views.move', { id, towards: 'first' });
    expect(await names()).toEqual(['À inviter', 'Genre']);
    await laptop.call('changes.undo', {});
    expect(await names()).toEqual(['Genre', 'À inviter']);
    await laptop.call('views.delete', { id });
    expect(await names()).toEqual(['Genre']);
    await laptop.call('changes.undo', {});
    expect(await names()).toEqual(['Genre', 'À inviter']);
  });

  it('one opens first, and only one', async () => {
    const [one, other] = await laptop.call('views.list', { list });
    await laptop.call('views.openFirst', { list, id: one?.id ?? '' });
    await laptop.call('views.openFirst', { list, id: other?.id ?? '' });
    expect((await laptop.call('views.list', { list })).map((view) => view.opensFirst)).toEqual([false, true]);
  });

  it('outlive a field that is gone: what was asked of it is left out, and said', async () => {
    const { id } = await laptop.call('views.create', {
      list,
      name: 'Ancienne',
      arrangement: {
        ...arrangement,
        filters: [...arrangement.filters, { field: 'formerField', rule: 'any_of', values: ['x'] }],
        sort: { field: 'otherFormer', direction: 'ascending' },
        group: 'thirdFormer',
      },
    });
    const view = (await laptop.call('views.list', { list })).find((known) => known.id === id);
    expect(view?.ignored).toEqual(['formerField', 'otherFormer', 'thirdFormer']);
    expect((await laptop.call('views.records', { id })).ids).toEqual([ids['Eau vive'], ids.Élan]);
  });

  it('of what was not verified for a year move on with the days', async () => {
    const filters = [{ field: 'verifiedOn', rule: 'before' as const, values: ['-P12M'] }];
    await laptop.call('lists.edit', {
      list,
      scope: { kind: 'ids', ids: [ids.Amel ?? ''] },
      edit: edit({ field: 'verifiedOn', value: '2025-09-20' }),
    });
    await laptop.call('lists.edit', {
      list,
      scope: { kind: 'ids', ids: [ids.Bassma ?? ''] },
      edit: edit({ field: 'verifiedOn', value: '2025-09-19' }),
    });
    expect(await namesOf({ filters })).not.toContain('Amel');
    expect(await namesOf({ filters })).toContain('Bassma');
  });
});
