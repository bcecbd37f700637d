/** Days in spreadsheets are numbers that a format shows as days. Pure. */

/** Built-in formats that show days or hours (ECMA-376 §18.8.30). */
export function isBuiltInDayFormat(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
}

/** Does a format code show a day or an hour? */
export function isDayFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"?|[\\_*]./gsu, '');
  if (/\[(h+|m+|s+)\]/i.test(bare)) return true;
  const signs = bare
    .replace(/\[[^\]]*\]?/g, '')
    .replace(/general/gi, '')
    .replace(/[0#?][0#?.,]*E[+-]/gi, '');
  return /[bdeghmsy]|a\/p|am\/pm/i.test(signs);
}

/** Day `YYYY-MM-DD` of a serial number (1900 system, with its 29 February 1900); null for a mere time of day. */
export function dayOfSerial(serial: number): string | null {
  if (!(serial >= 1) || serial > 200_000) return null;
  // A ten-thousandth of a second before midnight is midnight.
  const day = Math.floor(serial + 0.0001 / 86_400);
  if (day === 60) return '1900-02-29';
  return new Date(Date.UTC(1899, 11, day > 60 ? 30 : 31) + day * 86_400_000).toISOString().slice(0, 10);
}
