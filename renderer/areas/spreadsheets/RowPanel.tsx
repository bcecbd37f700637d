import { IconCheck, IconDownload, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportView, RowChoice } from '../../../main/core/contract/spreadsheets/operations';
import { call } from '../../app/calls';
import { wordError } from '../../app/errors';
import { useSay } from '../../app/status';
import { Difference } from '../../components/Difference';
import { fieldText } from '../../components/fields/field-text';
import type { GridRow } from './import-rows';
import { OutcomeWord } from './outcomes';
import classes from './Panel.module.css';
import { RowCells } from './RowCells';
import { RowChoices } from './RowChoices';
import { fieldOfTarget, likenessText, reasonText, targetLabel } from './words';

/** The row at the cursor: why it is what it is, the choice it waits for, what would change, its cells to correct. */
export function RowPanel(props: {
  readonly view: ImportView;
  readonly row: GridRow | null;
  readonly place: number;
  readonly total: number;
  onChoose(choice: RowChoice): void;
}) {
  const { t } = useTranslation('spreadsheets');
  const { row, view } = props;
  return (
    <aside className={classes.panel} aria-label={t('panel.label')}>
      {row === null ? (
        <p className="quiet">{t('panel.none')}</p>
      ) : (
        <div className={classes.scroll} id="import-row">
          <div className={classes.top}>
            <OutcomeWord outcome={row.outcome} shape="filled" />
            <span>{t('panel.row', { row: row.row })}</span>
            <span className={classes.place}>
              {t('panel.place', { place: props.place + 1, total: props.total })}
            </span>
          </div>
          <Reasons row={row} />
          {row.outcome === 'ambiguous' && <RowChoices row={row} onChoose={props.onChoose} />}
          <Changes row={row} />
          <RowCells key={row.id} view={view} row={row} />
        </div>
      )}
      {view.counts.refused > 0 && <SaveRefused view={view} />}
    </aside>
  );
}

function Reasons(props: { readonly row: GridRow }) {
  const { t } = useTranslation('spreadsheets');
  const { row } = props;
  const { match } = row;
  return (
    <div className={classes.reasons}>
      {row.outcome === 'new' && <p>{t('panel.new')}</p>}
      {row.outcome === 'identical' && match !== null && <p>{t('panel.identical')}</p>}
      {row.outcome === 'ambiguous' && match !== null && <p>{t('panel.looksLike', { title: match.title })}</p>}
      {row.outcome === 'ambiguous' && match === null && row.twin === null && <p>{t('panel.maybeNothing')}</p>}
      {row.twin !== null && (
        <p>
          {t(row.outcome === 'identical' && match === null ? 'panel.repeats' : 'panel.twin', {
            row: row.twin,
          })}
        </p>
      )}
      {row.outcome === 'ambiguous' &&
        match?.reasons.map((reason) => (
          <p key={reason.code} className={classes.reason}>
            {reason.params.speaks === 'for' ? (
              <IconCheck className="icon-15" />
            ) : (
              <IconMinus className="icon-15" />
            )}
            {likenessText(reason)}
          </p>
        ))}
      {row.refusals.length > 0 && <p>{t('panel.refused')}</p>}
      {row.refusals.map((reason) => (
        <p key={reasonText(reason)} className={classes.refusal}>
          {reasonText(reason)}
        </p>
      ))}
    </div>
  );
}

function Changes(props: { readonly row: GridRow }) {
  const { t } = useTranslation('spreadsheets');
  const { row } = props;
  if (row.match === null || row.outcome === 'identical') return null;
  const { title } = row.match;
  return (
    <section className={classes.changes}>
      <h2>
        {row.outcome === 'ambiguous' ? t('panel.wouldChange', { title }) : t('panel.changes', { title })}
      </h2>
      {row.changes.length === 0 && <p className="quiet">{t('panel.nothing')}</p>}
      {row.changes.map((change) => {
        const field = fieldOfTarget(change.field);
        return (
          <div key={change.field} className={classes.change}>
            <span className={classes.label}>{targetLabel(change.field)}</span>
            {field !== null && (
              <Difference before={fieldText(field, change.before)} after={fieldText(field, change.after)} />
            )}
          </div>
        );
      })}
      {row.outcome === 'ambiguous' && <p className="quiet">{t('panel.nameStays')}</p>}
    </section>
  );
}

function SaveRefused(props: { readonly view: ImportView }) {
  const { t } = useTranslation('spreadsheets');
  const say = useSay();
  const save = async () => {
    const file = await call('shell.chooseWhereToSave', {
      purpose: 'workbook',
      suggestedName: `${t('refusedFile.name')}.xlsx`,
    });
    if (file === null) return;
    const saved = await call('spreadsheets.saveRefused', { import: props.view.import, file: file.handle });
    say(t('panel.savedRefused', { name: saved.fileName }));
  };
  return (
    <button
      type="button"
      className={classes.save}
      onClick={() => save().catch((error: unknown) => say(wordError(error).sentence))}
    >
      <IconDownload /> {t('panel.saveRefused', { count: props.view.counts.refused })}
    </button>
  );
}
