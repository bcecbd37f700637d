import { z } from 'zod';

/** The A4 sheets of labels that stationers sell, in millimetres, by the size printed on their box. */

export const labelSheetSchema = z.enum(['70x42', '99x38', '70x37']);
export type LabelSheetName = z.infer<typeof labelSheetSchema>;

export interface LabelSheet {
  readonly columns: number;
  readonly rows: number;
  readonly size: { readonly width: number; readonly height: number };
  /** Between two columns. */
  readonly gap: number;
  /** From the edge of the paper to the first label. */
  readonly margin: { readonly top: number; readonly side: number };
}

export const labelSheets: Readonly<Record<LabelSheetName, LabelSheet>> = {
  '70x42': {
    columns: 3,
    rows: 7,
    size: { width: 70, height: 42.3 },
    gap: 0,
    margin: { top: 0.45, side: 0 },
  },
  '99x38': {
    columns: 2,
    rows: 7,
    size: { width: 99.1, height: 38.1 },
    gap: 2.5,
    margin: { top: 15.15, side: 4.65 },
  },
  '70x37': { columns: 3, rows: 8, size: { width: 70, height: 37 }, gap: 0, margin: { top: 0.5, side: 0 } },
};

/** Free space between the edge of a label and its words, in millimetres. */
export const labelPadding = { side: 5, top: 2 } as const;

const sizes = [10, 9, 8, 7, 6] as const;
/** Millimetres of a point; height of a line and mean width of a letter, in parts of the letters' size. */
const point = 0.3528;
const lineHeight = 1.25;
const letterWidth = 0.52;

/**
 * The largest size of letters, in points, at which these lines fit on a label of this size; the smallest when none
 * does. An estimate from the mean width of letters, so that nothing is cut off in silence.
 */
export function labelLetters(lines: readonly string[], size: LabelSheet['size']): number {
  const width = size.width - 2 * labelPadding.side;
  const height = size.height - 2 * labelPadding.top;
  const fits = (points: number) => {
    const perLine = Math.max(1, Math.floor(width / (points * point * letterWidth)));
    const count = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
    return count * points * point * lineHeight <= height;
  };
  return sizes.find(fits) ?? sizes[sizes.length - 1] ?? 6;
}
