/** Days of the Hijri calendar. Two reckonings are in use and differ by a day: what is made of them is only proposed. */

const months: readonly (readonly string[])[] = [
  ['محرم', 'muharram', 'mouharram'],
  ['صفر', 'safar'],
  ['ربيع الاول', 'rabi al awwal', 'rabia al awal'],
  ['ربيع الاخر', 'ربيع الثاني', 'rabi al thani', 'rabi ath thani'],
  ['جمادي الاولي', 'جمادي الاول', 'joumada al oula', 'jumada al ula'],
  ['جمادي الاخره', 'جمادي الثانيه', 'جمادي الثاني', 'joumada al thania'],
  ['رجب', 'rajab'],
  ['شعبان', 'chaabane', 'shaban', 'shaaban'],
  ['رمضان', 'ramadan', 'ramadhan'],
  ['شوال', 'chaoual', 'chawal', 'shawwal'],
  ['ذو القعده', 'ذي القعده', 'dhou al qida'],
  ['ذو الحجه', 'ذي الحجه', 'dhou al hijja'],
];
const numbers = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** The month of a name that `monthKey` made comparable, 1 to 12. */
export function hijriMonth(key: string): number | undefined {
  return numbers.get(key);
}

/** Years that are of the Hijri calendar when nothing else is said: 1883 to 2076. */
export function isHijriYear(year: number): boolean {
  return year >= 1300 && year <= 1500;
}

const calendar = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});
const oneDay = 86_400_000;
/** Day 1 of the tabular calendar, 16 July 622 (Julian), in days from 1 January 1970. */
const epoch = -492_148;

/** The civil day `YYYY-MM-DD` of a Hijri one (Umm al-Qura), or null when that calendar has none. */
export function civilDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 30) return null;
  const tabular =
    epoch +
    Math.floor((11 * year + 3) / 30) +
    354 * (year - 1) +
    29 * (month - 1) +
    Math.ceil((month - 1) / 2) +
    day -
    1;
  for (const shift of [0, -1, 1, -2, 2, -3, 3]) {
    const date = new Date((tabular + shift) * oneDay);
    const parts = calendar.formatToParts(date);
    const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
    if (part('year') === year && part('month') === month && part('day') === day)
      return date.toISOString().slice(0, 10);
  }
  return null;
}
