import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../main/core/contract/spreadsheets/operations';
import { listText } from '../../app/formats';
import classes from './Import.module.css';

/** What the dotted line means, and the words that no list knows. */
export function Legend(props: { readonly view: ImportView }) {
  const { t } = useTranslation('spreadsheets');
  const strangers = props.view.strangers.slice(0, 3).map(({ typed }) => `«\u202F${typed}\u202F»`);
  return (
    <p className={classes.legend}>
      <span>
        <span className={classes.dotted}>{t('legend.dotted')}</span>
        {t('legend.dottedMeaning')}
      </span>
      {strangers.length > 0 && (
        <span className={classes.strangers}>
          <IconHelpCircle className="icon-15" /> {t('legend.strangers', { list: listText(strangers) })}
        </span>
      )}
    </p>
  );
}
