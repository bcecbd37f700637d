import { IconPencil, IconTag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListScope } from '../../../main/core/contract/records/lists';
import { numberText } from '../../app/formats';
import classes from './RecordList.module.css';

interface SelectionBarProps {
  readonly count: number;
  readonly scope: ListScope;
  readonly children: ReactNode;
  onUncheck(): void;
  /** Null where checked rows cannot be edited (in the trash). */
  readonly onEdit: ((begin: 'field' | 'labels') => void) | null;
}

/** How many rows are checked, and what can be done with them. */
export function SelectionBar({ count, scope, children, onUncheck, onEdit }: SelectionBarProps) {
  const { t } = useTranslation();
  const isAll = scope.kind === 'question' && scope.except.length === 0;
  return (
    <section className={classes.selection} aria-label={t('list.selection')}>
      <strong>{t(isAll ? 'list.allChecked' : 'list.checked', { count, number: numberText(count) })}</strong>
      {onEdit !== null && (
        <>
          <button type="button" onClick={() => onEdit('field')}>
            <IconPencil /> {t('edit.open')} <kbd>F2</kbd>
          </button>
          <button type="button" onClick={() => onEdit('labels')}>
            <IconTag /> {t('edit.label')}
          </button>
        </>
      )}
      {children}
      <button type="button" className={classes.uncheck} onClick={onUncheck}>
        {t('list.uncheck')} <kbd>{t('keys.escape')}</kbd>
      </button>
    </section>
  );
}
