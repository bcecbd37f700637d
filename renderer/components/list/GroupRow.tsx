import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { numberText } from '../../app/formats';
import type { GroupHead } from './groups';
import classes from './RecordTable.module.css';

interface GroupRowProps {
  readonly id: string;
  readonly index: number;
  /** Distance from the top of the list, px. */
  readonly start: number;
  readonly place: 'cursor' | 'elsewhere';
  readonly head: GroupHead;
  readonly columns: number;
  onClick(index: number, event: MouseEvent): void;
  onFold(head: GroupHead): void;
}

/** The line above a group: its name, its number; a click folds it. */
export function GroupRow(props: GroupRowProps) {
  const { head } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys for the row at the cursor
    // biome-ignore lint/a11y/useSemanticElements: a virtual table has no table element; ARIA's grid says the same
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the row at the cursor
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-expanded={head.state === 'open'}
      className={`${classes.row} ${classes.group}`}
      data-cursor={props.place === 'cursor' ? 'yes' : undefined}
      style={{ top: props.start }}
      onClick={(event) => {
        props.onClick(props.index, event);
        props.onFold(head);
      }}
    >
      {/** biome-ignore lint/a11y/useSemanticElements: a virtual table has no table element; ARIA's grid says the same */}
      {/** biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the row at the cursor */}
      <div role="gridcell" aria-colspan={props.columns} className={classes.groupCell}>
        {head.state === 'open' ? (
          <IconChevronDown className="icon-15" />
        ) : (
          <IconChevronRight className="icon-15 directional" />
        )}
        <bdi>{head.label}</bdi> <span className="quiet figures">{numberText(head.count)}</span>
      </div>
    </div>
  );
}
