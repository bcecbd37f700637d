import { IconAlertTriangle, IconLink, IconPhone, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Submission } from '../../../../main/core/contract/consolidation/operations';
import { bytesText, dayText, numberText } from '../../../app/formats';
import { textOf } from '../../../app/i18n';
import classes from './Review.module.css';

/** What the verification says, in one sentence; what it noticed besides, in plain words. */
export function Verdict(props: { readonly submission: Submission }) {
  const { t } = useTranslation('consolidation');
  const { signer, comparedWith, rows, bytes, packageNumber, notices } = props.submission;
  return (
    <section className={classes.verdict} aria-label={t('review.verification')}>
      <div className={classes.band}>
        <IconShieldCheck className={classes.shield} />
        <p>
          <strong>{t('review.authentic')}</strong>{' '}
          {signer.since === ''
            ? t('review.signedBy', { name: signer.name })
            : t('review.signedBySince', { name: signer.name, day: dayText(signer.since.slice(0, 10)) })}
        </p>
        <ul className={classes.bandFacts}>
          {comparedWith !== null && (
            <li>
              <IconLink className="icon-15" /> {t('review.follows', { sequence: comparedWith.sequence })}
            </li>
          )}
          <li className="figures">
            {t('review.size', { count: rows, number: numberText(rows), size: bytesText(bytes) })}
          </li>
          <li title={t('review.packageNumberHint')}>
            <IconPhone className="icon-15" /> <span className="code ltr">{packageNumber}</span>
          </li>
        </ul>
      </div>
      {notices.map((notice) => (
        <p key={notice.code} className={classes.notice}>
          <IconAlertTriangle className="icon-15" /> {textOf(`errors:${notice.code}`, notice.params)}
        </p>
      ))}
    </section>
  );
}
