import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ListColumn } from '../../../components/list/columns';
import { RecordTable } from '../../../components/list/RecordTable';
import type { Checks } from '../../../components/list/selection';
import classes from './Cartography.module.css';
import type { Sorting } from './SortHead';

interface SheetsTableProps<Row> {
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  /** Instead of a table without rows. */
  readonly none: string;
  readonly sorting: Sorting;
  /** Without it rows cannot be checked. */
  readonly checks?: Checks | undefined;
}

/** Organisations at hand, one a row; Enter or a double click opens the sheet. */
export function SheetsTable<Row extends { readonly id: string }>(props: SheetsTableProps<Row>) {
  const { rows } = props;
  const navigate = useNavigate();
  const [cursor, setCursor] = useState(0);
  if (rows.length === 0) return <p className={classes.none}>{props.none}</p>;
  return (
    <RecordTable
      label={props.label}
      columns={props.columns}
      total={rows.length}
      rowAt={(index) => rows[index]}
      cursor={Math.min(cursor, rows.length - 1)}
      onCursor={setCursor}
      onOpen={(row) => void navigate(`/organisations/${row.id}`)}
      sort={props.sorting.sort}
      onSort={props.sorting.onSort}
      firstColumn="sticky"
      checks={props.checks}
    />
  );
}
