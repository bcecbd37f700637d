import { Button, Select, TextInput } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consentFields } from '../../../../main/core/contract/members/fields';
import type { PersonSheet, RecordView } from '../../../../main/core/contract/members/operations';
import { call, useCommand } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { dayText } from '../../../app/formats';
import { labelOfField } from '../../../app/i18n';
import { listLabel, listOptions } from '../../../app/lists';
import { useSay } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { ResumedForm } from '../../../components/drafts/Resumed';
import { useDraft } from '../../../components/drafts/use-draft';
import { ErrorLine } from '../../../components/ErrorPanel';
import { readDay } from '../../../components/fields/draft';
import { StatusWord } from '../../../components/StatusWord';
import { givenOnField } from '../given-on';
import classes from '../organisations/Organisations.module.css';
import { ConsentProof } from './ConsentProof';

interface ConsentsProps {
  readonly sheet: PersonSheet;
  readonly editable: 'editable' | 'read_only';
}

/** One line a purpose: agreed since when and how, withdrawn, or still to ask. Nothing leaves without it. */
export function Consents(props: ConsentsProps) {
  const { t } = useTranslation('members');
  const [giving, setGiving] = useState<string | null>(null);
  return (
    <table className={classes.table} aria-label={t('consents.title')}>
      <thead>
        <tr>
          <th scope="col">{labelOfField(consentFields, { name: 'purpose' })}</th>
          <th scope="col">{t('consents.state')}</th>
          <th scope="col" className={classes.gesture}>
            {t('consents.gesture')}
          </th>
        </tr>
      </thead>
      <tbody>
        {listOptions('consentPurposes').map(({ code }) => (
          <PurposeRow
            key={code}
            purpose={code}
            sheet={props.sheet}
            editable={props.editable}
            giving={giving === code ? 'yes' : 'no'}
            onGive={setGiving}
          />
        ))}
      </tbody>
    </table>
  );
}

interface PurposeRowProps extends ConsentsProps {
  readonly purpose: string;
  readonly giving: 'yes' | 'no';
  onGive(purpose: string | null): void;
}

function PurposeRow(props: PurposeRowProps) {
  const { t } = useTranslation('members');
  const { today } = useWorkspace();
  const { sheet, purpose } = props;
  const own = sheet.consents.filter((consent) => consent.values.purpose === purpose);
  const valid = own.find((consent) => isValid(consent, today));
  const latest = valid ?? own[0];
  if (props.giving === 'yes') {
    return (
      <tr>
        <td colSpan={3}>
          <GiveConsent person={sheet.person.id} purpose={purpose} onClose={() => props.onGive(null)} />
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td>{listLabel('consentPurposes', purpose)}</td>
      <td>
        <ConsentState latest={latest} valid={valid !== undefined ? 'valid' : 'none'} />
        {latest !== undefined && (
          <ConsentProof person={sheet.person.id} consent={latest} editable={props.editable} />
        )}
      </td>
      <td className={classes.gesture}>
        {props.editable === 'editable' &&
          (valid === undefined ? (
            <Button variant="subtle" onClick={() => props.onGive(purpose)}>
              {t('consents.give')}
            </Button>
          ) : (
            <Withdraw consent={valid} />
          ))}
      </td>
    </tr>
  );
}

function isValid(consent: RecordView, today: string): boolean {
  const { givenOn, expiresOn, withdrawnOn } = consent.values;
  return (
    typeof givenOn === 'string' &&
    givenOn <= today &&
    (typeof expiresOn !== 'string' || expiresOn >= today) &&
    (typeof withdrawnOn !== 'string' || withdrawnOn > today)
  );
}

function ConsentState(props: { readonly latest: RecordView | undefined; readonly valid: 'valid' | 'none' }) {
  const { t } = useTranslation('members');
  const values = props.latest?.values;
  if (values === undefined) {
    return (
      <StatusWord icon={IconCircleDashed} tone="warn">
        {t('consents.toAsk')}
      </StatusWord>
    );
  }
  if (props.valid === 'valid') {
    return (
      <StatusWord icon={IconCheck} tone="ok">
        {t('consents.given', {
          day: dayText(String(values.givenOn)),
          manner: listLabel('consentManners', String(values.manner)),
        })}
      </StatusWord>
    );
  }
  if (typeof values.withdrawnOn === 'string') {
    return (
      <StatusWord icon={IconX} tone="bad">
        {t('consents.withdrawn', { day: dayText(values.withdrawnOn) })}
      </StatusWord>
    );
  }
  return (
    <StatusWord icon={IconCircleDashed} tone="warn">
      {t('consents.expired', { day: dayText(String(values.expiresOn)) })}
    </StatusWord>
  );
}

function Withdraw(props: { readonly consent: RecordView }) {
  const { t } = useTranslation('members');
  const { today } = useWorkspace();
  const say = useSay();
  const { id, revision } = props.consent;
  const withdraw = () => {
    call('records.update', { entity: 'consents', id, revision, values: { withdrawnOn: today } }).then(
      () => say(t('consents.withdrawnNow')),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  return (
    <Button variant="subtle" onClick={withdraw}>
      {t('consents.withdraw')}
    </Button>
  );
}

function GiveConsent(props: { readonly person: string; readonly purpose: string; onClose(): void }) {
  const { t } = useTranslation(['members', 'common']);
  const { today } = useWorkspace();
  const say = useSay();
  const draft = useDraft(`new:consents:${props.person}:${props.purpose.replaceAll('_', '-')}`, {
    day: dayText(today),
    manner: 'written',
  });
  const { day = '', manner = '', proof = '' } = draft.texts;
  const create = useCommand('records.create');
  const givenOn = readDay(day, givenOnField);
  const close = () => {
    draft.drop();
    props.onClose();
  };
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (givenOn === null || manner === '') return;
        create.mutate(
          {
            entity: 'consents',
            values: {
              person: props.person,
              purpose: props.purpose,
              givenOn,
              manner,
              proof: proof.trim() === '' ? null : proof,
            },
          },
          {
            onSuccess: () => {
              say(t('consents.givenNow'));
              close();
            },
          },
        );
      }}
    >
      <ResumedForm draft={draft} />
      <strong className={classes.wholeLine}>{listLabel('consentPurposes', props.purpose)}</strong>
      <TextInput
        label={labelOfField(consentFields, { name: 'givenOn' })}
        value={day}
        dir="ltr"
        error={givenOn === null ? t('common:refused.day') : null}
        autoFocus
        onChange={(event) => draft.set({ day: event.currentTarget.value })}
      />
      <Select
        label={labelOfField(consentFields, { name: 'manner' })}
        data={listOptions('consentManners').map(({ code, label }) => ({ value: code, label }))}
        value={manner}
        allowDeselect={false}
        onChange={(next) => draft.set({ manner: next ?? '' })}
      />
      <TextInput
        label={labelOfField(consentFields, { name: 'proof' })}
        placeholder={t('consents.proofHint')}
        value={proof}
        maxLength={300}
        onChange={(event) => draft.set({ proof: event.currentTarget.value })}
      />
      <Button
        type="submit"
        variant="filled"
        disabled={givenOn === null || manner === ''}
        loading={create.isPending}
      >
        {t('consents.write')}
      </Button>
      <Button onClick={close}>{t('common:cancel')}</Button>
      <ErrorLine error={create.error} />
    </form>
  );
}
