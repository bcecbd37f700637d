import { Kbd, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { AreaPage, PageGroup } from '../area';
import { groupsByRole } from '../area';
import { areas } from '../areas';
import { useQuarter } from '../quarter';
import { useWorkspace } from '../workspace';
import { useShellActions } from './actions';
import classes from './Navigation.module.css';
import { WorkspaceSwitcher } from './WorkspaceSwitcher';

export type Folding = 'folded' | 'unfolded';

/** Navigation by the work: the groups of this role, then settings and lock at the foot. */
export function Navigation(props: { readonly folding: Folding; readonly onFold: (() => void) | null }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { lock } = useShellActions();
  const { folding, onFold } = props;
  return (
    <nav className={classes.navigation} data-folding={folding} aria-label={t('shell.navigation')}>
      <WorkspaceSwitcher folding={folding} />
      <div className={classes.groups}>
        {groupsByRole[workspace.role].map((group) => (
          <Group key={group} group={group} folding={folding} />
        ))}
      </div>
      <div className={classes.foot}>
        <PageLinks group="end" folding={folding} />
        {onFold !== null && (
          <Named label={folding === 'folded' ? t('shell.unfold') : t('shell.fold')} folding={folding}>
            <button
              type="button"
              className={classes.line}
              onClick={onFold}
              aria-expanded={folding === 'unfolded'}
            >
              {folding === 'folded' ? (
                <IconLayoutSidebarLeftExpand className="directional" />
              ) : (
                <IconLayoutSidebarLeftCollapse className="directional" />
              )}
              <span className={classes.label}>
                {folding === 'folded' ? t('shell.unfold') : t('shell.fold')}
              </span>
            </button>
          </Named>
        )}
        <Named label={t('shell.lock')} folding={folding}>
          <button type="button" className={classes.line} onClick={lock}>
            <IconLock />
            <span className={classes.label}>{t('shell.lock')}</span>
            <Kbd size="xs" className={classes.badge}>
              Ctrl L
            </Kbd>
          </button>
        </Named>
      </div>
    </nav>
  );
}

function Group(props: { readonly group: PageGroup; readonly folding: Folding }) {
  const { t } = useTranslation();
  const pages = usePages(props.group);
  if (pages.length === 0) return null;
  return (
    <section className={classes.group} aria-label={t(`shell.groups.${props.group}`)}>
      <div className={classes.heading} aria-hidden="true">
        {t(`shell.groups.${props.group}`)}
      </div>
      <PageLinks {...props} />
    </section>
  );
}

function usePages(group: PageGroup): readonly AreaPage[] {
  const workspace = useWorkspace();
  return areas
    .flatMap((area) => area.pages)
    .filter((page) => page.group === group && page.place !== 'found' && page.shownTo?.(workspace) !== false);
}

function PageLinks(props: { readonly group: PageGroup; readonly folding: Folding }) {
  const { quarter } = useQuarter();
  const pages = usePages(props.group);
  return pages.map((page) => (
    <Named key={page.path} label={page.label(quarter)} folding={props.folding}>
      <NavLink
        to={page.path}
        // A page that stands below another one's route has its own line.
        end={pages.some((other) => other.path.startsWith(`${page.path}/`))}
        className={classes.line ?? ''}
      >
        <page.icon />
        <span className={classes.label}>{page.label(quarter)}</span>
        {page.Badge !== undefined && (
          <span className={classes.badge}>
            <page.Badge />
          </span>
        )}
      </NavLink>
    </Named>
  ));
}

function Named(props: { readonly label: string; readonly folding: Folding; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Tooltip
      label={props.label}
      disabled={props.folding === 'unfolded'}
      position={t('direction') === 'rtl' ? 'left' : 'right'}
    >
      {props.children}
    </Tooltip>
  );
}
