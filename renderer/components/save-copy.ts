import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRow } from '../../main/core/contract/attachments/operations';
import { call } from '../app/calls';
import { useSay } from '../app/status';

/** Writes a copy where the user chooses, and says that it is no longer protected. */
export function useSaveCopy() {
  const { t } = useTranslation('attachments');
  const say = useSay();
  const [error, setError] = useState<unknown>(null);
  const save = async ({ sha256, fileName }: Pick<AttachmentRow, 'sha256' | 'fileName'>) => {
    setError(null);
    try {
      const suggestedName = fileName.slice(-120);
      const file = await call('shell.chooseWhereToSave', { purpose: 'attachment', suggestedName });
      if (file === null) return;
      await call('attachments.saveCopy', { sha256, file: file.handle });
      say(t('saved', { name: file.name }));
    } catch (refused) {
      setError(refused);
    }
  };
  return { save, error };
}
