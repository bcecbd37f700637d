import { useTranslation } from 'react-i18next';
import type { TrustOverview } from '../../../../main/core/contract/packages/operations';
import { useAnswer } from '../../../app/calls';
import { WriteButton } from '../WriteButton';
import { localDayText } from '../words';
import classes from './Trust.module.css';

/** Invitations given out and not used yet; their file can be written again. */
export function PendingInvitations(props: { readonly invitations: TrustOverview['invitations'] }) {
  const { t } = useTranslation('packages');
  const outbox = useAnswer('packages.outbox', {}).data ?? [];
  return (
    <section className={classes.part} aria-label={t('trust.pending.title')}>
      <h2>{t('trust.pending.title')}</h2>
      <ul className={classes.lines}>
        {props.invitations.map((invitation) => (
          <li key={invitation.id} className={classes.line}>
            <strong>
              <bdi>{invitation.name}</bdi>
            </strong>
            <span className="ltr code quiet">{invitation.code}</span>
            <span className="figures">
              {t('trust.pending.issued', { day: localDayText(invitation.issuedAt) })}
            </span>
            <span className="quiet">{t('trust.pending.hint')}</span>
            <span className={classes.lineActions}>
              {outbox
                .filter((item) => item.id === invitation.outbox)
                .map((item) => (
                  <WriteButton key={item.id} outbox={item.id} fileName={item.fileName} />
                ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
