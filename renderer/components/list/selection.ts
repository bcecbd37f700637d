import { useMemo, useState } from 'react';
import type { ListQuestion, ListScope } from '../../../main/core/contract/records/lists';

/** Which rows are checked: some of them, or all that the list finds but a few. */
type Checked =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string>; readonly asked: string };

/** How a table asks about checked rows and checks them. */
export interface Checks {
  readonly count: number;
  /** How many rows there are to check. */
  readonly of: number;
  isChecked(id: string): boolean;
  toggle(id: string): void;
  check(ids: readonly string[]): void;
  checkAll(): void;
  clear(): void;
}

/** What a gesture of the selection bar is about. */
export interface ListSelection {
  readonly scope: ListScope;
  readonly count: number;
  /** The checked rows by their ids; null when all that match are meant. */
  readonly ids: readonly string[] | null;
}

const none: Checked = { kind: 'some', ids: new Set() };

/** The checked rows of a list. "All" names what is asked, not its rows, so it costs nothing however long the list is. */
export function useSelection(question: ListQuestion, total: number) {
  const [checked, setChecked] = useState<Checked>(none);
  const asked = JSON.stringify([question.search, question.filters, question.trashed]);
  // Another search finds other rows: "all" was said of the former ones.
  const current = checked.kind === 'all' && checked.asked !== asked ? none : checked;
  return useMemo(() => {
    const count = current.kind === 'all' ? total - current.except.size : current.ids.size;
    const checks: Checks = {
      count,
      of: total,
      isChecked: (id) => (current.kind === 'all' ? !current.except.has(id) : current.ids.has(id)),
      toggle: (id) => setChecked(toggled(current, id)),
      check: (ids) => setChecked(withChecked(current, ids)),
      checkAll: () => setChecked({ kind: 'all', except: new Set(), asked }),
      clear: () => setChecked(none),
    };
    const selection: ListSelection =
      current.kind === 'all'
        ? { scope: { kind: 'question', question, except: [...current.except] }, count, ids: null }
        : { scope: { kind: 'ids', ids: [...current.ids] }, count, ids: [...current.ids] };
    return { checks, selection };
  }, [current, total, asked, question]);
}

function toggled(checked: Checked, id: string): Checked {
  const set = new Set(checked.kind === 'all' ? checked.except : checked.ids);
  if (!set.delete(id)) set.add(id);
  return checked.kind === 'all' ? { ...checked, except: set } : { kind: 'some', ids: set };
}

function withChecked(checked: Checked, ids: readonly string[]): Checked {
  if (checked.kind === 'some') return { kind: 'some', ids: new Set([...checked.ids, ...ids]) };
  return { ...checked, except: new Set([...checked.except].filter((id) => !ids.includes(id))) };
}
