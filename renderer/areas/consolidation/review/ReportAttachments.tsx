import { ActionIcon } from '@mantine/core';
import { IconClock, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnouncedRow } from '../../../../main/core/contract/attachments/operations';
import { useAnswer } from '../../../app/calls';
import { bytesText } from '../../../app/formats';
import { ErrorLine } from '../../../components/ErrorPanel';
import { FilePreview } from '../../../components/files/FilePreview';
import { isShownInside } from '../../../components/files/media';
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

/** Whose it is stands as that report calls it: before the decision there is no sheet to go to. */
function Line(props: { readonly row: AnnouncedRow }) {
  const { t } = useTranslation('attachments');
  const { row } = props;
  const { save, error } = useSaveCopy();
  const [viewed, setViewed] = useState<'no' | 'yes'>('no');
  return (
    <li>
      <div>
        {isShownInside(row) ? (
          <button
            type="button"
            className="linked"
            aria-label={t('view', { name: row.fileName })}
            onClick={() => setViewed('yes')}
          >
            <bdi>{row.fileName}</bdi>
          </button>
        ) : (
          <bdi>{row.fileName}</bdi>
        )}
        <p className="quiet">
          <span className="figures">{bytesText(row.bytes)}</span>, <bdi>{row.owner.title}</bdi>
        </p>
        {row.state === 'awaited' && (
          <StatusWord icon={IconClock} tone="warn">
            {t('awaited')}
          </StatusWord>
        )}
        <ErrorLine error={error} />
        {viewed === 'yes' && <FilePreview file={row} onClose={() => setViewed('no')} />}
      </div>
      {row.state === 'here' && (
        <ActionIcon
          aria-label={t('saveCopyOf', { name: row.fileName })}
          title={t('saveCopy')}
          onClick={() => void save(row)}
        >
          <IconDownload />
        </ActionIcon>
      )}
    </li>
  );
}
