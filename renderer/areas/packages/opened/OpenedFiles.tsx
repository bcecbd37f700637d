import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError } from '../../../app/calls';
import { usePackageOpening } from '../../../app/opening';
import { CallProgress } from '../../../components/CallProgress';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { OpenedFileLine } from './OpenedFileLine';
import classes from './OpenedFiles.module.css';

/** How far the last files are, then what each led to and what comes next. */
export function OpenedFiles() {
  const { t } = useTranslation('packages');
  const { running, progress, cancel, results, error, clear } = usePackageOpening();
  const id = useId();
  const refused = results?.filter(({ result }) => result.kind === 'refused').length ?? 0;
  const close = (
    <Button variant="subtle" color="gray" leftSection={<IconX />} onClick={clear}>
      {t('opened.close')}
    </Button>
  );
  if (running) {
    return (
      <section className={classes.opened} aria-label={t('opened.region')}>
        <div className={classes.running}>
          <CallProgress progress={progress} onCancel={cancel} />
        </div>
      </section>
    );
  }
  if (results === null) {
    return (
      <section className={classes.opened} aria-label={t('opened.region')}>
        {error instanceof CallError && error.code === 'cancelled' ? (
          <div className={classes.head}>
            <p role="status">{t('opened.stopped')}</p>
            {close}
          </div>
        ) : (
          <ErrorPanel error={error}>{close}</ErrorPanel>
        )}
      </section>
    );
  }
  return (
    <section className={classes.opened} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>{t('opened.title', { count: results.length })}</h2>
        {refused > 0 && <span className="quiet">{t('opened.refused', { count: refused })}</span>}
        {close}
      </div>
      <ul className={classes.files}>
        {results.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files of a batch can have one name
          <OpenedFileLine key={index} file={file} />
        ))}
      </ul>
    </section>
  );
}
