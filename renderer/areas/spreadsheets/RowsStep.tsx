import { useHotkeys } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../main/core/contract/operations';
import type { ImportView, Outcome, RowChoice } from '../../../main/core/contract/spreadsheets/operations';
import { call, useLongCommand } from '../../app/calls';
import { wordError } from '../../app/errors';
import { useSay, useScreenKeys } from '../../app/status';
import { ErrorLine } from '../../components/ErrorPanel';
import { RecordTable } from '../../components/list/RecordTable';
import { Chips } from './Chips';
import { Foot } from './Foot';
import { gridColumns } from './grid-columns';
import classes from './Import.module.css';
import { useImportRows } from './import-rows';
import { Legend } from './Legend';
import { NoHeadings } from './NoHeadings';
import { OpenQuestion } from './OpenQuestion';
import { Repeats } from './Repeats';
import { RowPanel } from './RowPanel';

const choiceKeys: readonly RowChoice[] = ['complete', 'create', 'aside'];

/** The second step: mapping and rows in one grid, the row at the cursor beside it, what waits and the final button. */
export function RowsStep(props: {
  readonly view: ImportView;
  onApplied(applied: Output<'spreadsheets.apply'>): void;
}) {
  const { t } = useTranslation(['spreadsheets', 'common']);
  const { view } = props;
  const id = view.import;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [cursor, setCursor] = useState(0);
  const [visible, setVisible] = useState({ from: 0, to: 0 });
  const rows = useImportRows(id, outcome, visible);
  const { run: rearrange, error, running } = useLongCommand('spreadsheets.arrange');
  const say = useSay();
  const total = rows.total ?? 0;
  const place = Math.max(0, Math.min(cursor, total - 1));
  const row = rows.rowAt(place);
  const arrange = useCallback(
    (wanted: Omit<Parameters<typeof rearrange>[0], 'import'>) => {
      rearrange({ import: id, ...wanted }).catch((refusal: unknown) => say(wordError(refusal).sentence));
    },
    [rearrange, id, say],
  );
  const columns = useMemo(
    () => gridColumns(t, view.columns, (column, target) => arrange({ targets: { [column]: target } })),
    [t, view.columns, arrange],
  );
  const choose = (choice: RowChoice) => {
    if (row?.outcome !== 'ambiguous') return;
    call('spreadsheets.choose', {
      import: id,
      row: row.row,
      choice: row.choice === choice ? null : choice,
    }).catch((refusal: unknown) => say(wordError(refusal).sentence));
  };
  // Strokes of F8 that come before the first is answered go on from where that one leads.
  const at = useRef(place);
  const walk = useRef(Promise.resolve());
  useEffect(() => {
    at.current = place;
  }, [place]);
  const next = () => {
    walk.current = walk.current
      .then(async () => {
        const found = await call('spreadsheets.nextToSee', { import: id, outcome, after: at.current });
        if (found.place === null) return;
        at.current = found.place;
        setCursor(found.place);
      })
      .catch((refusal: unknown) => say(wordError(refusal).sentence));
  };
  useHotkeys([
    ['F8', next],
    ...choiceKeys.map((choice, index) => [String(index + 1), () => choose(choice)] as [string, () => void]),
  ]);
  useScreenKeys([
    { keys: ['↑↓'], label: t('keys.row') },
    { keys: ['F8'], label: t('keys.next') },
    { keys: ['1', '2', '3'], label: t('keys.choose') },
  ]);
  return (
    <div className={classes.rowsStep}>
      <Chips
        view={view}
        outcome={outcome}
        onChoose={(chosen) => {
          setOutcome(chosen);
          setCursor(0);
        }}
        onArrange={arrange}
      />
      <Repeats view={view} onArrange={arrange} />
      <ErrorLine error={error} />
      <div className={classes.work}>
        <div className={classes.grid} aria-busy={running}>
          {view.headings === null ? (
            <NoHeadings view={view} onArrange={arrange} />
          ) : view.question !== null ? (
            <OpenQuestion view={view} question={view.question} onArrange={arrange} />
          ) : total === 0 ? (
            <p className={classes.nothing}>{t('grid.empty')}</p>
          ) : (
            <RecordTable
              key={outcome ?? 'all'}
              label={t('grid.label')}
              columns={columns}
              total={total}
              rowAt={rows.rowAt}
              cursor={place}
              onCursor={setCursor}
              onOpen={() => document.getElementById('import-row')?.querySelector('input')?.focus()}
              onVisible={setVisible}
            />
          )}
          {view.question === null && <Legend view={view} />}
        </div>
        {view.question === null && (
          <RowPanel view={view} row={row ?? null} place={place} total={total} onChoose={choose} />
        )}
      </div>
      <Foot view={view} onApplied={props.onApplied} />
    </div>
  );
}
