import { useTranslation } from 'react-i18next';
import { attachmentFields } from '../../../../main/core/contract/attachments/fields';
import type { AttachmentRow } from '../../../../main/core/contract/attachments/operations';
import { nearText } from '../../../app/formats';
import { labelOfField } from '../../../app/i18n';
import { FilePreview } from '../../../components/files/FilePreview';
import { TypedCell } from '../TypedCell';
import classes from './Attachments.module.css';

interface PreviewProps {
  readonly row: AttachmentRow;
  readonly editable: 'editable' | 'read_only';
  onClose(): void;
}

/** One attachment of a sheet, with what can be said of it. */
export function Preview(props: PreviewProps) {
  const { t } = useTranslation('attachments');
  const { row } = props;
  return (
    <FilePreview file={row} onClose={props.onClose}>
      {row.addedAt !== null && (
        <>
          <dt>{t('facts.added')}</dt>
          <dd>{nearText(row.addedAt)}</dd>
        </>
      )}
      {row.record !== null &&
        (['takenOn', 'confidential'] as const).map((name) => <Field key={name} {...props} name={name} />)}
    </FilePreview>
  );
}

function Field(props: PreviewProps & { readonly name: 'takenOn' | 'confidential' }) {
  const { record } = props.row;
  if (record === null) return null;
  return (
    <>
      <dt>{labelOfField(attachmentFields, { name: props.name })}</dt>
      <dd className={classes.editable ?? ''}>
        <TypedCell entity={attachmentFields} name={props.name} record={record} editable={props.editable} />
      </dd>
    </>
  );
}
