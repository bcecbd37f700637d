import { useEffect, useMemo, useRef } from 'react';
import type { ListName } from '../../../main/core/contract/records/lists';
import type { SavedView, ViewArrangement } from '../../../main/core/contract/records/views';
import { useAnswer } from '../../app/calls';
import type { ListArrangement } from './list-state';
import type { ListView } from './ViewTabs';

const noView: readonly SavedView[] = [];

/** The tabs of a list: those it comes with, then those that somebody saved; null: of a list that keeps none. */
export function useListViews(list: ListName | null, own: readonly ListView[]) {
  const [asked, ask] = [{ list: list ?? 'organisations' }, list === null ? 'later' : 'now'] as const;
  const answer = useAnswer('views.list', asked, { ask }).data;
  const counts = useAnswer('views.counts', asked, { ask }).data;
  const saved = list === null ? noView : answer;
  const tabs = useMemo<readonly ListView[]>(
    () => [...own, ...(saved ?? []).map(({ id, name }) => ({ key: id, label: name, count: counts?.[id] }))],
    [own, saved, counts],
  );
  return { saved, tabs };
}

/** What a saved view makes of a list. */
export function arrangedBy({ id, arrangement }: SavedView): Partial<ListArrangement> {
  const { search, filters, sort, group, columns } = arrangement;
  return { view: id, search, filters, sort, group, columns, folded: [] };
}

/** How a list is arranged now, as a view keeps it; `own` are the filters of the tab it stands in. */
export function arrangementOf(
  { search, filters, sort, group }: ListArrangement,
  own: ListView | undefined,
  columns: readonly string[],
): ViewArrangement {
  return { search, filters: [...(own?.filters ?? []), ...filters], sort, group, columns: [...columns] };
}

/** Does the list stand otherwise than its saved view says? */
export function isChanged(view: SavedView, now: ViewArrangement): boolean {
  const { columns, ...kept } = view.arrangement;
  const { columns: shown, ...arranged } = now;
  const parts = (one: Omit<ViewArrangement, 'columns'>) =>
    JSON.stringify([one.search, one.filters, one.sort, one.group]);
  return parts(kept) !== parts(arranged) || (columns !== null && columns.join() !== (shown ?? []).join());
}

/** Opens a list on the view chosen for that, the first time it is shown since the workspace was opened. */
export function useFirstView(
  saved: readonly SavedView[] | undefined,
  isNew: boolean,
  open: (view: SavedView) => void,
) {
  const opened = useRef(!isNew);
  useEffect(() => {
    if (opened.current || saved === undefined) return;
    opened.current = true;
    const first = saved.find((view) => view.opensFirst);
    if (first !== undefined) open(first);
  });
}
