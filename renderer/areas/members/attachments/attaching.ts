import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentOwner } from '../../../../main/core/contract/attachments/operations';
import { call } from '../../../app/calls';
import { useSay } from '../../../app/status';
import { prepareFile } from './prepare-file';

/** Which file of a batch is being prepared and kept. */
export interface Attaching {
  readonly name: string;
  readonly number: number;
  readonly total: number;
}

/** Keeps files one after the other; each that is refused says why, the others go on. */
export function useAttaching(owner: AttachmentOwner, consent: string | null = null) {
  const { t } = useTranslation('attachments');
  const say = useSay();
  const [current, setCurrent] = useState<Attaching | null>(null);
  const [errors, setErrors] = useState<readonly unknown[]>([]);
  const attach = async (files: readonly File[]) => {
    setErrors([]);
    const refused: unknown[] = [];
    const outcomes: ('new' | 'same')[] = [];
    for (const [index, file] of files.entries()) {
      setCurrent({ name: file.name, number: index + 1, total: files.length });
      try {
        const prepared = await prepareFile(file);
        const kind = consent === null ? null : 'consent_proof';
        const { state } = await call('attachments.add', { owner, consent, kind, ...prepared });
        outcomes.push(state);
      } catch (error) {
        refused.push(error);
      }
    }
    setCurrent(null);
    setErrors(refused);
    const news = outcomes.filter((state) => state === 'new').length;
    if (news > 0) say(t('added', { count: news }));
    else if (outcomes.length > 0) say(t('same', { name: files[0]?.name ?? '' }));
  };
  return { attach, current, errors, forgetErrors: () => setErrors([]) };
}
