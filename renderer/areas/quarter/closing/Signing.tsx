import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleX,
  IconLock,
  IconMailForward,
  IconSignature,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { useCommand } from '../../../app/calls';
import { listText, quarterText } from '../../../app/formats';
import { useSay } from '../../../app/status';
import { ErrorLine } from '../../../components/ErrorPanel';
import { SecretInput } from '../../../components/SecretInput';
import { blockingChecks, isOpen } from '../standing';
import classes from './Closing.module.css';
import { SignedFile } from './SignedFile';

/** The signature; what was signed before stands above it, and can be written again. */
export function Signing(props: { readonly overview: QuarterOverview }) {
  const { t } = useTranslation('quarter');
  const { overview } = props;
  const [outcome, setOutcome] = useState<'new' | 'unchanged' | null>(null);
  return (
    <>
      {overview.signed !== null && (
        <section className={classes.railPart} aria-labelledby="former-package">
          <h2 id="former-package">{t('file.formerTitle')}</h2>
          <SignedFile key={overview.signed.digest} signed={overview.signed} age="former" />
        </section>
      )}
      <section className={`${classes.railPart} ${classes.signing}`} aria-labelledby="signing">
        <h2 id="signing">{t('sign.title')}</h2>
        <Receivers overview={overview} />
        <SignForm overview={overview} onSigned={setOutcome} />
        {outcome === 'unchanged' && (
          <p className={`${classes.fact} ${classes.asks}`} role="status">
            <IconAlertTriangle className="icon-15" /> <span>{t('sign.unchanged')}</span>
          </p>
        )}
      </section>
    </>
  );
}

/** What the signature made: the package of a quarter that is signed or accepted. */
export function SignedPackage(props: { readonly overview: QuarterOverview }) {
  const { t } = useTranslation('quarter');
  const { overview } = props;
  if (overview.signed === null) return null;
  return (
    <section className={classes.railPart} aria-labelledby="package">
      <h2 id="package">{t('file.title')}</h2>
      <SignedFile key={overview.signed.digest} signed={overview.signed} age="in_force" />
      <Receivers overview={overview} />
    </section>
  );
}

function Receivers(props: { readonly overview: QuarterOverview }) {
  const { t } = useTranslation('quarter');
  const { recipients, quarter, state } = props.overview;
  return (
    <>
      <p className={classes.fact}>
        <IconMailForward className="icon-15" />
        {recipients.length === 0 ? (
          <span>{t('sign.noReceiver')}</span>
        ) : (
          <>
            <span>
              {t('sign.readableBy', {
                names: listText(recipients.map((recipient) => recipient.name)),
                count: recipients.length,
              })}
            </span>
            <span className="quiet">{t('sign.receivers', { count: recipients.length })}</span>
          </>
        )}
      </p>
      {recipients.length === 1 && (
        <p className={`${classes.fact} ${classes.asks}`}>
          <IconAlertTriangle className="icon-15" />
          <span>{t('sign.oneReceiver')}</span>
        </p>
      )}
      {isOpen(props.overview) && (
        <p className={classes.fact}>
          <IconLock className="icon-15" />
          <span>
            {t(state === 'open' ? 'sign.afterwards' : 'sign.afterwardsAgain', {
              quarter: quarterText(quarter),
            })}
          </span>
        </p>
      )}
    </>
  );
}

interface SignFormProps {
  readonly overview: QuarterOverview;
  onSigned(outcome: 'new' | 'unchanged'): void;
}

function SignForm(props: SignFormProps) {
  const { t } = useTranslation('quarter');
  const { overview, onSigned } = props;
  const say = useSay();
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState<'said' | 'unsaid'>('unsaid');
  const sign = useCommand('quarter.sign');
  const blocking = blockingChecks(overview).length;
  const quarter = quarterText(overview.quarter);
  const submit = () => {
    if (blocking > 0 || sign.isPending) return;
    setMissing(passphrase === '' ? 'said' : 'unsaid');
    if (passphrase === '') return;
    sign.mutate(
      { quarter: overview.quarter, passphrase },
      {
        onSuccess: ({ state }) => {
          setPassphrase('');
          onSigned(state);
          if (state === 'new') say(t('sign.signed', { quarter }));
        },
      },
    );
  };
  return (
    <form
      className={classes.sign}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {blocking === 0 && (
        <SecretInput
          label={t('sign.passphrase')}
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            setMissing('unsaid');
          }}
          error={missing === 'said' ? t('sign.needsPassphrase') : undefined}
          className={classes.secret ?? ''}
        />
      )}
      <Button
        type="submit"
        size="lg"
        variant="filled"
        leftSection={<IconSignature />}
        disabled={blocking > 0}
        loading={sign.isPending}
      >
        {t('sign.action', { quarter })}
      </Button>
      {blocking > 0 && (
        <span className={classes.blocked}>
          <IconCircleX className="icon-15" /> {t('sign.blocked', { count: blocking })}
        </span>
      )}
      <div className={classes.wholeLine}>
        <ErrorLine error={sign.error} />
      </div>
    </form>
  );
}
