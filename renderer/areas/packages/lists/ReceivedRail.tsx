import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { InboxItem } from '../../../../main/core/contract/packages/operations';
import { bytesText, numberText } from '../../../app/formats';
import { RemedyLine } from '../../../components/ErrorPanel';
import classes from '../packages.module.css';
import { instantText, partyText, receivedTitle, wordMessage } from '../words';
import type { NextStep } from './next-step';
import { Outcome } from './Outcome';

/** Everything about a received file: what became of it, why, and where one goes on. */
export function ReceivedRail(props: { readonly item: InboxItem; readonly next: NextStep | null }) {
  const { t } = useTranslation('packages');
  const navigate = useNavigate();
  const { item, next } = props;
  return (
    <>
      <section className={classes.railPart}>
        <h2>
          <bdi>{receivedTitle(item)}</bdi>
        </h2>
        <Outcome outcome={item.outcome} shape="filled" />
        <Told item={item} />
        {next !== null && (
          <Button
            variant={item.outcome === 'to_review' || item.outcome === 'waiting' ? 'filled' : 'default'}
            rightSection={<IconArrowRight className="directional" />}
            onClick={() => void navigate(next.to)}
          >
            {t(`go.${next.label}`)}
          </Button>
        )}
      </section>
      <section className={classes.railPart}>
        <dl className={classes.facts}>
          {item.from !== null && (
            <>
              <dt>{t('facts.from')}</dt>
              <dd>
                <bdi>{partyText(item.from)}</bdi>
              </dd>
            </>
          )}
          {item.sequence !== null && (
            <>
              <dt>{t('facts.sequence')}</dt>
              <dd className="figures">{numberText(item.sequence)}</dd>
            </>
          )}
          <dt>{t('facts.received')}</dt>
          <dd className="figures">{instantText(item.receivedAt)}</dd>
          <dt>{t('facts.name')}</dt>
          <dd>
            <bdi className="ltr">{item.name}</bdi>
          </dd>
          <dt>{t('facts.size')}</dt>
          <dd className="figures">{bytesText(item.bytes)}</dd>
        </dl>
      </section>
    </>
  );
}

/** Why it was refused, or what its outcome means. */
function Told(props: { readonly item: InboxItem }) {
  const { t } = useTranslation('packages');
  const { outcome, refusal, kind } = props.item;
  if (refusal !== null) {
    const worded = wordMessage(refusal);
    return (
      <div>
        <p>{worded.sentence}</p>
        <RemedyLine error={worded} />
      </div>
    );
  }
  if (outcome !== 'waiting') return <p>{t(`outcomeHints.${outcome}`)}</p>;
  return <p>{t(kind === 'invite' ? 'outcomeHints.waitingInvite' : 'outcomeHints.waitingEnrol')}</p>;
}
