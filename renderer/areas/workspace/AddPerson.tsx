import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/calls';
import { useWorkspace } from '../../app/workspace';
import { ErrorLine } from '../../components/ErrorPanel';
import classes from './opening/Opening.module.css';
import { proposedRoles, roleOfText, roleText } from './roles';

/** Somebody else who works on this laptop: a name and a role. */
export function AddPerson(props: { onDone(): void }) {
  const { t } = useTranslation(['workspace', 'common']);
  const workspace = useWorkspace();
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [error, setError] = useState<unknown>(null);
  const add = async () => {
    try {
      await call('workspace.addPerson', { name: name.trim(), role: roleOfText(role, workspace.role).trim() });
      props.onDone();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void add();
      }}
    >
      <TextInput
        label={t('firstStart.people.name')}
        value={name}
        maxLength={300}
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Autocomplete
        label={t('firstStart.people.role')}
        data={proposedRoles[workspace.role].map(roleText)}
        value={role}
        maxLength={60}
        onChange={setRole}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {t('who.addThis')}
      </Button>
      <Button variant="subtle" color="gray" onClick={props.onDone}>
        {t('common:cancel')}
      </Button>
      <ErrorLine error={error} />
    </form>
  );
}
