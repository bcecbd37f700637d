import { useTranslation } from 'react-i18next';
import type { ImportView, Outcome, Taken } from '../../../main/core/contract/spreadsheets/operations';
import { numberText } from '../../app/formats';
import { EncodingChoice } from './EncodingChoice';
import { Found } from './Found';
import classes from './Import.module.css';
import { iconOfOutcome, outcomes } from './outcomes';
import { SheetChoice } from './SheetChoice';

/** How many rows lead to what, each a filter; at the end, what was found in the sheet. */
export function Chips(props: {
  readonly view: ImportView;
  readonly outcome: Outcome | null;
  onChoose(outcome: Outcome | null): void;
  onArrange(wanted: { headings?: { from: number; to: number }; hidden?: Taken; notes?: Taken }): void;
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
      <EncodingChoice view={props.view} />
      <Found view={props.view} onArrange={props.onArrange} />
    </div>
  );
}
