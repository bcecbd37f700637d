import classes from './Digits.module.css';

/** 25 digits to be read aloud: five numbered groups of five, left to right in every language. */
export function DigitsAloud(props: { readonly digits: string; readonly size?: 'normal' | 'large' }) {
  return (
    <ol className={classes.groups} data-size={props.size ?? 'normal'}>
      {props.digits.split(' ').map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of a group is what names it
        <li key={index}>
          <span>{index + 1}</span>
          <strong>{group}</strong>
        </li>
      ))}
    </ol>
  );
}
