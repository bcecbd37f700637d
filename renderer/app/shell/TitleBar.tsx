import { ActionIcon, Kbd, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconMenu2, IconSearch } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/Mark';
import { call, useAbout } from '../calls';
import { useRedoable, useShellActions, useUndoable } from './actions';
import { QuarterSwitcher } from './QuarterSwitcher';
import classes from './TitleBar.module.css';

/** The window's own title bar: name, menu, undo, go anywhere, quarter; the system draws its buttons over it. */
export function TitleBar() {
  const { t } = useTranslation();
  const actions = useShellActions();
  const undoable = useUndoable();
  const redoable = useRedoable();
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
        <TurnButton label={undoable ?? t('undo.nothing')} can={undoable !== null} onClick={actions.undo}>
          <IconArrowBackUp className="directional" />
        </TurnButton>
        <TurnButton label={redoable ?? t('redo.nothing')} can={redoable !== null} onClick={actions.redo}>
          <IconArrowForwardUp className="directional" />
        </TurnButton>
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

/** Undo or redo: says what it would do, stays where it is when there is nothing. */
function TurnButton(props: {
  readonly label: string;
  readonly can: boolean;
  readonly children: ReactNode;
  onClick(): void;
}) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        onClick={props.onClick}
        aria-label={props.label}
        aria-disabled={!props.can}
        {...(props.can ? {} : { 'data-disabled': true })}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}
