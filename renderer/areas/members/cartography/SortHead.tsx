import type { Sort } from '../../../components/list/list-state';
import classes from './Cartography.module.css';

export interface Sorting {
  readonly sort: Sort;
  onSort(sort: Sort): void;
}

/** The head of a narrow column of figures, on several lines; a click sorts the largest first, or turns the order. */
export function SortHead(props: {
  readonly field: string;
  readonly label: string;
  /** What holds for the whole column, under its name. */
  readonly below?: string;
  readonly first: Sort['direction'];
  readonly sorting: Sorting;
}) {
  const { field, first, sorting } = props;
  const { sort } = sorting;
  const isSorted = sort.field === field;
  const turned = sort.direction === 'descending' ? 'ascending' : 'descending';
  return (
    <button
      type="button"
      className={classes.domainHead}
      title={props.label}
      data-sorted={isSorted ? 'yes' : 'no'}
      onClick={() => sorting.onSort({ field, direction: isSorted ? turned : first })}
    >
      {props.label}
      {props.below !== undefined && <small className={`${classes.below} figures`}>{props.below}</small>}
    </button>
  );
}
