import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { proposedRoles, roleOfText, roleText } from '../roles';
import { newPerson, type StartDraft, type StartPerson } from './draft';
import classes from './FirstStart.module.css';

interface PeopleStepProps {
  readonly draft: StartDraft;
  onChange(part: Partial<StartDraft>): void;
}

/** Who works on this laptop: names under which changes are written down. */
export function PeopleStep(props: PeopleStepProps) {
  const { t } = useTranslation(['workspace', 'common']);
  const { people, role } = props.draft;
  const set = (key: string, part: Partial<StartPerson>) =>
    props.onChange({
      people: people.map((person) => (person.key === key ? { ...person, ...part } : person)),
    });
  const kind = role ?? 'committee';
  return (
    <div className={classes.form}>
      {people.map((person, index) => (
        <div key={person.key} className={classes.person}>
          <TextInput
            size="lg"
            label={index === 0 ? t('firstStart.people.you') : t('firstStart.people.name')}
            value={person.name}
            maxLength={300}
            dir="auto"
            onChange={(event) => set(person.key, { name: event.currentTarget.value })}
          />
          <Autocomplete
            size="lg"
            label={t('firstStart.people.role')}
            data={proposedRoles[kind].map(roleText)}
            value={roleText(person.role)}
            maxLength={60}
            onChange={(value) => set(person.key, { role: roleOfText(value, kind) })}
          />
          {people.length > 1 && (
            <ActionIcon
              size="2.125rem"
              aria-label={t('firstStart.people.remove', { name: person.name })}
              onClick={() => props.onChange({ people: people.filter((other) => other !== person) })}
            >
              <IconX />
            </ActionIcon>
          )}
        </div>
      ))}
      {people.length < 20 && (
        <div>
          <Button
            variant="subtle"
            leftSection={<IconPlus />}
            onClick={() => props.onChange({ people: [...people, newPerson()] })}
          >
            {t('firstStart.people.another')}
          </Button>
        </div>
      )}
    </div>
  );
}
