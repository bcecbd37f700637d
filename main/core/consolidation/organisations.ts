import type { Input, Output } from '../contract/operations';
import { parseQuarter, quarterEnd } from '../contract/programme/quarter';
import type { ReferencePack } from '../contract/programme/reference-pack';
import { regionOnDay } from '../contract/programme/regions';
import { inProgrammeOrder } from './board';
import type { ReportRow } from './tables';

/** The organisations of the accepted reports, counted by one dimension. Pure. */

export interface ReportedOrganisation {
  readonly committee: string;
  readonly row: ReportRow;
}

export type Dimension = Input<'consolidation.organisations'>['by'];
type Groups = Output<'consolidation.organisations'>['groups'];

/**
 * Groups by size, what is not filled last. An organisation with two themes counts under both; regions are those in
 * force at the end of the quarter, so that a count of earlier days stays right after a region was split.
 */
export function groupOrganisations(
  organisations: readonly ReportedOrganisation[],
  by: Dimension,
  pack: ReferencePack,
  upTo: string,
): Groups {
  const day = quarterEnd(parseQuarter(upTo));
  const groups = new Map<string | null, Map<string, number>>();
  for (const { committee, row } of organisations) {
    for (const key of keysOf(row, by, pack, day)) {
      const countries = groups.get(key) ?? new Map<string, number>();
      countries.set(committee, (countries.get(committee) ?? 0) + 1);
      groups.set(key, countries);
    }
  }
  return [...groups]
    .map(([key, countries]) => ({
      key,
      count: [...countries.values()].reduce((total, count) => total + count, 0),
      countries: inProgrammeOrder([...countries.keys()], pack).map((code) => ({
        code,
        count: countries.get(code) ?? 0,
      })),
    }))
    .sort(bySize);
}

function keysOf(row: ReportRow, by: Dimension, pack: ReferencePack, day: string): readonly (string | null)[] {
  switch (by) {
    case 'country':
    case 'type':
    case 'status':
      return [textOf(row[by])];
    case 'region': {
      const region = textOf(row.region);
      return [region === null ? null : (regionOnDay(pack, region, day) ?? region)];
    }
    case 'theme': {
      const { themes } = row;
      return Array.isArray(themes) && themes.length > 0 ? [...new Set<string>(themes)] : [null];
    }
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function bySize(one: Groups[number], other: Groups[number]): number {
  if ((one.key === null) !== (other.key === null)) return one.key === null ? 1 : -1;
  return other.count - one.count || (String(one.key) < String(other.key) ? -1 : 1);
}
