/** Points and polygons of a drawing. Pure. */

export type Point = readonly [x: number, y: number];
/** A closed line; the last point is joined with the first. */
export type Ring = readonly Point[];

/** An outline with its holes, and the rectangle around it: most points are outside by it alone. */
export interface Polygon {
  readonly rings: readonly Ring[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The polygon of these rings, the outline first. */
export function polygonOf(rings: readonly Ring[]): Polygon {
  const xs = (rings[0] ?? []).map(([x]) => x);
  const ys = (rings[0] ?? []).map(([, y]) => y);
  return {
    rings,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** Is a point inside a polygon and outside its holes? Even-odd rule. */
export function isIn([x, y]: Point, { rings, left, right, top, bottom }: Polygon): boolean {
  if (x < left || x > right || y < top || y > bottom) return false;
  let crossings = 0;
  for (const ring of rings) {
    for (const [index, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) crossings += 1;
    }
  }
  return crossings % 2 === 1;
}

/** Of the grid, in either direction. */
const cells = 10;

/**
 * The point of a polygon that is farthest from its border (as a grid finds it, made finer twice): where a number has
 * most room, and unlike the centre of gravity always inside.
 */
export function roomiestPoint(polygon: Polygon): Point {
  let { left, right, top, bottom } = polygon;
  let best: { readonly point: Point; readonly room: number } = { point: [left, top], room: -1 };
  for (let finer = 0; finer < 3; finer += 1) {
    const [stepX, stepY] = [(right - left) / cells, (bottom - top) / cells];
    for (let column = 0; column <= cells; column += 1) {
      for (let row = 0; row <= cells; row += 1) {
        const point: Point = [left + column * stepX, top + row * stepY];
        const room = isIn(point, polygon) ? distanceToBorder(point, polygon) : -1;
        if (room > best.room) best = { point, room };
      }
    }
    const [x, y] = best.point;
    [left, right, top, bottom] = [x - stepX, x + stepX, y - stepY, y + stepY];
  }
  return best.point;
}

function distanceToBorder([x, y]: Point, { rings }: Polygon): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (const [index, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
      const [alongX, alongY] = [x2 - x1, y2 - y1];
      const length = alongX * alongX + alongY * alongY;
      const share = length === 0 ? 0 : ((x - x1) * alongX + (y - y1) * alongY) / length;
      const part = Math.max(0, Math.min(1, share));
      nearest = Math.min(nearest, Math.hypot(x - x1 - part * alongX, y - y1 - part * alongY));
    }
  }
  return nearest;
}

/** What the outline of a polygon encloses, in square points. */
export function areaOf({ rings: [outline = []] }: Polygon): number {
  const doubled = outline.reduce((sum, [x1, y1], index) => {
    const [x2, y2] = outline[(index + 1) % outline.length] ?? [x1, y1];
    return sum + x1 * y2 - x2 * y1;
  }, 0);
  return Math.abs(doubled) / 2;
}
