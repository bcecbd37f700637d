import { useTranslation } from 'react-i18next';
import type { FieldDescription } from '../../../main/core/contract/fields';
import type { Output } from '../../../main/core/contract/operations';
import { numberText } from '../../app/formats';
import { hasText, textOf } from '../../app/i18n';
import { fieldText } from '../fields/field-text';
import classes from './EditMany.module.css';

/** What an edit of many rows would do: how many change, what they say now, and which refuse it and why. */
export function EditPreview(props: {
  readonly told: Output<'lists.previewEdit'>;
  readonly field: FieldDescription;
}) {
  const { t } = useTranslation();
  const { told, field } = props;
  return (
    <div className={classes.preview} role="status">
      <strong>
        {t('edit.preview', {
          count: told.changed,
          changed: numberText(told.changed),
          selected: numberText(told.selected),
        })}
      </strong>
      {told.before.length > 0 && (
        <span className="quiet">
          {t('edit.now')}{' '}
          {told.before
            .map(
              ({ value, count }) => `${fieldText(field, value) ?? t('filters.empty')} (${numberText(count)})`,
            )
            .join(' · ')}
        </span>
      )}
      {told.refusals > 0 && (
        <details>
          <summary>{t('edit.refused', { count: told.refusals, number: numberText(told.refusals) })}</summary>
          <ul>
            {told.refused.map(({ id, title, why }) => (
              <li key={id}>
                <bdi>{title}</bdi> · {reasonText(why)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function reasonText(why: string): string {
  const key = `common:refused.${why}`;
  return textOf(hasText(key) ? key : 'common:refused.unknown');
}
