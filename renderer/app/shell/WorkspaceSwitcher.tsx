import { Menu } from '@mantine/core';
import { IconCheck, IconPlus, IconSelector, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { call, useAnswer } from '../calls';
import { useDoorway } from '../doorway';
import { useWorkspace } from '../workspace';
import type { Folding } from './Navigation';
import classes from './Navigation.module.css';

/** Whose workspace this is and who is at the keyboard; a click changes either. */
export function WorkspaceSwitcher(props: { readonly folding: Folding }) {
  const { t } = useTranslation(['workspace', 'common']);
  const workspace = useWorkspace();
  const doorway = useDoorway();
  const known = useAnswer('workspace.known', {}).data ?? [];
  return (
    <Menu position="bottom-start" width="16rem">
      <Menu.Target>
        <button
          type="button"
          className={classes.switcher}
          aria-label={t('switcher.label', { name: workspace.name })}
        >
          <span className={classes.badgeCode} aria-hidden="true">
            {workspace.code.slice(0, 2)}
          </span>
          {props.folding === 'unfolded' && (
            <>
              <span className={classes.who}>
                <strong>{workspace.name}</strong>
                <span>{workspace.person?.name}</span>
              </span>
              <IconSelector className="icon-15" />
            </>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('switcher.people')}</Menu.Label>
        {workspace.people.map((person) => (
          <Menu.Item
            key={person.id}
            leftSection={person.id === workspace.person?.id ? <IconCheck /> : <IconUser />}
            onClick={() => void call('workspace.identify', { person: person.id })}
          >
            {person.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('switcher.workspaces')}</Menu.Label>
        {known
          .filter((other) => other.id !== workspace.id)
          .map((other) => (
            <Menu.Item
              key={other.id}
              leftSection={<span className={classes.badgeCode}>{other.code.slice(0, 2)}</span>}
              onClick={() => doorway.switchTo(other.id)}
            >
              {other.name}
            </Menu.Item>
          ))}
        <Menu.Item leftSection={<IconPlus />} onClick={doorway.startAnother}>
          {t('switcher.another')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
