import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconInbox,
  IconMinus,
  IconRefresh,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { ReportState } from '../../../../main/core/contract/consolidation/operations';
import type { StatusTone } from '../../../components/StatusWord';

/** Icon and tone of each state of a report (LOOK.md, status words). */
export const reportStates: Readonly<
  Record<
    ReportState,
    { readonly icon: ComponentType<{ className?: string | undefined }>; readonly tone: StatusTone }
  >
> = {
  not_expected: { icon: IconMinus, tone: 'quiet' },
  not_enrolled: { icon: IconMinus, tone: 'quiet' },
  expected: { icon: IconCircleDashed, tone: 'quiet' },
  missing: { icon: IconCircleX, tone: 'bad' },
  received: { icon: IconInbox, tone: 'plain' },
  accepted: { icon: IconCircleCheck, tone: 'ok' },
  rectified: { icon: IconRefresh, tone: 'ok' },
  to_correct: { icon: IconArrowBackUp, tone: 'warn' },
};
