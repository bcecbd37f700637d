import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Filter } from '../../../main/core/contract/members/operations';
import type { ListQuestion } from '../../../main/core/contract/records/lists';
import { labelOfField } from '../../app/i18n';
import { useChosenColumns } from './chosen-columns';
import type { ListColumn } from './columns';
import { type ListLines, plainLines, useGroups } from './groups';
import { type ListArrangement, type Sort, useArrangement } from './list-state';
import { useNearLines } from './near-lines';
import { type ListOperation, type RowOf, usePagedRows } from './paged-rows';
import type { ListRegister } from './register';
import { type ListSelection, useSelection } from './selection';
import type { ListView } from './ViewTabs';
import { arrangedBy, arrangementOf, useFirstView, useListViews } from './views';

export interface ListTools {
  readonly question: ListQuestion;
  /** What the list was asked beyond its tab, and the name of the tab, unless it shows all. */
  readonly asked: { readonly view: string | null; readonly filters: readonly Filter[] };
  readonly total: number;
  /** What gestures over the list are about: the checked rows, or all that it finds. */
  readonly scope: ListSelection;
  /** The columns shown now, for printing. */
  readonly columns: readonly Pick<ListColumn<never>, 'key' | 'label'>[];
}

/** What a list is made of. */
export interface ListMade<N extends ListOperation> {
  /** Names the list in preferences and memory: `organisations`. */
  readonly name: string;
  readonly operation: N;
  readonly columns: readonly ListColumn<RowOf<N>>[];
  readonly views: readonly ListView[];
  /** What it can do because its rows are records of one kind; without it none of that is offered. */
  readonly register?: ListRegister;
  readonly firstSort: Sort;
  /** Tells the page head what is shown, for print. */
  onTools?(tools: ListTools): void;
}

const plainArrangement = { search: '', filters: [], group: null, columns: null, folded: [] } as const;

export type ArrangedList<N extends ListOperation> = ReturnType<typeof useArrangedList<N>>;

/** What a list asks, what it shows, and how that is changed. */
export function useArrangedList<N extends ListOperation>(props: ListMade<N>) {
  const { name, register } = props;
  const { saved, tabs } = useListViews(register?.list ?? null, props.views);
  const { arrangement, change, keep, isNew } = useArrangement(name, {
    view: props.views[0]?.key ?? '',
    sort: props.firstSort,
  });
  const savedView = saved?.find((view) => view.id === arrangement.view) ?? null;
  const view =
    savedView === null
      ? (props.views.find((candidate) => candidate.key === arrangement.view) ?? props.views[0])
      : undefined;
  const question = useQuestion(arrangement, view);
  const { lines, rowAt, total, error, see, point } = useLines(props, question, arrangement);
  const found = total ?? 0;
  const { checks, selection } = useSelection(question, found);
  const { shown, choose, widen } = useChosenColumns(name, props.columns, arrangement.columns);
  const keys = useMemo(() => shown.map((column) => column.key), [shown]);
  const asked = useMemo<ListTools['asked']>(() => {
    const isAll = view !== undefined && view.filters === undefined && view.trashed === undefined;
    return { view: isAll ? null : (savedView?.name ?? view?.label ?? null), filters: arrangement.filters };
  }, [view, savedView, arrangement.filters]);
  const tools = useMemo<ListTools>(() => {
    const whole: ListSelection = {
      scope: { kind: 'question', question, except: [] },
      count: found,
      ids: null,
    };
    return { question, asked, total: found, columns: shown, scope: checks.count > 0 ? selection : whole };
  }, [question, asked, found, shown, checks, selection]);
  const ask = useCallback(
    (part: Partial<ListArrangement>) => change({ ...part, cursor: 0, scroll: 0 }),
    [change],
  );
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
  const groupFields = useMemo(
    () =>
      (register?.groupFields ?? []).map((field) => ({
        field,
        label: register === undefined ? field : labelOfField(register.description, { name: field }),
      })),
    [register],
  );
  return {
    arrangement,
    change,
    keep,
    ask,
    openTab,
    tabs,
    view,
    saved: savedView,
    asView: arrangementOf(arrangement, view, keys),
    error,
    found: total,
    lines,
    rowAt,
    see,
    point,
    checks,
    selection,
    tools,
    shown,
    widen,
    choose: (chosen: readonly string[] | null) =>
      arrangement.columns === null ? choose(chosen) : change({ columns: chosen }),
    groupFields,
  };
}

/** What the list asks as it is arranged now, in the tab it stands in; typing is followed with a breath. */
function useQuestion(arrangement: ListArrangement, view: ListView | undefined): ListQuestion {
  const [search] = useDebouncedValue(arrangement.search, 60);
  const { filters, sort, group } = arrangement;
  return useMemo(
    () => ({
      search,
      filters: [...(view?.filters ?? []), ...filters],
      sort,
      group,
      trashed: view?.trashed ?? 'without',
    }),
    [search, view, filters, sort, group],
  );
}

/** The lines of the list and the rows on those that are near. */
function useLines<N extends ListOperation>(
  { register, operation }: ListMade<N>,
  question: ListQuestion,
  { group, folded, cursor }: ListArrangement,
) {
  const { near, see, point } = useNearLines(cursor);
  const groups = useGroups(register, question, folded);
  const placeNear = (line: number) => groups?.placeAt(line) ?? groups?.placeAt(line + 1) ?? line;
  const last = groups === undefined ? near.to : Math.min(near.to, groups.count - 1);
  const { total, rowAt, error } = usePagedRows(
    operation,
    question,
    { from: placeNear(near.from), to: placeNear(last) },
    placeNear(near.cursor),
  );
  const lines = useMemo<ListLines>(
    () => (group === null ? plainLines(total ?? 0) : (groups ?? plainLines(0))),
    [group, groups, total],
  );
  return {
    lines,
    total,
    error,
    see,
    point,
    rowAt: useCallback(
      (line: number) => {
        const place = lines.placeAt(line);
        return place === null ? undefined : rowAt(place);
      },
      [lines, rowAt],
    ),
  };
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
