import { areaOf, isIn, type Point, type Polygon } from './polygons';

/** Where the numbers of a map stand so that each can be read. In points of the drawing. Pure. */

/** An area of the drawing, and the number that belongs to it. */
export interface NumberedArea {
  readonly key: string;
  /** Null for an area without a number, which others keep off all the same. */
  readonly text: string | null;
  readonly polygons: readonly Polygon[];
  /** Where the number stands by itself. */
  readonly anchor: Point;
}

export interface NumberPlace {
  readonly key: string;
  readonly text: string;
  readonly at: Point;
  /** Ends of the line that leads to a number which stands outside its area; null when it stands inside. */
  readonly leader: readonly [Point, Point] | null;
}

/** The ground that a number covers. */
interface Box {
  readonly text: string;
  readonly at: Point;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Height of the figures (`.number` in Map.module.css). */
export const figureHeight = 19;
const between = 2;
/** How much of a number may lie on another area. */
const spillAtMost = 0.25;
const directions = 32;
const reach = { first: 20, step: 6, last: 170 } as const;

/**
 * Numbers stand in their areas where they fit, the largest areas first. One that would cover another number, or lie on
 * another area, stands on empty ground nearby with a line to its area. Where there is none it is left out: the table
 * beside the map says it.
 *
 * @param size of the drawing, which no number leaves
 */
export function placesOfNumbers(all: readonly NumberedArea[], size: Point): readonly NumberPlace[] {
  const placed: { readonly place: NumberPlace; readonly box: Box }[] = [];
  const isFree = (box: Box) => placed.every((other) => !overlap(box, other.box));
  const put = (key: string, box: Box, leader: NumberPlace['leader']) =>
    placed.push({ place: { key, text: box.text, at: box.at, leader }, box });
  const crowded: (readonly [NumberedArea, Box])[] = [];
  for (const area of [...all].sort((one, other) => groundOf(other) - groundOf(one))) {
    if (area.text === null) continue;
    const box = boxOf(area.text, area.anchor);
    if (isFree(box) && spillOf(box, area, all) <= spillAtMost) put(area.key, box, null);
    else crowded.push([area, box]);
  }
  for (const [{ key, anchor }, box] of crowded) {
    const ground = nearestGround(box, all, size, isFree);
    if (ground !== null) put(key, ground, [anchor, edgeTowards(ground, anchor)]);
  }
  return placed.map(({ place }) => place);
}

function groundOf({ polygons }: NumberedArea): number {
  return polygons.reduce((sum, polygon) => sum + areaOf(polygon), 0);
}

/** The nearest box on no area at all, within the drawing; null when there is none within reach. */
function nearestGround(
  { at: [x, y], text }: Box,
  all: readonly NumberedArea[],
  [width, height]: Point,
  isFree: (box: Box) => boolean,
): Box | null {
  for (let far = reach.first; far <= reach.last; far += reach.step) {
    for (let direction = 0; direction < directions; direction += 1) {
      const angle = (direction * 2 * Math.PI) / directions;
      const box = boxOf(text, [x + far * Math.cos(angle), y + far * Math.sin(angle)]);
      const isWithin =
        box.at[0] >= box.halfWidth &&
        box.at[0] <= width - box.halfWidth &&
        box.at[1] >= box.halfHeight &&
        box.at[1] <= height - box.halfHeight;
      if (isWithin && isFree(box) && samplesOf(box).every((point) => !isOnAny(point, all))) return box;
    }
  }
  return null;
}

function boxOf(text: string, at: Point): Box {
  return {
    text,
    at,
    halfWidth: (text.length * figureHeight * 0.6) / 2 + between,
    halfHeight: figureHeight / 2 + between,
  };
}

function overlap(one: Box, other: Box): boolean {
  return (
    Math.abs(one.at[0] - other.at[0]) < one.halfWidth + other.halfWidth &&
    Math.abs(one.at[1] - other.at[1]) < one.halfHeight + other.halfHeight
  );
}

/** The point where a line from outside meets the box. */
function edgeTowards({ at: [x, y], halfWidth, halfHeight }: Box, [fromX, fromY]: Point): Point {
  const [awayX, awayY] = [fromX - x, fromY - y];
  const share = Math.min(halfWidth / Math.abs(awayX || 1), halfHeight / Math.abs(awayY || 1), 1);
  return [x + awayX * share, y + awayY * share];
}

/** Points spread over a box. */
function samplesOf({ at: [x, y], halfWidth, halfHeight }: Box): readonly Point[] {
  return [-1, -0.5, 0, 0.5, 1].flatMap((across) =>
    [-1, 0, 1].map((down): Point => [x + across * halfWidth, y + down * halfHeight]),
  );
}

function spillOf(box: Box, own: NumberedArea, all: readonly NumberedArea[]): number {
  const samples = samplesOf(box);
  const others = all.filter((one) => one !== own);
  return samples.filter((point) => isOnAny(point, others)).length / samples.length;
}

function isOnAny(point: Point, all: readonly NumberedArea[]): boolean {
  return all.some(({ polygons }) => polygons.some((polygon) => isIn(point, polygon)));
}
