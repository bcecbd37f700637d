import { Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../app/calls';
import { useSay } from '../../../app/status';
import { ConfirmTyped } from '../../../components/ConfirmTyped';
import { ErrorLine } from '../../../components/ErrorPanel';
import { NotesBefore } from './NotesNaming';
import classes from './Persons.module.css';

/** Erases a person for good, or leaves a pseudonym that goes on counting. The name is typed: undo cannot help here. */
export function ErasePerson(props: { readonly id: string; readonly name: string; onClose(): void }) {
  const { t } = useTranslation('members');
  const navigate = useNavigate();
  const say = useSay();
  const [manner, setManner] = useState<'erase' | 'pseudonymise'>('erase');
  const erase = useCommand('members.erasePerson');
  const run = () => {
    erase.mutate(
      { id: props.id, manner, confirmation: props.name },
      {
        onSuccess: () => {
          say(t(`erasing.done.${manner}`));
          props.onClose();
          if (manner === 'erase') void navigate('/persons');
        },
      },
    );
  };
  return (
    <section className={classes.erasing} aria-label={t('erasing.title')}>
      <h2>{t('erasing.title')}</h2>
      <Radio.Group
        aria-label={t('erasing.manner')}
        value={manner}
        onChange={(next) => setManner(next as 'erase' | 'pseudonymise')}
      >
        {(['erase', 'pseudonymise'] as const).map((value) => (
          <Radio
            key={value}
            value={value}
            label={t(`erasing.${value}.label`)}
            description={t(`erasing.${value}.what`)}
          />
        ))}
      </Radio.Group>
      <ConfirmTyped
        word={props.name}
        action={t(`erasing.${manner}.action`)}
        state={erase.isPending ? 'running' : 'ready'}
        onConfirm={run}
        onCancel={props.onClose}
      >
        <p>{t('erasing.what')}</p>
        <NotesBefore id={props.id} />
      </ConfirmTyped>
      <ErrorLine error={erase.error} />
    </section>
  );
}
