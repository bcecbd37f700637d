import { useTranslation } from 'react-i18next';
import { numberText } from '../../app/formats';
import type { ListColumn } from '../list/columns';

/** Rows under the name of their group; a list without groups is one part without a name. */
export interface PrintedPart<Row> {
  readonly label: string | null;
  readonly rows: readonly Row[];
}

interface PrintedListProps<Row> {
  readonly title: string;
  /** Whose paper it is and of which day. */
  readonly origin: string;
  /** Search and filters in words, or nothing. */
  readonly hint: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly parts: readonly PrintedPart<Row>[];
}

/** A list on paper: numbered rows under repeated heads, and what it was filtered by. */
export function PrintedList<Row extends { readonly id: string }>(props: PrintedListProps<Row>) {
  const { t } = useTranslation();
  const starts = props.parts.map((_, index) =>
    props.parts.slice(0, index).reduce((sum, part) => sum + part.rows.length, 0),
  );
  const total = props.parts.reduce((sum, part) => sum + part.rows.length, 0);
  return (
    <>
      <div className="paper-head">
        <h1>{props.title}</h1>
        <span>{props.origin}</span>
      </div>
      {props.hint !== '' && <p>{props.hint}</p>}
      <table>
        <thead>
          <tr>
            <th>{t('print.number')}</th>
            {props.columns.map((column) => (
              <th key={column.key}>{column.label}</th>
            ))}
          </tr>
        </thead>
        {props.parts.map((part, at) => (
          <tbody key={part.label ?? ''}>
            {part.label !== null && (
              <tr>
                <th colSpan={props.columns.length + 1} scope="rowgroup">
                  <bdi>{part.label}</bdi> ({numberText(part.rows.length)})
                </th>
              </tr>
            )}
            {part.rows.map((row, index) => (
              <tr key={row.id}>
                <td className="figures">{(starts[at] ?? 0) + index + 1}</td>
                {props.columns.map((column) => (
                  <td key={column.key} dir="auto">
                    {column.text(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <div className="paper-foot">
        {t('print.rows', { count: total, number: numberText(total) })} {t('print.purpose')}
      </div>
    </>
  );
}
