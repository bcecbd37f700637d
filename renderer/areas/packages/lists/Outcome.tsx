import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconEqual,
  IconEye,
  IconHistory,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from '../../../../main/core/contract/packages/operations';
import { type StatusTone, StatusWord } from '../../../components/StatusWord';

const looks: Readonly<Record<InboxItem['outcome'], readonly [typeof IconEye, StatusTone]>> = {
  to_review: [IconEye, 'warn'],
  applied: [IconCircleCheck, 'ok'],
  accepted: [IconCircleCheck, 'ok'],
  returned: [IconArrowBackUp, 'warn'],
  known: [IconEqual, 'quiet'],
  superseded: [IconHistory, 'quiet'],
  refused: [IconCircleX, 'bad'],
  waiting: [IconClock, 'warn'],
};

/** What became of a received file, as icon and word. */
export function Outcome(props: {
  readonly outcome: InboxItem['outcome'];
  readonly shape?: 'plain' | 'filled';
}) {
  const { t } = useTranslation('packages');
  const [icon, tone] = looks[props.outcome];
  return (
    <StatusWord icon={icon} tone={tone} shape={props.shape ?? 'plain'}>
      {t(`outcomes.${props.outcome}`)}
    </StatusWord>
  );
}
