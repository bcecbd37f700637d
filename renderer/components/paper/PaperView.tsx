import type { ReactNode } from 'react';
import type { PaperBlock, PaperDocument } from '../../../main/core/contract/documents/paper';
import { directionOf } from '../../app/i18n';
import { Bars, Blank, Entry, Facts, Labels, PaperTable } from './blocks';
import { Directed, PaperDirection } from './Directed';
import './paper.css';

/** Drawings of the document, by id of their block. */
export type PaperFigures = Readonly<Record<string, ReactNode>>;

/** A document as it will be on paper: the preview on the screen and what the printer gets are this one drawing. */
export function PaperView(props: { readonly document: PaperDocument; readonly figures?: PaperFigures }) {
  const { document } = props;
  const isLabels = document.blocks.some((block) => block.block === 'labels');
  const direction = directionOf(document.language);
  return (
    <PaperDirection value={direction}>
      <article
        className="paper-document"
        lang={document.language}
        dir={direction}
        data-labels={isLabels || undefined}
      >
        {!isLabels && (
          <header className="paper-head">
            <h1 dir="auto">
              <Directed text={document.title} />
            </h1>
            <span>
              <Directed text={document.subtitle} />
            </span>
          </header>
        )}
        {document.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a composed document never move
          <Block key={index} block={block} figures={props.figures ?? {}} />
        ))}
        {!isLabels && (
          <footer className="paper-foot">
            <Directed text={document.foot} />
          </footer>
        )}
      </article>
    </PaperDirection>
  );
}

function Block(props: { readonly block: PaperBlock; readonly figures: PaperFigures }) {
  const { block } = props;
  switch (block.block) {
    case 'heading': {
      const Heading = ({ 1: 'h2', 2: 'h3', 3: 'h4' } as const)[block.level];
      return (
        <Heading dir="auto">
          <Directed text={block.text} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p dir="auto" data-tone={block.tone}>
          <Directed text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item} dir="auto">
              <Directed text={item} />
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
          <figcaption>
            <Directed text={block.caption} />
          </figcaption>
          <div role="img" aria-label={block.alt} data-figure={block.id}>
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
