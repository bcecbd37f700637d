import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconSum } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../../../main/core/contract/consolidation/operations';
import { quarterText } from '../../../app/formats';
import { behindText, countryNames, groupsBehind } from '../countries';
import { activityOf } from '../logframe/lines';
import classes from './FigureDrawer.module.css';

/** How a figure is put together, in words, and up to when each country is in it. */
export function FigureRules(props: { readonly figure: Figure; readonly upTo: string }) {
  const { t } = useTranslation('consolidation');
  const { figure } = props;
  const aggregation = activityOf(figure.activity)?.aggregation;
  const saying = figure.countriesIn.length;
  return (
    <ul className={classes.rules}>
      {aggregation !== undefined && (
        <li>
          <IconSum className="icon-15" />
          <span>
            {t(`rules.${aggregation.overCountries}`)}
            {aggregation.overCountries !== 'none' && `. ${t(`rulesOverTime.${aggregation.overTime}`)}`}
          </span>
        </li>
      )}
      <li data-tone="ok">
        {saying > 0 ? <IconCircleCheck className="icon-15" /> : <IconInfoCircle className="icon-15" />}
        <span>
          {t('figure.countriesIn', { count: saying, quarter: quarterText(props.upTo) })}
          {saying > 0 && <span className="quiet"> {countryNames(figure.countriesIn)}</span>}
        </span>
      </li>
      {groupsBehind(figure.countriesBehind).map((group) => (
        <li key={group.upTo} data-tone="warn">
          <IconAlertTriangle className="icon-15" />
          <span>{behindText(group)}</span>
        </li>
      ))}
    </ul>
  );
}
