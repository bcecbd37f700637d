import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';

/**
 * By which words a phone is found. People type a number with or without its country, with `+` or `00` or the zero of calls
 * at home, in groups of any length: the index holds it with and without its country, and a question joins its groups. Pure.
 */

/** The words of a stored phone: in E.164 the whole number and the national one, else its digits as they stand. */
export function phoneWords(stored: string): string {
  if (/^\+\d+$/.test(stored)) {
    const digits = stored.slice(1);
    return `${digits} ${withoutCountry(digits)}`;
  }
  const numbers = stored
    .split(/[/;,|\n]/)
    .map((part) => part.replace(/\D/g, ''))
    .filter((digits) => digits.length >= 5);
  return [stored, ...numbers].join(' ');
}

let callingCodes: ReadonlySet<string> | null = null;

/** No calling code begins another one, so the first that fits is the one. */
function withoutCountry(digits: string): string {
  callingCodes ??= new Set(getCountries().map((country) => getCountryCallingCode(country) as string));
  for (let length = 1; length <= 3; length += 1)
    if (callingCodes.has(digits.slice(0, length))) return digits.slice(length);
  return '';
}

/** Fewer digits than this after a zero are the beginning of anything. */
const telling = 3;

/** As what the index may hold digits that were typed: as they are, and without the `00` or the `0` of a call. */
export function waysOfDigits(digits: string): readonly string[] {
  const called = digits.replace(/^00?/, '');
  return called !== digits && called.length >= telling ? [digits, called] : [digits];
}
