import { Button } from '@mantine/core';
import { IconAlertCircle, IconPencil, IconPhone, IconRefresh, IconSend } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type WordedError, wordError } from '../app/errors';
import classes from './ErrorPanel.module.css';

const remedyIcons = { resend: IconSend, phone: IconPhone, update: IconRefresh, here: IconPencil };

/** A refusal in place of what could not be shown: what, where, what to do, and the code for whoever helps. */
export function ErrorPanel(props: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const worded = wordError(props.error);
  return (
    <div className={classes.panel} role="alert">
      <IconAlertCircle className={classes.icon} />
      <div>
        <p className={classes.sentence}>{worded.sentence}</p>
        <RemedyLine error={worded} />
        <div className={classes.actions}>
          {props.onRetry !== undefined && <Button onClick={props.onRetry}>{t('retry')}</Button>}
          {props.children}
        </div>
      </div>
    </div>
  );
}

/** A refusal beside the gesture that met it. */
export function ErrorLine(props: { readonly error: unknown }) {
  if (props.error === null || props.error === undefined) return null;
  const worded = wordError(props.error);
  return (
    <p className={classes.line} role="alert">
      <IconAlertCircle className="icon-15" /> <span>{worded.sentence}</span>
    </p>
  );
}

/** Whose turn it is (ask to send again, phone, update, act here) and the code. */
export function RemedyLine(props: { readonly error: WordedError }) {
  const { t } = useTranslation();
  const Icon = remedyIcons[props.error.remedy];
  return (
    <p className={classes.remedy}>
      <Icon className="icon-15" /> {t(`remedy.${props.error.remedy}`)}
      <span className="quiet code">
        {t('errorCode', { code: props.error.code })}
        {props.error.place !== '' && <bdi className="ltr"> {props.error.place}</bdi>}
      </span>
    </p>
  );
}
