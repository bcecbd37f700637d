import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../../../main/core/contract/consolidation/operations';
import { numberText, quarterText } from '../../../app/formats';
import { activityOf, shortLabelOf } from '../logframe/lines';
import { CountryChips } from './CountryChips';
import { FigureButton, walkFigures } from './FigureButton';
import classes from './Figures.module.css';
import { Progress } from './Progress';

interface FigureTableProps {
  readonly figures: readonly Figure[];
  readonly expected: readonly string[];
  readonly upTo: string;
  /** The activity whose drawer is open. */
  readonly opened: string | null;
  onOpen(activity: string): void;
}

/** The activities by result: target, what is done, how far, and which countries the figure counts. */
export function FigureTable(props: FigureTableProps) {
  const { t } = useTranslation('consolidation');
  const results = [...new Set(props.figures.map((figure) => resultOf(figure)))];
  return (
    <section className={classes.section} aria-labelledby="board-logframe">
      <div className={classes.sectionHead}>
        <h2 id="board-logframe">{t('logframe.title')}</h2>
        <span>{t('logframe.readTo', { quarter: quarterText(props.upTo) })}</span>
        <BehindLegend figures={props.figures} upTo={props.upTo} />
      </div>
      <table
        className={classes.table}
        aria-labelledby="board-logframe"
        onKeyDown={(event) => walkFigures(event) && event.preventDefault()}
      >
        <thead>
          <tr>
            <th scope="col">{t('logframe.activity')}</th>
            <th scope="col" className={classes.number}>
              {t('logframe.target')}
            </th>
            <th scope="col" className={classes.number}>
              {t('logframe.done')}
            </th>
            <th scope="col">{t('logframe.progress')}</th>
            <th scope="col">{t('logframe.countries')}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <Fragment key={result}>
              <tr className={classes.result}>
                <th scope="colgroup" colSpan={5}>
                  <span className="code">{result}</span> <span>{shortLabelOf(result)}</span>
                </th>
              </tr>
              {props.figures
                .filter((figure) => resultOf(figure) === result)
                .map((figure) => (
                  <ActivityRow key={figure.activity} {...props} figure={figure} />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function resultOf(figure: Figure): string {
  return activityOf(figure.activity)?.parent ?? '';
}

function ActivityRow(props: Omit<FigureTableProps, 'figures'> & { readonly figure: Figure }) {
  const { figure, opened } = props;
  return (
    <tr data-opened={opened === figure.activity ? 'yes' : 'no'}>
      <th scope="row">
        <span className={`${classes.activityCode} code`}>{figure.activity}</span>{' '}
        {shortLabelOf(figure.activity)}
      </th>
      <td className={`${classes.number} figures`}>
        {figure.target === null ? '—' : numberText(figure.target)}
      </td>
      <td className={`${classes.number} figures`}>
        <FigureButton
          figure={figure}
          place={opened === figure.activity ? 'opened' : 'elsewhere'}
          onOpen={() => props.onOpen(figure.activity)}
        />
      </td>
      <td>
        <Progress done={figure.done} target={figure.target} />
      </td>
      <td>
        <CountryChips figure={figure} expected={props.expected} upTo={props.upTo} />
      </td>
    </tr>
  );
}

/** What a dashed chip means, where there is one. */
export function BehindLegend(props: { readonly figures: readonly Figure[]; readonly upTo: string }) {
  const { t } = useTranslation('consolidation');
  const behind = props.figures[0]?.countriesBehind[0];
  if (behind === undefined) return null;
  return (
    <span className={classes.legend}>
      <span className={classes.chip} data-place="behind" aria-hidden="true">
        {behind.code}
      </span>{' '}
      {t('logframe.legendBehind', { quarter: quarterText(props.upTo) })}
    </span>
  );
}
