import type { Quarter } from './quarter';
import type { AggregationRule, LogframeActivity } from './reference-pack';

/** What one committee says of an activity's quantity in one quarter; null = nothing typed (absent is not zero). */
export interface ReportedQuantity {
  readonly committee: string;
  readonly quarter: Quarter;
  readonly quantity: number | null;
}

export interface RegionalQuantity {
  /** Null when nobody reports a quantity, or when the rule makes no figure. */
  readonly quantity: number | null;
  /** Committees that report a quantity, in the order met. */
  readonly committees: readonly string[];
  /** Regional quantity of each quarter in which somebody reports one, in order of time. */
  readonly byQuarter: readonly { readonly quarter: Quarter; readonly quantity: number | null }[];
}

/**
 * Puts the committees' quantities of one activity together (DESIGN.md §5): first the countries inside each quarter, then
 * the quarters, so that the total is what the quarterly figures add up to. An event that several countries attended is
 * reported by all of them in the quarter when it took place; with `max` over countries it counts once.
 */
export function consolidateQuantities(
  reported: readonly ReportedQuantity[],
  rules: LogframeActivity['aggregation'],
): RegionalQuantity {
  const known = reported.filter((row) => row.quantity !== null);
  const quarters = [...new Set(known.map((row) => row.quarter))].sort();
  const byQuarter = quarters.map((quarter) => ({
    quarter,
    quantity: together(
      known.filter((row) => row.quarter === quarter).map((row) => row.quantity),
      rules.overCountries,
    ),
  }));
  return {
    quantity: together(
      byQuarter.map((row) => row.quantity),
      rules.overTime,
    ),
    committees: [...new Set(known.map((row) => row.committee))],
    byQuarter,
  };
}

function together(quantities: readonly (number | null)[], rule: AggregationRule): number | null {
  const known = quantities.filter((quantity) => quantity !== null);
  if (known.length === 0 || rule === 'none') return null;
  return rule === 'sum' ? known.reduce((total, quantity) => total + quantity, 0) : Math.max(...known);
}
