import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Matrix, MatrixRow } from '../../../../main/core/contract/members/cartography-operations';
import { listLabel } from '../../../app/lists';
import classes from './Cartography.module.css';
import { CountButton } from './CountButton';
import { useOpenSheets } from './open-sheets';

const figures = ['urgentShort', 'markedShort', 'noneShort', 'trainShort', 'notAsked'] as const;
type FigureName = (typeof figures)[number];

const counted: Readonly<Record<FigureName, (row: MatrixRow, index: number) => boolean>> = {
  urgentShort: (row, index) => row.cells[index]?.level === 3,
  markedShort: (row, index) => row.cells[index]?.level === 2,
  noneShort: (row, index) => row.cells[index]?.level === 0,
  trainShort: (row, index) => row.skills[index] === true,
  notAsked: (row, index) => (row.cells[index] ?? null) === null,
};

/** Totals of the matrix by domain: gaps and strengths; every number opens its organisations. */
export function DomainTotalsTable(props: { readonly matrix: Matrix }) {
  const { t } = useTranslation('cartography');
  const open = useOpenSheets();
  const { domains, rows } = props.matrix;
  return (
    <aside className={classes.side} aria-label={t('needs.totals')}>
      <h2>{t('needs.totals')}</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('needs.domain')}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col">
                {t(`needs.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {domains.map(({ domain, levels, offered }, index) => {
            const name = listLabel('capacityDomains', domain);
            const isAlone = (levels[2] ?? 0) + (levels[3] ?? 0) > 0 && offered === 0;
            return (
              <tr key={domain}>
                <th scope="row">
                  {name}{' '}
                  {isAlone && (
                    <span className={classes.alone} title={t('needs.gapAlone')}>
                      <IconAlertTriangle
                        className="icon-15"
                        role="img"
                        aria-hidden={false}
                        aria-label={t('needs.gapAlone')}
                      />
                    </span>
                  )}
                </th>
                {figures.map((figure) => {
                  const ids = rows.filter((row) => counted[figure](row, index)).map((row) => row.id);
                  return (
                    <td key={figure}>
                      <CountButton
                        count={ids.length}
                        what={`${name}, ${t(`needs.${figure}`)}`}
                        onOpen={() => open(ids)}
                      />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </aside>
  );
}
