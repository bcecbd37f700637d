import { Button, TextInput } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TrustOverview } from '../../../../main/core/contract/packages/operations';
import { useCommand } from '../../../app/calls';
import { ErrorLine } from '../../../components/ErrorPanel';
import { localDayText } from '../words';
import classes from './Trust.module.css';

type Request = TrustOverview['requests'][number];

/** Enrolment requests that wait for a call. */
export function Requests(props: { readonly requests: readonly Request[] }) {
  const { t } = useTranslation('packages');
  return (
    <section className={classes.part} aria-label={t('trust.requests.title')}>
      <h2>{t('trust.requests.title')}</h2>
      <ul className={classes.lines}>
        {props.requests.map((request) => (
          <RequestLine key={request.id} request={request} />
        ))}
      </ul>
    </section>
  );
}

function RequestLine(props: { readonly request: Request }) {
  const { t } = useTranslation('packages');
  const navigate = useNavigate();
  const { request } = props;
  const [refusing, setRefusing] = useState<'no' | 'yes'>('no');
  return (
    <li className={classes.line}>
      <strong>
        <bdi>{request.name}</bdi>
      </strong>
      <span className="ltr code quiet">{request.code}</span>
      <span className="figures">
        {t('trust.requests.received', { day: localDayText(request.receivedAt) })}
      </span>
      <span className="quiet">{t('trust.digits.tries', { count: request.triesLeft })}</span>
      <span className={classes.lineActions}>
        <Button leftSection={<IconPhone />} onClick={() => void navigate(`/trust/requests/${request.id}`)}>
          {t('trust.requests.type')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          aria-expanded={refusing === 'yes'}
          onClick={() => setRefusing(refusing === 'yes' ? 'no' : 'yes')}
        >
          {t('trust.requests.refuse')}
        </Button>
      </span>
      {refusing === 'yes' && <Refusing request={request} />}
    </li>
  );
}

/** A refusal cannot be taken back: the code is typed. */
function Refusing(props: { readonly request: Request }) {
  const { t } = useTranslation(['packages', 'common']);
  const { request } = props;
  const [typed, setTyped] = useState('');
  const refuse = useCommand('trust.refuseRequest');
  const isTyped = typed.trim().toUpperCase() === request.code;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isTyped) refuse.mutate({ request: request.id });
  };
  return (
    <form className={classes.refusing} onSubmit={submit}>
      <p>{t('trust.requests.refuseHint')}</p>
      <TextInput
        label={t('common:confirm.type', { word: request.code })}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!isTyped} loading={refuse.isPending}>
        {t('trust.requests.refuseConfirm')}
      </Button>
      <ErrorLine error={refuse.error} />
    </form>
  );
}
