import { useTranslation } from 'react-i18next';
import type { Figure } from '../../../../main/core/contract/consolidation/operations';
import { numberText } from '../../../app/formats';
import { shortLabelOf } from '../logframe/lines';
import classes from './Figures.module.css';

interface FigureButtonProps {
  readonly figure: Figure;
  readonly place: 'opened' | 'elsewhere';
  onOpen(): void;
}

/** A regional figure as a link to what it is made of; absent is a dash, never zero. */
export function FigureButton(props: FigureButtonProps) {
  const { t } = useTranslation('consolidation');
  const { activity, done } = props.figure;
  return (
    <button
      type="button"
      className={classes.figure}
      data-figure={activity}
      aria-expanded={props.place === 'opened'}
      aria-label={t('figure.open', {
        activity: `${activity} ${shortLabelOf(activity)}`,
        done: done === null ? t('figure.nothing') : numberText(done),
      })}
      onClick={props.onOpen}
    >
      {done === null ? '—' : numberText(done)}
    </button>
  );
}

/** ↑ and ↓ go from one figure of the page to the next. */
export function walkFigures(event: { readonly key: string; readonly target: EventTarget }): boolean {
  const from = event.target;
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || !(from instanceof HTMLElement)) return false;
  if (from.dataset.figure === undefined) return false;
  const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')];
  figures[figures.indexOf(from) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  return true;
}
