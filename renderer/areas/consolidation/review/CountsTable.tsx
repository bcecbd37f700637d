import { useTranslation } from 'react-i18next';
import type { Submission } from '../../../../main/core/contract/consolidation/operations';
import { numberText } from '../../../app/formats';
import { natures } from './natures';
import classes from './Review.module.css';

/** How many records of each table are new, changed, gone or identical; on screen and on paper. */
export function CountsTable(props: { readonly counts: Submission['counts'] }) {
  const { t } = useTranslation('consolidation');
  return (
    <table className={classes.counts}>
      <thead>
        <tr>
          <th scope="col">{t('review.table')}</th>
          {natures.map((nature) => (
            <th key={nature} scope="col">
              {t(`natures.${nature}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.counts.map((count) => (
          <tr key={count.table}>
            <th scope="row">{t(`tables.${count.table as 'organisations'}`)}</th>
            {natures.map((nature) => (
              <td key={nature} className="figures">
                {numberText(count[nature])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
