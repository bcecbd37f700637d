import type { Figure } from '../../../main/core/contract/consolidation/operations';
import { listText, quarterText } from '../../app/formats';
import { textOf } from '../../app/i18n';
import { listLabel } from '../../app/lists';

/** Names of countries, and the sentences that say up to when each is counted. */

export function countryName(code: string): string {
  return listLabel('countries', code);
}

export function countryNames(codes: readonly string[]): string {
  return listText(codes.map(countryName));
}

/** The countries behind that reach the same quarter, said together. */
export interface BehindGroup {
  readonly upTo: string | null;
  readonly countries: readonly string[];
}

/** Countries behind, those that reach furthest first, those never counted last. */
export function groupsBehind(behind: Figure['countriesBehind']): readonly BehindGroup[] {
  const quarters = [...new Set(behind.map((country) => country.upTo))].sort((one, other) =>
    (other ?? '').localeCompare(one ?? ''),
  );
  return quarters.map((upTo) => ({
    upTo,
    countries: behind.filter((country) => country.upTo === upTo).map((country) => country.code),
  }));
}

/** `Guinée et Mali : comptés jusqu’à T2 2026 seulement`. */
export function behindText({ upTo, countries }: BehindGroup): string {
  const names = countryNames(countries);
  return upTo === null
    ? textOf('consolidation:figure.behindNeverSaid', { countries: names })
    : textOf('consolidation:figure.behindSaid', {
        countries: names,
        count: countries.length,
        quarter: quarterText(upTo),
      });
}
