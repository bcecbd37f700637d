import type { ReactNode } from 'react';
import type { PaperBlock, PaperDocument } from '../../../main/core/contract/documents/paper';
import { directionOf } from '../../app/i18n';
import { Bars, Blank, Entry, Facts, Labels, PaperTable } from './blocks';
import './paper.css';

/** Drawings of the document, by id of their block. */
export type PaperFigures = Readonly<Record<string, ReactNode>>;

/** A document as it will be on paper: the preview on the screen and what the printer gets are this one drawing. */
export function PaperView(props: { readonly document: PaperDocument; readonly figures?: PaperFigures }) {
  const { document } = props;
  const isLabels = document.blocks.some((block) => block.block === 'labels');
  return (
    <article
      className="paper-document"
      lang={document.language}
      dir={directionOf(document.language)}
      data-labels={isLabels || undefined}
    >
      {!isLabels && (
        <header className="paper-head">
          <h1 dir="auto">{document.title}</h1>
          <span>{document.subtitle}</span>
        </header>
      )}
      {document.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a composed document never move
        <Block key={index} block={block} figures={props.figures ?? {}} />
      ))}
      {!isLabels && <footer className="paper-foot">{document.foot}</footer>}
    </article>
  );
}

function Block(props: { readonly block: PaperBlock; readonly figures: PaperFigures }) {
  const { block } = props;
  switch (block.block) {
    case 'heading': {
      const Heading = ({ 1: 'h2', 2: 'h3', 3: 'h4' } as const)[block.level];
      return <Heading dir="auto">{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p dir="auto" data-tone={block.tone}>
          {block.text}
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      );
    case 'facts':
      return <Facts facts={block.facts} />;
    case 'table':
      return <PaperTable table={block} />;
    case 'bars':
      return <Bars bars={block} />;
    case 'figure':
      return (
        <figure>
          <figcaption>{block.caption}</figcaption>
          <div role="img" aria-label={block.alt}>
            {props.figures[block.id]}
          </div>
        </figure>
      );
    case 'entry':
      return <Entry entry={block} />;
    case 'labels':
      return <Labels labels={block} />;
    case 'blank':
      return <Blank blank={block} />;
    case 'pageBreak':
      return <hr className="paper-break" />;
  }
}
