import type { Output } from '../../../../main/core/contract/operations';
import { numberText } from '../../../app/formats';
import type { CountryMap, Projection } from './geography';
import { type NumberedArea, type NumberPlace, placesOfNumbers } from './number-places';
import { areaOf, type Point, type Polygon, polygonOf, roomiestPoint } from './polygons';

/** Organisations in the regions that a shape shows together. */
export function countOf(answer: Output<'members.map'>, codes: readonly string[]): number {
  return answer.regions
    .filter(({ region }) => region !== null && codes.includes(region))
    .reduce((sum, { count }) => sum + count, 0);
}

/** Radius of the circle that stands for a region without shape, in points of the map of its country. */
export function radiusOf(count: number): number {
  return 13 + Math.sqrt(count) * 4;
}

/** A shape on the drawing, and where a number has most room in it. */
interface Ground {
  readonly codes: readonly string[];
  readonly polygons: readonly Polygon[];
  readonly anchor: Point;
}

/** The shapes of a country on the drawing: the same whatever is counted. */
export function groundsOf(map: CountryMap, projection: Projection): readonly Ground[] {
  return map.shapes.map(({ codes, polygons: inDegrees }) => {
    const polygons = projection.polygons(inDegrees).map(polygonOf);
    const [largest = polygonOf([])] = [...polygons].sort((one, other) => areaOf(other) - areaOf(one));
    return { codes, polygons, anchor: roomiestPoint(largest) };
  });
}

/** Where the numbers of a country stand: in its shapes, or in the circles at its chief towns. */
export function numbersOf(
  grounds: readonly Ground[],
  map: CountryMap,
  answer: Output<'members.map'>,
  projection: Projection,
): readonly NumberPlace[] {
  const textOf = (count: number) => (count === 0 ? null : numberText(count));
  const shapes = grounds.map(
    ({ codes, polygons, anchor }): NumberedArea => ({
      key: codes.join(),
      text: textOf(countOf(answer, codes)),
      polygons,
      anchor,
    }),
  );
  const towns = map.places.flatMap(({ code, place: [longitude = 0, latitude = 0] }): NumberedArea[] => {
    const count = countOf(answer, [code]);
    const anchor = projection.point(longitude, latitude);
    const polygons = [polygonOf([circle(anchor, radiusOf(count))])];
    return count === 0 ? [] : [{ key: code, text: textOf(count), polygons, anchor }];
  });
  return placesOfNumbers([...shapes, ...towns], [projection.width, projection.height]);
}

const corners = 16;

function circle([x, y]: Point, radius: number): readonly Point[] {
  return Array.from({ length: corners }, (_, corner): Point => {
    const angle = (corner * 2 * Math.PI) / corners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}
