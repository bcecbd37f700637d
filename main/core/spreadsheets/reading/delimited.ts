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

/** The cells of a text, row by row. Throws X03. */
export function parseDelimited(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = /^sep=[;,\t|]\r?\n/i.exec(text)?.[0].length ?? 0;
  const endRow = () => {
    rows.push(row);
    row = [];
    if (rows.length > limits.rows) throw new DomainError('X03', { what: 'rows', limit: limits.rows });
  };
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at, separator) : bareCell(text, at, separator);
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
  return rows;
}

function bareCell(text: string, start: number, separator: string): { cell: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { cell: text.slice(start, end), end };
}

/** A quoted cell; what follows its closing quote up to the separator belongs to it, as Excel has it. */
function quotedCell(text: string, start: number, separator: string): { cell: string; end: number } {
  let cell = '';
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const rest = bareCell(text, close + 1, separator);
      return { cell: cell + rest.cell, end: rest.end };
    }
    cell += '"';
    at = close + 2;
  }
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
