import { IconAlertTriangle } from '@tabler/icons-react';
import { dayText } from '../../../app/formats';
import { textOf } from '../../../app/i18n';
import { useWorkspace } from '../../../app/workspace';
import classes from './Organisations.module.css';

/** When a sheet was last verified: quiet while it is fresh, warning after twelve months. */
export function Verification(props: { readonly day: string | null }) {
  const { today } = useWorkspace();
  if (props.day === null)
    return <span className="quiet">{textOf('members:organisations.neverVerified')}</span>;
  const isOld = props.day < yearBefore(today);
  return (
    <span className={`${isOld ? classes.old : ''} figures`}>
      {dayText(props.day)}
      {isOld && (
        <IconAlertTriangle
          className="icon-15"
          role="img"
          aria-hidden={false}
          aria-label={textOf('members:organisations.verificationOld')}
        />
      )}
    </span>
  );
}

/** The same day a year before. */
export function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}
