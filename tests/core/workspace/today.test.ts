import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDayOf, todayOf } from '../../../main/core/environment';
import { watchDay } from '../../../main/core/workspace/day-change';
import { committeeLaptop } from '../../support/laptop';

/** Today is the day of the laptop's own calendar. */

const zone = process.env.TZ;
/** 20 September 2026, 23:30 UTC: half past midnight in Tunis. */
const lateInSeptember = Date.UTC(2026, 8, 20, 23, 30);

beforeEach(() => {
  process.env.TZ = 'Africa/Tunis';
});

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('a laptop in Tunis at half past midnight', () => {
  it('has the 21st, when UTC still has the 20th', () => {
    expect(todayOf({ now: () => lateInSeptember })).toBe('2026-09-21');
    expect(localDayOf('2026-09-20T22:59:59.999Z')).toBe('2026-09-20');
    expect(localDayOf('2026-09-20T23:00:00.000Z')).toBe('2026-09-21');
  });

  it('is in the new quarter with the first minute of it', async () => {
    const laptop = await committeeLaptop('TN', {
      fixed: { now: Date.UTC(2026, 8, 30, 23, 30), seed: 'tunis' },
    });
    expect(await laptop.call('workspace.state', {})).toMatchObject({
      today: '2026-10-01',
      currentQuarter: '2026-Q4',
    });
    laptop.throwAway();
  });

  it('takes an interview of that very day for none to come', async () => {
    const laptop = await committeeLaptop('TN', { fixed: { now: lateInSeptember, seed: 'interview' } });
    const entered = laptop.call('interviews.enter', {
      organisation: { name: 'Association du soir', surveyDate: '2026-09-21' },
      needs: [],
      contact: null,
      next: { answers: {} },
    });
    await expect(entered).resolves.toHaveProperty('id');
    laptop.throwAway();
  });
});

describe('a laptop west of Greenwich in the evening', () => {
  it('has the day before that of UTC, and a status typed for tomorrow begins tomorrow', async () => {
    process.env.TZ = 'America/Port-au-Prince';
    const evening = Date.UTC(2026, 8, 21, 1);
    let laptop = await committeeLaptop('TN', { fixed: { now: evening, seed: 'evening' } });
    expect(await laptop.call('workspace.state', {})).toMatchObject({ today: '2026-09-20' });
    const { id } = await laptop.create('organisations', {
      name: 'Comité du soir',
      country: 'TN',
      status: 'identified',
    });
    await laptop.create('statusPeriods', { organisation: id, status: 'member', since: '2026-09-21' });
    const status = async () => (await laptop.call('members.sheet', { id })).organisation.values.status;
    expect(await status()).toBe('identified');
    const [known] = await laptop.call('workspace.known', {});
    laptop = laptop.restarted({ fixed: { now: evening + 12 * 3_600_000, seed: 'morning' } });
    const { passphrase } = await import('../../support/laptop');
    await laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase });
    expect(await status()).toBe('member');
    laptop.throwAway();
  });
});

describe('midnight while the application runs', () => {
  it('is told once a day, also when the clock jumps over it as after a sleep', async () => {
    let now = lateInSeptember;
    const told: string[] = [];
    let heard: () => void = () => undefined;
    const next = () => new Promise<void>((resolve) => (heard = resolve));
    const stop = watchDay(
      { now: () => now },
      () => {
        told.push(localDayOf(now));
        heard();
      },
      1,
    );
    const first = next();
    now += 24 * 3_600_000;
    await first;
    const second = next();
    now += 3 * 24 * 3_600_000;
    await second;
    stop();
    expect(told).toEqual(['2026-09-22', '2026-09-25']);
  });
});
