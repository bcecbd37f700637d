import { IconArrowsExchange, IconInbox, IconReceipt, IconShieldLock } from '@tabler/icons-react';
import type { Area } from '../../app/area';
import { useAnswer } from '../../app/calls';
import { numberText } from '../../app/formats';
import { textOf } from '../../app/i18n';
import { useWorkspace } from '../../app/workspace';
import { ReceivedPage } from './lists/ReceivedPage';
import { SentPage } from './lists/SentPage';
import { stillToWrite } from './lists/still-to-write';
import { ConfirmRequestPage } from './trust/ConfirmRequestPage';
import { InvitePage } from './trust/InvitePage';
import { TrustPage } from './trust/TrustPage';

/** Files in and out, and who is trusted. */
export const packagesArea: Area = {
  name: 'packages',
  routes: [
    { path: '/packages', element: <ReceivedPage /> },
    { path: '/sent', element: <SentPage /> },
    { path: '/trust', element: <TrustPage /> },
    { path: '/trust/invite', element: <InvitePage /> },
    { path: '/trust/requests/:id', element: <ConfirmRequestPage /> },
  ],
  pages: [
    {
      path: '/packages',
      group: 'quarter',
      icon: IconArrowsExchange,
      label: () => textOf('packages:committeeTitle'),
      keywords: () => textOf('packages:keywords'),
      Badge: UnwrittenCount,
    },
    {
      path: '/packages',
      group: 'receive',
      icon: IconInbox,
      label: () => textOf('packages:receivedTitle'),
      keywords: () => textOf('packages:keywords'),
      Badge: ToReviewCount,
    },
    {
      path: '/sent',
      group: 'receive',
      icon: IconReceipt,
      label: () => textOf('packages:sentTitle'),
      keywords: () => textOf('packages:keywords'),
      Badge: UnwrittenCount,
    },
    ...(['quarter', 'share'] as const).map((group) => ({
      path: '/trust',
      group,
      icon: IconShieldLock,
      label: () => textOf('packages:trust.title'),
      keywords: () => textOf('packages:trust.keywords'),
      Badge: TrustCount,
    })),
  ],
};

/** Signed files that have not left this laptop yet. */
function UnwrittenCount() {
  const items = useAnswer('packages.outbox', {}).data ?? [];
  return countText(stillToWrite(items).length);
}

function ToReviewCount() {
  const items = useAnswer('packages.inbox', {}).data ?? [];
  return countText(items.filter((item) => item.outcome === 'to_review').length);
}

/** Requests that wait for a call, or the invitation to confirm. */
function TrustCount() {
  const { enrolment } = useWorkspace();
  const requests = useAnswer('trust.overview', {}).data?.requests.length ?? 0;
  return countText(requests + (enrolment === 'invited' ? 1 : 0));
}

function countText(count: number) {
  return count === 0 ? null : numberText(count);
}
