import { cleanText } from '../../contract/text';
import { longestTyped } from '../../contract/typing/bare';
import {
  type DayContext,
  type DayOrder,
  isMonthFirst,
  readDayText,
  readYearText,
  type Tense,
  yearWithin,
} from '../../contract/typing/day';
import type { Cell } from '../reading/table';
import { bareValue, isDay } from '../reading/table';
import { saysNothing } from './nothing';
import { type CellReading, empty, read, unread } from './reading';

export type { DayContext, DayOrder };

/** Days and years of cells. Pure. */

/** In which order a column writes its days. */
export function dayOrderOf(cells: readonly (Cell | undefined)[]): DayOrder {
  const monthFirst = cells.some((cell) => {
    const value = bareValue(cell);
    return typeof value === 'string' && !isDay(cell) && isMonthFirst(value);
  });
  return monthFirst ? 'mixed' : 'day_first';
}

/** Reads a day: one of the sheet's own, its serial number, or a text. */
export function readDay(cell: Cell | undefined, context: DayContext, tense: Tense): CellReading {
  const value = bareValue(cell);
  if (value === null || typeof value === 'boolean') return empty;
  if (typeof value === 'number') return ofSerial(value);
  if (isDay(cell)) return read(value, true);
  if (value.length > longestTyped.day) return unread('too_long');
  const text = cleanText(value);
  return saysNothing(text) ? empty : readDayText(text, context, tense);
}

/** A day that lost its format in the spreadsheet: its serial number, between 1930 and 2100. */
function ofSerial(value: number): CellReading {
  if (value >= 1800 && value <= 2200) return unread('year_only');
  if (!Number.isFinite(value) || value < 10_959 || value > 73_415) return unread('day');
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000).toISOString().slice(0, 10);
  return read(day, false);
}

/** Reads a year: alone, or out of a day. Neither before 1800 nor after the current one. */
export function readYear(cell: Cell | undefined, context: DayContext): CellReading {
  const value = bareValue(cell);
  if (value === null || typeof value === 'boolean') return empty;
  const now = Number(context.today.slice(0, 4));
  if (isDay(cell) || (typeof value === 'number' && value > 2_200)) {
    const day = isDay(cell) ? read(value, false) : ofSerial(Number(value));
    return 'value' in day ? yearWithin(Number(String(day.value).slice(0, 4)), now, false, '') : day;
  }
  if (typeof value === 'number')
    return Number.isInteger(value) ? yearWithin(value, now, true, '') : unread('year');
  if (value.length > longestTyped.day) return unread('too_long');
  const text = cleanText(value);
  return saysNothing(text) ? empty : readYearText(text, context);
}
