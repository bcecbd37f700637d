import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { useSay } from '../../../app/status';

/** Asks where, then writes the signed slip there; giving up leaves it to be saved later. */
export function useSaveSlip() {
  const { t } = useTranslation('consolidation');
  const say = useSay();
  return useCallback(
    ({ outbox, fileName }: { readonly outbox: string; readonly fileName: string }) => {
      const save = async () => {
        const file = await call('shell.chooseWhereToSave', { purpose: 'package', suggestedName: fileName });
        if (file === null) return;
        await call('packages.write', { id: outbox, file: file.handle });
        say(t('review.slipSaved', { name: file.name }));
      };
      save().catch((error: unknown) => say(wordError(error).sentence));
    },
    [say, t],
  );
}
