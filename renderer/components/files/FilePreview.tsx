import { Button, CloseButton, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRow } from '../../../main/core/contract/attachments/operations';
import { bytesText } from '../../app/formats';
import { ErrorLine } from '../ErrorPanel';
import { useSaveCopy } from '../save-copy';
import classes from './FilePreview.module.css';
import { useContent } from './file-content';
import { isShownInside, mediaText } from './media';

type ShownFile = Pick<AttachmentRow, 'sha256' | 'fileName' | 'mediaType' | 'bytes' | 'state'>;

interface FilePreviewProps {
  readonly file: ShownFile;
  /** Further lines of the facts: `dt` and `dd`. */
  readonly children?: ReactNode;
  onClose(): void;
}

/** One file kept in the workspace, shown from memory: nothing of it is written to the disk. */
export function FilePreview(props: FilePreviewProps) {
  const { t } = useTranslation('attachments');
  const { file } = props;
  const { save, error } = useSaveCopy();
  return (
    <Modal.Root opened onClose={props.onClose} size="xl" centered>
      <Modal.Overlay />
      <Modal.Content aria-label={file.fileName}>
        <Modal.Body>
          <div className={classes.head}>
            <h2>
              <bdi>{file.fileName}</bdi>
            </h2>
            <CloseButton aria-label={t('close')} onClick={props.onClose} />
          </div>
          {isShownInside(file) ? <Content file={file} /> : <NotShown file={file} />}
          <div className={classes.foot}>
            <dl className={classes.facts}>
              <dt>{t('facts.type')}</dt>
              <dd>{mediaText(file.mediaType)}</dd>
              <dt>{t('facts.size')}</dt>
              <dd>{bytesText(file.bytes)}</dd>
              <dt>{t('facts.number')}</dt>
              <dd>
                <span className="code ltr">{file.sha256.slice(0, 16)}</span>
              </dd>
              {props.children}
            </dl>
            <Button
              leftSection={<IconDownload />}
              disabled={file.state !== 'here'}
              onClick={() => void save(file)}
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

function NotShown(props: { readonly file: ShownFile }) {
  const { t } = useTranslation('attachments');
  const sentence = { here: 'notShown', lost: 'lost', awaited: 'awaited' } as const;
  return <p className={classes.notShown}>{t(sentence[props.file.state])}</p>;
}

function Content(props: { readonly file: ShownFile }) {
  const { file } = props;
  const content = useContent(file.sha256, file.mediaType);
  switch (content.state) {
    case 'coming':
      return <div className={classes.content} />;
    case 'refused':
      return <ErrorLine error={content.error} />;
    case 'picture':
      return (
        <div className={classes.content}>
          <img src={content.url} alt={file.fileName} />
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
