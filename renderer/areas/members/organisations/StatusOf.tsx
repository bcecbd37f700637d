import {
  IconCircleDashed,
  IconClipboardCheck,
  IconDoorExit,
  IconEye,
  IconGift,
  IconHeartHandshake,
  IconPhone,
  IconPlayerPause,
  IconStar,
} from '@tabler/icons-react';
import { textOf } from '../../../app/i18n';
import { listLabel } from '../../../app/lists';
import { StatusWord } from '../../../components/StatusWord';

const icons: Readonly<Record<string, typeof IconStar>> = {
  identified: IconEye,
  contacted: IconPhone,
  surveyed: IconClipboardCheck,
  beneficiary: IconGift,
  partner: IconHeartHandshake,
  member: IconStar,
  suspended: IconPlayerPause,
  left: IconDoorExit,
};
const quiet = ['identified', 'contacted', 'suspended', 'left'];

/** Where an organisation stands towards the committee, as icon and word. */
export function StatusOf(props: { readonly status: string; readonly shape?: 'plain' | 'filled' }) {
  const tone = props.status === 'member' ? 'accent' : quiet.includes(props.status) ? 'quiet' : 'plain';
  return (
    <StatusWord icon={icons[props.status] ?? IconCircleDashed} tone={tone} shape={props.shape ?? 'plain'}>
      {props.status === 'member' && props.shape !== 'filled'
        ? textOf('members:organisations.memberShort')
        : listLabel('organisationStatuses', props.status)}
    </StatusWord>
  );
}
