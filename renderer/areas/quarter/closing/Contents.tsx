import { useTranslation } from 'react-i18next';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { numberText, quarterText } from '../../../app/formats';
import { Meter } from '../../../components/Meter';
import classes from './Closing.module.css';

/** What the package holds, beside what the one before held, and how complete it is. */
export function Contents(props: { readonly overview: QuarterOverview }) {
  const { t } = useTranslation('quarter');
  const { contents, quarter } = props.overview;
  const hasPrevious = contents.some((row) => row.previousRows !== null);
  return (
    <section className={classes.railPart} aria-labelledby="contents">
      <h2 id="contents">{t('contents.title')}</h2>
      <table className={classes.contents}>
        <thead>
          <tr>
            <th scope="col">{t('contents.table')}</th>
            {hasPrevious && <th scope="col">{t('contents.previous')}</th>}
            <th scope="col">{quarterText(quarter)}</th>
            <th scope="col">{t('contents.complete')}</th>
          </tr>
        </thead>
        <tbody>
          {contents.map((row) => (
            <tr key={row.table}>
              <th scope="row">{t(`contents.tables.${row.table}`)}</th>
              {hasPrevious && (
                <td className="quiet figures">
                  {row.previousRows === null ? '—' : numberText(row.previousRows)}
                </td>
              )}
              <td className="figures">
                <strong>{numberText(row.rows)}</strong>
              </td>
              <td>{row.percent !== null && <Meter percent={row.percent} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
