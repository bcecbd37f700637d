import { CloseButton } from '@mantine/core';
import { type DragEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentOwner } from '../../../../main/core/contract/attachments/operations';
import { useAnswer } from '../../../app/calls';
import { ErrorLine } from '../../../components/ErrorPanel';
import classes from './Attachments.module.css';
import { AttachmentTable } from './AttachmentTable';
import type { useAttaching } from './attaching';
import { Preview } from './Preview';

interface AttachmentsProps {
  readonly owner: AttachmentOwner;
  readonly editable: 'editable' | 'read_only';
  readonly attaching: ReturnType<typeof useAttaching>;
}

/** The files of a sheet: dropped here, pasted or chosen; each with its preview. */
export function Attachments(props: AttachmentsProps) {
  const { t } = useTranslation('attachments');
  const { owner, editable, attaching } = props;
  const rows = useAnswer('attachments.of', { owner }, { meanwhile: 'previous' });
  const [viewed, setViewed] = useState<string | null>(null);
  const { attach } = attaching;
  const dropping = useDropping(editable, (files) => void attach(files));
  usePasting(editable, (files) => void attach(files));
  if (rows.error !== null) return <ErrorLine error={rows.error} />;
  const known = rows.data ?? [];
  const shown = known.find(({ sha256 }) => sha256 === viewed);
  return (
    <fieldset
      className={classes.area}
      aria-label={t('title')}
      data-hovering={dropping.hovering}
      {...dropping.handlers}
    >
      <p className={classes.hint}>{t(hintOf(dropping.hovering, editable, known.length))}</p>
      <Working attaching={attaching} />
      {known.length > 0 && (
        <AttachmentTable rows={known} editable={editable} onView={({ sha256 }) => setViewed(sha256)} />
      )}
      {shown !== undefined && <Preview row={shown} editable={editable} onClose={() => setViewed(null)} />}
    </fieldset>
  );
}

function hintOf(hovering: 'no' | 'yes', editable: AttachmentsProps['editable'], count: number) {
  if (hovering === 'yes') return 'drop';
  if (editable === 'read_only') return count === 0 ? 'noneRead' : 'title';
  return count === 0 ? 'none' : 'hint';
}

/** A refusal is seen wherever the file was dropped, and wherever the list was scrolled to. */
function intoView(place: HTMLElement | null) {
  place?.scrollIntoView({ block: 'center' });
}

/** Which file is being kept, and why others were not: above the list, however long it is. */
function Working(props: Pick<AttachmentsProps, 'attaching'>) {
  const { t } = useTranslation(['attachments', 'common']);
  const { current, errors, forgetErrors } = props.attaching;
  return (
    <>
      {current !== null && (
        <p role="status" className={classes.working}>
          {t('preparing', { ...current })}
        </p>
      )}
      {errors.length > 0 && (
        <div className={classes.errors} ref={intoView}>
          <div>
            {errors.map((error, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files can be refused in the same words
              <ErrorLine key={index} error={error} />
            ))}
          </div>
          <CloseButton aria-label={t('common:close')} onClick={forgetErrors} />
        </div>
      )}
    </>
  );
}

/** Files dropped on the section are for the sheet; the window then does not take them for packages. */
function useDropping(editable: AttachmentsProps['editable'], onFiles: (files: readonly File[]) => void) {
  const [hovering, setHovering] = useState<'no' | 'yes'>('no');
  const bringsFiles = (event: DragEvent) =>
    editable === 'editable' && event.dataTransfer.types.includes('Files');
  return {
    hovering,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        setHovering('yes');
      },
      onDragLeave: (event: DragEvent) => {
        const within =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!within) setHovering('no');
      },
      onDrop: (event: DragEvent) => {
        setHovering('no');
        if (!bringsFiles(event)) return;
        event.preventDefault();
        onFiles([...event.dataTransfer.files]);
      },
    },
  };
}

/** A picture of the clipboard is attached from anywhere on the sheet; text goes where the cursor is, as ever. */
function usePasting(editable: AttachmentsProps['editable'], onFiles: (files: readonly File[]) => void) {
  useEffect(() => {
    if (editable === 'read_only') return;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });
}
