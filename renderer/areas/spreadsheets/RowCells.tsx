import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellView, ImportView } from '../../../main/core/contract/spreadsheets/operations';
import { call } from '../../app/calls';
import { wordError } from '../../app/errors';
import { listOptions } from '../../app/lists';
import { useSay } from '../../app/status';
import { useWorkspace } from '../../app/workspace';
import { SearchSelect } from '../../components/choice/SearchSelect';
import type { GridRow } from './import-rows';
import classes from './Panel.module.css';
import { fieldOfTarget, reasonText, targetLabel } from './words';

type Column = ImportView['columns'][number];

/** The cells of the row, to correct where they stand; a word that no list knows is paired with one of its codes. */
export function RowCells(props: { readonly view: ImportView; readonly row: GridRow }) {
  const { t } = useTranslation('spreadsheets');
  const { view, row } = props;
  const shown = view.columns.filter((column) => column.target !== null && column.target !== 'kept');
  return (
    <section className={classes.cells}>
      <h2>{t('panel.values')}</h2>
      {shown.map((column) => {
        const cell = row.cells[column.index];
        return cell === undefined ? null : (
          <CellEditor key={column.index} view={view} row={row} column={column} cell={cell} />
        );
      })}
    </section>
  );
}

function CellEditor(props: {
  readonly view: ImportView;
  readonly row: GridRow;
  readonly column: Column;
  readonly cell: CellView;
}) {
  const { column, cell, row, view } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const say = useSay();
  const label = targetLabel(column.target);
  const save = () => {
    if (draft === null || draft === cell.typed) return setDraft(null);
    call('spreadsheets.edit', { import: view.import, row: row.row, column: column.index, text: draft })
      .catch((error: unknown) => say(wordError(error).sentence))
      .finally(() => setDraft(null));
  };
  const asks = cell.how === 'unread' || cell.how === 'doubtful' || cell.how === 'refused';
  return (
    <div className={classes.cell}>
      <TextInput
        size="xs"
        label={label}
        value={draft ?? cell.typed}
        dir="auto"
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
          else if (event.key === 'Escape') setDraft(null);
        }}
        error={asks && cell.why !== null ? reasonText(cell.why) : undefined}
      />
      {cell.why?.code === 'choice' && <Pairing {...props} />}
    </div>
  );
}

function Pairing(props: { readonly view: ImportView; readonly column: Column; readonly cell: CellView }) {
  const { t } = useTranslation(['spreadsheets', 'common']);
  const workspace = useWorkspace();
  const say = useSay();
  const { view, column, cell } = props;
  const field = fieldOfTarget(column.target);
  if (field?.list === undefined) return null;
  const pair = (code: string | null) => {
    if (code === null) return;
    call('spreadsheets.pair', { import: view.import, field: field.name, typed: cell.typed, code }).catch(
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  return (
    <SearchSelect
      size="xs"
      label={t('panel.pair', { typed: cell.typed })}
      placeholder={t('panel.pairChoose')}
      data={listOptions(field.list, workspace.country).map(({ code, label }) => ({ value: code, label }))}
      value={null}
      onChange={pair}
    />
  );
}
