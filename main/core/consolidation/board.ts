import type { Board, ReportState } from '../contract/consolidation/operations';
import { calendarQuarter, committeesExpected } from '../contract/programme/calendar';
import {
  parseQuarter,
  type Quarter,
  quarterOfDay,
  quartersBetween,
  shiftQuarter,
} from '../contract/programme/quarter';
import type { ReferencePack } from '../contract/programme/reference-pack';
import { localDayOf } from '../environment';
import { newestOf, type ReportNumber } from './precedence';

/** The board of countries and quarters (LOOK.md): who has reported, and what became of it. Pure. */

export interface BoardReport extends ReportNumber {
  readonly id: string;
  readonly committee: string;
  readonly quarter: string;
  readonly revision: number;
  /** `to_review`, `accepted`, `returned`, `replaced`. */
  readonly state: string;
  /** UTC instant. */
  readonly receivedAt: string;
}

type Cell = Board['countries'][number]['cells'][number];

/**
 * The board over `count` quarters up to `upTo`. Its countries are those expected in one of them, and those that ever
 * sent a report until then: a country that left keeps its line. A quarter that ended before a committee was enrolled is
 * not missed: nothing of it could have come.
 * @param today `YYYY-MM-DD`
 * @param enrolled day on which each committee was enrolled first; without one it is not enrolled yet
 */
export function boardOf(
  reports: readonly BoardReport[],
  pack: Pick<ReferencePack, 'calendar' | 'programme'>,
  period: { readonly upTo: string; readonly count: number },
  today: string,
  enrolled: ReadonlyMap<string, string>,
): Board {
  const { calendar } = pack;
  const last = parseQuarter(period.upTo);
  const quarters = quartersBetween(shiftQuarter(last, 1 - period.count), last);
  const expected = new Map(
    quarters.map((quarter) => [quarter, new Set<string>(committeesExpected(calendar, quarter))]),
  );
  const shown = new Set<string>([
    ...[...expected.values()].flatMap((committees) => [...committees]),
    ...reports.filter((report) => report.quarter <= last).map((report) => report.committee),
  ]);
  const current = quarterOfDay(today);
  const cellOf = (committee: string, quarter: Quarter): Cell => {
    const own = reports.filter((report) => report.committee === committee && report.quarter === quarter);
    const { deadline, end } = calendarQuarter(calendar, quarter);
    const isEnrolled = end >= (enrolled.get(committee) ?? today);
    const awaited = expected.get(quarter)?.has(committee) === true;
    const silent = awaited ? silentState(deadline, isEnrolled ? today : null) : 'not_expected';
    return cellOfReports(own, quarter, deadline, silent);
  };
  return {
    quarters: quarters.map((quarter) => ({
      quarter,
      deadline: calendarQuarter(calendar, quarter).deadline,
      current: quarter === current ? 'current' : 'other',
    })),
    countries: inProgrammeOrder([...shown], pack).map((code) => ({
      code,
      cells: quarters.map((quarter) => cellOf(code, quarter)),
    })),
  };
}

/** Codes in the order of the programme's countries; strangers last, by code. */
export function inProgrammeOrder(
  codes: readonly string[],
  pack: Pick<ReferencePack, 'programme'>,
): readonly string[] {
  const order = pack.programme.countries.map((country): string => country.code);
  const placeOf = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
  return [...codes].sort((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1));
}

/** Days after the deadline at which a quarter was first received; null when in time. A rectification is never late. */
export function daysLateOf(
  reports: readonly Pick<BoardReport, 'receivedAt'>[],
  deadline: string,
): number | null {
  const first = reports.map((report) => localDayOf(report.receivedAt)).sort()[0];
  if (first === undefined || first <= deadline) return null;
  return Math.round((Date.parse(first) - Date.parse(deadline)) / 86_400_000);
}

/**
 * What is said of a committee that is awaited and has sent nothing.
 * @param today null when it was not enrolled during the quarter
 */
function silentState(deadline: string, today: string | null): ReportState {
  if (today === null) return 'not_enrolled';
  return today <= deadline ? 'expected' : 'missing';
}

/** @param silent the state when nothing was received */
function cellOfReports(
  reports: readonly BoardReport[],
  quarter: Quarter,
  deadline: string,
  silent: ReportState,
): Cell {
  const newest = newestOf(reports.filter((report) => report.state !== 'replaced'));
  if (newest === null) return { quarter, state: silent, submission: null, daysLate: null, revision: 0 };
  return {
    quarter,
    state: stateOf(newest),
    submission: newest.id,
    daysLate: daysLateOf(reports, deadline),
    revision: newest.revision,
  };
}

/** The newest report of a quarter says where it stands, even while an earlier one remains accepted. */
function stateOf(report: BoardReport): ReportState {
  if (report.state === 'to_review') return 'received';
  if (report.state === 'returned') return 'to_correct';
  return report.revision > 0 ? 'rectified' : 'accepted';
}
