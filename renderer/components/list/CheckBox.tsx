import classes from './CheckBox.module.css';

interface CheckBoxProps {
  readonly label: string;
  readonly state: 'checked' | 'partly' | 'unchecked';
  /** `row`: reached through its row, not by Tab. */
  readonly within: 'row' | 'head';
  onChange(): void;
}

/** The check box of a row or of all. One plain element: a list draws forty of them at every page it scrolls. */
export function CheckBox({ label, state, within, onChange }: CheckBoxProps) {
  return (
    <input
      type="checkbox"
      className={classes.box}
      aria-label={label}
      tabIndex={within === 'row' ? -1 : undefined}
      checked={state === 'checked'}
      ref={(input) => {
        if (input !== null) input.indeterminate = state === 'partly';
      }}
      onChange={onChange}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
