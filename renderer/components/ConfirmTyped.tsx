import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ConfirmTyped.module.css';

interface ConfirmTypedProps {
  /** What will happen, in a sentence. */
  readonly children: ReactNode;
  /** The word to type, shown to the user. */
  readonly word: string;
  /** Names the effect. */
  readonly action: string;
  onConfirm(typed: string): void;
  onCancel(): void;
  readonly state?: 'ready' | 'running';
}

/** For the few effects that cannot be taken back: the user types a word, in the page and not in a dialog. */
export function ConfirmTyped(props: ConfirmTypedProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const matches = typed.trim().toLocaleUpperCase() === props.word.toLocaleUpperCase();
  return (
    <form
      className={classes.confirm}
      onSubmit={(event) => {
        event.preventDefault();
        if (matches) props.onConfirm(typed.trim());
      }}
    >
      <div>{props.children}</div>
      <TextInput
        label={t('confirm.type', { word: props.word })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        autoFocus
      />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" disabled={!matches} loading={props.state === 'running'}>
          {props.action}
        </Button>
        <Button onClick={props.onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
