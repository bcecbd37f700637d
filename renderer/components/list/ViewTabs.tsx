import { ActionIcon, Menu, Tabs } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
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

/** The saved views as tabs, each with its number; where they do not all have room, a menu names them all. */
export function ViewTabs(props: ViewTabsProps) {
  const strip = useRef<HTMLDivElement>(null);
  const room = useRoom(strip, props.views.length);
  const { current } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen tab comes into sight, also when tabs come before it
  useEffect(() => {
    const tab = strip.current?.querySelector('[data-active]');
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current, props.views.length, room]);
  if (props.views.length < 2 && props.children === undefined) return null;
  return (
    <div className={classes.bar}>
      <Tabs
        value={current}
        onChange={(key) => key !== null && props.onChoose(key)}
        classNames={{ root: classes.tabs ?? '', list: classes.list ?? '', tab: classes.tab ?? '' }}
        keepMounted={false}
      >
        <Tabs.List ref={strip} data-room={room}>
          {props.views.map((view) => (
            <Tabs.Tab key={view.key} value={view.key}>
              <bdi>{view.label}</bdi>
              <Count view={view} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {room === 'short' && <AllViews {...props} />}
      {props.children}
    </div>
  );
}

function Count({ view }: { readonly view: ListView }) {
  if (view.count === undefined) return null;
  return <span className={`${classes.count} figures`}>{numberText(view.count)}</span>;
}

function AllViews(props: ViewTabsProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <ActionIcon aria-label={t('views.all')} title={t('views.all')}>
          <IconChevronDown className="icon-15" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        {props.views.map((view) => (
          <Menu.Item
            key={view.key}
            data-current={view.key === props.current || undefined}
            rightSection={<Count view={view} />}
            onClick={() => props.onChoose(view.key)}
          >
            <bdi>{view.label}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Have all the tabs room side by side? */
function useRoom(strip: { readonly current: HTMLElement | null }, tabs: number): 'enough' | 'short' {
  const [room, setRoom] = useState<'enough' | 'short'>('enough');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of tabs is measured anew
  useEffect(() => {
    const { current } = strip;
    if (current === null) return;
    const measure = () => setRoom(current.scrollWidth > current.clientWidth + 1 ? 'short' : 'enough');
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    for (const tab of current.children) observer.observe(tab);
    return () => observer.disconnect();
  }, [strip, tabs]);
  return room;
}
