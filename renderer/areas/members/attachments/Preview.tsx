import { Button, CloseButton, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { attachmentFields } from '../../../../main/core/contract/attachments/fields';
import type { AttachmentRow } from '../../../../main/core/contract/attachments/operations';
import { bytesText, nearText } from '../../../app/formats';
import { labelOfField } from '../../../app/i18n';
import { ErrorLine } from '../../../components/ErrorPanel';
import { useSaveCopy } from '../../../components/save-copy';
import { TypedCell } from '../TypedCell';
import classes from './Attachments.module.css';
import { isShownInside, mediaText } from './media';
import { useContent } from './picture-url';

interface PreviewProps {
  readonly row: AttachmentRow;
  readonly editable: 'editable' | 'read_only';
  onClose(): void;
}

/** One attachment, shown from memory: nothing of it is written to the disk. */
export function Preview(props: PreviewProps) {
  const { t } = useTranslation('attachments');
  const { row, editable } = props;
  const { save, error } = useSaveCopy();
  return (
    <Modal.Root opened onClose={props.onClose} size="xl" centered>
      <Modal.Overlay />
      <Modal.Content aria-label={row.fileName}>
        <Modal.Body>
          <div className={classes.previewHead}>
            <h2>
              <bdi>{row.fileName}</bdi>
            </h2>
            <CloseButton aria-label={t('close')} onClick={props.onClose} />
          </div>
          {isShownInside(row) ? <Content row={row} /> : <NotShown row={row} />}
          <div className={classes.previewFoot}>
            <dl className={classes.facts}>
              <dt>{t('facts.type')}</dt>
              <dd>{mediaText(row.mediaType)}</dd>
              <dt>{t('facts.size')}</dt>
              <dd>{bytesText(row.bytes)}</dd>
              {row.addedAt !== null && (
                <>
                  <dt>{t('facts.added')}</dt>
                  <dd>{nearText(row.addedAt)}</dd>
                </>
              )}
              <dt>{t('facts.number')}</dt>
              <dd className="code ltr">{row.sha256.slice(0, 16)}</dd>
              {row.record !== null &&
                (['takenOn', 'confidential'] as const).map((name) => (
                  <Field key={name} row={row} name={name} editable={editable} />
                ))}
            </dl>
            <Button
              leftSection={<IconDownload />}
              disabled={row.state !== 'here'}
              onClick={() => void save(row)}
              variant="filled"
            >
              {t('saveCopy')}
            </Button>
          </div>
          <ErrorLine error={error} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Field(props: {
  readonly row: AttachmentRow;
  readonly name: 'takenOn' | 'confidential';
  readonly editable: 'editable' | 'read_only';
}) {
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

function NotShown(props: { readonly row: AttachmentRow }) {
  const { t } = useTranslation('attachments');
  const sentence = { here: 'notShown', lost: 'lost', awaited: 'awaited' } as const;
  return <p className={classes.notShown}>{t(sentence[props.row.state])}</p>;
}

function Content(props: { readonly row: AttachmentRow }) {
  const { row } = props;
  const content = useContent(row.sha256, row.mediaType);
  switch (content.state) {
    case 'coming':
      return <div className={classes.content} />;
    case 'refused':
      return <ErrorLine error={content.error} />;
    case 'picture':
      return (
        <div className={classes.content}>
          <img src={content.url} alt={row.fileName} />
        </div>
      );
    case 'text':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached by the keyboard
        <pre className={classes.text} dir="auto" tabIndex={0}>
          {content.text}
        </pre>
      );
  }
}
