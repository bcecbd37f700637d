/** One line of the table: what was measured, beside what it is measured against in the same run. */
export interface Measure {
  readonly name: string;
  readonly figure: Quantity;
  /** Null when the figure has a bound of its own. */
  readonly baseline: Quantity | null;
  /** Of figure / baseline, or of the figure itself; null for a line that only explains another. */
  readonly bound: number | null;
}

export interface Quantity {
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'kB' | 'rows/s' | '% on time';
}

/** Of these there should be many. */
const moreIsBetter: readonly Quantity['unit'][] = ['rows/s', '% on time'];

/** The middle of some figures (of two in the middle, their mean). Throws RangeError for none. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('No figure was taken');
  return (lower + upper) / 2;
}

/** The table that `npm run bench` prints. */
export function tableOf(measures: readonly Measure[]): string {
  const heads = ['measure', 'figure', 'baseline', 'ratio', 'bound', 'verdict'];
  const lines = measures.map((measure) => {
    const ratio = ratioOf(measure);
    const judged = ratio ?? measure.figure.value;
    return [
      measure.name,
      quantityText(measure.figure),
      measure.baseline === null ? '—' : quantityText(measure.baseline),
      ratio === null ? '—' : ratio.toFixed(2),
      boundText(measure),
      verdictOn(judged, measure),
    ];
  });
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const rowText = (cells: readonly string[]) =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' │ ');
  const rule = widths.map((width) => '─'.repeat(width)).join('─┼─');
  return [rowText(heads), rule, ...lines.map(rowText)].join('\n');
}

function ratioOf({ figure, baseline }: Measure): number | null {
  return baseline === null ? null : figure.value / baseline.value;
}

function verdictOn(judged: number, { figure, bound }: Measure): string {
  if (bound === null) return '';
  const within = moreIsBetter.includes(figure.unit) ? judged >= bound : judged <= bound;
  return within ? 'within' : 'OVER THE BOUND';
}

function boundText({ figure, baseline, bound }: Measure): string {
  if (bound === null) return '';
  const sign = moreIsBetter.includes(figure.unit) ? '≥' : '≤';
  return `${sign} ${baseline === null ? quantityText({ ...figure, value: bound }) : bound.toFixed(2)}`;
}

function quantityText({ value, unit }: Quantity): string {
  const digits = (unit === 'ms' && value < 100) || unit === '% on time' ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`;
}
