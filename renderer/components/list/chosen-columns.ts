import { useCallback, useMemo } from 'react';
import { usePreference } from '../../app/preferences';
import type { ListColumn } from './columns';

/**
 * The columns shown in a list, in their order and widths. Kept on this laptop; a saved view brings its own.
 *
 * @param ofView keys of the view's columns, or null
 */
export function useChosenColumns<Row>(
  name: string,
  columns: readonly ListColumn<Row>[],
  ofView: readonly string[] | null,
) {
  const [stored, setStored] = usePreference<string>(`columns.${name}`, '');
  const [widths, setWidths] = usePreference<string>(`widths.${name}`, '');
  const shown = useMemo(() => {
    const keys = ofView ?? (stored === '' ? null : stored.split(','));
    return chosen(columns, keys).map((column) => withWidth(column, widthsOf(widths).get(column.key)));
  }, [columns, stored, ofView, widths]);
  const choose = useCallback(
    (keys: readonly string[] | null) => {
      setStored(keys === null ? '' : keys.join(','));
      if (keys === null) setWidths('');
    },
    [setStored, setWidths],
  );
  const widen = useCallback(
    (key: string, width: number) => {
      const next = new Map(widthsOf(widths)).set(key, width);
      setWidths([...next].map(([of, rem]) => `${of}:${rem.toFixed(2)}`).join(','));
    },
    [widths, setWidths],
  );
  return { shown, choose, widen };
}

function chosen<Row>(columns: readonly ListColumn<Row>[], keys: readonly string[] | null) {
  if (keys === null) {
    return columns.filter((column) => column.always === 'always' || column.shown === 'at_first');
  }
  const fixed = columns.filter((column) => column.always === 'always' && !keys.includes(column.key));
  return [...fixed, ...keys.flatMap((key) => columns.find((column) => column.key === key) ?? [])];
}

function widthsOf(text: string): ReadonlyMap<string, number> {
  const pairs = text.split(',').flatMap((part) => {
    const [key, rem] = part.split(':');
    const width = Number(rem);
    return key === undefined || rem === undefined || !(width > 0) ? [] : [[key, width] as const];
  });
  return new Map(pairs);
}

function withWidth<Row>(column: ListColumn<Row>, width: number | undefined): ListColumn<Row> {
  return width === undefined ? column : { ...column, width: { min: width, grow: 0 } };
}
