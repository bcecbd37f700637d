import { limits } from './limits';
import type { SheetTable } from './table';

/** Merged areas of a sheet. Pure. */

export type Area = SheetTable['merges'][number];

/**
 * The areas by their first row, without those that lie over one before or beyond what is read: no program writes them,
 * and a few bytes could ask for the same rows thousands of times.
 */
export function apart(areas: readonly Area[]): Area[] {
  const takenTo = new Int32Array(limits.columns).fill(-1);
  return areas
    .filter(([top, left, bottom, right]) => top <= bottom && left <= right && right < limits.columns)
    .sort((one, other) => one[0] - other[0] || one[1] - other[1])
    .filter(([top, left, bottom, right]) => {
      for (let column = left; column <= right; column += 1) if ((takenTo[column] ?? 0) >= top) return false;
      takenTo.fill(bottom, left, right + 1);
      return true;
    });
}

/** The areas that begin above a row and cover it; asked for rows in their order. */
export function areasDown(areas: readonly Area[]): (row: number) => readonly Area[] {
  let next = 0;
  let open: Area[] = [];
  return (row) => {
    if (open.some(([, , bottom]) => bottom < row)) open = open.filter(([, , bottom]) => bottom >= row);
    for (let area = areas[next]; area !== undefined && area[0] < row; area = areas[next]) {
      if (area[2] >= row) open.push(area);
      next += 1;
    }
    return open;
  };
}
