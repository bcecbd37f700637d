import type { ReferencePack, Region, RegionCode } from './reference-pack';
import type { CountryCode } from './text';

/** Regions of a country in force on a day (`YYYY-MM-DD`), in the pack's order. */
export function regionsInForce(pack: ReferencePack, country: CountryCode, day: string): readonly Region[] {
  return pack.regions.filter((region) => region.country === country && inForce(region, day));
}

/**
 * The region in which a territory lay on a day: the region itself, or the one it was split from when it did not exist
 * yet. So a count by region on an earlier date stays right after a split. Null when the pack does not know the code.
 */
export function regionOnDay(pack: ReferencePack, code: string, day: string): RegionCode | null {
  const region = pack.regions.find((candidate) => candidate.code === code);
  if (region === undefined) return null;
  if (region.splitFrom !== null && region.validFrom !== null && day < region.validFrom)
    return regionOnDay(pack, region.splitFrom, day);
  return region.code;
}

function inForce(region: Region, day: string): boolean {
  return (
    (region.validFrom === null || region.validFrom <= day) &&
    (region.validTo === null || day <= region.validTo)
  );
}
