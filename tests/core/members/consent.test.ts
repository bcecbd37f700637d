import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { committeeLaptop, type Laptop } from '../../support/laptop';

let laptop: Laptop;

beforeEach(async () => {
  laptop = await committeeLaptop('TN');
});

afterEach(() => laptop.throwAway());

async function withoutConsent(): Promise<number> {
  return (await laptop.call('members.counts', {})).withoutRegionConsent;
}

describe('persons without consent for the region', () => {
  it('are those with no consent for it that is valid today', async () => {
    const { id: person } = await laptop.create('persons', { fullName: 'Ines Gharbi' });
    await laptop.create('persons', { fullName: 'Mohamed Ali Jaziri' });
    expect(await withoutConsent()).toBe(2);

    const given = { person, givenOn: '2026-01-10', manner: 'written' };
    await laptop.create('consents', { ...given, purpose: 'directory' });
    expect(await withoutConsent()).toBe(2);
    await laptop.create('consents', { ...given, purpose: 'region', expiresOn: '2026-06-30' });
    expect(await withoutConsent()).toBe(2);
    const valid = await laptop.create('consents', { ...given, purpose: 'region' });
    expect(await withoutConsent()).toBe(1);

    const withdrawal = { id: valid.id, revision: valid.revision, values: { withdrawnOn: '2026-09-20' } };
    await laptop.call('records.update', { entity: 'consents', ...withdrawal });
    expect(await withoutConsent()).toBe(2);
  });

  it('do not count when they are in the trash', async () => {
    const { id } = await laptop.create('persons', { fullName: 'Ines Gharbi' });
    await laptop.call('records.trash', { entity: 'persons', ids: [id] });
    expect(await withoutConsent()).toBe(0);
  });
});
