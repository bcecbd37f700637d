import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../main/core/contract/operations';
import { useAnswer } from '../../app/calls';
import { useSpreadsheetOpening } from '../../app/spreadsheet-opening';
import { ErrorPanel } from '../../components/ErrorPanel';
import { PageHead } from '../../components/PageHead';
import { Applied } from './Applied';
import { FileStep } from './FileStep';
import classes from './Import.module.css';
import { RowsStep } from './RowsStep';
import { Steps } from './Steps';

/** The import of a list: which file, what its columns and rows are, what was done. One screen, three steps. */
export function ImportPage() {
  const { t } = useTranslation('spreadsheets');
  const opening = useSpreadsheetOpening();
  const [applied, setApplied] = useState<Output<'spreadsheets.apply'> | null>(null);
  const { proposal } = opening;
  const step = applied !== null ? 'apply' : proposal !== null ? 'rows' : 'file';
  return (
    <>
      <PageHead title={t('title')} hint={step === 'file' ? undefined : <FileName id={proposal} />}>
        <Steps current={step} />
      </PageHead>
      {applied !== null ? (
        <Applied
          applied={applied}
          onAgain={() => {
            setApplied(null);
            opening.clear();
          }}
        />
      ) : proposal !== null ? (
        <Proposal
          id={proposal}
          onApplied={(done) => {
            setApplied(done);
            opening.clear();
          }}
        />
      ) : (
        <FileStep />
      )}
    </>
  );
}

function Proposal(props: { readonly id: string; onApplied(applied: Output<'spreadsheets.apply'>): void }) {
  const view = useAnswer('spreadsheets.view', { import: props.id }, { meanwhile: 'previous' });
  const opening = useSpreadsheetOpening();
  if (view.error?.code === 'import_gone') return <FileStep />;
  if (view.error !== null) return <ErrorPanel error={view.error} onRetry={opening.clear} />;
  return view.data === undefined ? null : <RowsStep view={view.data} onApplied={props.onApplied} />;
}

function FileName(props: { readonly id: string | null }) {
  const { t } = useTranslation('spreadsheets');
  const { fileName } = useSpreadsheetOpening();
  const view = useAnswer(
    'spreadsheets.view',
    { import: props.id ?? '' },
    props.id === null ? { ask: 'later' } : {},
  ).data;
  const sheet = view?.sheets[view.sheet]?.name ?? '';
  return fileName === null ? null : (
    <span className={classes.fileName}>
      <IconFileSpreadsheet className="icon-15" />
      <span>
        <bdi>{fileName}</bdi>
        {sheet !== '' && `, ${t('file.sheet', { sheet })}`}
      </span>
    </span>
  );
}
