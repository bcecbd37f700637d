import { describe, expect, it } from 'vitest';
import {
  comparisonOf,
  isLater,
  newestOf,
  registersThatCount,
  reportsThatCount,
} from '../../../main/core/consolidation/precedence';

const report = (
  id: string,
  quarter: string,
  sequence: number,
  decidedAt: string | null = null,
  epoch = 1,
) => ({
  id,
  committee: 'TN',
  quarter,
  epoch,
  sequence,
  decidedAt,
});

describe('the order of reports', () => {
  it('is that of their numbers; a new epoch comes after every number of the old one', () => {
    expect(isLater({ epoch: 1, sequence: 7 }, { epoch: 1, sequence: 6 })).toBe(true);
    expect(isLater({ epoch: 2, sequence: 1 }, { epoch: 1, sequence: 90 })).toBe(true);
    expect(isLater({ epoch: 1, sequence: 7 }, { epoch: 1, sequence: 7 })).toBe(false);
    expect(newestOf([])).toBeNull();
  });
});

describe('a report under review', () => {
  const first = report('q1', '2026-Q1', 4, '2026-04-20T10:00:00.000Z');
  const second = report('q2', '2026-Q2', 5, '2026-07-20T10:00:00.000Z');

  it('has its register held against the last accepted one, and its lines against those of its own quarter', () => {
    const third = comparisonOf(report('q3', '2026-Q3', 6), [first, second]);
    expect(third).toMatchObject({ register: second, quarter: null });
    expect([...third.replaces]).toEqual(['register', 'quarter']);
    const rectified = comparisonOf(report('q1r', '2026-Q1', 6), [first, second]);
    expect(rectified).toMatchObject({ register: second, quarter: first });
    expect([...rectified.replaces]).toEqual(['register', 'quarter']);
  });

  it('leaves the register alone when a newer report was accepted before it', () => {
    const late = comparisonOf(report('q2', '2026-Q2', 5), [first, report('q3', '2026-Q3', 6, 'later')]);
    expect(late).toMatchObject({ register: first, quarter: null });
    expect([...late.replaces]).toEqual(['quarter']);
  });

  it('reads later as it was when it was judged', () => {
    const third = report('q3', '2026-Q3', 6, '2026-10-20T10:00:00.000Z');
    const lateSecond = { ...second, decidedAt: '2026-10-21T10:00:00.000Z' };
    expect(comparisonOf(third, [first, lateSecond, third])).toMatchObject({ register: first });
  });
});

describe('the reports that count at the end of a quarter', () => {
  const accepted = [
    report('q1', '2026-Q1', 1, 'a'),
    report('q2', '2026-Q2', 2, 'b'),
    report('q1 rectified', '2026-Q1', 3, 'c'),
    report('q3', '2026-Q3', 4, 'd'),
  ];

  it('are the newest of each quarter until then', () => {
    expect(reportsThatCount(accepted, '2026-Q2').map(({ id }) => id)).toEqual(['q1 rectified', 'q2']);
    expect(reportsThatCount(accepted, '2025-Q4')).toEqual([]);
  });

  it('give the register of the newest one, a rectification of an older quarter included', () => {
    expect(registersThatCount(accepted, '2026-Q2').get('TN')?.id).toBe('q1 rectified');
    expect(registersThatCount(accepted, '2026-Q3').get('TN')?.id).toBe('q3');
  });
});
