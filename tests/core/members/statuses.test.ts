import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statusOn } from '../../../main/core/members/rules';
import { committeeLaptop, inSeptember, type Laptop } from '../../support/laptop';

/** The status of an organisation has a history of its own, so that the count of a past quarter stays true. */

let committee: Laptop;
let organisation: string;

beforeEach(async () => {
  committee = await committeeLaptop('TN');
  organisation = (await committee.create('organisations', values)).id;
});

afterEach(() => committee.throwAway());

const values = { name: 'Passerelles du Sud', country: 'TN', status: 'identified' };

const sheet = () => committee.call('members.sheet', { id: organisation });

async function history(): Promise<string[]> {
  const { statusPeriods } = await sheet();
  return statusPeriods.map((period) => `${period.values.since} ${period.values.status}`);
}

async function setStatus(status: string): Promise<void> {
  const { organisation: record } = await sheet();
  await committee.call('records.update', {
    entity: 'organisations',
    id: organisation,
    revision: record.revision,
    values: { status },
  });
}

/** The same laptop some days later. */
async function daysLater(days: number): Promise<void> {
  const later = committee.restarted({
    fixed: { now: inSeptember + days * 86_400_000, seed: `later ${days}` },
  });
  committee = later;
  const [known] = await committee.call('workspace.known', {});
  await committee.call('workspace.unlock', {
    id: known?.id ?? '',
    passphrase: 'mangue tampon rivière lundi velours',
  });
}

describe('the status on the sheet', () => {
  it('has no history while it is the one the sheet was entered with', async () => {
    expect(await history()).toEqual([]);
  });

  it('begins today when it changes, and what it was before is kept from the day of entry', async () => {
    await daysLater(12);
    await setStatus('member');
    expect(await history()).toEqual(['2026-10-02 member', '2026-09-20 identified']);
  });

  it('changed on the day of entry corrects the entry and leaves no history', async () => {
    await setStatus('member');
    expect((await sheet()).organisation.values.status).toBe('member');
    expect(await history()).toEqual([]);
  });

  it('changed twice in a later day leaves one line of that day', async () => {
    await daysLater(12);
    await setStatus('contacted');
    await setStatus('member');
    expect(await history()).toEqual(['2026-10-02 member', '2026-09-20 identified']);
  });

  it('follows a line of the history that is typed for an earlier or a later day', async () => {
    await committee.create('statusPeriods', { organisation, status: 'partner', since: '2026-03-01' });
    expect((await sheet()).organisation.values.status).toBe('partner');
    await committee.create('statusPeriods', { organisation, status: 'left', since: '2027-01-01' });
    expect((await sheet()).organisation.values.status).toBe('partner');
  });

  it('becomes the one that was typed for a day to come when the workspace is opened after it', async () => {
    await committee.create('statusPeriods', { organisation, status: 'left', since: '2026-09-30' });
    await daysLater(9);
    expect((await sheet()).organisation.values.status).toBe('identified');
    await daysLater(10);
    expect((await sheet()).organisation.values.status).toBe('left');
    expect(await committee.call('changes.undoable', {})).toBeNull();
    expect((await history())[0]).toBe('2026-09-30 left');
  });

  it('stays as it was typed after such a day, and so does one that was changed meanwhile', async () => {
    await committee.create('statusPeriods', { organisation, status: 'left', since: '2026-09-30' });
    await daysLater(10);
    await setStatus('member');
    await daysLater(40);
    expect((await sheet()).organisation.values.status).toBe('member');
  });

  it('can be said to have begun before what is known of it', async () => {
    await daysLater(12);
    await setStatus('member');
    await committee.call('lists.edit', {
      list: 'organisations',
      scope: { kind: 'ids', ids: [organisation] },
      edit: { field: 'status', action: 'set', value: 'member', since: '2026-01-01' },
    });
    expect(await history()).toEqual(['2026-10-02 member', '2026-09-20 identified', '2026-01-01 member']);
  });

  it('goes back when the newest line is removed', async () => {
    await daysLater(12);
    await setStatus('member');
    const { statusPeriods } = await sheet();
    await committee.call('records.trash', {
      entity: 'statusPeriods',
      ids: [statusPeriods[0]?.id ?? ''],
    });
    expect((await sheet()).organisation.values.status).toBe('identified');
  });

  it('is taken back with its history by one undo', async () => {
    await daysLater(12);
    await setStatus('member');
    await committee.call('changes.undo', {});
    expect((await sheet()).organisation.values.status).toBe('identified');
    expect(await history()).toEqual([]);
  });
});

describe('the status on a day', () => {
  const periods = [
    { status: 'identified', since: '2026-01-10' },
    { status: 'member', since: '2026-04-01' },
    { status: 'left', since: '2026-09-30' },
  ];

  it.each([
    ['2026-01-09', null],
    ['2026-01-10', 'identified'],
    ['2026-03-31', 'identified'],
    ['2026-06-30', 'member'],
    ['2026-12-31', 'left'],
  ])('on %s is %s', (day, status) => {
    expect(statusOn(periods, day)).toBe(status);
  });
});
