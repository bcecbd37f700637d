import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/calls';
import { useWorkspace } from '../../../app/workspace';
import { AddPerson } from '../AddPerson';
import { roleText } from '../roles';
import classes from './Settings.module.css';

/** The people of this workspace and the one at the keyboard. */
export function People() {
  const { t } = useTranslation('workspace');
  const { people, person } = useWorkspace();
  const identify = useCommand('workspace.identify');
  const [adding, setAdding] = useState<'no' | 'yes'>('no');
  return (
    <>
      <ul className={classes.people}>
        {people.map((one) => (
          <li key={one.id}>
            <bdi>{one.name}</bdi>
            <span className="quiet">{roleText(one.role)}</span>
            {one.id === person?.id ? (
              <span className="quiet">{t('settings.atKeyboard')}</span>
            ) : (
              <Button variant="subtle" onClick={() => identify.mutate({ person: one.id })}>
                {t('settings.takeKeyboard')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding === 'yes' ? (
        <AddPerson onDone={() => setAdding('no')} />
      ) : (
        <Button variant="subtle" leftSection={<IconPlus />} onClick={() => setAdding('yes')}>
          {t('who.add')}
        </Button>
      )}
    </>
  );
}
