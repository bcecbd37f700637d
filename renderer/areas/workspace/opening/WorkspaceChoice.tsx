import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconDots, IconFolderPlus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownWorkspace } from '../../../../main/core/contract/workspace/operations';
import { call, useCommand } from '../../../app/calls';
import { nearText } from '../../../app/formats';
import { ErrorLine } from '../../../components/ErrorPanel';
import classes from './Opening.module.css';

interface WorkspaceChoiceProps {
  readonly known: readonly KnownWorkspace[];
  readonly chosen: string | null;
  onChoose(id: string): void;
  onStartAnother(): void;
  /** Opens the chosen one; stands right under it. */
  readonly children: ReactNode;
}

/** The workspaces of this laptop, each with what is wrong with it, if anything. */
export function WorkspaceChoice(props: WorkspaceChoiceProps) {
  const { t } = useTranslation('workspace');
  const add = useCommand('workspace.addFolder');
  const [error, setError] = useState<unknown>(null);
  const addFolder = async () => {
    setError(null);
    try {
      const folder = await call('shell.chooseFolder', { purpose: 'existing_workspace' });
      if (folder !== null) props.onChoose((await add.mutateAsync({ folder: folder.handle })).id);
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <>
      <ul className={classes.known}>
        {props.known.map((workspace) => (
          <li key={workspace.id} data-chosen={workspace.id === props.chosen ? 'yes' : 'no'}>
            <KnownLine workspace={workspace} chosen={props.chosen} onChoose={props.onChoose} />
            {workspace.id === props.chosen && props.children}
          </li>
        ))}
      </ul>
      <div className={classes.more}>
        <Button variant="subtle" leftSection={<IconPlus />} onClick={props.onStartAnother}>
          {t('opening.new')}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconFolderPlus />}
          loading={add.isPending}
          onClick={() => void addFolder()}
        >
          {t('opening.add')}
        </Button>
      </div>
      <ErrorLine error={error} />
    </>
  );
}

function KnownLine(props: {
  readonly workspace: KnownWorkspace;
  readonly chosen: string | null;
  onChoose(id: string): void;
}) {
  const { t } = useTranslation('workspace');
  const { workspace } = props;
  const forget = useCommand('workspace.forget');
  return (
    <div className={classes.line}>
      <button
        type="button"
        className={classes.choose}
        aria-expanded={workspace.id === props.chosen}
        onClick={() => props.onChoose(workspace.id)}
      >
        <span className={classes.code} aria-hidden="true">
          {workspace.code.slice(0, 2)}
        </span>
        <span className={classes.names}>
          <strong>{workspace.name}</strong>
          <span className={classes.where}>
            {workspace.present === 'present' ? (
              workspace.lastOpened === null ? (
                t('opening.neverOpened')
              ) : (
                t('opening.lastOpened', { when: nearText(workspace.lastOpened) })
              )
            ) : (
              <span className={classes.wrong}>
                <IconAlertTriangle className="icon-15" /> {t(`opening.present.${workspace.present}`)}
              </span>
            )}
          </span>
          <bdi className={`${classes.where} ltr`}>{workspace.folder}</bdi>
        </span>
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('opening.more', { name: workspace.name })}>
            <IconDots />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => forget.mutate({ id: workspace.id })}>
            {t('opening.forget')}
            <div className="quiet">{t('opening.forgetHint')}</div>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
