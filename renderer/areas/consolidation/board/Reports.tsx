import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../../../main/core/contract/consolidation/operations';
import { dayText, quarterText } from '../../../app/formats';
import { useWorkspace } from '../../../app/workspace';
import { countryNames } from '../countries';
import { ReportGrid } from './ReportGrid';
import classes from './Reports.module.css';

/** The reports of the last quarters by country, with where the quarter being read stands. */
export function Reports(props: { readonly board: Board; readonly readTo: string }) {
  const { t } = useTranslation('consolidation');
  const { today } = useWorkspace();
  const { quarters, countries } = props.board;
  const awaited = countries.filter((country) => country.cells.some((cell) => cell.state !== 'not_expected'));
  const departed = countries.filter((country) => !awaited.includes(country)).map((country) => country.code);
  const due = quarters.find((quarter) => quarter.deadline >= today);
  return (
    <section className={classes.reports} aria-labelledby="board-reports">
      <div className={classes.sectionHead}>
        <h2 id="board-reports">{t('board.reports')}</h2>
        <span className={classes.facts}>
          <Standing board={props.board} quarter={props.readTo} />
          {due !== undefined && (
            <span className="quiet">
              {t('board.deadline', {
                quarter: quarterText(due.quarter),
                day: dayText(due.deadline),
              })}
            </span>
          )}
        </span>
      </div>
      {awaited.length === 0 ? (
        <p className={classes.nothing}>{t('board.noneExpected')}</p>
      ) : (
        <ReportGrid quarters={quarters} countries={awaited} />
      )}
      {departed.length > 0 && (
        <p className={classes.departed}>
          <IconArchive className="icon-15" />{' '}
          {t('board.departed', { count: departed.length, countries: countryNames(departed) })}
        </p>
      )}
    </section>
  );
}

/** `T3 2026 : 4 acceptés sur 7`. */
function Standing(props: { readonly board: Board; readonly quarter: string }) {
  const { t } = useTranslation('consolidation');
  const cells = props.board.countries
    .flatMap((country) => country.cells)
    .filter((cell) => cell.quarter === props.quarter);
  const expected = cells.filter(
    (cell) => cell.state !== 'not_expected' && cell.state !== 'not_enrolled',
  ).length;
  const accepted = cells.filter((cell) => cell.state === 'accepted' || cell.state === 'rectified').length;
  if (expected === 0) return null;
  return (
    <span>
      {t('board.standing', { quarter: quarterText(props.quarter), count: accepted, total: expected })}
    </span>
  );
}
