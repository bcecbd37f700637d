import { useTranslation } from 'react-i18next';
import { numberText } from '../../app/formats';
import type { ListColumn } from '../list/columns';

interface PrintedListProps<Row> {
  readonly title: string;
  /** Whose paper it is and of which day. */
  readonly origin: string;
  /** Search and filters in words, or nothing. */
  readonly hint: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
}

/** A list on paper: numbered rows under repeated heads, and what it was filtered by. */
export function PrintedList<Row extends { readonly id: string }>(props: PrintedListProps<Row>) {
  const { t } = useTranslation();
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
        <tbody>
          {props.rows.map((row, index) => (
            <tr key={row.id}>
              <td className="figures">{index + 1}</td>
              {props.columns.map((column) => (
                <td key={column.key} dir="auto">
                  {column.text(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="paper-foot">
        {t('print.rows', { count: props.rows.length, number: numberText(props.rows.length) })}{' '}
        {t('print.purpose')}
      </div>
    </>
  );
}
