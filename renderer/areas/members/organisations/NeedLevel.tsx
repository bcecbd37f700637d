import { listLabel } from '../../../app/lists';
import classes from './Organisations.module.css';

/** A level of need, 0 to 3, as three boxes; the word is there for whoever cannot see them. */
export function NeedLevel(props: { readonly level: number }) {
  return (
    <span className={classes.level}>
      {[1, 2, 3].map((box) => (
        <i key={box} data-on={box <= props.level ? 'yes' : 'no'} aria-hidden="true" />
      ))}
      <span className="unseen">{listLabel('needLevels', String(props.level))}</span>
    </span>
  );
}
