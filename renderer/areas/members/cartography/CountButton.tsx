import { useTranslation } from 'react-i18next';
import { numberText } from '../../../app/formats';
import classes from './Cartography.module.css';

/** A number that opens the list on what it counts; none is a dash, which leads nowhere. */
export function CountButton(props: { readonly count: number; readonly what: string; onOpen(): void }) {
  const { t } = useTranslation('cartography');
  if (props.count === 0) return <span className="quiet">—</span>;
  const words = t('progress.open', { count: props.count, what: props.what });
  return (
    <button type="button" className={`${classes.count} figures`} aria-label={words} onClick={props.onOpen}>
      {numberText(props.count)}
    </button>
  );
}
