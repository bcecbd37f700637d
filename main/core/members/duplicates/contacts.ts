import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Phones, addresses and numbers in the one form in which they can be compared. */

/** The numbers in a field, as E.164 for their country; a number that is none keeps its last eight figures. */
export function phonesOf(text: string | null, country: string | null): readonly string[] {
  if (text === null) return [];
  const parts = text.split('/').filter((part) => part.replace(/\D/g, '').length >= 6);
  return distinct((parts.length > 1 ? parts : [text]).map((part) => phoneOf(part, country)));
}

function phoneOf(text: string, country: string | null): string | null {
  const home: CountryCode | undefined = country !== null && isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(text.replace(/^\s*00/, '+'), home);
  if (parsed?.isPossible()) return parsed.number;
  const figures = text.replace(/\D/g, '');
  return figures.length >= 6 ? figures.slice(-8) : null;
}

/** The addresses in a field, without case. */
export function emailsOf(text: string | null): readonly string[] {
  return distinct(
    (text ?? '').split(/[\s;,]+/).map((part) => (part.includes('@') ? part.toLowerCase() : null)),
  );
}

/** Domains that many people share: an address there says nothing of its organisation. */
const sharedMail =
  /^(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|aol|proton|protonmail|laposte|orange|wanadoo|free|sfr|topnet|gnet|planet|menara|iam|afribone|sentoo|arc|aviso|camnet|moov|mtn)\./;
const sharedSites =
  /(?:^|\.)(?:facebook|fb|instagram|twitter|x|linkedin|youtube|tiktok|linktr|google|wixsite|t|wa)\.(?:com|ee|me)$/;

/** The domain of an organisation's own mail, or null. */
export function mailDomain(email: string): string | null {
  const domain = email.split('@')[1] ?? '';
  return domain === '' || sharedMail.test(domain) ? null : domain;
}

interface Site {
  /** Host and path without `www.`, scheme and final slash. */
  readonly address: string;
  /** The host when it is the organisation's own. */
  readonly domain: string | null;
}

/** A web address in its comparable form; null when there is none (`Néant`). */
export function siteOf(text: string | null): Site | null {
  const bare = (text ?? '')
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^(?:www|m|fr-fr)\./, '')
    .replace(/[/?#]+$/, '');
  const host = bare.split(/[/?#]/)[0] ?? '';
  if (!/^[^\s]+\.[a-z]{2,}$/.test(host)) return null;
  return { address: bare, domain: sharedSites.test(host) ? null : host };
}

/** A registration number without blanks, signs, leading zeros and words such as `N°`; null without figures. */
export function registrationOf(text: string | null): string | null {
  const parts = (text ?? '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => /\d/.test(part))
    .map((part) => part.replace(/^0+(?=.)/, ''));
  const number = parts.join('/');
  return number.length >= 3 ? number : null;
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
