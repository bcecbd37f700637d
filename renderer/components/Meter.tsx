import { percentText } from '../app/formats';
import classes from './Meter.module.css';

/** A share from 0 to 100, drawn and written; complete is green. */
export function Meter(props: { readonly percent: number }) {
  return (
    <span className={classes.meter}>
      <span className={classes.bar} aria-hidden="true">
        <span
          className={classes.fill}
          data-full={props.percent >= 100 ? 'yes' : 'no'}
          style={{ width: `${props.percent}%` }}
        />
      </span>
      <span className={`${classes.figure} figures`}>{percentText(props.percent)}</span>
    </span>
  );
}

const around = 2 * Math.PI * 6;

/** A ring that closes as a section is filled; a check once it is. */
export function CompletionRing(props: { readonly percent: number }) {
  const full = props.percent >= 100;
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" className={classes.ring} aria-hidden="true">
      <circle
        cx="8"
        cy="8"
        r="6"
        fill="none"
        stroke={full ? 'var(--ok)' : 'var(--meter)'}
        strokeWidth={full ? 1.4 : 2}
      />
      {full ? (
        <path d="M5.4 8.2 7.2 10l3.4-3.8" fill="none" stroke="var(--ok)" strokeWidth="1.4" />
      ) : (
        <circle
          cx="8"
          cy="8"
          r="6"
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2"
          strokeDasharray={`${(around * props.percent) / 100} ${around}`}
          transform="rotate(-90 8 8)"
        />
      )}
    </svg>
  );
}
