import { Button } from '@mantine/core';
import { IconDownload, IconFileTypeDocx, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRequest } from '../../../main/core/contract/documents/operations';
import type { PaperDocument } from '../../../main/core/contract/documents/paper';
import { call, useLongAnswer } from '../../app/calls';
import { wordError } from '../../app/errors';
import { usePagePrint, usePrinting } from '../../app/printing';
import { useSay } from '../../app/status';
import { CallProgress } from '../CallProgress';
import { ErrorPanel } from '../ErrorPanel';
import { PageHead } from '../PageHead';
import classes from './PaperPage.module.css';
import { type PaperFigures, PaperView } from './PaperView';

/** A figure as DOCX takes it. */
export interface DrawnFigure {
  readonly id: string;
  readonly png: Uint8Array<ArrayBuffer>;
  /** Height over width. */
  readonly ratio: number;
}

interface PaperPageProps {
  readonly title: string;
  readonly request: DocumentRequest;
  /** Choices that change the document, above its preview. */
  readonly options?: ReactNode;
  readonly figures?: PaperFigures;
  /** Draws the figures as pictures, for Word. */
  draw?(): Promise<readonly DrawnFigure[]>;
  /** Way back, above the title. */
  readonly crumbs?: ReactNode;
}

/** A document before it leaves: what it will look like, what was left out of it, and the three ways out. */
export function PaperPage(props: PaperPageProps) {
  const { t } = useTranslation('documents');
  const answer = useLongAnswer('documents.compose', props.request);
  const document = answer.data;
  const leave = useWaysOut(props, document);
  usePagePrint(() => leave('print'));
  if (answer.error !== null) return <ErrorPanel error={answer.error} />;
  return (
    <>
      {props.crumbs}
      <PageHead title={props.title}>
        <Button leftSection={<IconPrinter />} disabled={!document} onClick={() => leave('print')}>
          {t('actions.print')}
        </Button>
        <Button leftSection={<IconDownload />} disabled={!document} onClick={() => leave('pdf')}>
          {t('actions.pdf')}
        </Button>
        <Button leftSection={<IconFileTypeDocx />} disabled={!document} onClick={() => leave('word')}>
          {t('actions.word')}
        </Button>
      </PageHead>
      {props.options !== undefined && <div className={classes.options}>{props.options}</div>}
      {document !== undefined && document.notices.length > 0 && (
        <ul className={classes.notices}>
          {document.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {document === undefined ? (
        <CallProgress progress={answer.progress} onCancel={answer.cancel} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section className={classes.desk} aria-label={t('preview')} tabIndex={0}>
          <PaperView document={document} {...(props.figures ? { figures: props.figures } : {})} />
        </section>
      )}
    </>
  );
}

type WayOut = 'print' | 'pdf' | 'word';

function useWaysOut(props: PaperPageProps, document: PaperDocument | undefined): (way: WayOut) => void {
  const { t } = useTranslation('documents');
  const { print, savePdf } = usePrinting();
  const say = useSay();
  const paper = document && (
    <PaperView document={document} {...(props.figures ? { figures: props.figures } : {})} />
  );
  const run = async (way: WayOut, composed: PaperDocument) => {
    if (way === 'print') {
      if ((await print(paper)) === 'printed') say(t('actions.printed'));
      return;
    }
    if (way === 'pdf') {
      const name = await savePdf(paper, `${composed.fileName}.pdf`, composed.orientation);
      if (name !== null) say(t('actions.saved', { name }));
      return;
    }
    const file = await call('shell.chooseWhereToSave', {
      purpose: 'document',
      suggestedName: `${composed.fileName}.docx`,
    });
    if (file === null) return;
    const figures = [...((await props.draw?.()) ?? [])];
    const { fileName } = await call('documents.saveDocx', {
      request: props.request,
      figures,
      file: file.handle,
    });
    say(t('actions.saved', { name: fileName }));
  };
  return (way) => {
    if (document === undefined) return;
    run(way, document).catch((error: unknown) => say(wordError(error).sentence));
  };
}
