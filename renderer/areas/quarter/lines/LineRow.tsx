import { IconMessageReport } from '@tabler/icons-react';
import type { LogframeActivity } from '../../../../main/core/contract/programme/reference-pack';
import { labelIn } from '../../../../main/core/contract/programme/text';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { numberText } from '../../../app/formats';
import { currentLanguage } from '../../../app/i18n';
import { shortLabel } from '../programme';
import { fieldOfRemark } from '../remarks';
import { type Move, type Place, typedFields } from './grid-moves';
import classes from './Lines.module.css';
import type { SaveLine } from './line-saving';
import { TypedCell } from './TypedCell';

export type ActivityLine = QuarterOverview['lines'][number];

interface LineRowProps {
  readonly activity: LogframeActivity;
  readonly line: ActivityLine;
  readonly slip: QuarterOverview['slip'];
  readonly row: number;
  /** Column of the cursor when it is in this row, else null. */
  readonly column: number | null;
  readonly editable: 'editable' | 'read_only';
  readonly onSave: SaveLine;
  onFocus(column: number): void;
  onMove(from: Place, move: Move): boolean;
  onHistory(column: number): void;
}

/** One activity: what it is, what was done before, what is typed for this quarter, and the slip's remark under it. */
export function LineRow(props: LineRowProps) {
  const { activity, line, row } = props;
  const label = shortLabel(activity);
  const { quantity, unit } = activity.target;
  const remarks = props.slip?.remarks.filter((remark) => remark.record === line.id) ?? [];
  return (
    <>
      <tr className={classes.row} data-cursor={props.column === null ? undefined : 'yes'}>
        <td className="code quiet">{activity.code}</td>
        <th scope="row" title={activity.text}>
          <button
            type="button"
            tabIndex={-1}
            className={classes.subject}
            onClick={() => props.onMove({ row, column: 0 }, 'rowStart')}
          >
            {label}
          </button>
        </th>
        <td className={`${classes.amount} figures`} title={labelIn(unit, currentLanguage())}>
          {quantity === null ? <span className="quiet">—</span> : numberText(quantity)}
        </td>
        <td className={`${classes.amount} figures quiet`}>{numberText(line.before)}</td>
        {typedFields.map((field, column) => (
          <TypedCell
            key={field}
            field={field}
            value={line[field]}
            label={`${activity.code} ${label}`}
            place={{ row, column }}
            // The grid is one stop of the Tab key; it begins where the cursor was.
            stop={
              props.column === column || (props.column === null && row === 0 && column === 0) ? 'yes' : 'no'
            }
            editable={props.editable}
            onSave={(value, typing) => props.onSave(activity.code, field, value, typing)}
            onFocus={() => props.onFocus(column)}
            onMove={(move) => props.onMove({ row, column }, move)}
            onHistory={() => props.onHistory(column)}
          />
        ))}
      </tr>
      {remarks.map((remark) => (
        <RemarkRow key={`${remark.field} ${remark.text}`} from={props.slip?.from ?? ''} remark={remark} />
      ))}
    </>
  );
}

function RemarkRow(props: {
  readonly from: string;
  readonly remark: NonNullable<QuarterOverview['slip']>['remarks'][number];
}) {
  const field = fieldOfRemark(props.remark);
  return (
    <tr className={classes.remark}>
      <td />
      <td colSpan={6}>
        <IconMessageReport className="icon-15" />{' '}
        <span className="quiet">{field === null ? props.from : `${props.from}, ${field}`}</span>{' '}
        <span dir="auto">{props.remark.text}</span>
      </td>
    </tr>
  );
}
