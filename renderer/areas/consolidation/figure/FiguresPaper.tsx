import { useTranslation } from 'react-i18next';
import type { Board, Figure } from '../../../../main/core/contract/consolidation/operations';
import { numberText, percentText, quarterText } from '../../../app/formats';
import { behindText, countryName, countryNames, groupsBehind } from '../countries';
import { activityOf, lineOf, targetTexts } from '../logframe/lines';

export interface PrintedFigures {
  /** Null prints the logframe alone. */
  readonly board: Board | null;
  readonly figures: readonly Figure[];
  readonly upTo: string;
}

interface FiguresPaperProps extends PrintedFigures {
  readonly title: string;
  /** Whose paper it is and of which day. */
  readonly origin: string;
}

/** The region on paper: who has reported, and each activity with its figure and the countries it counts. */
export function FiguresPaper(props: FiguresPaperProps) {
  const { t } = useTranslation('consolidation');
  const { board, figures, upTo } = props;
  return (
    <article>
      <div className="paper-head">
        <h1>{props.title}</h1>
        <span>{props.origin}</span>
      </div>
      {board !== null && <ReportsOnPaper board={board} />}
      <h2>
        {t('logframe.title')}, {t('logframe.readTo', { quarter: quarterText(upTo) })}
      </h2>
      {groupsBehind(figures[0]?.countriesBehind ?? []).map((group) => (
        <p key={group.upTo}>{behindText(group)}</p>
      ))}
      <table>
        <thead>
          <tr>
            <th>{t('logframe.activity')}</th>
            <th>{t('logframe.target')}</th>
            <th>{t('logframe.done')}</th>
            <th>{t('logframe.progress')}</th>
            <th>{t('logframe.countries')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <FigureOnPaper key={figure.activity} figure={figure} />
          ))}
        </tbody>
      </table>
      <div className="paper-foot">{t('review.paperPurpose')}</div>
    </article>
  );
}

function ReportsOnPaper(props: { readonly board: Board }) {
  const { t } = useTranslation('consolidation');
  const { quarters, countries } = props.board;
  return (
    <>
      <h2>{t('board.reports')}</h2>
      <table>
        <thead>
          <tr>
            <th>{t('board.country')}</th>
            {quarters.map(({ quarter }) => (
              <th key={quarter}>{quarterText(quarter)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {countries.map((country) => (
            <tr key={country.code}>
              <td>{countryName(country.code)}</td>
              {country.cells.map((cell) => (
                <td key={cell.quarter}>
                  {t(`states.${cell.state}`, { revision: cell.revision })}
                  {cell.daysLate !== null && ` ${t('board.daysLate', { count: cell.daysLate })}`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function FigureOnPaper(props: { readonly figure: Figure }) {
  const { activity, target, done, countriesIn } = props.figure;
  const line = activityOf(activity);
  return (
    <tr>
      <td>
        <strong>{activity}</strong>{' '}
        <span lang="fr" dir="auto">
          {lineOf(activity)?.text}
        </span>
      </td>
      <td>{line === null ? '—' : targetTexts(line).join(' · ')}</td>
      <td className="figures">{done === null ? '—' : numberText(done)}</td>
      <td className="figures">
        {done !== null && target !== null && percentText(Math.round((done * 100) / target))}
      </td>
      <td>{countryNames(countriesIn)}</td>
    </tr>
  );
}
