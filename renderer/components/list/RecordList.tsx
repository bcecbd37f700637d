import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Filter } from '../../../main/core/contract/members/operations';
import { useScreenKeys } from '../../app/status';
import { useArrivalFocus } from '../arrival-focus';
import { ErrorPanel } from '../ErrorPanel';
import { ColumnChoice, useChosenColumns } from './ColumnChoice';
import type { ListColumn } from './columns';
import { FilterChips } from './FilterChips';
import { FilterMenu } from './FilterMenu';
import type { FilterField } from './filters';
import { type Sort, useArrangement } from './list-state';
import { allRows, type ListOperation, type ListQuestion, type RowOf, usePagedRows } from './paged-rows';
import classes from './RecordList.module.css';
import { RecordTable, type RecordTableHandle } from './RecordTable';
import { SearchField } from './SearchField';
import { type ListView, ViewTabs } from './ViewTabs';

export interface ListTools {
  readonly question: ListQuestion;
  readonly total: number;
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
  readonly firstSort: Sort;
  onOpen(row: RowOf<N>): void;
  /** What can be done with checked rows; without it rows cannot be checked. */
  readonly selectionActions?: (ids: readonly string[], uncheck: () => void, view: string) => ReactNode;
  /** The line at the foot, which gives way to the selection bar. */
  readonly summary: (tools: ListTools) => ReactNode;
  /** Tells the page head what is shown, for print. */
  onTools?(tools: ListTools): void;
}

const checkedAtMost = 10_000;

/** The one list: saved views, search, filters as sentences, columns, cursor, selection bar (LOOK.md, anatomy). */
export function RecordList<N extends ListOperation>(props: RecordListProps<N>) {
  const { t } = useTranslation();
  const firstView = props.views[0]?.key ?? '';
  const { arrangement, change, keepScroll } = useArrangement(props.name, {
    view: firstView,
    sort: props.firstSort,
  });
  const view = props.views.find((candidate) => candidate.key === arrangement.view) ?? props.views[0];
  const [search] = useDebouncedValue(arrangement.search, 60);
  const question = useMemo<ListQuestion>(
    () => ({
      search,
      filters: [...(view?.filters ?? []), ...arrangement.filters],
      sort: arrangement.sort,
      trashed: view?.trashed ?? 'without',
    }),
    [search, view, arrangement.filters, arrangement.sort],
  );
  const [visible, setVisible] = useState({ from: 0, to: 0 });
  const rows = usePagedRows(props.operation, question, visible, arrangement.cursor);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const { shown, choose } = useChosenColumns(props.name, props.columns);
  const table = useRef<RecordTableHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const total = rows.total ?? 0;
  const cursor = Math.max(0, Math.min(arrangement.cursor, total - 1));
  const tools = useMemo<ListTools>(() => ({ question, total, columns: shown }), [question, total, shown]);
  useEffect(() => change({ question }), [change, question]);
  useAskedView(props.views, (key) => ask({ view: key }));
  const { onTools } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is shown matters, not who listens
  useEffect(() => onTools?.(tools), [tools]);

  useArrivalFocus(() => table.current?.focus());
  const toSearch = () => searchField.current?.select();
  // French keyboards need Shift for a slash.
  useHotkeys([
    ['/', toSearch],
    ['shift+/', toSearch],
  ]);
  useScreenKeys([
    { keys: ['↑↓'], label: t('keys.browse') },
    { keys: [t('keys.enter')], label: t('keys.open') },
    ...(props.selectionActions === undefined ? [] : [{ keys: [t('keys.space')], label: t('keys.check') }]),
    { keys: ['/'], label: t('keys.search') },
  ]);

  const ask = (part: { search?: string; filters?: readonly Filter[]; sort?: Sort; view?: string }) =>
    change({ ...part, cursor: 0, scroll: 0 });
  const checkAll = () => {
    void allRows(props.operation, question, checkedAtMost).then((all) =>
      setChecked(new Set(all.map((row) => row.id))),
    );
  };

  return (
    <div className={classes.list}>
      <ViewTabs
        views={props.views}
        current={view?.key ?? ''}
        onChoose={(key) => {
          setChecked(new Set());
          ask({ view: key });
        }}
      />
      <div className={classes.tools}>
        <SearchField
          ref={searchField}
          value={arrangement.search}
          onChange={(text) => ask({ search: text })}
          onLeave={() => table.current?.focus()}
        />
        <FilterChips
          fields={props.filterFields}
          filters={arrangement.filters}
          onChange={(filters) => ask({ filters })}
        />
        <FilterMenu
          fields={props.filterFields}
          filters={arrangement.filters}
          onChange={(filters) => ask({ filters })}
        />
        <ColumnChoice columns={props.columns} shown={shown} onChoose={choose} />
      </div>
      {rows.error !== null ? (
        <ErrorPanel error={rows.error} />
      ) : rows.total === 0 ? (
        <NothingFound
          onClear={
            arrangement.search !== '' || arrangement.filters.length > 0
              ? () => ask({ search: '', filters: [] })
              : null
          }
        />
      ) : (
        <RecordTable
          key={`${view?.key} ${arrangement.sort.field} ${arrangement.sort.direction}`}
          ref={table}
          label={props.label}
          columns={shown}
          total={total}
          rowAt={rows.rowAt}
          cursor={cursor}
          onCursor={(index) => change({ cursor: index })}
          onOpen={props.onOpen}
          sort={arrangement.sort}
          onSort={(sort) => ask({ sort })}
          {...(props.selectionActions === undefined
            ? {}
            : { checked, onChecked: setChecked, onCheckAll: checkAll })}
          onVisible={setVisible}
          scroll={arrangement.scroll}
          onScroll={keepScroll}
        />
      )}
      {checked.size > 0 && props.selectionActions !== undefined ? (
        <SelectionBar count={checked.size} onUncheck={() => setChecked(new Set())}>
          {props.selectionActions([...checked], () => setChecked(new Set()), view?.key ?? '')}
        </SelectionBar>
      ) : (
        <div className={classes.summary}>{rows.total !== undefined && props.summary(tools)}</div>
      )}
    </div>
  );
}

function SelectionBar(props: {
  readonly count: number;
  readonly children: ReactNode;
  readonly onUncheck: () => void;
}) {
  const { t } = useTranslation();
  return (
    <section className={classes.selection} aria-label={t('list.selection')}>
      <strong>{t('list.checked', { count: props.count })}</strong>
      {props.children}
      <button type="button" className={classes.uncheck} onClick={props.onUncheck}>
        {t('list.uncheck')} <kbd>{t('keys.escape')}</kbd>
      </button>
    </section>
  );
}

function NothingFound(props: { readonly onClear: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    <div className={classes.nothing} role="status">
      <p>{props.onClear === null ? t('list.emptyView') : t('list.nothingFound')}</p>
      {props.onClear !== null && (
        <button type="button" className={classes.link} onClick={props.onClear}>
          {t('list.clear')}
        </button>
      )}
    </div>
  );
}

/** A link may ask for a view of the list: `/organisations?view=incomplete`. */
function useAskedView(views: readonly ListView[], onAsk: (view: string) => void) {
  const [parameters] = useSearchParams();
  const asked = parameters.get('view');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each link followed; afterwards the tabs decide
  useEffect(() => {
    if (views.some((view) => view.key === asked)) onAsk(asked ?? '');
  }, [asked]);
}
