import { useTranslation } from 'react-i18next';
import type { RowChoice } from '../../../main/core/contract/spreadsheets/operations';
import type { GridRow } from './import-rows';
import classes from './Panel.module.css';

/** What to do with an ambiguous row: keys 1, 2, 3. */
export function RowChoices(props: { readonly row: GridRow; onChoose(choice: RowChoice): void }) {
  const { t } = useTranslation('spreadsheets');
  const { row } = props;
  const possible: readonly { readonly choice: RowChoice; readonly label: string; readonly hint?: string }[] =
    [
      ...(row.match === null
        ? []
        : [
            {
              choice: 'complete' as const,
              label: t('panel.complete', { title: row.match.title }),
              hint: t('panel.completeHint', { count: row.changes.length }),
            },
          ]),
      { choice: 'create', label: t('panel.create') },
      { choice: 'aside', label: t('panel.aside') },
    ];
  const key = { complete: 1, create: 2, aside: 3 } as const;
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.hidden}>{t('panel.choices')}</legend>
      {possible.map(({ choice, label, hint }) => (
        <label
          key={choice}
          className={classes.choice}
          data-chosen={row.choice === choice ? 'yes' : undefined}
        >
          <kbd>{key[choice]}</kbd>
          <span>
            {label}
            {hint !== undefined && <small>{hint}</small>}
          </span>
          <input
            type="radio"
            name="import-choice"
            checked={row.choice === choice}
            onChange={() => props.onChoose(choice)}
          />
        </label>
      ))}
    </fieldset>
  );
}
