import type { FieldValue } from '../../contract/fields';
import { placeOf } from '../../contract/typing/coordinate';
import type { Message } from '../../contract/values';
import { type CellReading, why } from '../values/reading';

/** The place that a row names, held against the country it is in. Pure. */

export interface HeldPlace {
  readonly latitude: FieldValue;
  readonly longitude: FieldValue;
  readonly why: Message;
}

/**
 * A latitude and a longitude that lie in the country only when exchanged are proposed so; those that lie outside it
 * either way stay, with a mark. Null when there is nothing to say.
 */
export function heldPlace(
  { latitude, longitude }: Readonly<Record<string, FieldValue>>,
  country: string | null,
): HeldPlace | null {
  if (typeof latitude !== 'string' || typeof longitude !== 'string') return null;
  const place = placeOf(latitude, longitude, country);
  if (place === 'exchanged')
    return { latitude: longitude, longitude: latitude, why: why('exchanged', { latitude, longitude }) };
  return place === 'outside' ? { latitude, longitude, why: why('outside_country') } : null;
}

/** A reading of one of the two numbers, as its place makes it. */
export function heldReading(reading: CellReading, field: string | undefined, place: HeldPlace): CellReading {
  if (!('value' in reading) || (field !== 'latitude' && field !== 'longitude')) return reading;
  return { ...reading, how: 'doubtful', value: place[field], why: place.why };
}
