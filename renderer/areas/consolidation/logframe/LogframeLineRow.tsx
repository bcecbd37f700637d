import { useTranslation } from 'react-i18next';
import type { Figure } from '../../../../main/core/contract/consolidation/operations';
import type { LogframeLine } from '../../../../main/core/contract/programme/reference-pack';
import { labelIn } from '../../../../main/core/contract/programme/text';
import { currentLanguage } from '../../../app/i18n';
import { CountryChips } from '../figure/CountryChips';
import { FigureButton } from '../figure/FigureButton';
import { Progress } from '../figure/Progress';
import classes from './Logframe.module.css';
import { targetTexts } from './lines';

interface LogframeLineRowProps {
  readonly line: LogframeLine;
  /** Null for objectives and results, which have no figure of their own. */
  readonly figure: Figure | null;
  readonly expected: readonly string[];
  readonly upTo: string;
  readonly place: 'opened' | 'elsewhere';
  onOpen(): void;
}

/** One line of the logframe: an objective or a result over its activities, or an activity with its figure. */
export function LogframeLineRow(props: LogframeLineRowProps) {
  const { t } = useTranslation('consolidation');
  const { line, figure } = props;
  if (line.level !== 'activity' || figure === null) {
    return (
      <tr className={classes.heading} data-level={line.level}>
        <th scope="row" className="code">
          {line.code}
        </th>
        <td colSpan={4}>
          <span className={classes.level}>{t(`logframe.levels.${line.level}`)}</span>
          <PrintedText line={line} />
        </td>
      </tr>
    );
  }
  return (
    <tr className={classes.activity} data-opened={props.place === 'opened' ? 'yes' : 'no'}>
      <th scope="row" className="code">
        {line.code}
      </th>
      <td>
        <PrintedText line={line} />
      </td>
      <td>
        {targetTexts(line).map((target) => (
          <span key={target} className={classes.target}>
            {target}
          </span>
        ))}
      </td>
      <td className={`${classes.number} figures`}>
        <FigureButton figure={figure} place={props.place} onOpen={props.onOpen} />
      </td>
      <td>
        <span className={classes.stacked}>
          <Progress done={figure.done} target={figure.target} />
          <CountryChips figure={figure} expected={props.expected} upTo={props.upTo} />
        </span>
      </td>
    </tr>
  );
}

/** The sentence of the programme's document, which is French, and what a reader of it must know. */
function PrintedText(props: { readonly line: LogframeLine }) {
  const { line } = props;
  return (
    <>
      <span lang="fr" dir="auto">
        {line.text}
      </span>
      {line.note !== null && <span className={classes.note}>{labelIn(line.note, currentLanguage())}</span>}
    </>
  );
}
