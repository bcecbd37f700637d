import { ActionIcon, Kbd, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconMenu2, IconSearch } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/Mark';
import { call, useAbout } from '../calls';
import { useShellActions, useUndoable } from './actions';
import { QuarterSwitcher } from './QuarterSwitcher';
import classes from './TitleBar.module.css';

/** The window's own title bar: name, menu, undo, go anywhere, quarter; the system draws its buttons over it. */
export function TitleBar() {
  const { t } = useTranslation();
  const actions = useShellActions();
  const undoable = useUndoable();
  const about = useAbout().data;
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    void call('shell.openMenu', { x: Math.round(box.left), y: Math.round(box.bottom) });
  };
  return (
    <header className={classes.bar} data-title-bar={about?.titleBar ?? 'overlay'}>
      <div className={classes.brand}>
        <Mark />
        <span className={classes.name}>Concertation</span>
      </div>
      <div className={classes.tools}>
        {about?.platform !== 'macos' && (
          <ActionIcon onClick={openMenu} aria-label={t('shell.menu')} title={t('shell.menu')}>
            <IconMenu2 />
          </ActionIcon>
        )}
        <Tooltip label={undoable ?? t('undo.nothing')}>
          <ActionIcon
            onClick={actions.undo}
            aria-label={undoable ?? t('undo.nothing')}
            aria-disabled={undoable === null}
            {...(undoable === null ? { 'data-disabled': true } : {})}
          >
            <IconArrowBackUp className="directional" />
          </ActionIcon>
        </Tooltip>
        <button type="button" className={classes.search} onClick={actions.find}>
          <IconSearch />
          <span className="truncate">{t('find.placeholder')}</span>
          <Kbd size="xs">Ctrl K</Kbd>
        </button>
      </div>
      <QuarterSwitcher />
    </header>
  );
}
