import { VisuallyHidden } from '@mantine/core';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Difference.module.css';

/** One value that changes: the old one struck, the new one on mark. Null stands for nothing. */
export function Difference(props: { readonly before: string | null; readonly after: string | null }) {
  const { t } = useTranslation();
  return (
    <span className={classes.difference}>
      <VisuallyHidden>{t('difference.before')}</VisuallyHidden>
      {props.before === null ? (
        <span className={classes.nothing}>—</span>
      ) : (
        <DroppedValue>{props.before}</DroppedValue>
      )}
      <IconArrowNarrowRight className={`${classes.arrow} icon-15 directional`} />
      <VisuallyHidden>{t('difference.after')}</VisuallyHidden>
      {props.after === null ? (
        <span className={classes.nothing}>{t('difference.emptied')}</span>
      ) : (
        <KeptValue>{props.after}</KeptValue>
      )}
    </span>
  );
}

/** A value that goes: struck and quiet. */
export function DroppedValue(props: { readonly children: string }) {
  return (
    <del className={classes.before} dir="auto">
      {props.children}
    </del>
  );
}

/** A value that stays, on mark. */
export function KeptValue(props: { readonly children: string }) {
  return (
    <ins className={classes.after} dir="auto">
      {props.children}
    </ins>
  );
}
