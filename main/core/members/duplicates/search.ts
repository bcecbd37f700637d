import type { RecordValues } from '../../changes/registry';
import { referencePack } from '../../programme/pack';
import { gazetteerOf } from './gazetteer';
import { type PersonProfile, profileOfPerson } from './persons';
import type { OrganisationProfile } from './profile';
import { profileOf } from './profile';
import { type Match, organisationIndex, type RegisterIndex } from './register-index';

/** Looking for doubles among records as the register keeps them, or as a form or a spreadsheet gives them. */

/** The regions of every country of the programme, by all their names. */
const regions = gazetteerOf(
  referencePack.regions.map((region) => ({
    code: region.code,
    names: [region.name, region.nameArabic ?? '', ...region.aliases],
  })),
);

/** An organisation's values, as typed so far or as stored, made ready for comparing. */
export function organisationProfile(id: string, values: RecordValues): OrganisationProfile {
  return profileOf(
    {
      id,
      name: textOf(values.name),
      nameArabic: textOf(values.nameArabic),
      acronym: textOf(values.acronym),
      phone: textOf(values.phone),
      email: textOf(values.email),
      website: textOf(values.website),
      registrationNumber: textOf(values.registrationNumber),
      country: textOf(values.country),
      region: textOf(values.region),
      locality: textOf(values.locality),
      foundedYear: typeof values.foundedYear === 'number' ? values.foundedYear : null,
    },
    regions,
  );
}

/** A person's values made ready for comparing; phones are read as numbers of the country. */
export function personProfile(
  id: string,
  values: RecordValues,
  country: string | null,
  organisations: readonly string[],
): PersonProfile {
  return profileOfPerson({
    id,
    fullName: textOf(values.fullName),
    nameArabic: textOf(values.nameArabic),
    sex: textOf(values.sex),
    phone: textOf(values.phone),
    email: textOf(values.email),
    country,
    organisations,
  });
}

export type OrganisationIndex = RegisterIndex<OrganisationProfile>;

/**
 * An index of organisations by their values: made once for an import of many rows.
 * @param breathe called after each record
 */
export async function indexOfOrganisations(
  records: Iterable<{ readonly id: string; readonly values: RecordValues }>,
  breathe: (done: number) => Promise<void> = async () => undefined,
): Promise<OrganisationIndex> {
  const index = organisationIndex();
  for (const { id, values } of records) {
    index.put(organisationProfile(id, values));
    await breathe(index.size);
  }
  return index;
}

/** From this score on two organisations are shown as possible doubles. */
export const leastScore = 55;

/**
 * The organisations of an index that one candidate resembles, the likest first, each with its reasons. Pure: the same
 * index and values give the same answer. `id` names the candidate, and is never among the answers.
 */
export function organisationsLike(
  index: OrganisationIndex,
  values: RecordValues,
  { id = '', least = leastScore }: { readonly id?: string; readonly least?: number } = {},
): readonly Match[] {
  return index.like(organisationProfile(id, values), least);
}

function textOf(value: RecordValues[string] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
