import { IconAlertTriangle } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../Keys';
import classes from './Fields.module.css';

/** Why a value is refused, under its field, and what Escape brings back; it stays within the pane of its field. */
export function Refusal(props: {
  readonly sentence: string;
  readonly restores?: string | null;
  readonly id?: string;
}) {
  const { t } = useTranslation();
  const bubble = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState<'start' | 'end'>('start');
  useLayoutEffect(() => {
    if (bubble.current !== null && leavesPane(bubble.current)) setSide('end');
  }, []);
  return (
    <div className={classes.refusal} role="alert" id={props.id} ref={bubble} data-side={side}>
      <span>
        <IconAlertTriangle className="icon-15" /> {props.sentence}
      </span>
      {props.restores !== undefined && (
        <span className="quiet">
          <Keys keys={[t('keys.escape')]} />{' '}
          {props.restores === null
            ? t('field.restoresEmpty')
            : t('field.restores', { value: props.restores })}
        </span>
      )}
    </div>
  );
}

/** Does an element reach over the side of the pane that it scrolls in? */
function leavesPane(element: HTMLElement): boolean {
  let pane = element.parentElement;
  while (pane !== null && !/auto|scroll|hidden/.test(getComputedStyle(pane).overflowX))
    pane = pane.parentElement;
  const limits = (pane ?? document.documentElement).getBoundingClientRect();
  const own = element.getBoundingClientRect();
  return own.right > limits.right || own.left < limits.left;
}
