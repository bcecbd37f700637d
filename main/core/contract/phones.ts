import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A phone number in E.164 as people read it (`+216 20 000 041`); as it was typed when it is no number. */
export function phoneText(value: string): string {
  return parsePhoneNumberFromString(value)?.formatInternational() ?? value;
}
