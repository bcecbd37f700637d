import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ListQuestion } from '../../../main/core/contract/records/lists';
import { labelOfField } from '../../app/i18n';
import { useScreenKeys } from '../../app/status';
import { useArrivalFocus } from '../arrival-focus';
import { ErrorPanel } from '../ErrorPanel';
import { useChosenColumns } from './ColumnChoice';
import type { ListColumn } from './columns';
import { EditMany } from './EditMany';
import type { FilterField } from './filters';
import { plainLines, useGroups } from './groups';
import { ListToolbar } from './ListToolbar';
import { type ListArrangement, type Sort, useArrangement } from './list-state';
import { NothingFound } from './NothingFound';
import { type ListOperation, type RowOf, usePagedRows } from './paged-rows';
import classes from './RecordList.module.css';
import { RecordTable, type RecordTableHandle } from './RecordTable';
import type { ListRegister } from './register';
import { SelectionBar } from './SelectionBar';
import { type ListSelection, useSelection } from './selection';
import { type ListView, ViewTabs } from './ViewTabs';
import { ViewTools } from './ViewTools';
import { arrangedBy, arrangementOf, useFirstView, useListViews } from './views';

export interface ListTools {
  readonly question: ListQuestion;
  readonly total: number;
  /** What gestures over the list are about: the checked rows, or all that it finds. */
  readonly scope: ListSelection;
  /** The columns shown now, for printing. */
  readonly columns: readonly Pick<ListColumn<never>, 'key' | 'label'>[];
}

interface RecordListProps<N extends ListOperation> {
  /** Names the list in preferences and memory: `organisations`. */
  readonly name: string;
  readonly label: string;
  readonly operation: N;
  readonly columns: readonly ListColumn<RowOf<N>>[];
  readonly views: readonly ListView[];
  readonly filterFields: readonly FilterField[];
  /** What it can do because its rows are records of one kind; without it none of that is offered. */
  readonly register?: ListRegister;
  readonly firstSort: Sort;
  onOpen(row: RowOf<N>): void;
  /** What can be done with checked rows; without it rows cannot be checked. */
  readonly selectionActions?: (selection: ListSelection, uncheck: () => void, view: string) => ReactNode;
  /** The line at the foot, which gives way to the selection bar. */
  readonly summary: (tools: ListTools) => ReactNode;
  /** Tells the page head what is shown, for print. */
  onTools?(tools: ListTools): void;
}

/** The one list: views, search, filters as sentences, order, groups, columns, cursor, selection bar (LOOK.md, anatomy). */
export function RecordList<N extends ListOperation>(props: RecordListProps<N>) {
  const { t } = useTranslation();
  const { register } = props;
  const list = useList(props);
  const { arrangement, ask, change, checks, selection, tools } = list;
  const table = useRef<RecordTableHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const [editing, setEditing] = useState<'field' | 'labels' | null>(null);
  useArrivalFocus(() => table.current?.focus());
  const toSearch = () => searchField.current?.select();
  // French keyboards need Shift for a slash.
  useHotkeys([
    ['/', toSearch],
    ['shift+/', toSearch],
  ]);
  const canCheck = props.selectionActions !== undefined;
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
    table.current?.focus();
  };
  const isTrash = list.view?.trashed === 'only';

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
          />
        )}
      </ViewTabs>
      <ListToolbar
        search={arrangement.search}
        searchField={searchField}
        onSearch={(search) => ask({ search })}
        onLeaveSearch={() => table.current?.focus()}
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
        <RecordTable
          key={JSON.stringify([arrangement.view, arrangement.sort, arrangement.group])}
          ref={table}
          label={props.label}
          columns={list.shown}
          total={list.lines.count}
          rowAt={list.rowAt}
          headAt={arrangement.group === null ? undefined : list.lines.headAt}
          onFold={({ value, state }) => {
            const others = arrangement.folded.filter((one) => one !== value);
            change({ folded: state === 'open' ? [...others, value] : others });
          }}
          cursor={list.cursor}
          onCursor={(index) => change({ cursor: index })}
          onOpen={(row) => {
            const place = list.lines.placeAt(list.cursor);
            if (place !== null) change({ place });
            props.onOpen(row);
          }}
          sort={arrangement.sort}
          onSort={(sort) => ask({ sort })}
          onWidth={list.widen}
          checks={canCheck ? checks : undefined}
          onVisible={list.setVisible}
          scroll={arrangement.scroll}
          onScroll={list.keepScroll}
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
          onEdit={isTrash || register === undefined ? null : setEditing}
        >
          {props.selectionActions(selection, checks.clear, list.view?.key ?? '')}
        </SelectionBar>
      ) : (
        <div className={classes.summary}>{list.found !== undefined && props.summary(tools)}</div>
      )}
    </div>
  );
}

/** What a list asks, what it shows, and how that is changed. */
function useList<N extends ListOperation>(props: RecordListProps<N>) {
  const { name, register } = props;
  const { saved, tabs } = useListViews(register?.list ?? null, props.views);
  const firstView = props.views[0]?.key ?? '';
  const { arrangement, change, keepScroll, isNew } = useArrangement(name, {
    view: firstView,
    sort: props.firstSort,
  });
  const savedView = saved?.find((view) => view.id === arrangement.view) ?? null;
  const view =
    savedView === null
      ? (props.views.find((candidate) => candidate.key === arrangement.view) ?? props.views[0])
      : undefined;
  const [search] = useDebouncedValue(arrangement.search, 60);
  const { filters, sort, group } = arrangement;
  const question = useMemo<ListQuestion>(
    () => ({
      search,
      filters: [...(view?.filters ?? []), ...filters],
      sort,
      group,
      trashed: view?.trashed ?? 'without',
    }),
    [search, view, filters, sort, group],
  );
  const [visible, setVisible] = useState({ from: 0, to: 0 });
  const groups = useGroups(register, question, arrangement.folded);
  const placeNear = (line: number) => groups?.placeAt(line) ?? groups?.placeAt(line + 1) ?? line;
  const seen =
    groups === undefined
      ? visible
      : { from: placeNear(visible.from), to: groups.placeAt(visible.to) ?? placeNear(visible.to) };
  const rows = usePagedRows(props.operation, question, seen, placeNear(arrangement.cursor));
  const total = rows.total ?? 0;
  const lines = group === null ? plainLines(total) : (groups ?? plainLines(0));
  const cursor = Math.max(0, Math.min(arrangement.cursor, lines.count - 1));
  const { checks, selection } = useSelection(question, total);
  const { shown, choose, widen } = useChosenColumns(name, props.columns, arrangement.columns);
  const keys = useMemo(() => shown.map((column) => column.key), [shown]);
  const tools = useMemo<ListTools>(() => {
    const whole: ListSelection = {
      scope: { kind: 'question', question, except: [] },
      count: total,
      ids: null,
    };
    return { question, total, columns: shown, scope: checks.count > 0 ? selection : whole };
  }, [question, total, shown, checks, selection]);
  const ask = (part: Partial<ListArrangement>) => change({ ...part, cursor: 0, scroll: 0 });
  const openTab = (key: string) => {
    checks.clear();
    const next = saved?.find((candidate) => candidate.id === key);
    // A tab that is on its way (just saved) shows what the list shows already.
    const own = props.views.some((candidate) => candidate.key === key);
    if (next !== undefined) ask(arrangedBy(next));
    else if (own && savedView !== null) ask({ view: key, ...plainArrangement, sort: props.firstSort });
    else if (own) ask({ view: key });
    else ask({ view: key, filters: question.filters, columns: keys });
  };
  useEffect(() => change({ question }), [change, question]);
  useAskedView(props.views, (key) => ask({ view: key }));
  useFirstView(saved, isNew, (first) => ask(arrangedBy(first)));
  const { onTools } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is shown matters, not who listens
  useEffect(() => onTools?.(tools), [tools]);
  return {
    arrangement,
    change,
    keepScroll,
    ask,
    openTab,
    tabs,
    view,
    saved: savedView,
    asView: arrangementOf(arrangement, view, keys),
    error: rows.error,
    found: rows.total,
    lines,
    cursor,
    rowAt: (line: number) => {
      const place = lines.placeAt(line);
      return place === null ? undefined : rows.rowAt(place);
    },
    setVisible,
    checks,
    selection,
    tools,
    shown,
    widen,
    choose: (chosen: readonly string[] | null) =>
      arrangement.columns === null ? choose(chosen) : change({ columns: chosen }),
    groupFields: (register?.groupFields ?? []).map((field) => ({
      field,
      label: register === undefined ? field : labelOfField(register.description, { name: field }),
    })),
  };
}

const plainArrangement = { search: '', filters: [], group: null, columns: null, folded: [] } as const;

/** A link may ask for a view of the list: `/organisations?view=incomplete`. */
function useAskedView(views: readonly ListView[], onAsk: (view: string) => void) {
  const [parameters] = useSearchParams();
  const asked = parameters.get('view');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each link followed; afterwards the tabs decide
  useEffect(() => {
    if (views.some((view) => view.key === asked)) onAsk(asked ?? '');
  }, [asked]);
}
