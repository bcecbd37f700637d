import { IconFile, IconFileTypePdf, IconFileTypeXls, IconFileWord, IconPhoto } from '@tabler/icons-react';
import type { AttachmentRow } from '../../../../main/core/contract/attachments/operations';
import { useContent } from '../../../components/files/file-content';
import { isPicture } from '../../../components/files/media';
import classes from './Attachments.module.css';

type Shown = Pick<AttachmentRow, 'sha256' | 'mediaType' | 'state'>;

/** What a file looks like in small: its picture, or the sign of its type. The name beside it says the rest. */
export function Thumbnail(props: { readonly row: Shown }) {
  return (
    <span className={classes.thumbnail} aria-hidden>
      {isPicture(props.row) ? <Picture row={props.row} /> : <Sign mediaType={props.row.mediaType} />}
    </span>
  );
}

function Picture(props: { readonly row: Shown }) {
  const content = useContent(props.row.sha256, props.row.mediaType);
  return content.state === 'picture' ? <img src={content.url} alt="" /> : <IconPhoto />;
}

function Sign(props: { readonly mediaType: string }) {
  const { mediaType } = props;
  if (mediaType === 'application/pdf') return <IconFileTypePdf />;
  if (/sheet/.test(mediaType)) return <IconFileTypeXls />;
  if (/wordprocessing|opendocument\.text|msword|rtf/.test(mediaType)) return <IconFileWord />;
  return mediaType.startsWith('image/') ? <IconPhoto /> : <IconFile />;
}
