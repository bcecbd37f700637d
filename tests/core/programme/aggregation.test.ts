import { describe, expect, it } from 'vitest';
import { consolidateQuantities } from '../../../main/core/contract/programme/aggregation';
import { parseQuarter } from '../../../main/core/contract/programme/quarter';

const second = parseQuarter('2026-Q2');
const third = parseQuarter('2026-Q3');
const reports = (...rows: readonly (readonly [string, typeof second, number | null])[]) =>
  rows.map(([committee, quarter, quantity]) => ({ committee, quarter, quantity }));

describe('a regional quantity', () => {
  it('adds up what each country did', () => {
    const figure = consolidateQuantities(reports(['TN', second, 1], ['SN', second, 1], ['TN', third, 2]), {
      overCountries: 'sum',
      overTime: 'sum',
    });
    expect(figure).toEqual({
      quantity: 4,
      committees: ['TN', 'SN'],
      byQuarter: [
        { quarter: second, quantity: 2 },
        { quarter: third, quantity: 2 },
      ],
    });
  });

  it('counts an event that three countries attended once, and two events of two quarters twice', () => {
    const figure = consolidateQuantities(
      reports(['TN', second, 1], ['SN', second, 1], ['MA', second, 1], ['CI', third, 1]),
      { overCountries: 'max', overTime: 'sum' },
    );
    expect(figure.quantity).toBe(2);
  });

  it('is absent, not zero, when nobody reports one', () => {
    const figure = consolidateQuantities(reports(['TN', second, null]), {
      overCountries: 'sum',
      overTime: 'sum',
    });
    expect(figure).toEqual({ quantity: null, committees: [], byQuarter: [] });
  });

  it('is zero when somebody reports zero', () => {
    const figure = consolidateQuantities(reports(['TN', second, 0], ['SN', second, null]), {
      overCountries: 'sum',
      overTime: 'sum',
    });
    expect(figure).toMatchObject({ quantity: 0, committees: ['TN'] });
  });

  it('is not made where the rule forbids it', () => {
    const figure = consolidateQuantities(reports(['TN', second, 3]), {
      overCountries: 'none',
      overTime: 'sum',
    });
    expect(figure).toMatchObject({ quantity: null, committees: ['TN'] });
  });
});
