import classes from './Fields.module.css';

/** Labels as small chips in a cell; what does not fit is cut, and said whole when pointed at. */
export function LabelChips(props: { readonly labels: readonly string[] }) {
  if (props.labels.length === 0) return <span className="quiet">—</span>;
  return (
    <span className={classes.labels} title={props.labels.join(', ')}>
      {props.labels.map((label) => (
        <bdi key={label} className={classes.labelChip}>
          {label}
        </bdi>
      ))}
    </span>
  );
}
