import { type MouseEvent, memo } from 'react';
import { textOf } from '../../app/i18n';
import { CheckBox } from './CheckBox';
import type { ListColumn } from './columns';
import classes from './RecordTable.module.css';

interface TableRowProps<Row extends { readonly id: string }> {
  readonly id: string;
  readonly index: number;
  /** Undefined while its page is on the way. */
  readonly row: Row | undefined;
  readonly columns: readonly ListColumn<Row>[];
  readonly template: string;
  /** Distance from the top of the list, px. */
  readonly start: number;
  readonly place: 'cursor' | 'elsewhere';
  /** `never`: rows of this table cannot be checked. */
  readonly checked: 'yes' | 'no' | 'never';
  onToggle(row: Row): void;
  onClick(index: number, event: MouseEvent): void;
  onOpen(row: Row): void;
}

/** One row: its check box, its cells; a waiting row shows its lines only. Drawn anew only when it changes itself. */
export const TableRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<Row extends { readonly id: string }>(props: TableRowProps<Row>) {
  const { row, checked } = props;
  const isChecked = checked === 'yes';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys for the row at the cursor
    // biome-ignore lint/a11y/useSemanticElements: a virtual table has no table element; ARIA's grid says the same
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the row at the cursor
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={checked === 'never' ? undefined : isChecked}
      aria-busy={row === undefined ? true : undefined}
      className={classes.row}
      data-cursor={props.place === 'cursor' ? 'yes' : undefined}
      data-checked={isChecked ? 'yes' : undefined}
      style={{ gridTemplateColumns: props.template, top: props.start }}
      onClick={(event) => props.onClick(props.index, event)}
      onDoubleClick={() => row !== undefined && props.onOpen(row)}
    >
      <div role={checked === 'never' ? undefined : 'gridcell'} className={classes.check}>
        {checked !== 'never' && row !== undefined && (
          <CheckBox
            label={textOf('common:list.check')}
            state={isChecked ? 'checked' : 'unchecked'}
            within="row"
            onChange={() => props.onToggle(row)}
          />
        )}
      </div>
      {props.columns.map((column, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a virtual table has no table element; ARIA's grid says the same
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the row at the cursor
        <div key={column.key} role="gridcell" className={classes.cell} data-align={column.align ?? 'start'}>
          {row === undefined ? (
            <span className={classes.waiting} />
          ) : at === 0 ? (
            <button type="button" className={classes.subject} tabIndex={-1} onClick={() => props.onOpen(row)}>
              {column.render(row)}
            </button>
          ) : (
            column.render(row)
          )}
        </div>
      ))}
    </div>
  );
}
