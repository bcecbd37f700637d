import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Filter } from '../../../main/core/contract/members/operations';
import { numberText } from '../../app/formats';
import classes from './ViewTabs.module.css';

/** A view of a list: fixed filters under a name. */
export interface ListView {
  readonly key: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly filters?: readonly Filter[];
  readonly trashed?: 'without' | 'only';
}

interface ViewTabsProps {
  readonly views: readonly ListView[];
  readonly current: string;
  onChoose(key: string): void;
  /** What stands behind the last tab: saving the view, renaming it. */
  readonly children?: ReactNode;
}

/** The saved views as tabs, each with its number. */
export function ViewTabs(props: ViewTabsProps) {
  if (props.views.length < 2 && props.children === undefined) return null;
  return (
    <div className={classes.bar}>
      <Tabs
        value={props.current}
        onChange={(key) => key !== null && props.onChoose(key)}
        classNames={{ list: classes.list ?? '', tab: classes.tab ?? '' }}
        keepMounted={false}
      >
        <Tabs.List>
          {props.views.map((view) => (
            <Tabs.Tab key={view.key} value={view.key}>
              {view.label}
              {view.count !== undefined && (
                <span className={`${classes.count} figures`}>{numberText(view.count)}</span>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {props.children}
    </div>
  );
}
