import { useTranslation } from 'react-i18next';
import { call } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { useSay } from '../../../app/status';

/** Puts a text on the clipboard and says what was copied. */
export function useCopy(): (text: string, what: string) => void {
  const { t } = useTranslation('documents');
  const say = useSay();
  return (text, what) => {
    call('shell.copyText', { text }).then(
      () => say(t('invitationList.copied', { what })),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
}
