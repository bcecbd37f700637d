/** How the parts of a list in one cell are kept apart: commas, semicolons, lines, bullets, ` et `, ` - `, `/`. Pure. */

const separators = /[;,،؛\n|•·●✓✔]+\s*|\s[-–—]\s|\s(?:et|and|و)\s|\sو(?=ال)|\s?\/\s?/gu;
/** Signs that begin a line of a list. */
const lineStart = /^[\s\-–—*.]+|[\s.]+$/g;

export interface Part {
  readonly text: string;
  /** What stands between the part before and this one. */
  readonly separator: string;
  /** Places in the whole text. */
  readonly start: number;
  readonly end: number;
}

/** The parts of a text, without empty ones. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  let separator = '';
  const add = (end: number, next: string) => {
    const own = text.slice(start, end).replace(lineStart, '');
    if (own !== '') {
      parts.push({ text: own, separator: parts.length === 0 ? '' : separator, start, end });
      separator = next;
    } else separator += next;
  };
  for (const found of text.matchAll(separators)) {
    add(found.index, found[0]);
    start = found.index + found[0].length;
  }
  add(text.length, '');
  return parts;
}

/** How the parts of a text are separated, told by the kind of each separator. */
export function separationOf(text: string): string {
  return partsOf(text)
    .slice(1)
    .map(({ separator }) => kindOf(separator))
    .join('');
}

function kindOf(separator: string): string {
  const bare = separator.trim();
  if (/^[,،]$/.test(bare)) return ',';
  if (/^(et|and|و)$/.test(bare)) return '&';
  return /^[-–—]$/.test(bare) ? '-' : bare === '/' ? '/' : ';';
}
