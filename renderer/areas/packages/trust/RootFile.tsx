import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError, call } from '../../../app/calls';
import { ErrorLine } from '../../../components/ErrorPanel';
import classes from './Trust.module.css';

export type ChosenFile = { readonly handle: string; readonly name: string };

/** Chooses the file of the root key on its stick. */
export function RootFile(props: { readonly file: ChosenFile | null; onChoose(file: ChosenFile): void }) {
  const { t } = useTranslation('packages');
  const [error, setError] = useState<unknown>(null);
  const choose = () => {
    setError(null);
    call('shell.chooseFiles', { purpose: 'root_key' }).then(
      ([file]) => file !== undefined && props.onChoose(file),
      setError,
    );
  };
  return (
    <div className={classes.buttons}>
      <Button size="lg" leftSection={<IconFile />} onClick={choose}>
        {t('trust.confirm.rootChoose')}
      </Button>
      {props.file !== null && <bdi className="ltr">{props.file.name}</bdi>}
      <ErrorLine error={error} />
    </div>
  );
}

const notTheRoot = ['K03', 'K12', 'F01', 'F02', 'F03'];

/** A file that is not this programme's root is said here in the words of this gesture. */
export function RootRefusal(props: { readonly error: unknown }) {
  const { t } = useTranslation('packages');
  const { error } = props;
  if (!(error instanceof CallError) || !notTheRoot.includes(error.code)) return <ErrorLine error={error} />;
  return (
    <p className={classes.notice} role="alert">
      <IconAlertTriangle />
      <span>{t('trust.confirm.notRoot')}</span>
    </p>
  );
}
