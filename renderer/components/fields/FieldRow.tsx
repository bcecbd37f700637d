import { IconHistory, IconLock } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type EntityDescription,
  type FieldDescription,
  type FieldValue,
  leavesCommittee,
} from '../../../main/core/contract/fields';
import { labelOfField } from '../../app/i18n';
import { FieldEditor } from './FieldEditor';
import classes from './Fields.module.css';

export interface FieldRowProps {
  readonly entity: EntityDescription;
  readonly field: FieldDescription;
  readonly value: FieldValue;
  readonly editable: 'editable' | 'read_only';
  /** Its number on the paper of an interview. */
  readonly number?: string | undefined;
  /** The record, where what is typed is kept until it is saved: `organisations:<id>`. */
  readonly place: string;
  /** Country whose regions are offered. */
  readonly country: string | null;
  onSave(value: FieldValue): Promise<void>;
  onSaveSeveral?(values: Readonly<Record<string, FieldValue>>): Promise<void>;
  /** Shows the history of this field. */
  onHistory?(field: string): void;
  /** `section`: the lock stands at the head of the section, not at each field. */
  readonly lockShown?: 'field' | 'section';
}

const wideTypes: readonly FieldDescription['type'][] = ['name', 'arabic', 'text', 'choices'];

/** One field of a sheet: its label, its value edited in place, its history by Alt+H. */
export function FieldRow(props: FieldRowProps) {
  const { t } = useTranslation();
  const { field, entity } = props;
  const id = useId();
  const label = labelOfField(entity, field);
  const stays = !leavesCommittee(field.sensitivity) && props.lockShown !== 'section';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only a shortcut over the field inside; the button does the same
    <div
      className={classes.row}
      data-wide={wideTypes.includes(field.type) ? 'yes' : 'no'}
      data-field={field.name}
      onKeyDown={(event) => {
        if (event.altKey && event.key.toLowerCase() === 'h') {
          event.preventDefault();
          props.onHistory?.(field.name);
        }
      }}
    >
      <div className={classes.label}>
        {props.number !== undefined && <span className={classes.number}>{props.number}</span>}
        <label id={`${id}-label`} htmlFor={id}>
          {label}
        </label>
        {stays && (
          <IconLock
            className={`${classes.lock} icon-15`}
            role="img"
            aria-hidden={false}
            aria-label={t('sensitivity.stays')}
          >
            <title>{t('sensitivity.stays')}</title>
          </IconLock>
        )}
        {props.onHistory !== undefined && (
          <button
            type="button"
            tabIndex={-1}
            className={classes.historyButton}
            aria-label={t('history.ofField', { field: label })}
            title={t('history.ofField', { field: label })}
            onClick={() => props.onHistory?.(field.name)}
          >
            <IconHistory className="icon-15" />
          </button>
        )}
      </div>
      <FieldEditor
        id={id}
        field={field}
        label={label}
        value={props.value}
        editable={props.editable}
        country={props.country}
        draft={{ place: props.place, key: field.name }}
        onSave={props.onSave}
        {...(props.onSaveSeveral === undefined ? {} : { onSaveSeveral: props.onSaveSeveral })}
      />
    </div>
  );
}
