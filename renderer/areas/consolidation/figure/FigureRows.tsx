import { IconAlertTriangle, IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Figure } from '../../../../main/core/contract/consolidation/operations';
import type { Output } from '../../../../main/core/contract/operations';
import { numberText, quarterText } from '../../../app/formats';
import { listLabel } from '../../../app/lists';
import { countryName } from '../countries';
import classes from './FigureDrawer.module.css';

type Row = Output<'consolidation.figure'>['rows'][number];

interface FigureRowsProps {
  readonly rows: readonly Row[];
  readonly behind: Figure['countriesBehind'];
}

/** The accepted lines that a figure is made of, by country and quarter; each goes to the report it stands in. */
export function FigureRows(props: FigureRowsProps) {
  const { t } = useTranslation('consolidation');
  const countries = [...new Set(props.rows.map((row) => row.country))];
  if (countries.length === 0) return <p className={classes.nothing}>{t('figure.noRows')}</p>;
  const late = new Map(props.behind.map((country) => [country.code, country.upTo]));
  return (
    <table className={classes.rows} aria-label={t('figure.rows')}>
      <thead>
        <tr>
          <th scope="col">{t('figure.countryAndQuarter')}</th>
          <th scope="col">{t('figure.state')}</th>
          <th scope="col" className={classes.number}>
            {t('figure.number')}
          </th>
        </tr>
      </thead>
      {countries.map((country) => (
        <tbody key={country}>
          <tr className={classes.country}>
            <th scope="rowgroup" colSpan={3}>
              {countryName(country)}
              {late.has(country) && <Behind upTo={late.get(country) ?? null} />}
            </th>
          </tr>
          {props.rows
            .filter((row) => row.country === country)
            .map((row) => (
              <LineRow key={row.quarter} row={row} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

function Behind(props: { readonly upTo: string | null }) {
  const { t } = useTranslation('consolidation');
  return (
    <span className={classes.behind}>
      <IconAlertTriangle className="icon-15" />{' '}
      {props.upTo === null
        ? t('figure.behindNever')
        : t('figure.behind', { quarter: quarterText(props.upTo) })}
    </span>
  );
}

function LineRow(props: { readonly row: Row }) {
  const { t } = useTranslation('consolidation');
  const { row } = props;
  return (
    <tr>
      <th scope="row">
        <Link
          to={`/submissions/${row.submission}`}
          className={classes.rowLink}
          title={t('figure.openReport', { sequence: row.sequence })}
        >
          <span className="figures">{quarterText(row.quarter)}</span>
          <IconExternalLink className="icon-15 directional" />
        </Link>
      </th>
      <td>
        {row.state !== null && listLabel('activityStates', row.state)}
        {row.comment !== null && (
          <span className={classes.comment} dir="auto" title={row.comment}>
            {row.comment}
          </span>
        )}
      </td>
      <td className={`${classes.number} figures`}>
        {row.quantity === null ? '—' : numberText(row.quantity)}
      </td>
    </tr>
  );
}
