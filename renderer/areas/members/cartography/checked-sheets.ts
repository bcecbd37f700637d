import { useMemo, useState } from 'react';
import type { Checks } from '../../../components/list/selection';

/** The checked ones of rows at hand; a row that is shown no more is not checked either. */
export function useCheckedSheets(rows: readonly { readonly id: string }[]): {
  readonly checks: Checks;
  readonly ids: readonly string[];
} {
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const ids = rows.flatMap(({ id }) => (checked.has(id) ? [id] : []));
    const checks: Checks = {
      count: ids.length,
      of: rows.length,
      isChecked: (id) => checked.has(id),
      toggle: (id) =>
        setChecked(new Set(checked.has(id) ? ids.filter((other) => other !== id) : [...ids, id])),
      check: (more) => setChecked(new Set([...ids, ...more])),
      checkAll: () => setChecked(new Set(rows.map(({ id }) => id))),
      clear: () => setChecked(new Set()),
    };
    return { checks, ids };
  }, [rows, checked]);
}
