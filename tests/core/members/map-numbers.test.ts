import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  figureHeight,
  type NumberedArea,
  type NumberPlace,
  placesOfNumbers,
} from '../../../renderer/areas/members/map/number-places';
import {
  areaOf,
  isIn,
  type Point,
  polygonOf,
  roomiestPoint,
} from '../../../renderer/areas/members/map/polygons';

/** The numbers on a map can all be read: none covers another, and each says whose it is. */

const square = (x: number, y: number, side: number): readonly Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

const area = (key: string, text: string | null, ring: readonly Point[]): NumberedArea => ({
  key,
  text,
  polygons: [polygonOf([ring])],
  anchor: roomiestPoint(polygonOf([ring])),
});

const widthOf = ({ text }: NumberPlace) => text.length * figureHeight * 0.6;
const cover = (one: NumberPlace, other: NumberPlace) =>
  Math.abs(one.at[0] - other.at[0]) < (widthOf(one) + widthOf(other)) / 2 &&
  Math.abs(one.at[1] - other.at[1]) < figureHeight;

describe('the numbers of a map', () => {
  it('stand in their areas where there is room', () => {
    const places = placesOfNumbers(
      [area('north', '12', square(0, 0, 200)), area('south', '5', square(0, 200, 200))],
      [200, 400],
    );
    expect(places.map(({ leader }) => leader)).toEqual([null, null]);
    expect(places.map(({ at }) => at)).toEqual([
      [100, 100],
      [100, 300],
    ]);
  });

  it('stand beside a small area, on empty ground, with a line to it', () => {
    const small = square(100, 40, 10);
    const places = placesOfNumbers(
      [area('large', '7', square(0, 0, 100)), area('small', '123', small)],
      [300, 100],
    );
    const beside = places.find(({ key }) => key === 'small');
    const from = beside?.leader?.[0] ?? [0, 0];
    expect(isIn(from, polygonOf([small]))).toBe(true);
    expect(isIn(beside?.at ?? [0, 0], polygonOf([square(0, 0, 100)]))).toBe(false);
    expect(isIn(beside?.at ?? [0, 0], polygonOf([small]))).toBe(false);
  });

  it('are left out where there is no empty ground, as the table beside the map has them', () => {
    const places = placesOfNumbers(
      [area('small', '123', square(50, 50, 4)), area('around', '7', square(0, 0, 100))],
      [100, 100],
    );
    expect(places.map(({ key }) => key)).toEqual(['around']);
  });

  it('keep off areas that have none', () => {
    const places = placesOfNumbers(
      [area('small', '123', square(50, 50, 4)), area('around', null, square(0, 0, 100))],
      [100, 100],
    );
    expect(places).toEqual([]);
  });
});

interface MapFile {
  readonly shapes: readonly { readonly codes: readonly string[]; readonly polygons: Point[][][] }[];
}

describe.each(['TN', 'MA', 'SN', 'GN', 'CM'])('the numbers on the map of %s', (country) => {
  const map: MapFile = JSON.parse(readFileSync(`resources/maps/${country}.json`, 'utf8'));
  const corners = map.shapes.flatMap(({ polygons }) => polygons.flat(2));
  const [west, east] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  const [south, north] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  const scale = 900 / Math.max(east - west, north - south);
  const drawn = map.shapes.map(({ codes, polygons: inDegrees }) => {
    const polygons = inDegrees.map((rings) =>
      polygonOf(rings.map((ring) => ring.map(([x, y]): Point => [(x - west) * scale, (north - y) * scale]))),
    );
    const [largest = polygonOf([])] = [...polygons].sort((one, other) => areaOf(other) - areaOf(one));
    return { key: codes.join(), polygons, anchor: roomiestPoint(largest) };
  });

  it('never cover each other, and each is in its region or leads to it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 1500 }), { minLength: drawn.length, maxLength: drawn.length }),
        (counts) => {
          const areas = drawn.map((one, index) => ({
            ...one,
            text: counts[index] === 0 ? null : String(counts[index]),
          }));
          const places = placesOfNumbers(areas, [(east - west) * scale, (north - south) * scale]);
          for (const [index, one] of places.entries()) {
            expect(places.slice(index + 1).some((other) => cover(one, other))).toBe(false);
            const region = drawn.find(({ key }) => key === one.key);
            const point = one.leader?.[0] ?? one.at;
            expect(region?.polygons.some((polygon) => isIn(point, polygon))).toBe(true);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('are all there when no region has more than 99', () => {
    const places = placesOfNumbers(
      drawn.map((one) => ({ ...one, text: '88' })),
      [(east - west) * scale, (north - south) * scale],
    );
    expect(places).toHaveLength(drawn.length);
  });
});
