import { IconCircleX, IconFileCertificate, IconListDetails } from '@tabler/icons-react';
import type { Area } from '../../app/area';
import { useAnswer } from '../../app/calls';
import { quarterText } from '../../app/formats';
import { textOf } from '../../app/i18n';
import { useQuarter } from '../../app/quarter';
import { StatusWord } from '../../components/StatusWord';
import { ClosingPage } from './closing/ClosingPage';
import { LinesPage } from './lines/LinesPage';

/** The quarter of a committee: what was done, and its closing. */
export const quarterArea: Area = {
  name: 'quarter',
  routes: [
    { path: '/quarter', element: <ClosingPage /> },
    { path: '/quarter/lines', element: <LinesPage /> },
  ],
  pages: [
    {
      path: '/quarter/lines',
      group: 'quarter',
      icon: IconListDetails,
      label: () => textOf('quarter:lines.title'),
    },
    {
      path: '/quarter',
      group: 'quarter',
      icon: IconFileCertificate,
      label: (quarter) => textOf('quarter:closing.page', { quarter: quarterText(quarter) }),
      keywords: () => textOf('quarter:closing.keywords'),
      Badge: BlockingCount,
    },
  ],
};

/** How many points keep the quarter from being signed. */
function BlockingCount() {
  const { quarter } = useQuarter();
  const count = useAnswer('quarter.standing', { quarter }).data?.blocking ?? 0;
  if (count === 0) return null;
  return (
    <StatusWord icon={IconCircleX} tone="bad">
      {count}
    </StatusWord>
  );
}
