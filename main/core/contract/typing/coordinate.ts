import boxes from '../../../../resources/maps/boxes.json' with { type: 'json' };
import { bareText, longestTyped, withoutEdges } from './bare';
import { plainNumber } from './number';
import { type CellReading, empty, read, unread, why } from './reading';

/** Latitudes and longitudes as people, phones and surveys write them, in degrees. Pure. */

export type Axis = 'latitude' | 'longitude';
export const otherAxis = { latitude: 'longitude', longitude: 'latitude' } as const satisfies Record<
  Axis,
  Axis
>;

const farthest = { latitude: 90, longitude: 180 } as const;
/** Boxes of the countries of the programme: west, south, east, north (resources/maps/README.md). */
const boxOf = new Map<string, readonly number[]>(Object.entries(boxes));
/** How far outside its box a place may be and still be of the country, in degrees: a border town, an island. */
const margin = 0.3;

/** May this latitude or longitude be of the country? Null where the country has no box. */
function isOn(axis: Axis, degrees: number, country: string | null): boolean | null {
  const box = country === null ? undefined : boxOf.get(country);
  if (box === undefined) return null;
  const [west = 0, south = 0, east = 0, north = 0] = box;
  const [least, most] = axis === 'latitude' ? [south, north] : [west, east];
  return degrees >= least - margin && degrees <= most + margin;
}

/** Where a place lies against the box of its country, if its two numbers are taken as they stand or exchanged. */
export function placeOf(
  latitude: string,
  longitude: string,
  country: string | null,
): 'inside' | 'exchanged' | 'outside' | 'unknown' {
  const lies = (north: number, east: number) =>
    isOn('latitude', north, country) === true && isOn('longitude', east, country);
  if (isOn('latitude', 0, country) === null) return 'unknown';
  if (lies(Number(latitude), Number(longitude))) return 'inside';
  return lies(Number(longitude), Number(latitude)) ? 'exchanged' : 'outside';
}

const quarters: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:nord|north|شمالا?)(?!\p{L})/giu, 'N'],
  [/(?<!\p{L})(?:sud|south|جنوبا?)(?!\p{L})/giu, 'S'],
  [/(?<!\p{L})(?:est|east|شرقا?)(?!\p{L})/giu, 'E'],
  [/(?<!\p{L})(?:ouest|west|o|غربا?)(?!\p{L})/giu, 'W'],
];

/** One manner of writing degrees, minutes, seconds, minus and quarters. */
function plainCoordinate(text: string): string {
  const signs = text
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .replace(/[º˚]/g, '°')
    .replace(/[′’‘ʹ´`]/g, "'")
    .replace(/[″“”ʺ]/g, '"')
    .replaceAll("''", '"')
    .replaceAll('٫', ',');
  const named = quarters.reduce((so, [words, letter]) => so.replace(words, letter), signs);
  return named.toUpperCase().replace(/^(?:LAT|LONG?)[A-Z]{0,6}[ .:]{0,3}/, '');
}

interface Degrees {
  readonly degrees: string;
  /** What its letter says; null without one. */
  readonly axis: Axis | null;
}

const lettered = /^([NSEW])?\.? ?([^NSEW]{1,60}?) ?([NSEW])?$/;
const sexagesimal =
  /^([+-]?) ?(\d{1,3}) ?(?:°|D| ) ?(\d{1,2}(?:[.,]\d{1,9})?) ?(?:['M ] ?(?:(\d{1,2}(?:[.,]\d{1,9})?) ?["S]?)?)?$/;

/** Degrees out of one text, in either manner; null when it is none. */
function degreesOf(text: string): Degrees | null {
  const match = lettered.exec(text.trim());
  if (match === null) return null;
  const [, before, body = '', after] = match;
  if (before !== undefined && after !== undefined) return null;
  const letter = before ?? after ?? null;
  const number = plainNumber(body.replace(/ ?°$/, '')) ?? fromMinutes(body);
  if (number === null) return null;
  const isBack = letter === 'S' || letter === 'W';
  const degrees = isBack && !number.startsWith('-') && number !== '0' ? `-${number}` : number;
  if ((letter === 'N' || letter === 'E') && number.startsWith('-')) return null;
  return {
    degrees,
    axis: letter === null ? null : letter === 'N' || letter === 'S' ? 'latitude' : 'longitude',
  };
}

function fromMinutes(body: string): string | null {
  const match = sexagesimal.exec(body);
  if (match === null) return null;
  const [minutes, seconds] = [match[3] ?? '', match[4] ?? '0'].map((part) => Number(part.replace(',', '.')));
  if (minutes === undefined || seconds === undefined || minutes >= 60 || seconds >= 60) return null;
  const degrees = Number(match[2]) + minutes / 60 + seconds / 3_600;
  return plainNumber(`${match[1]}${degrees.toFixed(6)}`);
}

/** What parts two coordinates of one text, the surest first; each leaves exactly two. */
const partings = [
  /[;/|\n]/,
  /(?<=[NSEW]),? (?=[^,])/,
  /, /,
  /,(?=-?\d{1,3}\.)/,
  /(?<=\d°?) (?=-?\d)/,
  /(?<=[NSEW])(?=\d)/,
];

function pairOf(text: string): readonly [Degrees, Degrees] | null {
  for (const parting of partings) {
    const [first, second, ...more] = text.split(parting);
    if (first === undefined || second === undefined || more.length > 0) continue;
    const [one, two] = [degreesOf(first), degreesOf(second)];
    if (one !== null && two !== null && (one.axis === null || one.axis !== two.axis)) return [one, two];
  }
  return null;
}

/** A number whose point was lost (`14693700`): the only one that lies in the country, in degrees; null otherwise. */
function withItsPoint(degrees: string, axis: Axis, country: string | null): string | null {
  if (!/^-?\d{5,10}$/.test(degrees)) return null;
  const candidates = [4, 5, 6, 7]
    .map((places) => Number(degrees) / 10 ** places)
    .filter((value) => isOn(axis, value, country));
  const [only] = candidates;
  return only === undefined || candidates.length > 1 ? null : plainNumber(only.toFixed(6));
}

/**
 * Reads a latitude or a longitude. Both in one text fill both fields (`also`); what has lost its point is proposed
 * when one place alone lies in the country (ISO code). Neither is taken without a mark.
 */
export function readCoordinateText(typed: string, axis: Axis, country: string | null): CellReading {
  if (typed.length > longestTyped.coordinate) return unread('too_long');
  const bare = bareText(typed);
  if (bare === '') return empty;
  const text = plainCoordinate(withoutEdges(bare, '(', ' ,;)'));
  const single = degreesOf(text);
  if (single === null) {
    const pair = pairOf(text);
    return pair === null ? unread('decimal') : ofPair(pair, axis);
  }
  const max = farthest[axis];
  if (Math.abs(Number(single.degrees)) > max) {
    const proposed = withItsPoint(single.degrees, axis, country);
    if (proposed === null) return unread('decimal_range', { min: -max, max });
    return { how: 'doubtful', value: proposed, why: why('point_lost') };
  }
  // Its letter says that it is the other one: its row may still tell (placeOf).
  if (single.axis !== null && single.axis !== axis)
    return { how: 'doubtful', value: single.degrees, why: why('other_axis') };
  return read(single.degrees, single.degrees === bare);
}

/** Latitude first, unless the letters say otherwise. */
function ofPair([one, two]: readonly [Degrees, Degrees], axis: Axis): CellReading {
  const isTurned = one.axis === 'longitude' || two.axis === 'latitude';
  const [latitude, longitude] = isTurned ? [two.degrees, one.degrees] : [one.degrees, two.degrees];
  if (Math.abs(Number(latitude)) > farthest.latitude || Math.abs(Number(longitude)) > farthest.longitude)
    return unread('decimal');
  const values = { latitude, longitude };
  const other = otherAxis[axis];
  return { how: 'doubtful', value: values[axis], why: why('pair'), also: { [other]: values[other] } };
}
