import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** Phone numbers as they are stored: E.164 where the number is possible in its country (libphonenumber). Pure. */

export interface PhoneContext {
  readonly country: string | null;
  /** Calling code of a column beside the number (`216`, `+225`), or empty. */
  readonly prefix: string;
}

/** The number in E.164, or null when it is not possible in this country. */
export function e164Of(typed: string, { country, prefix }: PhoneContext): string | null {
  const bare = typed
    .replace(/[^\d+]/g, '')
    .replace(/(?!^)\+/g, '')
    .replace(/^00/, '+');
  if (bare.length < 5) return null;
  const calling = prefix.replace(/\D/g, '').replace(/^00/, '');
  const candidates = bare.startsWith('+')
    ? // The last one: a plus before a number of this country, as in `+ 23 675 638`.
      [bare, `+${bare.slice(1).replace(/^(\d{1,3})0/, '$1')}`, bare.slice(1)]
    : [
        ...(calling === '' ? [] : [`+${calling}${bare}`, `+${calling}${bare.replace(/^0/, '')}`, `+${bare}`]),
        bare,
        `+${bare}`,
      ];
  for (const candidate of candidates) {
    const number = validNumber(candidate, country);
    if (number !== null) return number;
  }
  return null;
}

const known = new Map<string, string | null>();
const knownAtMost = 20_000;

/** Numbers come several times (each sheet of a list, each look at it): the last ones are remembered. */
function validNumber(candidate: string, country: string | null): string | null {
  const key = `${country ?? ''} ${candidate}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const home = country !== null && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  if (home === undefined && !candidate.startsWith('+')) return null;
  const parsed = parsePhoneNumberFromString(candidate, home);
  const number = parsed?.isValid() === true ? parsed.number : null;
  if (known.size >= knownAtMost) known.clear();
  known.set(key, number);
  return number;
}
