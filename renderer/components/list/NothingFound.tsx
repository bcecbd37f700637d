import { useTranslation } from 'react-i18next';
import classes from './RecordList.module.css';

/** In place of the table when nothing is found, with the way back to all. */
export function NothingFound(props: { readonly onClear: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    <div className={classes.nothing} role="status">
      <p>{props.onClear === null ? t('list.emptyView') : t('list.nothingFound')}</p>
      {props.onClear !== null && (
        <button type="button" className={`linked ${classes.link}`} onClick={props.onClear}>
          {t('list.clear')}
        </button>
      )}
    </div>
  );
}
