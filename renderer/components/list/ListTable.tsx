import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ArrangedList } from './arranged-list';
import type { GroupHead } from './groups';
import type { ListOperation, RowOf } from './paged-rows';
import { RecordTable, type RecordTableHandle } from './RecordTable';

interface ListTableProps<N extends ListOperation> {
  readonly label: string;
  readonly list: ArrangedList<N>;
  readonly canCheck: 'yes' | 'no';
  onOpen(row: RowOf<N>): void;
  readonly table: RefObject<RecordTableHandle | null>;
}

/** The table of a list, with the cursor in it: moving draws the table anew, and nothing around it. */
export function ListTable<N extends ListOperation>({
  label,
  list,
  canCheck,
  onOpen,
  table,
}: ListTableProps<N>) {
  const { arrangement, change, keep, lines } = list;
  const { view, search, filters, sort, group } = arrangement;
  const asked = JSON.stringify([view, search, filters, sort, group]);
  const [moved, setMoved] = useState({ asked, to: arrangement.cursor });
  // Another question begins at its first line.
  const cursor = Math.max(0, Math.min(moved.asked === asked ? moved.to : 0, lines.count - 1));
  useBeginning(asked, () => {
    table.current?.toTop();
    list.point(0);
  });
  const onFold = ({ value, state }: GroupHead) => {
    const others = arrangement.folded.filter((one) => one !== value);
    change({ folded: state === 'open' ? [...others, value] : others });
  };
  return (
    <RecordTable
      ref={table}
      label={label}
      columns={list.shown}
      total={lines.count}
      rowAt={list.rowAt}
      headAt={group === null ? undefined : lines.headAt}
      onFold={onFold}
      cursor={cursor}
      onCursor={(to) => {
        setMoved({ asked, to });
        keep({ cursor: to });
        list.point(to);
      }}
      onOpen={(row) => {
        const place = lines.placeAt(cursor);
        if (place !== null) change({ place });
        onOpen(row);
      }}
      sort={sort}
      onSort={(by) => list.ask({ sort: by })}
      onWidth={list.widen}
      checks={canCheck === 'yes' ? list.checks : undefined}
      onVisible={list.see}
      scroll={arrangement.scroll}
      onScroll={(scroll) => keep({ scroll })}
    />
  );
}

/** What is found by another question is shown from its beginning. */
function useBeginning(asked: string, begin: () => void) {
  const before = useRef(asked);
  useEffect(() => {
    if (before.current !== asked) begin();
    before.current = asked;
  });
}
