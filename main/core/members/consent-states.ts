import type { ConsentState } from '../contract/members/consent-operations';
import { isValidOn } from './rules';

/** Where a person stands on a purpose. Pure. */

export interface GivenConsent {
  readonly id: string;
  readonly givenOn: string;
  readonly manner: string;
  readonly expiresOn: string | null;
  readonly withdrawnOn: string | null;
  /** Where the paper lies, in words. */
  readonly proof: string | null;
  /** Is the paper itself attached? */
  readonly paper: 'attached' | 'not_attached';
}

/** A consent that ends within so many days is to be asked again. */
const askedAgainWithin = 60;

/** The state of the consents that one person gave for one purpose; of several valid ones the best counts. */
export function consentStateOn(
  consents: readonly GivenConsent[],
  day: string,
): { readonly state: ConsentState; readonly day: string | null } {
  const valid = consents.filter((consent) => isValidOn(consent, day));
  if (valid.length > 0) return stateOfValid(valid, day);
  const past = consents.filter((consent) => consent.givenOn <= day);
  const [last] = [...past].sort((one, other) => endOf(other).localeCompare(endOf(one)));
  if (last === undefined) return { state: 'missing', day: null };
  return last.withdrawnOn !== null && last.withdrawnOn <= day
    ? { state: 'withdrawn', day: last.withdrawnOn }
    : { state: 'expired', day: last.expiresOn };
}

/** The first day after an agreement on which the person took it back, or null. */
export function withdrawalAfter(consents: readonly GivenConsent[], day: string): string | null {
  const days = consents.flatMap(({ withdrawnOn }) =>
    withdrawnOn !== null && withdrawnOn > day ? [withdrawnOn] : [],
  );
  return days.sort()[0] ?? null;
}

function stateOfValid(valid: readonly GivenConsent[], day: string) {
  const limit = daysAfter(day, askedAgainWithin);
  const lasting = valid.filter((consent) => consent.expiresOn === null || consent.expiresOn > limit);
  if (lasting.length === 0) {
    const ends = valid.map((consent) => consent.expiresOn ?? '').sort();
    return { state: 'expiring', day: ends.at(-1) ?? null } as const;
  }
  const proven = lasting.find((consent) => isProven(consent));
  return proven === undefined
    ? ({ state: 'unproven', day: lasting[0]?.givenOn ?? null } as const)
    : ({ state: 'valid', day: proven.givenOn } as const);
}

/** Is the proof of a consent attached, or does something say where it is? */
function isProven({ proof, paper }: GivenConsent): boolean {
  return paper === 'attached' || (proof !== null && proof.trim() !== '');
}

/** The day on which a consent stopped counting; the end of time when nothing says. */
function endOf(consent: GivenConsent): string {
  const ends = [consent.expiresOn, consent.withdrawnOn].filter((end): end is string => end !== null);
  return ends.sort()[0] ?? '9999-12-31';
}

/** `YYYY-MM-DD` some days later. */
function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
