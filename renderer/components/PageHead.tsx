import type { ReactNode } from 'react';
import classes from './PageHead.module.css';

interface PageHeadProps {
  readonly title: ReactNode;
  /** One quiet line beside the title: dates, numbers. */
  readonly hint?: ReactNode;
  /** Buttons at the end; at most one is `variant="filled"`. Those with `data-folds` and a title are icons when it is narrow. */
  readonly children?: ReactNode;
}

/** The head of a page, 42 px: its name and what can be done there. */
export function PageHead(props: PageHeadProps) {
  return (
    <div className={classes.head}>
      <div className={classes.line}>
        <h1 className={classes.title}>{props.title}</h1>
        {props.hint !== undefined && <span className={classes.hint}>{props.hint}</span>}
        <div className={classes.actions}>{props.children}</div>
      </div>
    </div>
  );
}
