/** The 25 digits while they are typed by ear: five groups, each up to five digits. */

export const groupCount = 5;
export const groupLength = 5;

export type HeardGroups = readonly string[];

export const nothingHeard: HeardGroups = Array.from({ length: groupCount }, () => '');

/** Digits of a text, Arabic and Persian forms made western, everything else left out. */
export function digitsIn(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf)).replace(/\D/g, '');
}

/** Puts a text into a group; what does not fit runs on into the next groups (a pasted number fills all five). */
export function typedInto(groups: HeardGroups, place: number, text: string): HeardGroups {
  const digits = digitsIn(text);
  if (digits.length <= groupLength) return groups.map((group, index) => (index === place ? digits : group));
  return groups.map((group, index) => {
    const start = (index - place) * groupLength;
    const piece = index < place ? '' : digits.slice(start, start + groupLength);
    return piece === '' ? group : piece;
  });
}

/** The group that is typed next: the first from this one on that is not full. */
export function nextPlace(groups: HeardGroups, place: number): number {
  const open = groups.findIndex((group, index) => index >= place && group.length < groupLength);
  return open === -1 ? place : open;
}

/** How many digits are still missing. */
export function digitsMissing(groups: HeardGroups): number {
  return groups.reduce((sum, group) => sum + groupLength - group.length, 0);
}
