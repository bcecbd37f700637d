import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { FigureDrawer } from './FigureDrawer';
import classes from './WithDrawer.module.css';

interface WithDrawerProps {
  /** The activity whose figure is open, or null. */
  readonly activity: string | null;
  readonly upTo: string;
  onClose(): void;
  readonly children: ReactNode;
}

/** A page whose figures open a drawer at its end: it pushes the page, never covers it; Escape closes it. */
export function WithDrawer(props: WithDrawerProps) {
  const { activity, onClose } = props;
  const page = useRef<HTMLDivElement>(null);
  const close = useCallback(() => {
    onClose();
    page.current?.querySelector<HTMLElement>(`[data-figure="${activity}"]`)?.focus();
  }, [activity, onClose]);
  useEffect(() => {
    if (activity === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [activity, close]);
  return (
    <div className={classes.both}>
      <div ref={page} className={classes.page}>
        {props.children}
      </div>
      {activity !== null && <FigureDrawer activity={activity} upTo={props.upTo} onClose={close} />}
    </div>
  );
}
