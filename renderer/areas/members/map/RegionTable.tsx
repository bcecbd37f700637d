import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../main/core/contract/operations';
import { numberText } from '../../../app/formats';
import { listLabel, listOptions } from '../../../app/lists';
import classes from './Map.module.css';

interface RegionTableProps {
  readonly country: string | null;
  readonly answer: Output<'members.map'>;
  readonly label: string;
  /** Codes of the regions of a row; null for the organisations without region. */
  onOpen?(regions: readonly string[] | null): void;
}

/** The same numbers as the map, as a table: largest first, regions without any at the end. */
export function RegionTable(props: RegionTableProps) {
  const { t } = useTranslation('members');
  const { answer, country } = props;
  const counted = new Map(answer.regions.map(({ region, count }) => [region, count]));
  const known = country === null ? [] : listOptions('regions', country).map((option) => option.code);
  const codes = [...new Set([...answer.regions.flatMap(({ region }) => region ?? []), ...known])];
  const rows = codes
    .map((code) => ({ code, name: listLabel('regions', code), count: counted.get(code) ?? 0 }))
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name));
  const unknown = counted.get(null) ?? 0;
  return (
    <div className={classes.tableSide}>
      <table className={classes.table} aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">{t('map.region')}</th>
            <th scope="col">{t('map.count')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, count }) => (
            <tr key={code} data-none={count === 0 ? 'yes' : 'no'}>
              <td>
                {props.onOpen !== undefined && count > 0 ? (
                  <button type="button" className={classes.open} onClick={() => props.onOpen?.([code])}>
                    <bdi>{name}</bdi>
                  </button>
                ) : (
                  <bdi>{name}</bdi>
                )}
              </td>
              <td className="figures">{count === 0 ? '—' : numberText(count)}</td>
            </tr>
          ))}
          {unknown > 0 && (
            <tr>
              <td>
                {props.onOpen === undefined ? (
                  t('map.noRegion')
                ) : (
                  <button type="button" className={classes.open} onClick={() => props.onOpen?.(null)}>
                    {t('map.noRegion')}
                  </button>
                )}
              </td>
              <td className="figures">{numberText(unknown)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('map.total')}</th>
            <td className="figures">{numberText(answer.total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
