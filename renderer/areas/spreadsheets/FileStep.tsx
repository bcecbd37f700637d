import { Button, Progress } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/calls';
import { wordError } from '../../app/errors';
import { numberText } from '../../app/formats';
import { useSpreadsheetOpening } from '../../app/spreadsheet-opening';
import { useSay } from '../../app/status';
import { ErrorPanel } from '../../components/ErrorPanel';
import classes from './Import.module.css';
import { ImportsMade } from './ImportsMade';

/** The first step: the file, how it is being read, and the imports made so far. */
export function FileStep() {
  const { t } = useTranslation('spreadsheets');
  const { running, error } = useSpreadsheetOpening();
  const choose = useChooseSheet();
  const stopped = error !== null && wordError(error).code === 'cancelled';
  return (
    <div className={classes.fileStep}>
      {running ? (
        <Reading />
      ) : (
        <section className={classes.choose}>
          <IconFileSpreadsheet className={classes.bigIcon} />
          <div>
            <h2>{t('file.heading')}</h2>
            <p>{t('file.text')}</p>
            <Button variant="filled" onClick={choose}>
              {t('file.choose')}
            </Button>{' '}
            <span className="quiet">{t('file.drop')}</span>
          </div>
        </section>
      )}
      {error !== null && !stopped && <ErrorPanel error={error} />}
      <ImportsMade />
    </div>
  );
}

/** Asks for a spreadsheet in the system's dialog and opens it. */
export function useChooseSheet(): () => void {
  const { open } = useSpreadsheetOpening();
  const say = useSay();
  return () => {
    call('shell.chooseFiles', { purpose: 'spreadsheet' }).then(
      ([file]) => file !== undefined && open(file),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
}

const readingSteps = ['reading', 'understanding', 'comparing', 'writing'] as const;

function Reading() {
  const { t } = useTranslation(['spreadsheets', 'common']);
  const { fileName, progress, cancel } = useSpreadsheetOpening();
  const step = readingSteps.find((name) => name === progress?.step) ?? 'reading';
  const total = progress?.total ?? null;
  return (
    <section className={classes.reading} aria-live="polite">
      <h2>
        <bdi>{fileName}</bdi>
      </h2>
      <Progress
        value={total === null || total === 0 ? 100 : ((progress?.done ?? 0) * 100) / total}
        animated={total === null}
        aria-label={t(`file.steps.${step}`)}
      />
      <p>
        {t(`file.steps.${step}`)}
        {total !== null && total > 0 && (
          <span className="figures">
            {' '}
            {numberText(progress?.done ?? 0)} / {numberText(total)}
          </span>
        )}
      </p>
      <Button onClick={cancel}>{t('foot.cancel')}</Button>
    </section>
  );
}
