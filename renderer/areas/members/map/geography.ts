import ivoryCoast from '../../../../resources/maps/CI.json';
import cameroon from '../../../../resources/maps/CM.json';
import guinea from '../../../../resources/maps/GN.json';
import morocco from '../../../../resources/maps/MA.json';
import mali from '../../../../resources/maps/ML.json';
import senegal from '../../../../resources/maps/SN.json';
import tunisia from '../../../../resources/maps/TN.json';
import type { Point, Ring } from './polygons';

/** A place in degrees: longitude, latitude. */
type Place = readonly number[];
type Polygons = readonly (readonly (readonly Place[])[])[];

/** The vectors of one country (resources/maps/README.md). */
export interface CountryMap {
  readonly country: string;
  readonly attribution: string | null;
  /** Regions with current boundaries; empty where none may be shipped. */
  readonly shapes: readonly { readonly codes: readonly string[]; readonly polygons: Polygons }[];
  /** The country alone, where there are no shapes. */
  readonly outline: Polygons;
  /** Chief towns of the regions that have no shape. */
  readonly places: readonly { readonly code: string; readonly place: Place }[];
}

const maps: readonly CountryMap[] = [tunisia, morocco, senegal, mali, ivoryCoast, guinea, cameroon];

/** The maps to draw: of one country, or of all. */
export function mapsOf(country: string | null): readonly CountryMap[] {
  return country === null ? maps : maps.filter((map) => map.country === country);
}

/** Turns places into points of a drawing. */
export interface Projection {
  readonly width: number;
  readonly height: number;
  point(longitude: number, latitude: number): Point;
  /** Polygons in points of the drawing. */
  polygons(polygons: Polygons): readonly (readonly Ring[])[];
  /** An SVG path of polygons, their holes included. */
  path(polygons: Polygons): string;
}

/**
 * Equirectangular projection with true lengths at the middle latitude: for one country or for the region, whose shapes
 * nobody measures on the screen, it is enough.
 *
 * @param longest the longer side of the drawing, in pixels
 */
export function projectionOf(shown: readonly CountryMap[], longest: number): Projection {
  const places = shown
    .flatMap((map) => [...map.shapes.flatMap((shape) => shape.polygons), ...map.outline])
    .flat(2);
  const [west, east] = rangeOf(places.map(([longitude = 0]) => longitude));
  const [south, north] = rangeOf(places.map(([, latitude = 0]) => latitude));
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = longest / Math.max((east - west) * narrowing, north - south);
  const point = (longitude: number, latitude: number) =>
    [(longitude - west) * narrowing * scale, (north - latitude) * scale] as const;
  const drawn = (polygons: Polygons) =>
    polygons.map((rings) =>
      rings.map((ring) => ring.map(([longitude = 0, latitude = 0]) => point(longitude, latitude))),
    );
  const ringPath = (ring: Ring) =>
    `M${ring.map((corner) => corner.map((part) => part.toFixed(1)).join(' ')).join('L')}Z`;
  return {
    width: (east - west) * narrowing * scale,
    height: (north - south) * scale,
    point,
    polygons: drawn,
    path: (polygons) =>
      drawn(polygons)
        .map((rings) => rings.map(ringPath).join(''))
        .join(''),
  };
}

function rangeOf(numbers: readonly number[]): readonly [number, number] {
  return [
    numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY),
    numbers.reduce((most, number) => Math.max(most, number), Number.NEGATIVE_INFINITY),
  ];
}

/** Four steps from few to many, for a count among counts: 0 (none) to 4. */
export function stepOf(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || most <= 0) return 0;
  const step = Math.ceil((count / most) * 4);
  return step <= 1 ? 1 : step === 2 ? 2 : step === 3 ? 3 : 4;
}
