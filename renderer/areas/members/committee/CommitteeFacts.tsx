import {
  IconAlertTriangle,
  IconArmchair,
  IconFlag,
  IconGenderBigender,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitteeSheet } from '../../../../main/core/contract/members/operations';
import { dayText, percentText } from '../../../app/formats';
import classes from './Committee.module.css';

/** Seats, quorum, balance and focal point of today, in a rail beside the seats. */
export function CommitteeFacts(props: { readonly sheet: CommitteeSheet }) {
  const { t } = useTranslation('members');
  const { seatsTaken, quorum, balance, focalPoint } = props.sheet;
  const known = balance.women + balance.men + balance.other;
  const share = known === 0 ? null : Math.round((balance.women * 100) / known);
  return (
    <aside className={classes.rail} aria-label={t('committee.today')}>
      <h2>{t('committee.today')}</h2>
      <Fact icon={<IconArmchair />} label={t('committee.seatsTaken')}>
        <strong className="figures">{seatsTaken}</strong>
      </Fact>
      <Fact icon={<IconUsersGroup />} label={t('committee.quorum')}>
        {quorum === null ? (
          <span className="quiet">{t('committee.noQuorum')}</span>
        ) : (
          <strong>{t('committee.quorumSeats', { count: quorum })}</strong>
        )}
      </Fact>
      <Fact icon={<IconGenderBigender />} label={t('committee.balance')}>
        <strong>{t('committee.balanceWords', { women: balance.women, men: balance.men })}</strong>
        {share !== null && <span className="quiet"> {percentText(share)}</span>}
      </Fact>
      {balance.none > 0 && (
        <p className={classes.asks}>
          <IconAlertTriangle className="icon-15" /> {t('committee.withoutHolder', { count: balance.none })}
        </p>
      )}
      <Fact icon={<IconFlag />} label={t('committee.focalPoint')}>
        {focalPoint === null ? (
          <span className={classes.asks}>
            <IconAlertTriangle className="icon-15" /> {t('committee.noFocalPoint')}
          </span>
        ) : (
          <>
            <strong>
              <bdi>{focalPoint.name}</bdi>
            </strong>{' '}
            <span className="quiet">{t('committee.since', { day: dayText(focalPoint.since) })}</span>
          </>
        )}
      </Fact>
    </aside>
  );
}

function Fact(props: { readonly icon: ReactNode; readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <span className={classes.factIcon}>{props.icon}</span>
      <span className="quiet">{props.label}</span>
      <span>{props.children}</span>
    </div>
  );
}
