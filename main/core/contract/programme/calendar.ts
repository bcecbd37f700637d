import { type Quarter, quarterEnd, quarterStart, shiftDay } from './quarter';
import type { Calendar, CalendarQuarter, Country, ReferencePack } from './reference-pack';
import type { CountryCode } from './text';

/** Days of a quarter: as listed by the coordination, else derived from the rule (`deadlineDays`). */
export function calendarQuarter(calendar: Calendar, quarter: Quarter): CalendarQuarter {
  const listed = calendar.quarters.find((entry) => entry.quarter === quarter);
  if (listed !== undefined) return listed;
  const end = quarterEnd(quarter);
  return { quarter, start: quarterStart(quarter), end, deadline: shiftDay(end, calendar.deadlineDays) };
}

/** The committees whose report is awaited for a quarter, in the programme's order; empty outside every phase. */
export function committeesExpected(calendar: Calendar, quarter: Quarter): readonly CountryCode[] {
  return (
    calendar.expectations.find(({ from, until }) => from <= quarter && (until === null || quarter <= until))
      ?.committees ?? []
  );
}

/** The countries that have, or had, a committee: what the first start offers. Their order is that of the pack. */
export function committeeCountries(pack: ReferencePack): readonly Country[] {
  const expected = new Set(pack.calendar.expectations.flatMap((expectation) => expectation.committees));
  return pack.programme.countries.filter((country) => expected.has(country.code));
}
