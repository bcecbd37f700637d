import type { FormEvent, ReactNode } from 'react';
import { Mark } from '../../components/Mark';
import classes from './OpeningFrame.module.css';
import { Seats } from './Seats';

interface OpeningFrameProps {
  /** The sentence of the panel. */
  readonly promise: string;
  /** Under the promise: the steps, or nothing. */
  readonly panel?: ReactNode;
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** Enter in a field does what the final button does. */
  readonly onSubmit?: () => void;
}

/** The window before a workspace is open: the indigo panel with the seats, and one decision at its side. */
export function OpeningFrame(props: OpeningFrameProps) {
  return (
    <div className={classes.frame}>
      <aside className={classes.panel}>
        <div className={classes.brand}>
          <Mark size={26} seatColour="var(--bar-ink)" />
          <span>Concertation</span>
        </div>
        <p className={classes.promise}>{props.promise}</p>
        {props.panel}
        <Seats />
      </aside>
      <main className={classes.main}>
        <div className={classes.drag} />
        <Decision onSubmit={props.onSubmit}>
          <div className={classes.scroll}>
            <h1 className={classes.title}>{props.title}</h1>
            {props.hint !== undefined && <p className={classes.hint}>{props.hint}</p>}
            {props.children}
          </div>
          {props.foot !== undefined && <footer className={classes.foot}>{props.foot}</footer>}
        </Decision>
      </main>
    </div>
  );
}

function Decision(props: { readonly onSubmit: (() => void) | undefined; readonly children: ReactNode }) {
  const { onSubmit } = props;
  if (onSubmit === undefined) return <div className={classes.decision}>{props.children}</div>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={classes.decision} noValidate onSubmit={submit}>
      {props.children}
    </form>
  );
}
