import type { RecordOrigin, RecordValues } from '../changes/registry';
import {
  type EntityDescription,
  type FieldDescription,
  type FieldValue,
  leavesCommittee,
} from '../contract/fields';
import type { OrganisationSheet } from '../contract/members/operations';

/** Pure rules of the register. */

/** A value counts as filled when it says something: an empty list says nothing, zero and "no" do. */
export function isFilled(value: FieldValue | undefined): boolean {
  if (value === null || value === undefined || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

/** Is the field expected to be filled? At a coordination only what may reach it is. */
function isExpected({ expected, sensitivity }: FieldDescription, origin: RecordOrigin): boolean {
  return expected === true && (origin === 'own' || leavesCommittee(sensitivity));
}

/** Whole percent of the expected fields that are filled: what every record's row holds. */
export function percentComplete(
  description: EntityDescription,
  values: RecordValues,
  origin: RecordOrigin,
): number {
  let expected = 0;
  let filled = 0;
  for (const field of description.fields) {
    if (!isExpected(field, origin)) continue;
    expected += 1;
    if (isFilled(values[field.name])) filled += 1;
  }
  return percentOf(filled, expected);
}

/** Share of the expected fields that are filled, whole and by section, and which are missing (DOMAIN.md §4). */
export function completenessOf(
  description: EntityDescription,
  values: RecordValues,
  origin: RecordOrigin,
): OrganisationSheet['completeness'] {
  const expected = description.fields.filter((field) => isExpected(field, origin));
  const missing = expected
    .filter((field) => !isFilled(values[field.name]))
    .map((field) => ({ section: field.section, field: field.name }));
  const sections = [...new Set(description.fields.map((field) => field.section))].map((section) => {
    const own = description.fields.filter((field) => field.section === section);
    const asked = own.filter((field) => isExpected(field, origin));
    const counted = asked.length > 0 ? asked : own;
    return {
      section,
      percent: percentOf(counted.filter((field) => isFilled(values[field.name])).length, counted.length),
    };
  });
  return { percent: percentComplete(description, values, origin), sections, missing };
}

/** Whole percent, 100 only when nothing is missing. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part * 100) / whole);
}

/** Twelve months after the last verification the sheet is due again (DOMAIN.md §1.1). Days `YYYY-MM-DD`. */
export function verificationOf(
  verifiedOn: string | null,
  today: string,
): Pick<OrganisationSheet, 'verificationDue' | 'verifyBefore'> {
  if (verifiedOn === null) return { verificationDue: 'never', verifyBefore: null };
  const verifyBefore = aYearLater(verifiedOn);
  return { verificationDue: verifyBefore < today ? 'overdue' : 'fine', verifyBefore };
}

/** The same day a year later; 29 February gives 1 March. */
export function aYearLater(day: string): string {
  const [year, rest] = [Number(day.slice(0, 4)) + 1, day.slice(4)];
  return rest === '-02-29' ? `${year}-03-01` : `${year}${rest}`;
}

/** The day a year before: what was verified before it is due. */
export function aYearBefore(day: string): string {
  const [year, rest] = [Number(day.slice(0, 4)) - 1, day.slice(4)];
  return rest === '-02-29' ? `${year}-03-01` : `${year}${rest}`;
}

/** What counts of a need: its first level, until a later evaluation takes its place. */
export function levelInForce(need: {
  readonly level: number;
  readonly reassessedLevel: number | null;
}): number {
  return need.reassessedLevel ?? need.level;
}

/** The same of a record. */
export function levelInForceOf(values: RecordValues): FieldValue {
  return values.reassessedLevel ?? values.level ?? null;
}

interface ConsentDays {
  readonly givenOn: string;
  readonly expiresOn: string | null;
  readonly withdrawnOn: string | null;
}

/** Is a consent valid on a day: given, not expired, not withdrawn? */
export function isValidOn(consent: ConsentDays, day: string): boolean {
  return (
    consent.givenOn <= day &&
    (consent.expiresOn === null || consent.expiresOn >= day) &&
    (consent.withdrawnOn === null || consent.withdrawnOn > day)
  );
}

/** Purposes to which a person agrees on a day. */
export function validPurposes(
  consents: readonly (ConsentDays & { readonly purpose: string })[],
  day: string,
): readonly string[] {
  const valid = consents.filter((consent) => isValidOn(consent, day));
  return [...new Set(valid.map((consent) => consent.purpose))].sort();
}

/**
 * What leaves of a person (DESIGN.md §6): the name only with a valid consent for the region, never when the sheet is
 * confidential; otherwise the person counts, by sex and age band.
 */
export function whatLeaves(
  confidential: FieldValue,
  purposes: readonly string[],
): 'named' | 'counted' | 'counted_confidential' {
  if (confidential === true) return 'counted_confidential';
  return purposes.includes('region') ? 'named' : 'counted';
}

/** The status in force on a day: the newest that has begun by then, or null when none has. Periods oldest first. */
export function statusOn(
  periods: readonly { readonly status: string; readonly since: string }[],
  day: string,
): string | null {
  return periods.filter((period) => period.since <= day).at(-1)?.status ?? null;
}

/** A region belongs to the country of its organisation: `TN-82` to `TN`. */
export function refuseRegionElsewhere(values: RecordValues, changes: RecordValues): string | null {
  const country = changes.country ?? values.country;
  const regions = [changes.region ?? null, ...(Array.isArray(changes.regions) ? changes.regions : [])];
  const isElsewhere = (region: FieldValue) =>
    typeof region === 'string' && typeof country === 'string' && !region.startsWith(`${country}-`);
  return regions.some(isElsewhere) ? 'region_elsewhere' : null;
}

/** Days of a mandate or a function, the last one included; null = not noted, without end. */
interface Term {
  readonly since: string | null;
  readonly until: string | null;
}

/** Does a mandate or a function run on this day? */
export function runsOn({ since, until }: Term, day: string): boolean {
  return (since === null || since <= day) && (until === null || until >= day);
}

/** Seats that must be present for a valid meeting: the share of the seats taken, rounded up (a whole seat). */
export function quorumOf(seatsTaken: number, percent: number | null): number | null {
  return percent === null ? null : Math.ceil((seatsTaken * percent) / 100);
}
