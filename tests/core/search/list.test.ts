import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListRequest } from '../../../main/core/contract/members/operations';
import { committeeLaptop, type Laptop } from '../../support/laptop';

const everything: ListRequest = {
  search: '',
  filters: [],
  sort: { field: 'name', direction: 'ascending' },
  trashed: 'without',
  offset: 0,
  limit: 100,
};

describe('the list of organisations', () => {
  let laptop: Laptop;

  beforeAll(async () => {
    laptop = await committeeLaptop('TN');
    const create = (name: string, status: string) =>
      laptop.create('organisations', { name, country: 'TN', status });
    await create('Réseau des Œuvres solidaires', 'member');
    const visited = await create('Amicale de l’Étoile', 'member');
    await laptop.call('records.update', {
      entity: 'organisations',
      id: visited.id,
      revision: 1,
      values: { verifiedOn: '2026-09-01' },
    });
    await create('Étoile du Sahel', 'partner');
    const former = await create('Étoile filante', 'member');
    await laptop.call('records.trash', { entity: 'organisations', ids: [former.id] });
    await laptop.create('persons', { fullName: 'Étoile Mansour', sex: 'f' });
  });
  afterAll(() => laptop.throwAway());

  const namesOf = async (changes: Partial<ListRequest>) => {
    const { total, rows } = await laptop.call('members.list', { ...everything, ...changes });
    const names = rows.map((row) => row.values.name);
    expect(total).toBe(names.length);
    return names;
  };

  it('is in alphabetical order, whatever the accents and ligatures', async () => {
    expect(await namesOf({})).toEqual([
      'Amicale de l’Étoile',
      'Étoile du Sahel',
      'Réseau des Œuvres solidaires',
    ]);
  });

  it('finds the beginnings of words, and counts neither the trash nor the persons of that name', async () => {
    expect(await namesOf({ search: 'étoi' })).toEqual(['Amicale de l’Étoile', 'Étoile du Sahel']);
    expect(await namesOf({ search: 'OEUVR sol' })).toEqual(['Réseau des Œuvres solidaires']);
    expect(await namesOf({ search: 'toile' })).toEqual([]);
  });

  it('holds what is searched against the filters as well', async () => {
    const members = { field: 'status', rule: 'any_of' as const, values: ['member'] };
    expect(await namesOf({ search: 'etoile', filters: [members] })).toEqual(['Amicale de l’Étoile']);
  });

  it('finds in the trash what lies there', async () => {
    expect(await namesOf({ search: 'etoile', trashed: 'only' })).toEqual(['Étoile filante']);
  });

  it('counts each of its views as the view itself does', async () => {
    const counts = await laptop.call('members.counts', {});
    const numberOf = async (field: string, rule: 'any_of' | 'before', value: string) =>
      (await namesOf({ filters: [{ field, rule, values: [value] }] })).length;
    expect(counts).toMatchObject({
      organisations: 3,
      committeeMembers: await numberOf('status', 'any_of', 'member'),
      notVerified: await numberOf('verifiedOn', 'before', '2025-09-20'),
      incomplete: await numberOf('completeness', 'before', '100'),
      trashedOrganisations: 1,
      persons: 1,
    });
    expect([counts.committeeMembers, counts.notVerified]).toEqual([2, 2]);
  });

  it('gives the number of all that was found beside one page of it', async () => {
    const page = await laptop.call('members.list', { ...everything, search: 'etoile', limit: 1, offset: 1 });
    expect(page.total).toBe(2);
    expect(page.rows.map((row) => row.values.name)).toEqual(['Étoile du Sahel']);
  });

  it('finds a record by what its codes are called in three languages, after those that are called so', async () => {
    const { id } = await laptop.create('organisations', {
      name: 'Amis de Kébili',
      country: 'TN',
      status: 'beneficiary',
    });
    const called = await laptop.create('organisations', {
      name: 'Bénéficiaires unis',
      country: 'TN',
      status: 'member',
    });
    for (const text of ['beneficiary', 'مستفيد', 'kébili bénéf']) {
      const hits = await laptop.call('members.find', { text, limit: 5 });
      expect([text, hits.map((hit) => hit.id)]).toEqual([text, [id]]);
      expect(await namesOf({ search: text })).toEqual(['Amis de Kébili']);
    }
    // Arabic writes the article and « and » in one with the word, in names as in the theme « التعليم والصحة ».
    const mine = await laptop.create('organisations', {
      name: 'Amicale Noor',
      nameArabic: 'جمعية التضامن والصداقة',
      country: 'TN',
      status: 'partner',
      themes: ['education_health'],
    });
    for (const text of ['صداقة', 'الصداقة', 'تضامن الصداقة', 'صحة', 'الصحة'])
      expect(await namesOf({ search: text })).toEqual(['Amicale Noor']);
    await laptop.call('records.trash', { entity: 'organisations', ids: [mine.id] });
    const hits = await laptop.call('members.find', { text: 'benefi', limit: 5 });
    expect(hits.map((hit) => hit.id)).toEqual([called.id, id]);
    expect(await laptop.call('members.find', { text: 'benefi', limit: 1 })).toHaveLength(1);
  });
});
