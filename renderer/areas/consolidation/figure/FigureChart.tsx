import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../main/core/contract/operations';
import { numberText, quarterText } from '../../../app/formats';
import classes from './FigureDrawer.module.css';

type Series = Output<'consolidation.figure'>['byQuarter'];

/** The figure quarter by quarter: bars for the eye, the same numbers in a table right under them. */
export default function FigureChart(props: { readonly series: Series }) {
  const { t } = useTranslation(['consolidation', 'common']);
  if (props.series.length === 0) return null;
  const shown = props.series.slice(-6);
  const data = shown.map(({ quarter, quantity }) => ({ quarter, quantity: quantity ?? 0 }));
  return (
    <section className={classes.chart} aria-labelledby="figure-chart">
      <h3 id="figure-chart">{t('figure.byQuarter')}</h3>
      <div aria-hidden="true" className="ltr">
        <BarChart
          h={84}
          data={t('common:direction') === 'rtl' ? [...data].reverse() : data}
          dataKey="quarter"
          series={[{ name: 'quantity', color: 'var(--fill)' }]}
          withXAxis={false}
          withYAxis={false}
          withTooltip={false}
          gridAxis="none"
          barChartProps={{ margin: { top: 4, right: 0, bottom: 0, left: 0 }, accessibilityLayer: false }}
          barProps={{ isAnimationActive: false, maxBarSize: 40, radius: 0 }}
        />
      </div>
      <table className={classes.quarters}>
        <tbody>
          <tr>
            {shown.map(({ quarter, quantity }) => (
              <td key={quarter} className="figures">
                {quantity === null ? '—' : numberText(quantity)}
              </td>
            ))}
          </tr>
        </tbody>
        <thead>
          <tr>
            {shown.map(({ quarter }) => (
              <th key={quarter} scope="col" className="figures">
                {quarterText(quarter)}
              </th>
            ))}
          </tr>
        </thead>
      </table>
    </section>
  );
}
