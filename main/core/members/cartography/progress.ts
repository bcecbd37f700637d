import type { Figure, Progress, Standing } from '../../contract/members/cartography-operations';
import { shiftDay } from '../../contract/programme/quarter';
import { fold } from '../../search/fold';

/** How far a survey campaign is, derived from the sheets: nothing of it is typed twice. Pure. */

/** What the progress must know of a sheet. Days `YYYY-MM-DD`. */
export interface SurveySheet {
  readonly id: string;
  /** As in force today; null = not noted. */
  readonly region: string | null;
  readonly status: string;
  readonly surveyDate: string | null;
  readonly surveyor: string | null;
  /** The first day from which the history of statuses says "surveyed". */
  readonly surveyedSince: string | null;
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

const noStandings = { surveyed: 0, elsewhere: 0, undated: 0, contacted: 0, identified: 0, other: 0 };

/** The day on which an organisation was surveyed: the one on its sheet, or else of the status in its history. */
export function surveyDay(sheet: SurveySheet): string | null {
  return sheet.surveyDate ?? sheet.surveyedSince;
}

/** Where a sheet stands in the period of a campaign; every sheet has exactly one standing. */
export function standingOf(sheet: SurveySheet, { from, to }: Period): Standing {
  const day = surveyDay(sheet);
  if (day !== null) return day >= from && day <= to ? 'surveyed' : 'elsewhere';
  if (sheet.status === 'surveyed') return 'undated';
  if (sheet.status === 'contacted' || sheet.status === 'identified') return sheet.status;
  return 'other';
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  return shiftDay(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

const surveyorKey = (surveyor: string | null) => (surveyor === null ? null : fold(surveyor));

/** The sheets that a figure counts: what `progressOf` counts and what the list opens on are one thing. */
export function sheetsOf(
  sheets: readonly SurveySheet[],
  period: Period,
  figure: Figure,
): readonly SurveySheet[] {
  return sheets.filter((sheet) => {
    if (!figure.standings.includes(standingOf(sheet, period))) return false;
    if (figure.region !== undefined && sheet.region !== figure.region) return false;
    if (figure.surveyor !== undefined && surveyorKey(sheet.surveyor) !== surveyorKey(figure.surveyor))
      return false;
    return figure.week === undefined || mondayOf(surveyDay(sheet) ?? '0001-01-01') === figure.week;
  });
}

/**
 * Figures of a campaign: whole, by region, by surveyor, by week of the period up to today.
 *
 * @param order codes of the country's regions, in the order they are shown
 */
export function progressOf(
  sheets: readonly SurveySheet[],
  targets: ReadonlyMap<string, number>,
  period: Period,
  order: readonly string[],
): Progress {
  const surveyed = sheets.filter((sheet) => standingOf(sheet, period) === 'surveyed');
  return {
    ...period,
    organisations: sheets.length,
    target: targets.size === 0 ? null : [...targets.values()].reduce((sum, target) => sum + target, 0),
    standings: standingsOf(sheets, period),
    regions: regionsOf(sheets, targets, period, order),
    surveyors: surveyorsOf(surveyed),
    weeks: weeksOf(surveyed, period),
  };
}

function standingsOf(sheets: readonly SurveySheet[], period: Period): Progress['standings'] {
  const counts = { ...noStandings };
  for (const sheet of sheets) counts[standingOf(sheet, period)] += 1;
  return counts;
}

function regionsOf(
  sheets: readonly SurveySheet[],
  targets: ReadonlyMap<string, number>,
  period: Period,
  order: readonly string[],
): Progress['regions'] {
  const byRegion = new Map<string | null, SurveySheet[]>();
  for (const sheet of sheets) {
    const own = byRegion.get(sheet.region);
    if (own === undefined) byRegion.set(sheet.region, [sheet]);
    else own.push(sheet);
  }
  const elsewhere = [...byRegion.keys()].filter((region) => region !== null && !order.includes(region));
  const shown = [...order, ...elsewhere, ...(byRegion.has(null) ? [null] : [])];
  return shown.map((region) => {
    const own = byRegion.get(region) ?? [];
    return {
      region,
      target: region === null ? null : (targets.get(region) ?? null),
      organisations: own.length,
      standings: standingsOf(own, period),
    };
  });
}

function surveyorsOf(surveyed: readonly SurveySheet[]): Progress['surveyors'] {
  const bySurveyor = new Map<string | null, { surveyor: string | null; surveyed: number }>();
  for (const { surveyor } of surveyed) {
    const key = surveyorKey(surveyor);
    const known = bySurveyor.get(key) ?? { surveyor, surveyed: 0 };
    bySurveyor.set(key, { ...known, surveyed: known.surveyed + 1 });
  }
  return [...bySurveyor.values()].sort(
    (one, other) =>
      Number(one.surveyor === null) - Number(other.surveyor === null) || other.surveyed - one.surveyed,
  );
}

function weeksOf(surveyed: readonly SurveySheet[], { from, to }: Period): Progress['weeks'] {
  const byWeek = new Map<string, number>();
  for (const sheet of surveyed) {
    const monday = mondayOf(surveyDay(sheet) ?? from);
    byWeek.set(monday, (byWeek.get(monday) ?? 0) + 1);
  }
  const weeks: Progress['weeks'] = [];
  let cumulative = 0;
  for (let monday = mondayOf(from); monday <= to; monday = shiftDay(monday, 7)) {
    const count = byWeek.get(monday) ?? 0;
    cumulative += count;
    weeks.push({ monday, surveyed: count, cumulative });
  }
  return weeks;
}
