import { DomainError } from '../../contract/errors';
import { limits } from './limits';
import type { TextManner } from './table';

/** Reading and writing of delimited text (RFC 4180, with the separators that Excel writes). */

const separators = [';', ',', '\t', '|'] as const;

/** The separator of a text: the one that most of its first lines hold, and equally often. */
export function separatorOf(text: string): TextManner['separator'] {
  const told = /^sep=([;,\t|])\r?\n/i.exec(text);
  if (told !== null) return told[1] as TextManner['separator'];
  const lines = firstLines(text, 60);
  const scored = separators.map((separator) => ({ separator, ...regularity(lines, separator) }));
  scored.sort((one, other) => other.lines - one.lines || other.columns - one.columns);
  return scored[0]?.separator ?? ';';
}

/** How many lines hold the separator as often as most do, and how often that is. */
function regularity(lines: readonly string[], separator: string): { lines: number; columns: number } {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const found = line.replace(/"[^"]*"/g, '').split(separator).length - 1;
    if (found > 0) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const [best] = [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0]);
  return best === undefined ? { lines: 0, columns: 0 } : { lines: best[1], columns: best[0] };
}

/** Lines as a person sees them: line breaks inside quotes do not count. */
function firstLines(text: string, wanted: number): string[] {
  const lines: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length && lines.length < wanted; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if ((character === '\n' || (character === '\r' && text[at + 1] !== '\n')) && !quoted) {
      lines.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (lines.length < wanted) lines.push(text.slice(start));
  return lines;
}

/** What a text of cells is. */
export interface Delimited {
  readonly rows: string[][];
  /** Numbers of the rows, from 1, in which a quote stands that opens or closes nothing. It is kept as text. */
  readonly strayQuotes: readonly number[];
}

/** The cells of a text, row by row. A quote that would swallow whole rows is one of the text. Throws X03. */
export function parseDelimited(text: string, separator: string): Delimited {
  const rows: string[][] = [];
  const strayQuotes: number[] = [];
  const quotes = new Quotes(text, separator);
  let row: string[] = [];
  let at = /^sep=[;,\t|]\r?\n/i.exec(text.slice(0, 8))?.[0].length ?? 0;
  const endRow = () => {
    rows.push(row);
    row = [];
    if (rows.length > limits.rows) throw new DomainError('X03', { what: 'rows', limit: limits.rows });
  };
  while (at < text.length) {
    const quoted = quotes.cellAt(at);
    const { cell, end } = quoted ?? bareCell(text, at, separator);
    if (quoted === null && text[at] === '"' && strayQuotes.at(-1) !== rows.length + 1)
      strayQuotes.push(rows.length + 1);
    row.push(cell);
    if (row.length > limits.columns) throw new DomainError('X03', { what: 'columns', limit: limits.columns });
    at = end + 1;
    if (text[end] === separator) {
      if (at === text.length) row.push('');
      continue;
    }
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    endRow();
  }
  if (row.length > 0) endRow();
  return { rows, strayQuotes };
}

interface ReadCell {
  readonly cell: string;
  /** Place of the separator or line end behind the cell, or the end of the text. */
  readonly end: number;
}

function bareCell(text: string, start: number, separator: string): ReadCell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { cell: text.slice(start, end), end };
}

/**
 * Cells in quotes. Each quote of the text is looked at once: where a cell closes depends on the quotes behind it alone,
 * so what was found for one opening holds for the later ones before that place.
 */
class Quotes {
  readonly #text: string;
  readonly #separator: string;
  /** How many separators a line without quotes holds; 0 when that is not known. */
  readonly #usual: number;
  /** The last search for a closing quote: from where, and what was found. */
  #searched = { from: -1, close: -1 };

  constructor(text: string, separator: string) {
    this.#text = text;
    this.#separator = separator;
    this.#usual = usualSeparators(text, separator);
  }

  /** The cell in quotes that begins here (`"…"`, or `="…"` as Excel is made to keep zeros); null when none does. */
  cellAt(start: number): ReadCell | null {
    const open = this.#text[start] === '=' && this.#text[start + 1] === '"' ? start + 1 : start;
    if (this.#text[open] !== '"') return null;
    const inner = this.#innerQuote(open);
    if (inner !== null) return inner;
    const close = this.#closeOf(open);
    if (close < 0 || this.#swallowsRows(open, close)) return null;
    return { cell: this.#text.slice(open + 1, close).replaceAll('""', '"'), end: close + 1 };
  }

  /**
   * A first quote inside that neither closes nor is doubled. Where the cell goes on in quotes (`"dite "Bêta" de Dakar"`)
   * that quote is text; else the cell ends there, and what follows up to the separator belongs to it, as Excel has it.
   */
  #innerQuote(open: number): ReadCell | null {
    const first = this.#text.indexOf('"', open + 1);
    if (first < 0 || this.#text[first + 1] === '"' || this.#endsAt(first + 1)) return null;
    const rest = bareCell(this.#text, first + 1, this.#separator);
    if (this.#text[rest.end - 1] === '"' && this.#text[rest.end - 2] !== '"') return null;
    if (this.#text.slice(open, first).includes('\n')) return null;
    return { cell: this.#text.slice(open + 1, first) + rest.cell, end: rest.end };
  }

  /** Place of the quote that closes what opens here, or -1. */
  #closeOf(open: number): number {
    let at = open + 1;
    // The quotes that follow at once belong to this opening alone.
    while (this.#text[at] === '"' && this.#text[at + 1] === '"') at += 2;
    if (this.#text[at] === '"' && this.#endsAt(at + 1)) return at;
    const { from, close } = this.#searched;
    if (from >= 0 && at > from && (close < 0 || at <= close)) return close;
    this.#searched = { from: at, close: this.#search(at) };
    return this.#searched.close;
  }

  #search(from: number): number {
    for (let at = this.#text.indexOf('"', from); at >= 0; at = this.#text.indexOf('"', at)) {
      if (this.#text[at + 1] === '"') at += 2;
      else if (this.#endsAt(at + 1)) return at;
      else at += 1;
    }
    return -1;
  }

  /** Does a cell end here? */
  #endsAt(place: number): boolean {
    const character = this.#text[place];
    return (
      character === undefined || character === this.#separator || character === '\n' || character === '\r'
    );
  }

  /** Would this cell hold whole rows? The line it opens in, and the next one, have as many cells as lines have here. */
  #swallowsRows(open: number, close: number): boolean {
    const lineEnd = this.#text.indexOf('\n', open);
    if (this.#usual === 0 || lineEnd < 0 || lineEnd > close) return false;
    const lineStart = this.#text.lastIndexOf('\n', open) + 1;
    return (
      separatorsIn(this.#text, lineStart, this.#separator) === this.#usual &&
      separatorsIn(this.#text, lineEnd + 1, this.#separator) === this.#usual
    );
  }
}

/** Separators between a place and the end of its line. */
function separatorsIn(text: string, start: number, separator: string): number {
  let count = 0;
  for (let at = start; at < text.length && text[at] !== '\n'; at += 1) if (text[at] === separator) count += 1;
  return count;
}

const linesCounted = 400;

/** The number of separators that most of the first lines without quotes hold. */
function usualSeparators(text: string, separator: string): number {
  const counts = new Map<number, number>();
  let start = 0;
  for (let lines = 0; lines < linesCounted && start < text.length; lines += 1) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    if (!line.includes('"') && line.trim() !== '') {
      const found = line.split(separator).length - 1;
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    start = end < 0 ? text.length : end + 1;
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0]);
  return most?.[0] ?? 0;
}

/** Rows as delimited text; a cell is quoted only where it must be. */
export function writeDelimited(
  rows: readonly (readonly string[])[],
  manner: Pick<TextManner, 'separator' | 'newline'>,
): string {
  const mustQuote = new RegExp(`["\\r\\n${manner.separator === '|' ? '\\|' : manner.separator}]|^\\s|\\s$`);
  const cell = (text: string) => (mustQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(manner.separator) + manner.newline).join('');
}
