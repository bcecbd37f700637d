import { useTranslation } from 'react-i18next';
import type { AttachmentOwner, AttachmentRow } from '../../../../main/core/contract/attachments/operations';
import { useAnswer } from '../../../app/calls';
import { useContent } from '../../../components/files/file-content';
import { isPicture } from '../../../components/files/media';
import classes from './Attachments.module.css';

/** The newest photo of an organisation or a person, small beside its name; nothing while there is none. */
export function HeadPhoto(props: { readonly owner: AttachmentOwner; readonly name: string }) {
  const rows = useAnswer('attachments.of', { owner: props.owner }).data;
  const photo = rows?.find((row) => row.kind === 'photo' && isPicture(row));
  return photo === undefined ? null : <Photo row={photo} name={props.name} />;
}

function Photo(props: { readonly row: AttachmentRow; readonly name: string }) {
  const { t } = useTranslation('attachments');
  const content = useContent(props.row.sha256, props.row.mediaType);
  if (content.state !== 'picture') return null;
  return <img className={classes.headPhoto} src={content.url} alt={t('photoOf', { name: props.name })} />;
}
