import { ActionIcon, Button, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldDescription, FieldValue } from '../../../../main/core/contract/fields';
import { needFields } from '../../../../main/core/contract/members/fields';
import type { OrganisationSheet, RecordView } from '../../../../main/core/contract/members/operations';
import { call, useCommand } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { labelOfField } from '../../../app/i18n';
import { listLabel, listOptions } from '../../../app/lists';
import { useSay } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { SearchSelect } from '../../../components/choice/SearchSelect';
import { ResumedForm } from '../../../components/drafts/Resumed';
import { useDraft } from '../../../components/drafts/use-draft';
import { ErrorLine } from '../../../components/ErrorPanel';
import { FieldEditor } from '../../../components/fields/FieldEditor';
import { useRecordWriter } from '../../../components/sheet/record-writer';
import classes from './Organisations.module.css';

interface NeedsProps {
  readonly sheet: OrganisationSheet;
  readonly editable: 'editable' | 'read_only';
  /** The line for a new one is open. */
  readonly adding: 'yes' | 'no';
  onAdded(): void;
}

/** Levels and priorities are numbers in the record and words in a list of the reference pack. */
const numberLists: Readonly<Record<string, string>> = {
  level: 'needLevels',
  targetLevel: 'needLevels',
  priority: 'needPriorities',
};
const columns = ['domain', 'level', 'priority', 'source', 'assessedOn'];
const shownFields = columns.flatMap((name): FieldDescription[] =>
  needFields.fields.filter((field) => field.name === name),
);

/** The capacity-building needs of an organisation, edited in place, one line a domain. */
export function Needs(props: NeedsProps) {
  const { t } = useTranslation('members');
  const { sheet, editable } = props;
  return (
    <>
      {sheet.needs.length > 0 ? (
        <table className={`${classes.table} ${classes.subjectFirst}`} aria-label={t('needs.title')}>
          <thead>
            <tr>
              {shownFields.map((field) => (
                <th key={field.name} scope="col">
                  {labelOfField(needFields, field)}
                </th>
              ))}
              <td className={classes.tools} />
            </tr>
          </thead>
          <tbody>
            {sheet.needs.map((need) => (
              <NeedRow key={need.id} need={need} editable={editable} />
            ))}
          </tbody>
        </table>
      ) : (
        <p className="quiet">{t('needs.none')}</p>
      )}
      {props.adding === 'yes' && (
        <NewNeed organisation={sheet.organisation.id} known={sheet.needs} onClose={props.onAdded} />
      )}
    </>
  );
}

function NeedRow(props: { readonly need: RecordView; readonly editable: 'editable' | 'read_only' }) {
  const { t } = useTranslation('members');
  const { need } = props;
  const write = useRecordWriter('needs', need.id, need.revision);
  const say = useSay();
  const domain = listLabel('capacityDomains', String(need.values.domain ?? ''));
  const remove = () => {
    call('records.trash', { entity: 'needs', ids: [need.id] }).then(
      () => say(t('needs.removed', { domain })),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  return (
    <tr>
      {shownFields.map((field) => (
        <td key={field.name}>
          <NeedCell
            field={field}
            need={need}
            editable={props.editable}
            onSave={(value) => write({ [field.name]: value })}
          />
        </td>
      ))}
      <td className={classes.tools}>
        {props.editable === 'editable' && (
          <ActionIcon
            className={classes.rowTools ?? ''}
            aria-label={t('needs.remove', { domain })}
            onClick={remove}
          >
            <IconTrash />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}

function NeedCell(props: {
  readonly field: FieldDescription;
  readonly need: RecordView;
  readonly editable: 'editable' | 'read_only';
  onSave(value: FieldValue): Promise<void>;
}) {
  const { field, need } = props;
  const list = numberLists[field.name];
  const stored = need.values[field.name] ?? null;
  const asChoice: FieldDescription = list === undefined ? field : { ...field, type: 'choice', list };
  return (
    <FieldEditor
      id={`${need.id}-${field.name}`}
      field={asChoice}
      label={labelOfField(needFields, field)}
      value={list === undefined || stored === null ? stored : String(stored)}
      editable={props.editable}
      country={null}
      draft={{ place: `needs:${need.id}`, key: field.name }}
      onSave={(value) => props.onSave(list === undefined || value === null ? value : Number(value))}
    />
  );
}

function NewNeed(props: {
  readonly organisation: string;
  readonly known: readonly RecordView[];
  onClose(): void;
}) {
  const { t } = useTranslation(['members', 'common']);
  const { today } = useWorkspace();
  const draft = useDraft(`new:needs:${props.organisation}`);
  const { domain = '', level = '' } = draft.texts;
  const close = () => {
    draft.drop();
    props.onClose();
  };
  const create = useCommand('records.create');
  const taken = props.known.map((need) => need.values.domain);
  const options = (list: string) => listOptions(list).map(({ code, label }) => ({ value: code, label }));
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (domain === '' || level === '') return;
        create.mutate(
          {
            entity: 'needs',
            values: { organisation: props.organisation, domain, level: Number(level), assessedOn: today },
          },
          { onSuccess: close },
        );
      }}
    >
      <ResumedForm draft={draft} />
      <SearchSelect
        label={labelOfField(needFields, { name: 'domain' })}
        data={options('capacityDomains').filter(
          (option) => option.value === 'other' || !taken.includes(option.value),
        )}
        value={domain || null}
        onChange={(next) => draft.set({ domain: next ?? '' })}
        autoFocus
      />
      <Select
        label={labelOfField(needFields, { name: 'level' })}
        data={options('needLevels')}
        value={level || null}
        onChange={(next) => draft.set({ level: next ?? '' })}
      />
      <Button
        type="submit"
        variant="filled"
        disabled={domain === '' || level === ''}
        loading={create.isPending}
      >
        {t('needs.addThis')}
      </Button>
      <Button onClick={close}>{t('common:cancel')}</Button>
      <ErrorLine error={create.error} />
    </form>
  );
}
