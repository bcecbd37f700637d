import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseQuarter,
  type Quarter,
  quarterEnd,
  quarterOfDay,
  quarterStart,
  quartersBetween,
  shiftDay,
  shiftQuarter,
} from '../../../main/core/contract/programme/quarter';

const quarters = fc
  .record({ year: fc.integer({ min: 1990, max: 2100 }), number: fc.integer({ min: 1, max: 4 }) })
  .map(({ year, number }): Quarter => parseQuarter(`${year}-Q${number}`));

describe('a quarter', () => {
  it('is three civil months', () => {
    const quarter = parseQuarter('2028-Q1');
    expect([quarterStart(quarter), quarterEnd(quarter)]).toEqual(['2028-01-01', '2028-03-31']);
    expect(quarterOfDay('2028-02-29')).toBe(quarter);
  });

  it('begins the day after the one before it ends', () => {
    fc.assert(
      fc.property(quarters, (quarter) => {
        expect(quarterStart(shiftQuarter(quarter, 1))).toBe(shiftDay(quarterEnd(quarter), 1));
        expect(quarterOfDay(quarterStart(quarter))).toBe(quarter);
        expect(quarterOfDay(quarterEnd(quarter))).toBe(quarter);
      }),
    );
  });

  it('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(quarters, fc.integer({ min: 1, max: 60 }), (quarter, count) => {
        expect(quarter < shiftQuarter(quarter, count)).toBe(true);
        expect(shiftQuarter(shiftQuarter(quarter, count), -count)).toBe(quarter);
        expect(quartersBetween(quarter, shiftQuarter(quarter, count))).toHaveLength(count + 1);
        expect(quartersBetween(shiftQuarter(quarter, count), quarter)).toEqual([]);
      }),
    );
  });

  it.each(['2026-Q5', '2026Q1', '26-Q1', '2026-q1', ''])('is not written %j', (text) => {
    expect(() => parseQuarter(text)).toThrow(RangeError);
  });

  it('holds no day that does not exist', () => {
    expect(() => quarterOfDay('2026-02-30')).toThrow(RangeError);
  });
});
