import type { EntityDescription } from '../../../main/core/contract/fields';
import type { RecordView } from '../../../main/core/contract/members/operations';
import type { EntityName } from '../../../main/core/contract/records/operations';
import { labelOfField } from '../../app/i18n';
import { FieldEditor } from '../../components/fields/FieldEditor';
import { useRecordWriter } from '../../components/sheet/record-writer';

interface TypedCellProps {
  readonly entity: EntityDescription & { readonly entity: EntityName };
  readonly name: string;
  readonly record: RecordView;
  readonly editable: 'editable' | 'read_only';
}

/** One field of a record edited inside a table of a sheet. */
export function TypedCell(props: TypedCellProps) {
  const { entity, record, name } = props;
  const write = useRecordWriter(entity.entity, record.id, record.revision);
  const field = entity.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`No field ${name} in ${entity.entity}`);
  const { expected: _notCountedHere, ...plain } = field;
  return (
    <FieldEditor
      id={`${record.id}-${name}`}
      field={plain}
      label={labelOfField(entity, field)}
      value={record.values[name] ?? null}
      editable={props.editable}
      country={null}
      draft={{ place: `${entity.entity}:${record.id}`, key: name }}
      onSave={(value) => write({ [name]: value })}
    />
  );
}
