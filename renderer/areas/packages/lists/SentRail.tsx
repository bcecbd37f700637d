import { IconAlertTriangle, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../../main/core/contract/packages/operations';
import { bytesText, numberText } from '../../../app/formats';
import classes from '../packages.module.css';
import { WriteButton } from '../WriteButton';
import { instantText, sentTitle } from '../words';
import { receiversText } from './sent';

const encryptionIcons = { encrypted: IconLock, one_recipient: IconAlertTriangle, clear: IconLockOpen };

/** Everything about a signed file, and the gesture that writes it again. */
export function SentRail(props: {
  readonly item: OutboxItem;
  readonly signedBy: string;
  readonly waits: 'yes' | 'no';
}) {
  const { t } = useTranslation('packages');
  const { item } = props;
  const Icon = encryptionIcons[item.encryption];
  return (
    <>
      <section className={classes.railPart}>
        <h2>{sentTitle(item)}</h2>
        <bdi className={`${classes.fileName} ltr`}>{item.fileName}</bdi>
        <WriteButton
          key={item.id}
          outbox={item.id}
          fileName={item.fileName}
          strength={props.waits === 'yes' ? 'filled' : 'default'}
        />
        <p className={classes.noted} data-asks={props.waits}>
          {props.waits === 'yes' ? t('write.neverHint') : t('write.again')}
        </p>
      </section>
      <section className={classes.railPart}>
        <h2>{t('number.title')}</h2>
        <span className={`${classes.packageNumber} ltr`}>{item.packageNumber}</span>
        <p className={classes.hint}>{t('number.hint')}</p>
      </section>
      <section className={classes.railPart}>
        <dl className={classes.facts}>
          <dt>{t('facts.to')}</dt>
          <dd>
            <bdi>{receiversText(item)}</bdi>
          </dd>
          <dt>{t('facts.sequence')}</dt>
          <dd className="figures">{numberText(item.sequence)}</dd>
          <dt>{t('facts.created')}</dt>
          <dd className="figures">{instantText(item.createdAt)}</dd>
          <dt>{t('facts.by')}</dt>
          <dd>
            <bdi>{props.signedBy}</bdi>
          </dd>
          {item.writtenAt !== null && (
            <>
              <dt>{t('facts.written')}</dt>
              <dd className="figures">{instantText(item.writtenAt)}</dd>
            </>
          )}
          <dt>{t('facts.size')}</dt>
          <dd className="figures">{bytesText(item.bytes)}</dd>
        </dl>
        <p className={classes.noted} data-asks={item.encryption === 'one_recipient' ? 'yes' : 'no'}>
          <Icon className="icon-15" /> <span>{t(`encryption.${item.encryption}`)}</span>
        </p>
      </section>
    </>
  );
}
