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

describe('the search of a committee', () => {
  let laptop: Laptop;

  beforeAll(async () => {
    laptop = await committeeLaptop('SN');
    const create = (values: Record<string, string>) =>
      laptop.create('organisations', { country: 'SN', status: 'member', ...values });
    await create({ name: 'Alpha', phone: '+221771234567' });
    await create({ name: 'Autre', phone: '+221778889900', otherPhone: '+212612345678' });
    await create({ name: 'Abidjan', whatsapp: '+2250707123456' });
    await create({ name: 'Union 77 du quartier 12' });
    await create({ name: 'Bɛnkadi' });
    await create({ name: 'Ɓamtaare' });
    await create({ name: 'Sɔrɔ' });
    await create({ name: 'Łódź' });
    await create({ name: 'Kef', nameArabic: 'جمعيه الکاف للتنمية' });
    await create({ name: 'Comité 10' });
    await create({ name: 'Comité 2' });
    await create({ name: 'Amicale ٢٠١٥' });
  });
  afterAll(() => laptop.throwAway());

  const found = async (search: string, changes: Partial<ListRequest> = {}) =>
    (await laptop.call('members.list', { ...everything, ...changes, search })).rows.map(
      (row) => row.values.name,
    );

  it.each([
    '77 123 45 67',
    '771234567',
    '00221771234567',
    '77 123',
    '+221 77 123',
    '+221 77 123 45 67',
    '00 221 77 123 45 67',
    '221771234567',
    '77.123.45.67',
    '77-123-45-67',
    '٧٧ ١٢٣ ٤٥ ٦٧',
    'alpha 77 123 45',
    '\u202A+221\u00A077\u2011123\u00A045\u00A067\u202C',
  ])('%j finds +221771234567', async (typed) => {
    expect(await found(typed)).toEqual(['Alpha']);
    const hits = await laptop.call('members.find', { text: typed, limit: 5 });
    expect(hits.map(({ title }) => title)).toEqual(['Alpha']);
  });

  it.each([
    ['0612345678', 'Autre'],
    ['06 12 34 56 78', 'Autre'],
    ['+212 (0)6 12 34', 'Autre'],
    ['07 07 12 34 56', 'Abidjan'],
    ['0707123', 'Abidjan'],
  ])('%j, as it is dialled at home, finds its phone', async (typed, name) => {
    expect(await found(typed)).toEqual([name]);
  });

  it('finds numbers that are no phone by themselves as before', async () => {
    expect(await found('77 12')).toEqual(['Alpha', 'Union 77 du quartier 12']);
    expect(await found('union 12')).toEqual(['Union 77 du quartier 12']);
    expect(await found('2015')).toEqual(['Amicale ٢٠١٥']);
  });

  it.each([
    ['benkadi', 'Bɛnkadi'],
    ['bamtaare', 'Ɓamtaare'],
    ['soro', 'Sɔrɔ'],
    ['SƆR', 'Sɔrɔ'],
    ['lodz', 'Łódź'],
    ['الكاف', 'Kef'],
    ['الکاف', 'Kef'],
    ['كاف', 'Kef'],
    ['جمعية', 'Kef'],
    ['\uFE9F\uFEE4\uFECC\uFEF4\uFE94', 'Kef'],
    ['تنمية', 'Kef'],
  ])('%j finds %s', async (typed, name) => {
    expect(await found(typed)).toEqual([name]);
  });

  it('puts « Comité 2 » before « Comité 10 » in any order that ends with the name', async () => {
    const committees = (names: readonly unknown[]) =>
      names.filter((name) => String(name).startsWith('Comité'));
    expect(committees(await found(''))).toEqual(['Comité 2', 'Comité 10']);
    const byCountry = { sort: { field: 'country', direction: 'ascending' } } as const;
    expect(committees(await found('', byCountry))).toEqual(['Comité 2', 'Comité 10']);
  });

  it('puts groups by a label in the order of their numbers', async () => {
    const { rows } = await laptop.call('members.list', { ...everything, search: 'alpha' });
    const { id, revision } = rows[0] ?? { id: '', revision: 0 };
    const values = { labels: ['Vague 10', 'Vague 9'] };
    await laptop.call('records.update', { entity: 'organisations', id, revision, values });
    const { offset: _offset, limit: _limit, ...question } = everything;
    const { groups } = await laptop.call('lists.groups', {
      list: 'organisations',
      question: { ...question, group: 'labels' },
    });
    expect(groups.map(({ value }) => value)).toEqual(['Vague 9', 'Vague 10', null]);
  });

  it('finds a name in the trash by a part of it, with its number', async () => {
    const { rows } = await laptop.call('members.list', everything);
    const committee = rows.find((row) => row.values.name === 'Comité 10');
    await laptop.call('records.trash', { entity: 'organisations', ids: [committee?.id ?? ''] });
    expect(await found('ité 1', { trashed: 'only' })).toEqual(['Comité 10']);
  });

  it('answers a question of the greatest length', async () => {
    expect(await found('7 '.repeat(150))).toContain('Alpha');
    expect(await found('é\u0301'.repeat(150))).toEqual([]);
  });

  it.each([
    ['جمعيه الکاف', 'جمعية الكاف'],
    ['\uFE9F\uFEE4\uFECC\uFEF4\uFE94 الكاف', 'جمعية الكاف'],
    ['Bɛnkadi Ton', 'Benkadi Ton'],
    ['Łódź solidaire', 'Lodz solidaire'],
  ])('%s is proposed as a duplicate of %s', async (one, other) => {
    const laptopOfTwo = await committeeLaptop('SN');
    for (const name of [one, other])
      await laptopOfTwo.create('organisations', { name, country: 'SN', status: 'member' });
    const { total } = await laptopOfTwo.call('duplicates.list', {
      kind: 'organisations',
      offset: 0,
      limit: 10,
    });
    expect(total).toBe(1);
    laptopOfTwo.throwAway();
  });
});
