import { describe, expect, it } from 'vitest';
import { type BoardReport, boardOf } from '../../../main/core/consolidation/board';
import { referencePack } from '../../../main/core/programme/pack';

/** What the board says of each committee; the third quarter of 2026 is due on the 15th of October. */

const quarter = '2026-Q3';

function report(changes: Partial<BoardReport>): BoardReport {
  return {
    id: 'report',
    committee: 'TN',
    quarter,
    revision: 0,
    epoch: 1,
    sequence: 1,
    state: 'accepted',
    receivedAt: '2026-10-02T08:00:00.000Z',
    ...changes,
  };
}

const enrolled = new Map([['TN', '2026-04-14']]);

function cellOf(reports: readonly BoardReport[], committee: string, today: string, upTo = quarter) {
  const board = boardOf(reports, referencePack, { upTo, count: 1 }, today, enrolled);
  return board.countries.find((country) => country.code === committee)?.cells[0];
}

describe('the board of reports', () => {
  it('awaits a report until its deadline and misses it from the day after', () => {
    expect(cellOf([], 'TN', '2026-10-15')?.state).toBe('expected');
    expect(cellOf([], 'TN', '2026-10-16')?.state).toBe('missing');
  });

  it('misses nothing of a quarter that had ended before the committee was enrolled', () => {
    expect(cellOf([], 'TN', '2026-11-01', '2026-Q1')?.state).toBe('not_enrolled');
    expect(cellOf([], 'TN', '2026-11-01', '2026-Q2')?.state).toBe('missing');
    expect(cellOf([report({ quarter: '2026-Q1' })], 'TN', '2026-11-01', '2026-Q1')?.state).toBe('accepted');
  });

  it('awaits the current quarter of a committee that is not enrolled yet', () => {
    expect(cellOf([], 'SN', '2026-09-01')?.state).toBe('expected');
    expect(cellOf([], 'SN', '2026-09-01', '2026-Q2')?.state).toBe('not_enrolled');
  });

  it('says how many days late a report came, and nothing of one in time', () => {
    expect(cellOf([report({})], 'TN', '2026-11-01')?.daysLate).toBeNull();
    const late = report({ receivedAt: '2026-10-19T08:00:00.000Z' });
    expect(cellOf([late], 'TN', '2026-11-01')).toMatchObject({ state: 'accepted', daysLate: 4 });
  });

  it('keeps the line of a committee that once reported and from which nothing is expected', () => {
    const former = report({ committee: 'DZ', quarter: '2026-Q2' });
    expect(cellOf([former], 'DZ', '2026-11-01')).toMatchObject({ state: 'not_expected', submission: null });
  });

  it('expects nobody in a quarter between two phases', () => {
    const board = boardOf([], referencePack, { upTo: '2024-Q4', count: 4 }, '2026-11-01', enrolled);
    expect(board.countries).toEqual([]);
  });

  it('shows where the newest report of a quarter stands, even while an earlier one remains accepted', () => {
    const correction = report({ id: 'second', sequence: 2, revision: 1, state: 'to_review' });
    expect(cellOf([report({}), correction], 'TN', '2026-11-01')).toMatchObject({
      state: 'received',
      submission: 'second',
      revision: 1,
    });
    expect(cellOf([report({}), { ...correction, state: 'accepted' }], 'TN', '2026-11-01')?.state).toBe(
      'rectified',
    );
  });
});
