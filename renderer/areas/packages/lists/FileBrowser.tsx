import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreenKeys } from '../../../app/status';
import type { ListColumn } from '../../../components/list/columns';
import { useArrangement } from '../../../components/list/list-state';
import { RecordTable } from '../../../components/list/RecordTable';
import { ViewTabs } from '../../../components/list/ViewTabs';
import classes from '../packages.module.css';

type WithId = { readonly id: string };

/** A view of files of one sort: its rows, its columns and what the rail says of the row at the cursor. */
export interface FileView<Row extends WithId> {
  readonly key: string;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly ListColumn<Row>[];
  readonly whenEmpty: string;
  readonly rail: (row: Row) => ReactNode;
  /** Enter or double click; without it, the keyboard goes to the rail. */
  readonly onOpen?: (row: Row) => boolean;
}

interface FileBrowserProps {
  /** Under which the chosen view and the cursor are remembered. */
  readonly name: string;
  /** The view shown at first. */
  readonly first: string;
  readonly views: readonly { readonly key: string; readonly label: string; readonly count: number }[];
  readonly children: (view: string) => ReactNode;
}

/** The tabs above a list of files. */
export function FileBrowser(props: FileBrowserProps) {
  const { arrangement, change } = useArrangement(props.name, {
    view: props.first,
    sort: { field: '', direction: 'descending' },
  });
  const known = props.views.some((view) => view.key === arrangement.view);
  const current = known ? arrangement.view : props.first;
  return (
    <div className={classes.body}>
      <ViewTabs
        views={props.views}
        current={current}
        onChoose={(view) => change({ view, cursor: 0, scroll: 0 })}
      />
      {props.children(current)}
    </div>
  );
}

/** A list of files, and at its end everything about the one at the cursor. */
export function FileList<Row extends WithId>(props: { readonly view: FileView<Row> }) {
  const { t } = useTranslation();
  const { view } = props;
  const { arrangement, change } = useArrangement(`files-${view.key}`, {
    view: view.key,
    sort: { field: '', direction: 'descending' },
  });
  const rail = useRef<HTMLElement>(null);
  useScreenKeys([
    { keys: ['↑↓'], label: t('keys.browse') },
    { keys: [t('keys.enter')], label: t('keys.open') },
  ]);
  if (view.rows.length === 0) return <p className={classes.emptyView}>{view.whenEmpty}</p>;
  const cursor = Math.min(arrangement.cursor, view.rows.length - 1);
  const row = view.rows[cursor];
  return (
    <div className={classes.browser}>
      <div className={classes.list}>
        <RecordTable
          label={view.label}
          columns={view.columns}
          total={view.rows.length}
          rowAt={(index) => view.rows[index]}
          cursor={cursor}
          onCursor={(index) => change({ cursor: index })}
          onOpen={(opened) => {
            if (view.onOpen?.(opened) !== true) rail.current?.querySelector('button')?.focus();
          }}
          scroll={arrangement.scroll}
          onScroll={(scroll) => change({ scroll })}
        />
      </div>
      <aside ref={rail} className={classes.rail} aria-label={t('keys.here')}>
        {row !== undefined && view.rail(row)}
      </aside>
    </div>
  );
}
