import { useTranslation } from 'react-i18next';
import type { ImportView, Outcome } from '../../../main/core/contract/spreadsheets/operations';
import { numberText } from '../../app/formats';
import classes from './Import.module.css';
import { iconOfOutcome, outcomes } from './outcomes';
import { SheetChoice } from './SheetChoice';
import { reasonText } from './words';

/** How many rows lead to what, each a filter; at the end, what was found in the sheet. */
export function Chips(props: {
  readonly view: ImportView;
  readonly outcome: Outcome | null;
  onChoose(outcome: Outcome | null): void;
}) {
  const { t } = useTranslation('spreadsheets');
  const { counts } = props.view;
  const all = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  return (
    <div className={classes.chips}>
      {[null, ...outcomes].map((outcome) => {
        const Icon = iconOfOutcome(outcome);
        return (
          <button
            key={outcome ?? 'all'}
            type="button"
            className={classes.chip}
            aria-pressed={props.outcome === outcome}
            data-outcome={outcome ?? 'all'}
            onClick={() => props.onChoose(outcome)}
          >
            {outcome !== null && <Icon className="icon-15" />}
            {t(`outcomes.${outcome ?? 'all'}`)}
            <span className="figures">{numberText(outcome === null ? all : counts[outcome])}</span>
          </button>
        );
      })}
      <SheetChoice view={props.view} />
      <p className={classes.found}>
        <Found view={props.view} />
      </p>
    </div>
  );
}

function Found(props: { readonly view: ImportView }) {
  const { t } = useTranslation('spreadsheets');
  const { view } = props;
  const { headings } = view;
  const totals = view.aside.filter((row) => row.why === 'total').length;
  const others = view.aside.length - totals;
  const left = [
    ...(view.blankRows > 0 ? [t('found.blank', { count: view.blankRows })] : []),
    ...(totals > 0 ? [t('found.total', { count: totals })] : []),
    ...(others > 0 ? [t('found.other', { count: others })] : []),
  ];
  const asideText = view.aside
    .slice(0, 12)
    .map((row) => `${t('found.row', { row: row.row })} (${t(`aside.${row.why}`)}) ${row.text}`)
    .join('\n');
  return (
    <>
      {view.layout === 'cartography' && <strong>{t('found.cartography')} </strong>}
      {headings !== null &&
        (headings.from === headings.to
          ? t('found.headings', { row: headings.from })
          : t('found.headingsSpan', { from: headings.from, to: headings.to }))}{' '}
      {left.length > 0 && <span title={asideText}>{t('found.aside', { list: left.join(', ') })}</span>}{' '}
      {view.notices
        .filter((notice) => notice.code !== 'X08')
        .map((notice) => (
          <span key={notice.code} className={classes.notice}>
            {reasonText(notice)}.{' '}
          </span>
        ))}
    </>
  );
}
