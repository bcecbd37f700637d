import type { ComponentType, ReactNode } from 'react';
import classes from './EmptyState.module.css';

export interface Beginning {
  readonly icon: ComponentType<{ className?: string | undefined }>;
  readonly title: string;
  readonly text: string;
  /** The button, and the key that does the same. */
  readonly action: ReactNode;
}

interface EmptyStateProps {
  readonly title: string;
  readonly text: string;
  /** Ways to begin, the likeliest first. */
  readonly beginnings?: readonly Beginning[];
  /** A faded example of what will be here. */
  readonly example?: { readonly title: string; readonly hint: string; readonly content: ReactNode };
}

/** What this is for, how to begin, and what it will look like (LOOK.md, empty state). */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div className={classes.scroll}>
      <div className={classes.empty}>
        <h2 className={classes.title}>{props.title}</h2>
        <p className={classes.text}>{props.text}</p>
        {props.beginnings !== undefined && (
          <ul className={classes.beginnings}>
            {props.beginnings.map((beginning) => (
              <li key={beginning.title} className={classes.beginning}>
                <beginning.icon className={classes.icon} />
                <h3>{beginning.title}</h3>
                <p>{beginning.text}</p>
                <div className={classes.action}>{beginning.action}</div>
              </li>
            ))}
          </ul>
        )}
        {props.example !== undefined && (
          <section>
            <h3 className={classes.exampleTitle}>
              {props.example.title} <span className="quiet">{props.example.hint}</span>
            </h3>
            <div className={classes.example} aria-hidden="true">
              {props.example.content}
            </div>
          </section>
        )}
      </div>
    </div>
  );
}
