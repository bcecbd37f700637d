import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quorumOf } from '../../../main/core/members/rules';
import { committeeLaptop, type Laptop } from '../../support/laptop';

/** Seats, mandates, quorum, balance and the handover of the focal point. The clock says 20 September 2026. */

let committee: Laptop;
let network: string;
let awa: string;
let karim: string;

beforeEach(async () => {
  committee = await committeeLaptop('TN');
  network = (
    await committee.create('organisations', { name: 'Réseau Lien', country: 'TN', status: 'member' })
  ).id;
  awa = (await committee.create('persons', { fullName: 'Awa Diop', sex: 'f' })).id;
  karim = (await committee.create('persons', { fullName: 'Karim Ben Salah', sex: 'm' })).id;
});

afterEach(() => committee.throwAway());

const sheet = () => committee.call('members.committee', {});
const seat = (role: string, fullMember: string | null, since: string, until: string | null = null) =>
  committee.create('seats', { organisation: network, role, fullMember, since, until });

describe('the committee', () => {
  it('has nothing before something was typed', async () => {
    expect(await sheet()).toMatchObject({ committee: null, seats: [], quorum: null, focalPoint: null });
  });

  it('counts the seats taken today, without observers, and who sits on them', async () => {
    await seat('chair', awa, '2026-01-01');
    await seat('member', karim, '2026-01-01', '2026-09-20');
    await seat('member', null, '2026-01-01', '2026-09-19');
    await seat('member', karim, '2026-10-01');
    await seat('observer', karim, '2026-01-01');
    const { seats, seatsTaken, balance } = await sheet();
    expect(seats.map((line) => line.standing)).toEqual(['seated', 'seated', 'seated', 'to_come', 'ended']);
    expect(seatsTaken).toBe(2);
    expect(balance).toEqual({ women: 1, men: 1, other: 0, none: 0 });
  });

  it('has nobody on a seat whose person is in the trash, until they come back', async () => {
    await seat('chair', awa, '2026-01-01');
    await seat('member', karim, '2026-01-01');
    await committee.call('records.trash', { entity: 'persons', ids: [awa] });
    const { seats, seatsTaken, balance } = await sheet();
    expect(seats.map((line) => line.fullMember?.name ?? null)).toEqual([null, 'Karim Ben Salah']);
    expect([seatsTaken, balance]).toEqual([2, { women: 0, men: 1, other: 0, none: 1 }]);
    await committee.call('changes.undo', {});
    expect((await sheet()).balance).toMatchObject({ women: 1, none: 0 });
  });

  it('asks for the share of its seats that its rules say, rounded up', async () => {
    await seat('chair', awa, '2026-01-01');
    await seat('member', karim, '2026-01-01');
    await seat('member', null, '2026-01-01');
    await committee.call('members.saveCommittee', { values: { quorumPercent: 50 } });
    expect((await sheet()).quorum).toBe(2);
    expect([quorumOf(7, 50), quorumOf(8, 50), quorumOf(0, 50), quorumOf(9, 67)]).toEqual([4, 4, 0, 7]);
  });

  it('keeps one record of its rules, and undo takes a change back', async () => {
    const first = await committee.call('members.saveCommittee', { values: { quorumPercent: 50 } });
    const second = await committee.call('members.saveCommittee', { values: { quorumPercent: 60 } });
    expect(second.id).toBe(first.id);
    await committee.call('changes.undo', {});
    expect((await sheet()).committee?.values.quorumPercent).toBe(50);
  });

  it('refuses a quorum of more than all seats', async () => {
    await expect(
      committee.call('members.saveCommittee', { values: { quorumPercent: 101 } }),
    ).rejects.toMatchObject({ code: 'input_refused' });
  });
});

describe('the handover of the focal point', () => {
  const handOver = (since: string, former: 'stays_member' | 'leaves') =>
    committee.call('members.handOverFocalPoint', {
      organisation: network,
      person: karim,
      since,
      former,
      designation: 'PV du 15 septembre',
    });

  it('ends the mandate before on the day before and begins the new one', async () => {
    await seat('focal_point', awa, '2025-06-01');
    await handOver('2026-09-16', 'leaves');
    const { seats, focalPoint } = await sheet();
    expect(focalPoint).toMatchObject({ name: 'Karim Ben Salah', since: '2026-09-16' });
    expect(seats.find((line) => line.fullMember?.id === awa)?.seat.values.until).toBe('2026-09-15');
    expect(seats).toHaveLength(2);
  });

  it('keeps a seat for the one who stays a member', async () => {
    await seat('focal_point', awa, '2025-06-01');
    await handOver('2026-09-16', 'stays_member');
    const { seats } = await sheet();
    expect(seats.filter((line) => line.standing === 'seated').map((line) => line.seat.values.role)).toEqual([
      'focal_point',
      'member',
    ]);
  });

  it('ends the seat of a plain member that the new focal point leaves, so that nobody counts twice', async () => {
    await seat('focal_point', awa, '2025-06-01');
    await seat('member', karim, '2026-01-01');
    await committee.call('members.saveCommittee', { values: { quorumPercent: 50 } });
    await handOver('2026-09-16', 'stays_member');
    const { seats, seatsTaken, quorum, balance } = await sheet();
    expect(
      seats
        .filter((line) => line.standing === 'seated')
        .map((line) => `${line.fullMember?.name} ${line.seat.values.role}`),
    ).toEqual(['Karim Ben Salah focal_point', 'Awa Diop member']);
    expect([seatsTaken, quorum, balance]).toEqual([2, 1, { women: 1, men: 1, other: 0, none: 0 }]);
    const former = seats.find((line) => line.standing === 'ended' && line.fullMember?.id === karim);
    expect(former?.seat.values.until).toBe('2026-09-15');
  });

  it('leaves the other functions of the new focal point alone', async () => {
    await seat('chair', karim, '2026-01-01');
    await handOver('2026-09-16', 'leaves');
    const { seats } = await sheet();
    expect(seats.filter((line) => line.standing === 'seated').map((line) => line.seat.values.role)).toEqual([
      'chair',
      'focal_point',
    ]);
  });

  it('is one gesture that one undo takes back', async () => {
    await seat('focal_point', awa, '2025-06-01');
    await handOver('2026-09-16', 'stays_member');
    await committee.call('changes.undo', {});
    const { seats, focalPoint } = await sheet();
    expect(seats).toHaveLength(1);
    expect(focalPoint?.name).toBe('Awa Diop');
  });

  it('refuses a day on which the mandate before had not begun', async () => {
    await seat('focal_point', awa, '2026-09-16');
    await expect(handOver('2026-09-16', 'leaves')).rejects.toMatchObject({
      code: 'input_refused',
      params: { why: 'before_former' },
    });
    expect((await sheet()).seats).toHaveLength(1);
  });
});

describe('links between organisations', () => {
  it('are seen from both ends, and not when the other end is in the trash', async () => {
    const section = await committee.create('organisations', {
      name: 'Section de Sfax',
      country: 'TN',
      status: 'identified',
    });
    await committee.create('organisationLinks', {
      organisation: section.id,
      kind: 'section_of',
      other: network,
    });
    const own = await committee.call('members.sheet', { id: section.id });
    const far = await committee.call('members.sheet', { id: network });
    expect(own.links).toMatchObject([{ direction: 'from', other: { name: 'Réseau Lien' } }]);
    expect(far.links).toMatchObject([{ direction: 'to', other: { name: 'Section de Sfax' } }]);
    await committee.call('records.trash', { entity: 'organisations', ids: [section.id] });
    expect((await committee.call('members.sheet', { id: network })).links).toEqual([]);
  });
});
