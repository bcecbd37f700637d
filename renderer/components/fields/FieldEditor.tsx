import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldDescription, FieldValue } from '../../../main/core/contract/fields';
import { wordError } from '../../app/errors';
import { listOptions } from '../../app/lists';
import { SearchMultiSelect } from '../choice/SearchMultiSelect';
import { SearchSelect } from '../choice/SearchSelect';
import type { DraftSlot } from '../drafts/draft-keeper';
import classes from './Fields.module.css';
import { fieldText, isEmpty, readsLeftToRight } from './field-text';
import { useImmediateSave } from './immediate-save';
import { LabelsField } from './LabelsField';
import { Refusal } from './Refusal';
import { Missing, TypedField } from './TypedField';

export interface FieldEditorProps {
  readonly id: string;
  readonly field: FieldDescription;
  readonly label: string;
  readonly value: FieldValue;
  readonly editable: 'editable' | 'read_only';
  readonly country: string | null;
  /** Where what is typed is kept until it is saved: the record (`organisations:<id>`) and the field. */
  readonly draft: DraftSlot;
  /** Resolves when it is written; throws `CallError` when it is refused. */
  onSave(value: FieldValue): Promise<void>;
  /** Writes several fields at once, where one text can fill them: a latitude and a longitude. */
  onSaveSeveral?(values: Readonly<Record<string, FieldValue>>): Promise<void>;
}

/** The value of a field, edited in place by the way its type asks for. */
export function FieldEditor(props: FieldEditorProps) {
  const { field } = props;
  if (props.editable === 'read_only') return <ReadValue field={field} value={props.value} id={props.id} />;
  switch (field.type) {
    case 'choice':
    case 'flag':
      return <ChoiceField {...props} />;
    case 'choices':
      return <ChoicesField {...props} />;
    case 'labels':
      return <LabelsField {...props} />;
    default:
      return <TypedField {...props} />;
  }
}

function ReadValue(props: Pick<FieldEditorProps, 'field' | 'value' | 'id'>) {
  const text = fieldText(props.field, props.value);
  return (
    <output id={props.id} className={classes.read} dir={readsLeftToRight(props.field) ? 'ltr' : 'auto'}>
      {text ?? <span className="quiet">—</span>}
    </output>
  );
}

function useOptions(field: FieldDescription, country: string | null) {
  const { t } = useTranslation();
  const options =
    field.list === undefined
      ? [
          { code: 'true', label: t('yes') },
          { code: 'false', label: t('no') },
        ]
      : listOptions(field.list, country);
  return options.map((option) => ({ value: option.code, label: option.label }));
}

function ChoiceField(props: FieldEditorProps) {
  const { t } = useTranslation();
  const { field, value } = props;
  const { refused, save } = useImmediateSave(props.onSave);
  const options = useOptions(field, props.country);
  const chosen = isEmpty(value) ? null : String(value);
  const known = chosen === null || options.some((option) => option.value === chosen);
  const missing = field.expected === true && chosen === null;
  const List = options.length > 8 ? SearchSelect : Select;
  return (
    <div className={classes.value} data-in-place>
      <List
        id={props.id}
        aria-label={props.label}
        data={known ? options : [...options, { value: chosen, label: chosen }]}
        value={chosen}
        onChange={(next: string | null) => {
          if (next === chosen) return;
          save(field.type === 'flag' && next !== null ? next === 'true' : next);
        }}
        clearable={field.required !== true}
        allowDeselect={false}
        placeholder={missing ? '' : '—'}
        error={refused !== null}
        maxDropdownHeight={280}
        clearButtonProps={{ 'aria-label': t('clearField', { field: props.label }) }}
        classNames={{ input: classes.inPlace ?? '', section: classes.section ?? '' }}
      />
      {missing && <Missing />}
      {refused !== null && <Refusal sentence={wordError(refused).sentence} />}
    </div>
  );
}

function ChoicesField(props: FieldEditorProps) {
  const { field } = props;
  const { refused, save } = useImmediateSave(props.onSave);
  const options = useOptions(field, props.country);
  const codes = Array.isArray(props.value) ? [...(props.value as readonly string[])] : [];
  const strangers = codes.filter((code) => !options.some((option) => option.value === code));
  const missing = field.expected === true && codes.length === 0;
  return (
    <div className={classes.value} data-in-place>
      <SearchMultiSelect
        id={props.id}
        aria-label={props.label}
        data={[...options, ...strangers.map((code) => ({ value: code, label: code }))]}
        value={codes}
        onChange={save}
        placeholder={codes.length > 0 || missing ? '' : '—'}
        error={refused !== null}
        maxDropdownHeight={280}
        classNames={{ input: classes.inPlace ?? '', pill: classes.pill ?? '' }}
      />
      {missing && <Missing />}
      {refused !== null && <Refusal sentence={wordError(refused).sentence} />}
    </div>
  );
}
