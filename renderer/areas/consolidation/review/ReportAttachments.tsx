import { Button } from '@mantine/core';
import { IconCircleCheck, IconClock, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AnnouncedRow } from '../../../../main/core/contract/attachments/operations';
import { useAnswer } from '../../../app/calls';
import { bytesText } from '../../../app/formats';
import { ErrorLine } from '../../../components/ErrorPanel';
import { StatusWord } from '../../../components/StatusWord';
import { useSaveCopy } from '../../../components/save-copy';
import classes from './Review.module.css';

/** The attachments that a report announced: which came with it, which are still awaited. */
export function ReportAttachments(props: { readonly submission: string }) {
  const { t } = useTranslation('attachments');
  const rows = useAnswer('attachments.ofReport', { submission: props.submission });
  if (rows.data === undefined || rows.data.length === 0) return <ErrorLine error={rows.error} />;
  const here = rows.data.filter(({ state }) => state === 'here').length;
  return (
    <section className={classes.railPart} aria-labelledby="review-attachments">
      <h2 id="review-attachments">{t('review.title')}</h2>
      <p className="quiet">{t('review.counts', { here, awaited: rows.data.length - here })}</p>
      <ul className={classes.attachments}>
        {rows.data.map((row) => (
          <Line key={`${row.sha256} ${row.owner.id}`} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Line(props: { readonly row: AnnouncedRow }) {
  const { t } = useTranslation('attachments');
  const { row } = props;
  return (
    <li>
      <bdi>{row.fileName}</bdi> <span className="quiet figures">{bytesText(row.bytes)}</span>
      <Link to={`/${row.owner.entity}/${row.owner.id}`}>
        <bdi>{row.owner.title}</bdi>
      </Link>
      {row.state === 'here' ? (
        <StatusWord icon={IconCircleCheck} tone="ok">
          {t('leaves.received')}
        </StatusWord>
      ) : (
        <StatusWord icon={IconClock} tone="warn">
          {t('awaited')}
        </StatusWord>
      )}
      {row.state === 'here' && <SaveCopy row={row} />}
    </li>
  );
}

function SaveCopy(props: { readonly row: AnnouncedRow }) {
  const { t } = useTranslation('attachments');
  const { row } = props;
  const { save, error } = useSaveCopy();
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconDownload />}
        aria-label={t('saveCopyOf', { name: row.fileName })}
        onClick={() => void save(row)}
      >
        {t('saveCopy')}
      </Button>
      <ErrorLine error={error} />
    </>
  );
}
