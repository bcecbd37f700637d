import { useTranslation } from 'react-i18next';
import type { OpenedFile } from '../../../../main/core/contract/packages/operations';
import { wordCode } from '../../../app/errors';
import { quarterText } from '../../../app/formats';
import { textOf } from '../../../app/i18n';
import { useWorkspace } from '../../../app/workspace';
import type { NextStep } from '../lists/next-step';
import { partyText, wordMessage } from '../words';

type Result = OpenedFile['result'];

/** Words what opening a file led to. */
export function useOpenedSentence(): (result: Result) => string {
  const { t } = useTranslation('packages');
  const { name, enrolment } = useWorkspace();
  return (result) => {
    switch (result.kind) {
      case 'report':
        return t('opened.report', { quarter: quarterText(result.period), from: partyText(result.from) });
      case 'attachments': {
        const { arrived, awaited, from } = result;
        const came = t('opened.attachments', { count: arrived, from: partyText(from) });
        return awaited === 0
          ? `${came} ${t('opened.attachmentsComplete')}`
          : `${came} ${t('opened.attachmentsAwaited', { count: awaited })}`;
      }
      case 'slip':
        return t(`opened.slip.${result.decision}`, { quarter: quarterText(result.period) });
      case 'register': {
        const { version, enrolled } = result;
        if (enrolled === 'no') return t('opened.registerWithout', { version, name });
        return enrolment === 'enrolled'
          ? t('opened.registerEnrolled', { version, name })
          : t('opened.registerAdopted', { version });
      }
      case 'invite':
        return t('opened.invite', { from: partyText(result.from) });
      case 'enrol':
        return t('opened.enrol', { name: result.name });
      case 'known':
        return wordMessage(result.notice).sentence;
      case 'refused':
        return wordCode(result.code, result.params).sentence;
    }
  };
}

/** Where one goes on, or null when the file asks for nothing here. */
export function goOnFrom(result: Result): NextStep | null {
  switch (result.kind) {
    case 'report':
      return { label: 'review', to: `/submissions/${result.submission}` };
    case 'slip':
      return { label: 'quarter', to: '/quarter' };
    case 'register':
      return { label: 'trust', to: '/trust' };
    case 'invite':
      return { label: 'enrolment', to: '/trust' };
    case 'enrol':
      return { label: 'digits', to: `/trust/requests/${result.request}` };
    default:
      return null;
  }
}

/** Sentences that go with a file that was taken. */
export function noticesOf(result: Result): readonly string[] {
  if (!('notices' in result)) return [];
  return result.notices.map((notice) =>
    notice.code === 'not_encrypted' ? textOf('packages:opened.notEncrypted') : wordMessage(notice).sentence,
  );
}
