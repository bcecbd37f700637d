import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
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
import { labelOfField, labelOfSection } from '../../app/i18n';
import { useSay } from '../../app/status';
import { useWorkspace } from '../../app/workspace';
import { CallProgress } from '../CallProgress';
import { SearchSelect } from '../choice/SearchSelect';
import { ErrorLine } from '../ErrorPanel';
import { isEmpty } from '../fields/field-text';
import { EditAction } from './EditAction';
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
  const fieldInput = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (props.begin === 'field') fieldInput.current?.focus();
  }, [props.begin]);
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
      onKeyDown={(event) => leavesPanel(event) && !command.running && props.onCancel()}
    >
      <div className={classes.line}>
        <SearchSelect
          className={classes.choice ?? ''}
          label={t('edit.field')}
          data={editable(description).map(({ group, fields }) => ({
            group,
            items: fields.map((one) => ({ value: one.name, label: labelOfField(description, one) })),
          }))}
          value={name}
          data-autofocus
          ref={fieldInput}
          onChange={choose}
        />
        {field !== undefined && <EditAction field={field} action={action} onChange={setAction} />}
        {field !== undefined && action !== 'clear' && (
          <ValueInput
            key={field.name}
            className={classes.choice ?? ''}
            arrival={props.begin === 'labels' && field.name === 'labels' ? 'focus' : 'none'}
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
        <div className={classes.buttons}>
          <Button type="submit" variant="filled" disabled={edit === null || command.running}>
            {t('edit.apply')}
          </Button>
          <Button variant="subtle" disabled={command.running} onClick={props.onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </div>
      <ErrorLine error={command.error} />
      {command.running && <CallProgress progress={command.progress} onCancel={command.cancel} />}
      {edit !== null && field !== undefined && !command.running && (
        <Preview list={list} scope={scope} edit={edit} field={field} />
      )}
    </form>
  );
}

/** Escape leaves the panel; in an open choice it closes that first. */
function leavesPanel({ key, target }: KeyboardEvent): boolean {
  return key === 'Escape' && !(target instanceof Element && target.getAttribute('aria-expanded') === 'true');
}

/** The fields by their sections. Names tell records apart: they are not given to many at once. */
function editable(description: EntityDescription) {
  const fields = description.fields.filter(
    (field) => !['name', 'arabic', 'reference'].includes(field.type) && field.name !== 'country',
  );
  const sections = [...new Set(fields.map(({ section }) => section))];
  return sections.map((section) => ({
    group: labelOfSection(description, section),
    fields: fields.filter((field) => field.section === section),
  }));
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
