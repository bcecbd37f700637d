import { cleanText } from '../../contract/text';
import { longestTyped } from '../../contract/typing/bare';
import { type Axis, readCoordinateText } from '../../contract/typing/coordinate';
import { plainNumber, readCountText, readDecimalText } from '../../contract/typing/number';
import { bareValue, type Cell } from '../reading/table';
import { saysNothing } from './nothing';
import { type CellReading, empty, read, unread } from './reading';
import { keyOf } from './words';

/** Numbers of cells. Pure. */

const noneAtAll = new Set(['aucun', 'aucune', 'zero', 'neant', 'none']);

/** Reads a whole number, not negative. */
export function readCount(cell: Cell | undefined): CellReading {
  const value = bareValue(cell);
  if (value === null || typeof value === 'boolean') return empty;
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= 0 && value <= 1e9 ? read(value, true) : unread('count');
  if (value.length > longestTyped.number) return unread('too_long');
  const text = cleanText(value);
  if (noneAtAll.has(keyOf(text))) return read(0, false);
  return saysNothing(text) ? empty : readCountText(text);
}

/** Reads a number within bounds, as the register keeps it. */
export function readDecimal(cell: Cell | undefined, min: number, max: number): CellReading {
  const text = numberText(cell, longestTyped.number);
  if (typeof text !== 'string') return text;
  const reading = readDecimalText(text, min, max);
  return typeof bareValue(cell) === 'number' ? whole(reading, bareValue(cell)) : reading;
}

/** Reads a latitude or a longitude, in degrees. */
export function readCoordinate(cell: Cell | undefined, axis: Axis, country: string | null): CellReading {
  const text = numberText(cell, longestTyped.coordinate);
  if (typeof text !== 'string') return text;
  const reading = readCoordinateText(text, axis, country);
  return typeof bareValue(cell) === 'number' ? whole(reading, bareValue(cell)) : reading;
}

/** The text of a cell of numbers, or what it reads as when it says nothing. */
function numberText(cell: Cell | undefined, longest: number): string | CellReading {
  const value = bareValue(cell);
  if (value === null || typeof value === 'boolean') return empty;
  if (typeof value === 'number') return plainNumber(decimals(value)) ?? unread('decimal');
  if (value.length > longest) return unread('too_long');
  const text = cleanText(value);
  return saysNothing(text) ? empty : text;
}

/** A number of the sheet without exponent; beyond 21 digits it is none. */
function decimals(value: number): string {
  return value.toFixed(6);
}

/** As typed only when no decimal was rounded away. */
function whole(reading: CellReading, value: unknown): CellReading {
  if (reading.how !== 'as_typed' || Number(reading.value) === value) return reading;
  return { ...reading, how: 'corrected' };
}
