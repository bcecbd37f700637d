/* biome-ignore-all lint/suspicious/noArrayIndexKey: the rows of a composed document never move */
import { useTranslation } from 'react-i18next';
import { labelLetters, labelPadding } from '../../../main/core/contract/documents/labels';
import type { BlockOf, PaperFact } from '../../../main/core/contract/documents/paper';
import { numberText } from '../../app/formats';
import { Directed } from './Directed';

/** The blocks of a document that have parts of their own. */

export function Facts(props: { readonly facts: readonly PaperFact[] }) {
  return (
    <dl>
      {props.facts.map((fact, index) => (
        <div key={index}>
          <dt>{fact.label}</dt>
          <dd dir="auto">
            <Directed text={fact.value} />
          </dd>
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
      <td key={index} data-align={column.align}>
        <bdi>
          <Directed text={row[index] ?? ''} />
        </bdi>
      </td>
    ));
  return (
    <table>
      {table.caption !== null && (
        <caption>
          <Directed text={table.caption} />
        </caption>
      )}
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
      <caption>
        <Directed text={props.bars.caption} />
      </caption>
      <tbody>
        {items.map((item, index) => (
          <tr key={index}>
            <th scope="row" dir="auto">
              <Directed text={item.label} />
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
        <bdi>
          <Directed text={entry.title} />
        </bdi>
        {entry.aside !== '' && <small>{entry.aside}</small>}
      </div>
      {entry.text !== '' && (
        <p dir="auto">
          <Directed text={entry.text} />
        </p>
      )}
      {entry.facts.map((fact, index) => (
        <p key={index}>
          <small>{fact.label}</small>{' '}
          <bdi>
            <Directed text={fact.value} />
          </bdi>
        </p>
      ))}
    </section>
  );
}

/** Sheets of labels as they lie in the printer. */
export function Labels(props: { readonly labels: BlockOf<'labels'> }) {
  const { labels } = props;
  const { size, margin } = labels;
  const perSheet = labels.columns * labels.rows;
  const sheets = Array.from({ length: Math.max(1, Math.ceil(labels.cells.length / perSheet)) }, (_, sheet) =>
    labels.cells.slice(sheet * perSheet, (sheet + 1) * perSheet),
  );
  return sheets.map((cells, sheet) => (
    <div
      key={sheet}
      className="paper-labels"
      style={{
        paddingTop: `${margin.top}mm`,
        gridTemplateColumns: `repeat(${labels.columns}, ${size.width}mm)`,
        gridAutoRows: `${size.height}mm`,
        columnGap: `${labels.gap}mm`,
      }}
    >
      {cells.map((lines, index) => (
        <div
          key={index}
          style={{
            padding: `0 ${labelPadding.side}mm`,
            fontSize: `${labelLetters(lines, size)}pt`,
          }}
        >
          {lines.map((line, place) => (
            <bdi key={place}>
              <Directed text={line} />
            </bdi>
          ))}
        </div>
      ))}
    </div>
  ));
}

/** A question to answer by hand; what needs one line has it beside its label. */
export function Blank(props: { readonly blank: BlockOf<'blank'> }) {
  const { number, label, hint, answer } = props.blank;
  const isShort = answer.kind === 'lines' && answer.count === 1;
  return (
    <section className="paper-question" data-short={isShort || undefined}>
      <p>
        {number !== '' && <strong className="paper-number">{number}</strong>}{' '}
        <strong>
          <Directed text={label} />
        </strong>{' '}
        {hint !== '' && <small>{hint}</small>}
      </p>
      {answer.kind === 'lines' ? (
        Array.from({ length: answer.count }, (_, index) => (
          <div key={index} className="paper-line" dir="auto">
            {index === 0 && <Directed text={answer.known} />}
          </div>
        ))
      ) : (
        <ul className="paper-options" data-several={answer.several || undefined}>
          {answer.options.map((option, index) => (
            <li key={index} data-state={option.state}>
              <i aria-hidden /> {option.mark !== '' && <b>{option.mark}</b>} {option.label}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
