import { useTranslation } from 'react-i18next';
import type { AttachmentOwner } from '../../../../main/core/contract/attachments/operations';
import type { SheetPart } from '../../../components/sheet/RecordSheet';
import { Attachments } from './Attachments';
import { useAttaching } from './attaching';
import { FilePicker } from './FilePicker';

/** The section of attachments in the sheet of an organisation or a person. */
export function useAttachmentPart(owner: AttachmentOwner, editable: 'editable' | 'read_only'): SheetPart {
  const { t } = useTranslation('attachments');
  const attaching = useAttaching(owner);
  return {
    key: 'attachments',
    label: t('title'),
    shortLabel: t('short'),
    fields: [],
    action: editable === 'editable' && (
      <FilePicker label={t('add')} many="several" onChoose={(files) => void attaching.attach(files)} />
    ),
    below: <Attachments owner={owner} editable={editable} attaching={attaching} />,
  };
}
