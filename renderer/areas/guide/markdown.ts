/**
 * The little of Markdown that the guide is written in: headings, paragraphs, lists, **bold**, *emphasis*, `code`.
 * It becomes plain values, which React shows as text: nothing of a page is ever read as HTML.
 */

/** Its place among its siblings, from 0. */
interface Placed {
  readonly at: number;
}

export interface Span extends Placed {
  readonly kind: 'text' | 'bold' | 'emphasis' | 'code';
  readonly text: string;
}

export interface Item extends Placed {
  readonly spans: readonly Span[];
}

export type Block = Placed &
  (
    | { readonly kind: 'title' | 'section' | 'paragraph'; readonly spans: readonly Span[] }
    | { readonly kind: 'steps' | 'points'; readonly items: readonly Item[] }
  );

/** The blocks of a page, in order. Lines that follow one another belong to one paragraph or list item. */
export function parseMarkdown(source: string): readonly Block[] {
  return source
    .split(/\r?\n\s*\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(blockOf);
}

/** What a block says, without its marks. */
export function textOf(block: Block): string {
  const textOf = (spans: readonly Span[]) => spans.map((span) => span.text).join('');
  return 'items' in block ? block.items.map((item) => textOf(item.spans)).join(' ') : textOf(block.spans);
}

function blockOf(part: string, at: number): Block {
  const heading = /^(#{1,2}) (.*)$/.exec(part);
  if (heading)
    return { at, kind: heading[1] === '#' ? 'title' : 'section', spans: spansOf(heading[2] ?? '') };
  if (/^\d+\. /.test(part)) return { at, kind: 'steps', items: itemsOf(part, /^\d+\. /) };
  if (/^- /.test(part)) return { at, kind: 'points', items: itemsOf(part, /^- /) };
  return { at, kind: 'paragraph', spans: spansOf(part.replace(/\s*\n\s*/g, ' ')) };
}

function itemsOf(part: string, mark: RegExp): readonly Item[] {
  const items: string[] = [];
  for (const line of part.split('\n')) {
    if (mark.test(line)) items.push(line.replace(mark, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items.map((item, at) => ({ at, spans: spansOf(item) }));
}

function spansOf(text: string): readonly Span[] {
  return text
    .split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((piece) => piece !== '')
    .map((piece, at) => {
      if (/^`.+`$/.test(piece)) return { at, kind: 'code', text: piece.slice(1, -1) };
      if (/^\*\*.+\*\*$/.test(piece)) return { at, kind: 'bold', text: piece.slice(2, -2) };
      if (/^\*.+\*$/.test(piece)) return { at, kind: 'emphasis', text: piece.slice(1, -1) };
      return { at, kind: 'text', text: piece };
    });
}
