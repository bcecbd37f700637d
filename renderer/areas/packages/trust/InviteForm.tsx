import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconArrowLeft, IconSignature } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../../../main/core/contract/operations';
import type { TrustOverview } from '../../../../main/core/contract/packages/operations';
import { useCommand } from '../../../app/calls';
import { listLabel, listOptions } from '../../../app/lists';
import { SearchSelect } from '../../../components/choice/SearchSelect';
import { ErrorLine } from '../../../components/ErrorPanel';
import classes from './Trust.module.css';
import { WizardFrame } from './WizardFrame';

interface InviteFormProps {
  readonly trust: TrustOverview;
  onReady(invitation: Output<'trust.invite'> & { readonly name: string }): void;
}

const codePattern = /^[A-Z][A-Z0-9]{1,11}$/;

/** Who is invited: a country of the programme that is not in the register, or another coordination by its code. */
export function InviteForm(props: InviteFormProps) {
  const { t } = useTranslation('packages');
  const navigate = useNavigate();
  const whoId = useId();
  const taken = takenCodes(props.trust);
  const countries = listOptions('countries').filter((country) => !taken.includes(country.code));
  const [role, setRole] = useState<'committee' | 'coordinator'>(
    countries.length > 0 ? 'committee' : 'coordinator',
  );
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const invite = useCommand('trust.invite');
  const reason = reasonToWait();

  function reasonToWait(): string | null {
    if (role === 'committee' && code === '') return t('trust.invite.missing.country');
    if (code === '') return t('trust.invite.missing.code');
    if (taken.includes(code)) return t('trust.invite.codeTaken', { code });
    if (!codePattern.test(code)) return t('trust.invite.codeWrong');
    return name.trim() === '' ? t('trust.invite.missing.name') : null;
  }

  const chooseRole = (chosen: typeof role) => {
    setRole(chosen);
    setCode('');
    setName('');
  };
  const chooseCountry = (country: string | null) => {
    setCode(country ?? '');
    setName(
      country === null ? '' : t('trust.invite.committeeName', { country: listLabel('countries', country) }),
    );
  };
  const submit = () => {
    if (reason !== null || invite.isPending) return;
    invite.mutate(
      { code, name: name.trim(), role },
      { onSuccess: (signed) => props.onReady({ ...signed, name: name.trim() }) },
    );
  };

  return (
    <WizardFrame
      title={t('trust.invite.title')}
      heading={t('trust.invite.who')}
      back={
        <Button
          size="lg"
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft className="directional" />}
          onClick={() => void navigate('/trust')}
        >
          {t('trust.invite.back')}
        </Button>
      }
      reason={reason}
      button={
        <Button
          type="submit"
          size="lg"
          variant="filled"
          leftSection={<IconSignature />}
          disabled={reason !== null}
          loading={invite.isPending}
        >
          {t('trust.invite.prepare')}
        </Button>
      }
      onSubmit={submit}
    >
      <div className={classes.form}>
        <SegmentedControl
          aria-label={t('trust.invite.who')}
          id={whoId}
          value={role}
          onChange={chooseRole}
          data={[
            { value: 'committee', label: t('trust.invite.committee') },
            { value: 'coordinator', label: t('trust.invite.coordinator') },
          ]}
        />
        {role === 'committee' && countries.length === 0 && <p>{t('trust.invite.everybodyIn')}</p>}
        {role === 'committee' ? (
          <SearchSelect
            size="lg"
            label={t('trust.invite.country')}
            data={countries.map(({ code: value, label }) => ({ value, label }))}
            value={code === '' ? null : code}
            disabled={countries.length === 0}
            onChange={chooseCountry}
          />
        ) : (
          <TextInput
            size="lg"
            label={t('trust.invite.code')}
            description={t('trust.invite.codeHint')}
            value={code}
            autoComplete="off"
            maxLength={12}
            onChange={(event) => setCode(event.currentTarget.value.trim().toUpperCase())}
          />
        )}
        <TextInput
          size="lg"
          label={t('trust.invite.name')}
          description={t('trust.invite.nameHint')}
          value={name}
          autoComplete="off"
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ErrorLine error={invite.error} />
      </div>
    </WizardFrame>
  );
}

/** Codes that are in the register or were invited and have not answered. */
function takenCodes(trust: TrustOverview): readonly string[] {
  const parties = trust.register?.parties ?? [];
  return [
    ...parties.filter((party) => party.status === 'active').map((party) => party.code),
    ...trust.invitations.map((invitation) => invitation.code),
  ];
}
