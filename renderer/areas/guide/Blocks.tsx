import type { Block, Item, Span } from './markdown';

/** A page of the guide as elements; every text stays text. */
export function Blocks(props: { readonly blocks: readonly Block[] }) {
  return props.blocks.map((block) => <BlockElement key={block.at} block={block} />);
}

function BlockElement({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'title':
    case 'section':
      return (
        <h2>
          <Spans spans={block.spans} />
        </h2>
      );
    case 'paragraph':
      return (
        <p>
          <Spans spans={block.spans} />
        </p>
      );
    case 'steps':
      return (
        <ol>
          <Items items={block.items} />
        </ol>
      );
    case 'points':
      return (
        <ul>
          <Items items={block.items} />
        </ul>
      );
  }
}

function Items(props: { readonly items: readonly Item[] }) {
  return props.items.map((item) => (
    <li key={item.at}>
      <Spans spans={item.spans} />
    </li>
  ));
}

function Spans(props: { readonly spans: readonly Span[] }) {
  return props.spans.map((span) => <SpanElement key={span.at} span={span} />);
}

function SpanElement({ span: { kind, text } }: { readonly span: Span }) {
  switch (kind) {
    case 'bold':
      return <strong>{text}</strong>;
    case 'emphasis':
      return <em>{text}</em>;
    case 'code':
      return <code>{text}</code>;
    case 'text':
      return text;
  }
}
