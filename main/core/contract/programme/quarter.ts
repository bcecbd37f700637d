import { z } from 'zod';
import { daySchema } from '../values';

/**
 * Civil quarters (DESIGN.md §4): text `2026-Q3`, shown "T3 2026". The text form sorts in the order of time.
 * Days are `YYYY-MM-DD` without hour or zone, so that no laptop's clock setting can move a limit.
 */
export const brandedQuarterSchema = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/)
  .brand<'Quarter'>();
export type Quarter = z.infer<typeof brandedQuarterSchema>;

const millisecondsPerDay = 86_400_000;

/** Reads a quarter that is known to be well formed. Throws `RangeError` otherwise: parse input with a schema first. */
export function parseQuarter(text: string): Quarter {
  const parsed = brandedQuarterSchema.safeParse(text);
  if (!parsed.success) throw new RangeError(`Not a quarter: ${text}`);
  return parsed.data;
}

/** The quarter in which a day lies. Throws `RangeError` when the day does not exist. */
export function quarterOfDay(day: string): Quarter {
  if (!daySchema.safeParse(day).success) throw new RangeError(`Not a day: ${day}`);
  return quarterAt(Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3));
}

/** First day of the quarter. */
export function quarterStart(quarter: Quarter): string {
  const month = (Number(quarter.slice(6)) - 1) * 3 + 1;
  return `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

/** Last day of the quarter. */
export function quarterEnd(quarter: Quarter): string {
  return shiftDay(quarterStart(shiftQuarter(quarter, 1)), -1);
}

/** The quarter `count` quarters later, or earlier when negative. */
export function shiftQuarter(quarter: Quarter, count: number): Quarter {
  return quarterAt(ordinal(quarter) + count);
}

/** All quarters from `first` to `last`, both included, in order; empty when `last` comes before `first`. */
export function quartersBetween(first: Quarter, last: Quarter): readonly Quarter[] {
  const length = Math.max(0, ordinal(last) - ordinal(first) + 1);
  return Array.from({ length }, (_, index) => shiftQuarter(first, index));
}

/** The day `count` days later, or earlier when negative. */
export function shiftDay(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * millisecondsPerDay).toISOString().slice(0, 10);
}

function ordinal(quarter: Quarter): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
}

function quarterAt(ordinalNumber: number): Quarter {
  const year = String(Math.floor(ordinalNumber / 4)).padStart(4, '0');
  return parseQuarter(`${year}-Q${(ordinalNumber % 4) + 1}`);
}
