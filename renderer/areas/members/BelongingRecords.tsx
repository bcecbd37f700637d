import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EntityDescription } from '../../../main/core/contract/fields';
import type { RecordView } from '../../../main/core/contract/members/operations';
import type { EntityName } from '../../../main/core/contract/records/operations';
import { call } from '../../app/calls';
import { wordError } from '../../app/errors';
import { labelOfField } from '../../app/i18n';
import { useSay } from '../../app/status';
import classes from './organisations/Organisations.module.css';
import { TypedCell } from './TypedCell';

interface BelongingRecord {
  readonly record: RecordView;
  /** How the sentences about removing it name it. */
  readonly name: string;
  /** What stands in the columns before the typed ones. */
  readonly lead: readonly ReactNode[];
}

interface BelongingRecordsProps {
  readonly label: string;
  readonly entity: EntityDescription & { readonly entity: EntityName };
  readonly leads: readonly string[];
  /** Fields typed in place, in order. */
  readonly fields: readonly string[];
  readonly records: readonly BelongingRecord[];
  readonly editable: 'editable' | 'read_only';
  removeLabel(name: string): string;
  removedSentence(name: string): string;
}

/** Records that belong to a sheet, one a line, their fields edited in place; removing one can be undone. */
export function BelongingRecords(props: BelongingRecordsProps) {
  const { entity } = props;
  return (
    <table className={classes.table} aria-label={props.label}>
      <thead>
        <tr>
          {props.leads.map((lead) => (
            <th key={lead} scope="col">
              {lead}
            </th>
          ))}
          {props.fields.map((name) => (
            <th key={name} scope="col">
              {labelOfField(entity, { name })}
            </th>
          ))}
          <td className={classes.tools} />
        </tr>
      </thead>
      <tbody>
        {props.records.map((belonging) => (
          <BelongingRow key={belonging.record.id} {...props} belonging={belonging} />
        ))}
      </tbody>
    </table>
  );
}

function BelongingRow(props: BelongingRecordsProps & { readonly belonging: BelongingRecord }) {
  const { belonging, entity, editable } = props;
  const { record, name } = belonging;
  const say = useSay();
  const remove = () => {
    call('records.trash', { entity: entity.entity, ids: [record.id] }).then(
      () => say(props.removedSentence(name)),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  return (
    <tr>
      {belonging.lead.map((lead, index) => (
        <td key={props.leads[index]}>{lead}</td>
      ))}
      {props.fields.map((field) => (
        <td key={field}>
          <TypedCell entity={entity} name={field} record={record} editable={editable} />
        </td>
      ))}
      <td className={classes.tools}>
        {editable === 'editable' && (
          <ActionIcon
            className={classes.rowTools ?? ''}
            aria-label={props.removeLabel(name)}
            onClick={remove}
          >
            <IconTrash />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
