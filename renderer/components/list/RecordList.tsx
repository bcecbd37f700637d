import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { holdKeys } from '../../app/held-keys';
import { useScreenKeys } from '../../app/status';
import { useArrivalFocus } from '../arrival-focus';
import { ErrorPanel } from '../ErrorPanel';
import { type ListMade, type ListTools, useArrangedList } from './arranged-list';
import { EditMany } from './EditMany';
import type { FilterField } from './filters';
import { ListTable } from './ListTable';
import { ListToolbar } from './ListToolbar';
import { NothingFound } from './NothingFound';
import type { ListOperation, RowOf } from './paged-rows';
import classes from './RecordList.module.css';
import type { RecordTableHandle } from './RecordTable';
import { SelectionBar } from './SelectionBar';
import type { ListSelection } from './selection';
import { ViewTabs } from './ViewTabs';
import { ViewTools } from './ViewTools';

interface RecordListProps<N extends ListOperation> extends ListMade<N> {
  readonly label: string;
  readonly filterFields: readonly FilterField[];
  onOpen(row: RowOf<N>): void;
  /** What can be done with checked rows; without it rows cannot be checked. */
  readonly selectionActions?: (selection: ListSelection, uncheck: () => void, view: string) => ReactNode;
  /** The line at the foot, which gives way to the selection bar. */
  readonly summary: (tools: ListTools) => ReactNode;
}

/** The one list: views, search, filters as sentences, order, groups, columns, cursor, selection bar (LOOK.md, anatomy). */
export function RecordList<N extends ListOperation>(props: RecordListProps<N>) {
  const { t } = useTranslation();
  const { register } = props;
  const list = useArrangedList(props);
  const { arrangement, ask, checks, selection, tools } = list;
  const table = useRef<RecordTableHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const [editing, setEditing] = useState<'field' | 'labels' | null>(null);
  const isTrash = list.view?.trashed === 'only';
  const canCheck = props.selectionActions !== undefined;
  const canEdit = canCheck && checks.count > 0 && !isTrash && register !== undefined;
  useArrivalFocus(() => table.current?.focus(), useLocation().key);
  useFoundFocus(list.found, () => table.current?.focus());
  const toTable = () => table.current?.focus();
  const toSearch = () => searchField.current?.select();
  const editField = () => {
    if (!canEdit) return;
    holdKeys();
    setEditing('field');
  };
  // French keyboards need Shift for a slash.
  useHotkeys([
    ['/', toSearch],
    ['shift+/', toSearch],
    ['F2', editField],
  ]);
  useScreenKeys([
    { keys: ['↑↓'], label: t('keys.browse') },
    { keys: [t('keys.enter')], label: t('keys.open') },
    ...(canCheck
      ? [
          { keys: [t('keys.space')], label: t('keys.check') },
          { keys: ['Ctrl', 'A'], label: t('keys.checkAll') },
        ]
      : []),
    { keys: ['/'], label: t('keys.search') },
  ]);
  const stopEditing = () => {
    setEditing(null);
    toTable();
  };
  return (
    <div className={classes.list}>
      <ViewTabs views={list.tabs} current={arrangement.view} onChoose={list.openTab}>
        {!isTrash && register !== undefined && (
          <ViewTools
            key={arrangement.view}
            list={register.list}
            view={list.saved}
            arrangement={list.asView}
            arranged={
              arrangement.search !== '' || arrangement.filters.length > 0 || arrangement.group !== null
                ? 'otherwise'
                : 'as_tab'
            }
            onOpen={(id) => list.openTab(id ?? props.views[0]?.key ?? '')}
            onDone={toTable}
          />
        )}
      </ViewTabs>
      <ListToolbar
        search={arrangement.search}
        searchField={searchField}
        onSearch={(search) => ask({ search })}
        onLeave={toTable}
        filterFields={props.filterFields}
        filters={arrangement.filters}
        onFilters={(filters) => ask({ filters })}
        onClear={() => ask({ search: '', filters: [] })}
        columns={props.columns}
        shown={list.shown}
        onColumns={list.choose}
        groups={list.groupFields}
        sort={arrangement.sort}
        group={arrangement.group}
        onSort={(sort) => ask({ sort })}
        onGroup={(group) => ask({ group, folded: [] })}
      />
      {list.error !== null ? (
        <ErrorPanel error={list.error} />
      ) : list.found === 0 ? (
        <NothingFound
          onClear={
            arrangement.search !== '' || arrangement.filters.length > 0
              ? () => ask({ search: '', filters: [] })
              : null
          }
        />
      ) : (
        <ListTable
          table={table}
          label={props.label}
          list={list}
          canCheck={canCheck ? 'yes' : 'no'}
          onOpen={props.onOpen}
        />
      )}
      {editing !== null && register !== undefined && checks.count > 0 && (
        <EditMany
          key={editing}
          list={register.list}
          description={register.description}
          dated={register.datedFields}
          scope={selection.scope}
          begin={editing}
          onDone={stopEditing}
          onCancel={stopEditing}
        />
      )}
      {checks.count > 0 && props.selectionActions !== undefined ? (
        <SelectionBar
          count={checks.count}
          scope={selection.scope}
          onUncheck={checks.clear}
          onEdit={canEdit ? setEditing : null}
        >
          {props.selectionActions(selection, checks.clear, list.view?.key ?? '')}
        </SelectionBar>
      ) : (
        <div className={classes.summary}>{list.found !== undefined && props.summary(tools)}</div>
      )}
    </div>
  );
}

/** Where nothing was found the keyboard had no list: it comes back to it with the rows, unless one is typing. */
function useFoundFocus(found: number | undefined, focus: () => void) {
  const before = useRef(found);
  useEffect(() => {
    if (before.current === 0 && (found ?? 0) > 0 && document.activeElement === document.body) focus();
    before.current = found;
  });
}
