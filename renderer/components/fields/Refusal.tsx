import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../Keys';
import classes from './Fields.module.css';

/** Why a value is refused, under its field, and what Escape brings back. */
export function Refusal(props: {
  readonly sentence: string;
  readonly restores?: string | null;
  readonly id?: string;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.refusal} role="alert" id={props.id}>
      <span>
        <IconAlertTriangle className="icon-15" /> {props.sentence}
      </span>
      {props.restores !== undefined && (
        <span className="quiet">
          <Keys keys={[t('keys.escape')]} />{' '}
          {props.restores === null
            ? t('field.restoresEmpty')
            : t('field.restores', { value: props.restores })}
        </span>
      )}
    </div>
  );
}
