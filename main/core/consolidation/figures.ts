import type { Figure } from '../contract/consolidation/operations';
import type { Output } from '../contract/operations';
import { consolidateQuantities } from '../contract/programme/aggregation';
import { committeesExpected } from '../contract/programme/calendar';
import { parseQuarter, type Quarter, quartersBetween } from '../contract/programme/quarter';
import type { LogframeActivity, ReferencePack } from '../contract/programme/reference-pack';
import { inProgrammeOrder } from './board';

/** Regional figures of the logframe (DESIGN.md §5), from the accepted reports that count. Pure. */

/** An accepted report that counts (`reportsThatCount`). */
export interface CountedReport {
  readonly id: string;
  readonly committee: string;
  readonly quarter: string;
  readonly sequence: number;
}

/** What a counted report says of one activity. */
export interface ReportedLine {
  readonly report: CountedReport;
  readonly activity: string;
  readonly state: string | null;
  readonly quantity: number | null;
  readonly comment: string | null;
}

export interface Reading {
  readonly pack: Pick<ReferencePack, 'calendar' | 'programme' | 'logframe'>;
  readonly upTo: string;
  /** One of each committee and quarter, none after `upTo`. */
  readonly reports: readonly CountedReport[];
  readonly lines: readonly ReportedLine[];
}

/** The activities of the logframe, in the order of the document. */
export function activitiesOf(pack: Pick<ReferencePack, 'logframe'>): readonly LogframeActivity[] {
  return pack.logframe.filter((line) => line.level === 'activity');
}

/** Committees whose report is awaited for the quarter, in the programme's order. */
export function expectedAt(pack: Reading['pack'], upTo: string): readonly string[] {
  return committeesExpected(pack.calendar, parseQuarter(upTo));
}

/**
 * One figure, cumulated up to the quarter. A country is *in* when its reports reach the quarter and one of them gives a
 * quantity; *behind* when it is expected and its last accepted report is older or missing (what it said before still
 * counts); in neither when its reports say nothing of this activity: absent is not zero.
 */
export function figureOf(activity: LogframeActivity, reading: Reading): Figure {
  const { quantity, committees } = consolidate(activity, reading);
  const behind = countriesBehind(reading);
  const late = new Set(behind.map((country) => country.code));
  return {
    activity: activity.code,
    target: activity.target.quantity,
    done: quantity,
    rule: activity.aggregation.overCountries,
    countriesIn: [
      ...inProgrammeOrder(
        committees.filter((code) => !late.has(code)),
        reading.pack,
      ),
    ],
    countriesBehind: behind,
  };
}

/** Expected committees whose last accepted report does not reach the quarter, with the quarter it reaches. */
export function countriesBehind({ pack, upTo, reports }: Omit<Reading, 'lines'>): Figure['countriesBehind'] {
  return expectedAt(pack, upTo).flatMap((code) => {
    const last = reports
      .filter((report) => report.committee === code)
      .map((report) => report.quarter)
      .sort()
      .at(-1);
    return last !== undefined && last >= upTo ? [] : [{ code, upTo: last ?? null }];
  });
}

/** The figure quarter by quarter, from the first quarter with a quantity to the last one read; null where none is given. */
export function seriesOf(
  activity: LogframeActivity,
  reading: Reading,
): Output<'consolidation.figure'>['byQuarter'] {
  const { byQuarter } = consolidate(activity, reading);
  const first = byQuarter[0]?.quarter;
  if (first === undefined) return [];
  const known = new Map<Quarter, number | null>(byQuarter.map((entry) => [entry.quarter, entry.quantity]));
  return quartersBetween(first, parseQuarter(reading.upTo)).map((quarter) => ({
    quarter,
    quantity: known.get(quarter) ?? null,
  }));
}

/** The lines behind a figure: those that say something, by country in the programme's order, then by quarter. */
export function rowsBehind(
  activity: LogframeActivity,
  reading: Reading,
): Output<'consolidation.figure'>['rows'] {
  const said = linesOf(activity, reading).filter(
    (line) => line.state !== null || line.quantity !== null || line.comment !== null,
  );
  const countries = inProgrammeOrder([...new Set(said.map((line) => line.report.committee))], reading.pack);
  return countries.flatMap((country) =>
    said
      .filter((line) => line.report.committee === country)
      .sort((one, other) => (one.report.quarter < other.report.quarter ? -1 : 1))
      .map(({ report, state, quantity, comment }) => ({
        country,
        quarter: report.quarter,
        state,
        quantity,
        comment,
        submission: report.id,
        sequence: report.sequence,
      })),
  );
}

function linesOf(activity: LogframeActivity, reading: Reading): readonly ReportedLine[] {
  return reading.lines.filter((line) => line.activity === activity.code);
}

function consolidate(activity: LogframeActivity, reading: Reading) {
  return consolidateQuantities(
    linesOf(activity, reading).map(({ report, quantity }) => ({
      committee: report.committee,
      quarter: parseQuarter(report.quarter),
      quantity,
    })),
    activity.aggregation,
  );
}
