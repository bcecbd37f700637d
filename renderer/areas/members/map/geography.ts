import ivoryCoast from '../../../../resources/maps/CI.json';
import cameroon from '../../../../resources/maps/CM.json';
import guinea from '../../../../resources/maps/GN.json';
import morocco from '../../../../resources/maps/MA.json';
import mali from '../../../../resources/maps/ML.json';
import senegal from '../../../../resources/maps/SN.json';
import tunisia from '../../../../resources/maps/TN.json';

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
  point(longitude: number, latitude: number): readonly [number, number];
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
  const ringPath = (ring: readonly Place[]) =>
    `M${ring
      .map(([longitude = 0, latitude = 0]) =>
        point(longitude, latitude)
          .map((part) => part.toFixed(1))
          .join(' '),
      )
      .join('L')}Z`;
  return {
    width: (east - west) * narrowing * scale,
    height: (north - south) * scale,
    point,
    path: (polygons) => polygons.map((rings) => rings.map(ringPath).join('')).join(''),
  };
}

function rangeOf(numbers: readonly number[]): readonly [number, number] {
  return [
    numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY),
    numbers.reduce((most, number) => Math.max(most, number), Number.NEGATIVE_INFINITY),
  ];
}

/** Where the number of a shape stands: the centre of gravity of its largest ring, in degrees. */
export function middleOf(polygons: Polygons): readonly [number, number] {
  const rings = polygons.map((polygon) => polygon[0] ?? []);
  const largest = rings.reduce((one, other) => (areaOf(other) > areaOf(one) ? other : one), rings[0] ?? []);
  const [sumX, sumY, area] = largest.reduce<readonly [number, number, number]>(
    ([x, y, all], [x1 = 0, y1 = 0], index) => {
      const [x2 = 0, y2 = 0] = largest[(index + 1) % largest.length] ?? [];
      const cross = x1 * y2 - x2 * y1;
      return [x + (x1 + x2) * cross, y + (y1 + y2) * cross, all + cross];
    },
    [0, 0, 0],
  );
  return area === 0 ? [0, 0] : [sumX / (3 * area), sumY / (3 * area)];
}

function areaOf(ring: readonly Place[]): number {
  const doubled = ring.reduce((sum, [x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + x1 * y2 - x2 * y1;
  }, 0);
  return Math.abs(doubled);
}

/** Four steps from few to many, for a count among counts: 0 (none) to 4. */
export function stepOf(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || most <= 0) return 0;
  const step = Math.ceil((count / most) * 4);
  return step <= 1 ? 1 : step === 2 ? 2 : step === 3 ? 3 : 4;
}
