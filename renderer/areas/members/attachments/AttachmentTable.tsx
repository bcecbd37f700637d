import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { attachmentFields } from '../../../../main/core/contract/attachments/fields';
import type { AttachmentRow } from '../../../../main/core/contract/attachments/operations';
import { call } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { bytesText } from '../../../app/formats';
import { labelOfField } from '../../../app/i18n';
import { useSay } from '../../../app/status';
import tables from '../organisations/Organisations.module.css';
import { TypedCell } from '../TypedCell';
import classes from './Attachments.module.css';
import { Thumbnail } from './Thumbnail';

interface AttachmentTableProps {
  readonly rows: readonly AttachmentRow[];
  readonly editable: 'editable' | 'read_only';
  onView(row: AttachmentRow): void;
}

/** One file a line: what it is, of which kind, and whether it leaves. */
export function AttachmentTable(props: AttachmentTableProps) {
  const { t } = useTranslation('attachments');
  return (
    <table className={`${tables.table} ${classes.table}`} aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('file')}</th>
          <th scope="col">{labelOfField(attachmentFields, { name: 'kind' })}</th>
          <th scope="col">{labelOfField(attachmentFields, { name: 'caption' })}</th>
          <th scope="col">{t('sending')}</th>
          <td className={tables.tools} />
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <Line key={row.record?.id ?? row.sha256} {...props} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Line(props: AttachmentTableProps & { readonly row: AttachmentRow }) {
  const { t } = useTranslation('attachments');
  const { row, editable } = props;
  const { record } = row;
  return (
    <tr>
      <td>
        <button
          type="button"
          className={classes.file}
          aria-label={t('view', { name: row.fileName })}
          onClick={() => props.onView(row)}
        >
          <Thumbnail row={row} />
          <span className={classes.fileWords}>
            <bdi className="truncate">{row.fileName}</bdi>
            <span className="quiet figures">{bytesText(row.bytes)}</span>
          </span>
        </button>
      </td>
      <td>
        {record !== null && (
          <TypedCell entity={attachmentFields} name="kind" record={record} editable={editable} />
        )}
      </td>
      <td>
        {record !== null && (
          <TypedCell entity={attachmentFields} name="caption" record={record} editable={editable} />
        )}
      </td>
      <td>
        <Sending row={row} />
      </td>
      <td className={tables.tools}>
        {editable === 'editable' && record !== null && <Remove id={record.id} name={row.fileName} />}
      </td>
    </tr>
  );
}

function Sending(props: { readonly row: AttachmentRow }) {
  const { t } = useTranslation('attachments');
  const { row } = props;
  if (row.state === 'lost') {
    return (
      <span className={classes.lost}>
        <IconAlertTriangle className="icon-15" /> {t('lostShort')}
      </span>
    );
  }
  return <span className="quiet">{t(row.state === 'awaited' ? 'awaited' : `leaves.${row.leaves}`)}</span>;
}

function Remove(props: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation('attachments');
  const say = useSay();
  const remove = () => {
    call('records.trash', { entity: 'attachments', ids: [props.id] }).then(
      () => say(t('removed', { name: props.name })),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  return (
    <ActionIcon
      className={tables.rowTools ?? ''}
      aria-label={t('remove', { name: props.name })}
      onClick={remove}
    >
      <IconTrash />
    </ActionIcon>
  );
}
