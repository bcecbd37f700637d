/**
 * Which of a committee's reports counts (DESIGN.md §5). Reports are ordered by their number (epoch, sequence), never by
 * a clock (PACKAGES.md §1.10).
 *
 * A report is a snapshot of two things: the whole register of the committee on the day of the signature, and the lines
 * of one quarter. They follow different rules, so that reviewing reports out of order loses nothing:
 *
 * - the **register** is that of the accepted report with the greatest number. Accepting an older one later (the second
 *   quarter after the third) leaves the register alone;
 * - the **lines of a quarter** are those of the accepted report of that quarter with the greatest number. Accepting the
 *   second quarter after the third adds its lines; a rectification replaces the lines of its quarter, and, being the
 *   newest snapshot, the register too.
 */

/** Number of a report in its committee's series. */
export interface ReportNumber {
  readonly epoch: number;
  readonly sequence: number;
}

/** What tells reports apart; `decidedAt` is the instant of the coordination's decision, null before it. */
export interface NumberedReport extends ReportNumber {
  readonly id: string;
  readonly committee: string;
  readonly quarter: string;
  readonly decidedAt: string | null;
}

/** The two parts of a report that are compared and replaced each by its own rule. */
export type ReportPart = 'register' | 'quarter';

/** True when the first report was signed after the second. */
export function isLater(one: ReportNumber, other: ReportNumber): boolean {
  return one.epoch > other.epoch || (one.epoch === other.epoch && one.sequence > other.sequence);
}

/** The report with the greatest number, or null. All are of one committee. */
export function newestOf<T extends ReportNumber>(reports: readonly T[]): T | null {
  return reports.reduce<T | null>(
    (newest, report) => (newest === null || isLater(report, newest) ? report : newest),
    null,
  );
}

export interface Comparison<T> {
  /** The accepted reports that the parts of the report are compared with, or null. */
  readonly register: T | null;
  readonly quarter: T | null;
  /** The parts that accepting the report replaces. */
  readonly replaces: ReadonlySet<ReportPart>;
}

/**
 * What a report is held against: for each part, the accepted report with the next smaller number. A decided report is
 * held against what was accepted before it was judged, so that its review reads later as it was.
 * @param accepted accepted reports of the same committee
 */
export function comparisonOf<T extends NumberedReport>(
  report: NumberedReport,
  accepted: readonly T[],
): Comparison<T> {
  const { decidedAt } = report;
  const known = accepted.filter(
    (other) =>
      other.id !== report.id &&
      (decidedAt === null || (other.decidedAt !== null && other.decidedAt <= decidedAt)),
  );
  const ofQuarter = known.filter((other) => other.quarter === report.quarter);
  const before = (reports: readonly T[]) => newestOf(reports.filter((other) => isLater(report, other)));
  const replaces = new Set<ReportPart>();
  if (!known.some((other) => isLater(other, report))) replaces.add('register');
  if (!ofQuarter.some((other) => isLater(other, report))) replaces.add('quarter');
  return { register: before(known), quarter: before(ofQuarter), replaces };
}

/** Of each committee and quarter up to `upTo`, the accepted report that counts; ordered by quarter, then committee. */
export function reportsThatCount<T extends NumberedReport>(
  accepted: readonly T[],
  upTo: string,
): readonly T[] {
  const newest = new Map<string, T>();
  for (const report of accepted) {
    if (report.quarter > upTo) continue;
    const place = `${report.quarter} ${report.committee}`;
    const known = newest.get(place);
    if (known === undefined || isLater(report, known)) newest.set(place, report);
  }
  return [...newest.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, report]) => report);
}

/** Of each committee, the accepted report whose register counts at the end of a quarter. */
export function registersThatCount<T extends NumberedReport>(
  accepted: readonly T[],
  upTo: string,
): ReadonlyMap<string, T> {
  const newest = new Map<string, T>();
  for (const report of accepted) {
    if (report.quarter > upTo) continue;
    const known = newest.get(report.committee);
    if (known === undefined || isLater(report, known)) newest.set(report.committee, report);
  }
  return newest;
}
