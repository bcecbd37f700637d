import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { CellView, ImportView } from '../../../main/core/contract/spreadsheets/operations';
import { listOptions } from '../../app/lists';
import { SearchSelect } from '../../components/choice/SearchSelect';
import { Difference } from '../../components/Difference';
import { fieldText, readsLeftToRight } from '../../components/fields/field-text';
import type { ListColumn } from '../../components/list/columns';
import classes from './Grid.module.css';
import type { GridRow } from './import-rows';
import { OutcomeWord } from './outcomes';
import { allTargets, fieldOfTarget, reasonText, targetLabel } from './words';

type Column = ImportView['columns'][number];
type Translate = TFunction<['spreadsheets', 'common']>;

/** The columns of the grid: number, outcome, then each column of the file under the choice of what it fills. */
export function gridColumns(
  t: Translate,
  columns: readonly Column[],
  onTarget: (column: number, target: string | null) => void,
): readonly ListColumn<GridRow>[] {
  const themes = listOptions('themes').map((option) => option.code);
  const targets = allTargets(themes, columns).map((target) => ({
    value: target,
    label: targetLabel(target),
  }));
  const options = [{ value: ignored, label: targetLabel(null) }, ...targets];
  return [
    {
      key: 'row',
      label: t('grid.number'),
      head: <span className={classes.plainHead}>{t('grid.number')}</span>,
      width: { min: 3, grow: 0 },
      render: (row) => <span className={classes.number}>{row.row}</span>,
      text: (row) => String(row.row),
    },
    {
      key: 'outcome',
      label: t('grid.result'),
      head: <span className={classes.plainHead}>{t('grid.result')}</span>,
      width: { min: 6.5, grow: 0 },
      render: (row) => <OutcomeWord outcome={row.outcome} />,
      text: (row) => row.outcome,
    },
    ...columns.map((column) => columnOfFile(t, column, options, onTarget)),
  ];
}

const ignored = 'ignore';

function columnOfFile(
  t: Translate,
  column: Column,
  options: { readonly value: string; readonly label: string }[],
  onTarget: (column: number, target: string | null) => void,
): ListColumn<GridRow> {
  const heading = column.heading === '' ? t('grid.noHeading', { number: column.index + 1 }) : column.heading;
  return {
    key: String(column.index),
    label: heading,
    width: widthOf(column.target),
    head: (
      <div
        className={classes.head}
        data-target={column.target === null ? 'ignored' : 'filled'}
        data-asks={column.unread > 0 ? 'yes' : undefined}
      >
        <span className={classes.heading}>
          <bdi className="truncate">{heading}</bdi>
          {column.target !== null && column.unread === 0 && <IconCheck className={classes.sure} />}
          {column.unread > 0 && <IconHelpCircle className={classes.unsure} />}
        </span>
        <SearchSelect
          size="xs"
          aria-label={t('grid.column', { heading })}
          data={options}
          value={column.target ?? ignored}
          onChange={(value) => value !== null && onTarget(column.index, value === ignored ? null : value)}
          leftSection={column.target === null ? <IconBan className="icon-15" /> : undefined}
          comboboxProps={{ width: 260, position: 'bottom-start' }}
          maxDropdownHeight={320}
        />
      </div>
    ),
    render: (row) => <Cell cell={row.cells[column.index]} column={column} row={row} />,
    text: (row) => row.cells[column.index]?.typed ?? '',
  };
}

/** Long texts get more room than codes; what is ignored gets little. */
function widthOf(target: string | null): { min: number; grow: number } {
  if (target === null) return { min: 7.25, grow: 0.4 };
  if (target === 'name') return { min: 14, grow: 2.4 };
  if (target.includes(':') || target === 'prefix') return { min: 7, grow: 0.4 };
  const type = fieldOfTarget(target)?.type;
  if (type === 'text' || type === 'choices') return { min: 9, grow: 1.3 };
  if (type === 'phone' || type === 'email' || type === 'url') return { min: 8.75, grow: 1 };
  if (type === 'line' || type === 'year' || type === 'count') return { min: 6.25, grow: 0.6 };
  return { min: 7.5, grow: 0.9 };
}

function Cell(props: {
  readonly cell: CellView | undefined;
  readonly column: Column;
  readonly row: GridRow;
}) {
  const { cell, column, row } = props;
  const field = fieldOfTarget(column.target);
  if (cell === undefined) return null;
  if (cell.how === 'ignored') return <span className={classes.ignored}>{cell.typed}</span>;
  if (cell.how === 'refused') {
    return (
      <span className={classes.refused}>
        <IconCircleX className="icon-15" /> {cell.why === null ? cell.typed : reasonText(cell.why)}
      </span>
    );
  }
  const change =
    row.outcome === 'changed' && field !== null
      ? row.changes.find((one) => one.field === field.name)
      : undefined;
  if (change !== undefined && field !== null && field.name !== 'notes') {
    return (
      <span className={classes.change}>
        <Difference {...shortened(fieldText(field, change.before), fieldText(field, change.after))} />
      </span>
    );
  }
  if (cell.how === 'unread' || cell.how === 'doubtful') {
    return (
      <Tooltip label={cell.why === null ? cell.typed : reasonText(cell.why)}>
        <span className={classes.doubtful}>
          <IconAlertTriangle className="icon-15" /> <bdi>{cell.typed}</bdi>
        </span>
      </Tooltip>
    );
  }
  return <Understood cell={cell} column={column} tone={row.outcome === 'identical' ? 'quiet' : 'plain'} />;
}

const leastShared = 6;

/** A long beginning that both values share says nothing: `…118` → `…119`. */
function shortened(before: string | null, after: string | null) {
  if (before === null || after === null) return { before, after };
  let shared = 0;
  while (shared < before.length && before[shared] === after[shared]) shared += 1;
  const cut = Math.min(shared, before.length - 2, after.length - 2) - 1;
  return cut < leastShared
    ? { before, after }
    : { before: `…${before.slice(cut)}`, after: `…${after.slice(cut)}` };
}

function Understood(props: {
  readonly cell: CellView;
  readonly column: Column;
  readonly tone: 'quiet' | 'plain';
}) {
  const { cell, column, tone } = props;
  const field = fieldOfTarget(column.target);
  const text = field === null ? cell.typed : (fieldText(field, cell.value) ?? '');
  const words = (
    <span
      className={field !== null && readsLeftToRight(field) ? 'ltr figures' : undefined}
      dir={field !== null && readsLeftToRight(field) ? undefined : 'auto'}
      data-tone={tone}
      data-how={cell.how}
    >
      {text}
    </span>
  );
  if (cell.how !== 'corrected' || text === cell.typed) return <span className={classes.value}>{words}</span>;
  return (
    <Tooltip label={<Original cell={cell} />}>
      <span className={classes.value}>{words}</span>
    </Tooltip>
  );
}

function Original(props: { readonly cell: CellView }) {
  const { typed, why } = props.cell;
  return (
    <>
      {typed}
      {why !== null && <> ({reasonText(why)})</>}
    </>
  );
}
