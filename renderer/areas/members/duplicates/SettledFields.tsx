import { useTranslation } from 'react-i18next';
import type { EntityDescription } from '../../../../main/core/contract/fields';
import type { ComparedPair } from '../../../../main/core/contract/members/duplicate-operations';
import { labelOfField } from '../../../app/i18n';
import { fieldText } from '../../../components/fields/field-text';
import classes from './Duplicates.module.css';
import type { FieldsOfPair } from './merge-fields';

interface SettledFieldsProps {
  readonly description: EntityDescription;
  readonly fields: FieldsOfPair;
  readonly records: readonly [ComparedPair['records'][number], ComparedPair['records'][number]];
  /** What stands above them. */
  readonly heading: string;
}

/** What needs no choice: the fields that one side fills, each under its record, and how many are the same. */
export function SettledFields(props: SettledFieldsProps) {
  const { t } = useTranslation('duplicates');
  const { description, fields, records } = props;
  const settled = [...fields.completed, ...fields.guarded];
  return (
    <>
      {settled.length > 0 && <h2 className={classes.part}>{props.heading}</h2>}
      {settled.map((field) => (
        <div key={field.name} className={classes.field}>
          <div className={classes.fieldLabel}>
            {labelOfField(description, field)}
            {fields.guarded.includes(field) && <div className={classes.why}>{t('pane.protects')}</div>}
          </div>
          {records.map((record) => (
            <div key={record.id} className={classes.settled}>
              <SettledValue text={fieldText(field, record.values[field.name])} />
            </div>
          ))}
        </div>
      ))}
      {fields.identical > 0 && (
        <p className={classes.identical}>{t('pane.identical', { count: fields.identical })}</p>
      )}
    </>
  );
}

function SettledValue(props: { readonly text: string | null }) {
  if (props.text !== null) return <bdi>{props.text}</bdi>;
  return (
    <span className="quiet" aria-hidden="true">
      —
    </span>
  );
}
