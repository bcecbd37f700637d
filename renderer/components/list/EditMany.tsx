import { Button, SegmentedControl, Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type EntityDescription,
  type FieldDescription,
  type FieldValue,
  holdsSeveral,
} from '../../../main/core/contract/fields';
import type { ListEdit, ListName, ListScope } from '../../../main/core/contract/records/lists';
import { useLongAnswer, useLongCommand } from '../../app/calls';
import { numberText } from '../../app/formats';
import { labelOfField } from '../../app/i18n';
import { useSay } from '../../app/status';
import { useWorkspace } from '../../app/workspace';
import { CallProgress } from '../CallProgress';
import { ErrorLine } from '../ErrorPanel';
import { isEmpty } from '../fields/field-text';
import classes from './EditMany.module.css';
import { EditPreview } from './EditPreview';
import { ValueInput } from './ValueInput';

interface EditManyProps {
  readonly list: ListName;
  readonly description: EntityDescription;
  /** Fields that have a dated history: their value begins on a day. */
  readonly dated: readonly string[];
  readonly scope: ListScope;
  /** `labels`: begins with the labels. */
  readonly begin: 'field' | 'labels';
  onDone(): void;
  onCancel(): void;
}

/** Changes one field of the checked rows: which, to what, what that would do, then one gesture that Ctrl+Z takes back. */
export function EditMany(props: EditManyProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { description, list, scope } = props;
  const { today } = useWorkspace();
  const [name, setName] = useState<string | null>(props.begin === 'labels' ? 'labels' : null);
  const [action, setAction] = useState<ListEdit['action']>(props.begin === 'labels' ? 'add' : 'set');
  const [value, setValue] = useState<FieldValue>(null);
  const [since, setSince] = useState(today);
  const field = description.fields.find((candidate) => candidate.name === name);
  const isDated = field !== undefined && props.dated.includes(field.name) && action === 'set';
  const edit: ListEdit | null =
    field === undefined || (action !== 'clear' && isEmpty(value))
      ? null
      : {
          field: field.name,
          action,
          value: action === 'clear' ? null : value,
          since: isDated ? since : null,
        };
  const command = useLongCommand('lists.edit');
  const choose = (chosen: string | null) => {
    const next = description.fields.find((candidate) => candidate.name === chosen);
    setName(chosen);
    setValue(null);
    setAction(next !== undefined && holdsSeveral(next) ? 'add' : 'set');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (edit === null) return;
    command.run({ list, scope, edit }).then(
      (told) => {
        say(t('edit.done', { count: told.changed, number: numberText(told.changed) }));
        props.onDone();
      },
      () => undefined,
    );
  };
  return (
    <form
      className={classes.panel}
      aria-label={t('edit.title')}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && !command.running && props.onCancel()}
    >
      <div className={classes.line}>
        <Select
          label={t('edit.field')}
          data={editable(description).map((one) => ({
            value: one.name,
            label: labelOfField(description, one),
          }))}
          value={name}
          searchable
          allowDeselect={false}
          data-autofocus
          ref={(input) => {
            if (props.begin === 'field' && name === null) input?.focus();
          }}
          onChange={choose}
        />
        {field !== undefined && <Action field={field} action={action} onChange={setAction} />}
        {field !== undefined && action !== 'clear' && (
          <ValueInput
            key={field.name}
            field={field}
            value={value}
            label={t('edit.value')}
            onChange={setValue}
          />
        )}
        {isDated && (
          <ValueInput
            field={{ name: 'since', type: 'day', sensitivity: 'committee', section: '' }}
            value={since}
            label={t('edit.since')}
            onChange={(day) => setSince(typeof day === 'string' ? day : today)}
          />
        )}
        <Button type="submit" variant="filled" disabled={edit === null || command.running}>
          {t('edit.apply')}
        </Button>
        <Button variant="subtle" disabled={command.running} onClick={props.onCancel}>
          {t('cancel')}
        </Button>
      </div>
      <ErrorLine error={command.error} />
      {command.running && <CallProgress progress={command.progress} onCancel={command.cancel} />}
      {edit !== null && field !== undefined && !command.running && (
        <Preview list={list} scope={scope} edit={edit} field={field} />
      )}
    </form>
  );
}

/** Names tell records apart: they are not given to many at once. */
function editable(description: EntityDescription): readonly FieldDescription[] {
  return description.fields.filter(
    (field) => !['name', 'arabic', 'reference'].includes(field.type) && field.name !== 'country',
  );
}

function Action(props: {
  readonly field: FieldDescription;
  readonly action: ListEdit['action'];
  onChange(action: ListEdit['action']): void;
}) {
  const { t } = useTranslation();
  const { field } = props;
  const actions: readonly ListEdit['action'][] = [
    ...(holdsSeveral(field) ? (['add', 'remove'] as const) : []),
    'set',
    ...(field.required === true ? [] : (['clear'] as const)),
  ];
  return (
    <SegmentedControl
      aria-label={t('edit.action')}
      value={props.action}
      onChange={(chosen) => {
        const action = actions.find((one) => one === chosen);
        if (action !== undefined) props.onChange(action);
      }}
      data={actions.map((action) => ({ value: action, label: t(`edit.actions.${action}`) }))}
    />
  );
}

function Preview(props: {
  readonly list: ListName;
  readonly scope: ListScope;
  readonly edit: ListEdit;
  readonly field: FieldDescription;
}) {
  const { list, scope, edit } = props;
  const preview = useLongAnswer('lists.previewEdit', { list, scope, edit });
  if (preview.error !== null) return <ErrorLine error={preview.error} />;
  if (preview.data === undefined) {
    return <CallProgress progress={preview.progress} onCancel={preview.cancel} />;
  }
  return <EditPreview told={preview.data} field={props.field} />;
}
