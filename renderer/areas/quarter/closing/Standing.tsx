import { IconArrowBackUp, IconCheck, IconRefresh, IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { StatusWord } from '../../../components/StatusWord';
import { nextRevision } from '../standing';
import classes from './Closing.module.css';
import { Rectify } from './Rectify';

const looks = {
  signed: { icon: IconSignature, tone: 'accent' },
  accepted: { icon: IconCheck, tone: 'ok' },
  returned: { icon: IconArrowBackUp, tone: 'warn' },
  rectifying: { icon: IconRefresh, tone: 'plain' },
} as const;

/** Where the quarter stands once something was signed, in calm words, and what comes next. */
export function Standing(props: { readonly overview: QuarterOverview }) {
  const { t } = useTranslation('quarter');
  const { overview } = props;
  const { state, signed } = overview;
  if (state === 'open') return null;
  const revision = nextRevision(overview);
  const text =
    state === 'signed'
      ? t(signed?.writtenAt === null ? 'state.signed.notWritten' : 'state.signed.written')
      : t(`state.${state}.text`);
  return (
    <section className={classes.standing} aria-labelledby="standing">
      <div className={classes.standingHead}>
        <StatusWord {...looks[state]} shape="filled">
          {t(`state.${state}.word`, { revision })}
        </StatusWord>
        <h2 id="standing">{t(`state.${state}.title`, { revision })}</h2>
      </div>
      <p>{text}</p>
      {overview.reason !== null && <p dir="auto">{t('state.reason', { reason: overview.reason })}</p>}
      {(state === 'signed' || state === 'accepted') && (
        <Rectify quarter={overview.quarter} revision={revision} />
      )}
    </section>
  );
}
