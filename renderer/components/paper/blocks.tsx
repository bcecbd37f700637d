/* biome-ignore-all lint/suspicious/noArrayIndexKey: the rows of a composed document never move */
import { useTranslation } from 'react-i18next';
import type { BlockOf, PaperFact } from '../../../main/core/contract/documents/paper';
import { numberText } from '../../app/formats';

/** The blocks of a document that have parts of their own. */

export function Facts(props: { readonly facts: readonly PaperFact[] }) {
  return (
    <dl>
      {props.facts.map((fact, index) => (
        <div key={index}>
          <dt>{fact.label}</dt>
          <dd dir="auto">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function PaperTable(props: { readonly table: BlockOf<'table'> }) {
  const { table } = props;
  const sum = table.columns.reduce((total, column) => total + column.share, 0);
  const cells = (row: readonly string[]) =>
    table.columns.map((column, index) => (
      <td key={index} dir="auto" data-align={column.align}>
        {row[index] ?? ''}
      </td>
    ));
  return (
    <table>
      {table.caption !== null && <caption>{table.caption}</caption>}
      <colgroup>
        {table.columns.map((column, index) => (
          <col key={index} style={{ width: `${(100 * column.share) / sum}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <th key={index} scope="col" data-align={column.align}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>{cells(row)}</tr>
        ))}
      </tbody>
      {table.totals !== null && (
        <tfoot>
          <tr>{cells(table.totals)}</tr>
        </tfoot>
      )}
    </table>
  );
}

/** Bars with their value in figures, so that nothing is told by length alone. */
export function Bars(props: { readonly bars: BlockOf<'bars'> }) {
  const { t } = useTranslation('documents');
  const { items } = props.bars;
  const most = Math.max(1, ...items.map((item) => item.value ?? 0));
  return (
    <table className="paper-bars">
      <caption>{props.bars.caption}</caption>
      <tbody>
        {items.map((item, index) => (
          <tr key={index}>
            <th scope="row" dir="auto">
              {item.label}
            </th>
            <td aria-hidden>
              <svg
                width="100%"
                height="10"
                preserveAspectRatio="none"
                viewBox={`0 0 ${most} 1`}
                role="presentation"
              >
                <rect width={item.value ?? 0} height="1" />
              </svg>
            </td>
            <td data-align="end" className="figures">
              {item.value === null ? t('absent') : numberText(item.value)} {item.note}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Entry(props: { readonly entry: BlockOf<'entry'> }) {
  const { entry } = props;
  return (
    <section className="paper-entry">
      <div className="paper-entry-title">
        <bdi>{entry.title}</bdi>
        {entry.aside !== '' && <small>{entry.aside}</small>}
      </div>
      {entry.text !== '' && <p dir="auto">{entry.text}</p>}
      {entry.facts.map((fact, index) => (
        <p key={index}>
          <small>{fact.label}</small> <bdi>{fact.value}</bdi>
        </p>
      ))}
    </section>
  );
}

export function Labels(props: { readonly labels: BlockOf<'labels'> }) {
  const { labels } = props;
  return (
    <div
      className="paper-labels"
      style={{
        gridTemplateColumns: `repeat(${labels.columns}, ${labels.size.width}mm)`,
        gridAutoRows: `${labels.size.height}mm`,
      }}
    >
      {labels.cells.map((lines, index) => (
        <div key={index}>
          {lines.map((line, place) => (
            <bdi key={place}>{line}</bdi>
          ))}
        </div>
      ))}
    </div>
  );
}

/** A question to answer by hand. */
export function Blank(props: { readonly blank: BlockOf<'blank'> }) {
  const { blank } = props;
  return (
    <section className="paper-question">
      <p>
        <strong className="figures">{blank.number}</strong> <strong>{blank.label}</strong>{' '}
        {blank.hint !== '' && <small>{blank.hint}</small>}
      </p>
      {blank.answer.kind === 'lines' ? (
        Array.from({ length: blank.answer.count }, (_, index) => <div key={index} className="paper-line" />)
      ) : (
        <p className="paper-options" data-several={blank.answer.several || undefined}>
          {blank.answer.options.map((option) => (
            <span key={option.mark}>
              <i aria-hidden /> <b>{option.mark}</b> {option.label}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
