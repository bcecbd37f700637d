import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenWorkspace } from '../../../../main/core/contract/workspace/operations';
import { useCommand } from '../../../app/calls';
import { ErrorLine } from '../../../components/ErrorPanel';
import { Keys } from '../../../components/Keys';
import { AddPerson } from '../AddPerson';
import first from '../first-start/FirstStart.module.css';
import { OpeningFrame } from '../OpeningFrame';
import { roleText } from '../roles';
import classes from './Opening.module.css';

const numberedPeople = 9;

/** Who is at the keyboard: one click or one digit. A name for the history, not a right. */
export function WhoIsHere(props: { readonly workspace: OpenWorkspace }) {
  const { t } = useTranslation('workspace');
  const { people, name } = props.workspace;
  const identify = useCommand('workspace.identify');
  const [adding, setAdding] = useState<'no' | 'yes'>('no');
  // French keyboards need Shift for a digit.
  useHotkeys(
    people.slice(0, numberedPeople).flatMap((person, index) => {
      const choose = () => identify.mutate({ person: person.id });
      return [
        [String(index + 1), choose],
        [`shift+${index + 1}`, choose],
      ];
    }),
  );
  return (
    <OpeningFrame promise={name} title={t('who.title')} hint={t('who.hint')}>
      <div className={first.choices}>
        {people.map((person, index) => (
          <button
            key={person.id}
            type="button"
            className={first.choice}
            onClick={() => identify.mutate({ person: person.id })}
          >
            <span>
              <span className={first.choiceTitle}>
                <bdi>{person.name}</bdi>
              </span>
              <span className={first.choiceText}>{roleText(person.role)}</span>
            </span>
            {index < numberedPeople && (
              <span className={classes.key}>
                <Keys keys={[String(index + 1)]} />
              </span>
            )}
          </button>
        ))}
      </div>
      <ErrorLine error={identify.error} />
      {adding === 'yes' ? (
        <AddPerson onDone={() => setAdding('no')} />
      ) : (
        <div className={classes.more}>
          <Button variant="subtle" leftSection={<IconPlus />} onClick={() => setAdding('yes')}>
            {t('who.add')}
          </Button>
        </div>
      )}
    </OpeningFrame>
  );
}
