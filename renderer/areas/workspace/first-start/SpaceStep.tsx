import { Button, Select, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconFolder, IconUsersGroup, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { labelIn } from '../../../../main/core/contract/programme/text';
import type { WorkspaceRole } from '../../../../main/core/contract/values';
import { call, useAnswer } from '../../../app/calls';
import { currentLanguage } from '../../../app/i18n';
import { coordinators, countries, type StartDraft } from './draft';
import classes from './FirstStart.module.css';

interface SpaceStepProps {
  readonly draft: StartDraft;
  onChange(part: Partial<StartDraft>): void;
}

const roleIcons = { committee: IconUsersGroup, coordination: IconWorld };

/** Whose workspace it is: a country's committee, or an organisation that coordinates. */
export function SpaceStep(props: SpaceStepProps) {
  const { t } = useTranslation(['workspace', 'common']);
  const { draft, onChange } = props;
  const language = currentLanguage();
  const choices =
    draft.role === 'committee'
      ? countries.map((country) => ({ value: country.code, label: labelIn(country.name, language) }))
      : coordinators.map((actor) => ({
          value: actor.code,
          label: `${actor.code} · ${labelIn(actor.description, language)}`,
        }));
  const chooseCode = (code: string | null) => {
    const country = countries.find((candidate) => candidate.code === code);
    const name =
      country === undefined
        ? t('firstStart.space.coordinationName')
        : t('firstStart.space.committeeName', { country: labelIn(country.name, language) });
    onChange({ code, name: code === null ? '' : name, folder: null });
  };
  return (
    <div className={classes.form}>
      <div className={classes.choices} role="radiogroup" aria-label={t('firstStart.space.role')}>
        {(['committee', 'coordination'] as const).map((role) => (
          <RoleChoice
            key={role}
            role={role}
            chosen={draft.role === role ? 'yes' : 'no'}
            onChoose={() => onChange({ role, code: null, name: '', folder: null })}
          />
        ))}
      </div>
      {draft.role !== null && (
        <Select
          size="lg"
          label={
            draft.role === 'committee' ? t('firstStart.space.country') : t('firstStart.space.organisation')
          }
          data={choices}
          value={draft.code}
          onChange={chooseCode}
          allowDeselect={false}
        />
      )}
      {draft.code !== null && (
        <>
          <TextInput
            size="lg"
            label={t('firstStart.space.name')}
            description={t('firstStart.space.nameHint')}
            value={draft.name}
            maxLength={120}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          <FolderLine
            role={draft.role ?? 'committee'}
            code={draft.code}
            folder={draft.folder}
            onChange={onChange}
          />
        </>
      )}
    </div>
  );
}

function RoleChoice(props: {
  readonly role: WorkspaceRole;
  readonly chosen: 'yes' | 'no';
  onChoose(): void;
}) {
  const { t } = useTranslation('workspace');
  const Icon = roleIcons[props.role];
  return (
    // biome-ignore lint/a11y/useSemanticElements: the whole block is the choice, with its explanation
    <button
      type="button"
      role="radio"
      aria-checked={props.chosen === 'yes'}
      className={classes.choice}
      onClick={props.onChoose}
    >
      <Icon className={classes.choiceIcon} />
      <span>
        <span className={classes.choiceTitle}>{t(`firstStart.space.${props.role}`)}</span>
        <span className={classes.choiceText}>{t(`firstStart.space.${props.role}Hint`)}</span>
      </span>
    </button>
  );
}

function FolderLine(props: {
  readonly role: WorkspaceRole;
  readonly code: string;
  readonly folder: StartDraft['folder'];
  onChange(part: Partial<StartDraft>): void;
}) {
  const { t } = useTranslation('workspace');
  const proposed = useAnswer('workspace.proposeFolder', { role: props.role, code: props.code }).data;
  const choose = () => {
    void call('shell.chooseFolder', { purpose: 'new_workspace' }).then(
      (folder) => folder !== null && props.onChange({ folder }),
    );
  };
  return (
    <div className={classes.folder}>
      <IconFolder />
      <span>
        {t('firstStart.space.folder')}{' '}
        <bdi className="ltr">{props.folder === null ? proposed?.folder : props.folder.name}</bdi>
      </span>
      <Button variant="subtle" onClick={choose}>
        {t('firstStart.space.otherFolder')}
      </Button>
      {props.folder === null && proposed?.location === 'synchronised' && (
        <p className={classes.warning}>
          <IconAlertTriangle className="icon-15" /> {t('firstStart.space.synchronised')}
        </p>
      )}
    </div>
  );
}
