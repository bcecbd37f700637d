import { Button } from '@mantine/core';
import { IconKey, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TrustOverview } from '../../../../main/core/contract/packages/operations';
import { useAnswer } from '../../../app/calls';
import { useWorkspace } from '../../../app/workspace';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { PageHead } from '../../../components/PageHead';
import packages from '../packages.module.css';
import { localDayText } from '../words';
import { EnrolmentSteps } from './EnrolmentSteps';
import { Parties } from './Parties';
import { PendingInvitations } from './PendingInvitations';
import { Requests } from './Requests';
import classes from './Trust.module.css';
import { TrustRail } from './TrustRail';

/** Who is trusted, since when; and, before that, the way to be trusted oneself. */
export function TrustPage() {
  const { enrolment } = useWorkspace();
  const trust = useAnswer('trust.overview', {});
  if (trust.error !== null) return <ErrorPanel error={trust.error} />;
  if (trust.data === undefined) return null;
  if (enrolment === 'root_to_make' || enrolment === 'root_to_confirm') return <RootFirst />;
  if (enrolment !== 'enrolled') return <EnrolmentSteps trust={trust.data} />;
  return <WhoIsTrusted trust={trust.data} />;
}

function RootFirst() {
  const { t } = useTranslation('packages');
  const navigate = useNavigate();
  return (
    <>
      <PageHead title={t('trust.title')} />
      <EmptyState
        title={t('trust.root.title')}
        text={t('trust.root.text')}
        beginnings={[
          {
            icon: IconKey,
            title: t('trust.root.make'),
            text: t('trust.root.makeText'),
            action: (
              <Button variant="filled" onClick={() => void navigate('/settings/root')}>
                {t('trust.root.make')}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}

function WhoIsTrusted(props: { readonly trust: TrustOverview }) {
  const { t } = useTranslation('packages');
  const { role } = useWorkspace();
  const navigate = useNavigate();
  const { trust } = props;
  const { register } = trust;
  const [cursor, setCursor] = useState(0);
  if (register === null) return null;
  return (
    <>
      <PageHead
        title={t('trust.title')}
        hint={t('trust.version', { version: register.version, day: localDayText(register.adoptedAt) })}
      >
        {role === 'coordination' && (
          <Button
            variant="filled"
            leftSection={<IconUserPlus />}
            onClick={() => void navigate('/trust/invite')}
          >
            {t('trust.invite.button')}
          </Button>
        )}
      </PageHead>
      <div className={packages.browser}>
        <div className={classes.main}>
          {trust.requests.length > 0 && <Requests requests={trust.requests} />}
          {trust.invitations.length > 0 && <PendingInvitations invitations={trust.invitations} />}
          <Parties parties={register.parties} cursor={cursor} onCursor={setCursor} />
        </div>
        <TrustRail trust={trust} party={register.parties[cursor] ?? null} />
      </div>
    </>
  );
}
