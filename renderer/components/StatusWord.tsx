import type { ComponentType, ReactNode } from 'react';
import classes from './StatusWord.module.css';

export type StatusTone = 'plain' | 'quiet' | 'ok' | 'accent' | 'warn' | 'bad';

interface StatusWordProps {
  readonly icon: ComponentType<{ className?: string | undefined }>;
  readonly children: ReactNode;
  /** Normal is grey; colour only what asks for something. `ok` and `accent` colour the icon alone. */
  readonly tone?: StatusTone;
  /** `filled`: the one status of a page, on its own background; never in a list. */
  readonly shape?: 'plain' | 'filled';
}

/** A status: icon and word, always both. */
export function StatusWord(props: StatusWordProps) {
  return (
    <span className={classes.status} data-tone={props.tone ?? 'plain'} data-shape={props.shape ?? 'plain'}>
      <props.icon className={`${classes.icon} icon-15`} />
      <span className={classes.word}>{props.children}</span>
    </span>
  );
}
