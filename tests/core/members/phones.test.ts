import { afterEach, beforeEach, expect, it } from 'vitest';
import { committeeLaptop, type Laptop } from '../../support/laptop';

/** A number is typed as people say it, and kept as it is dialled from anywhere. */

let committee: Laptop;

beforeEach(async () => {
  committee = await committeeLaptop('TN');
});

afterEach(() => committee.throwAway());

async function kept(country: string, phone: string): Promise<unknown> {
  const { id } = await committee.create('organisations', {
    name: 'Passerelles du Sud',
    country,
    status: 'identified',
    phone,
  });
  return (await committee.call('members.sheet', { id })).organisation.values.phone;
}

it('a national number gets the calling code of the country of its sheet', async () => {
  expect(await kept('TN', '75 612 209')).toBe('+21675612209');
  expect(await kept('SN', '33 821 00 11')).toBe('+221338210011');
});

it('a number that is dialled from abroad is kept without its signs', async () => {
  expect(await kept('TN', '+221 33 821 00 11')).toBe('+221338210011');
  expect(await kept('TN', '00221 33-821-00-11')).toBe('+221338210011');
});

it('a number that is possible nowhere stays as it was typed', async () => {
  expect(await kept('TN', '75 612')).toBe('75 612');
});

it('a number that is mended later follows the same rule', async () => {
  const { id } = await committee.create('persons', { fullName: 'Amel Trabelsi' });
  await committee.call('records.update', {
    entity: 'persons',
    id,
    revision: 1,
    values: { phone: '98 111 222' },
  });
  expect((await committee.call('members.personSheet', { id })).person.values.phone).toBe('+21698111222');
});
