import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFile, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenWorkspace } from '../../../main/core/contract/workspace/operations';
import { CallError, call, useCommand } from '../../app/calls';
import { ErrorLine } from '../../components/ErrorPanel';
import { SecretInput } from '../../components/SecretInput';
import classes from './first-start/FirstStart.module.css';
import { PassphraseFields, reasonAgainst, useNewPassphrase } from './PassphraseFields';

type ChosenFile = { readonly handle: string; readonly name: string };

/**
 * The root key of the programme (PACKAGES.md §2.2): made and written to a stick, then asked back once. It is never
 * kept in the workspace.
 */
export function RootKey(props: { readonly workspace: OpenWorkspace }) {
  const { t } = useTranslation('workspace');
  const { enrolment } = props.workspace;
  if (enrolment === 'root_to_make') return <MakeRoot workspace={props.workspace} />;
  if (enrolment === 'root_to_confirm') return <ConfirmRoot />;
  return (
    <p className={classes.done} role="status">
      <IconCircleCheck className="icon-15" /> {t('root.done')}
    </p>
  );
}

function MakeRoot(props: { readonly workspace: OpenWorkspace }) {
  const { t } = useTranslation('workspace');
  const passphrase = useNewPassphrase([props.workspace.name, props.workspace.code]);
  const create = useCommand('trust.createRoot');
  const [error, setError] = useState<unknown>(null);
  const against = reasonAgainst(passphrase);
  const make = async () => {
    if (passphrase.ready === null) return;
    setError(null);
    try {
      const file = await call('shell.chooseWhereToSave', {
        purpose: 'root_key',
        suggestedName: `${t('root.fileName')}-${props.workspace.code}.age`,
      });
      if (file !== null) await create.mutateAsync({ file: file.handle, passphrase: passphrase.ready });
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h2 className={classes.heading}>{t('root.make')}</h2>
      <p>{t('root.makeHint')}</p>
      <PassphraseFields
        passphrase={passphrase}
        label={t('root.passphrase')}
        hint={t('passphrase.hint')}
        repeatHint={t('root.passphraseWhen')}
      />
      <div className={classes.buttons}>
        <Button
          type="submit"
          size="lg"
          leftSection={<IconKey />}
          disabled={passphrase.ready === null}
          loading={create.isPending}
        >
          {t('root.write')}
        </Button>
        {against !== null && <span className="quiet">{t(`firstStart.reasons.${against}`)}</span>}
      </div>
      <ErrorLine error={error} />
    </form>
  );
}

function ConfirmRoot() {
  const { t } = useTranslation('workspace');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const confirm = useCommand('trust.confirmRoot');
  const [error, setError] = useState<unknown>(null);
  const choose = () => {
    setError(null);
    call('shell.chooseFiles', { purpose: 'root_key' }).then((files) => setFile(files[0] ?? null), setError);
  };
  const check = () => {
    if (file === null) return;
    confirm.mutate(
      { file: file.handle, passphrase },
      { onError: (refused) => (isOtherFile(refused) ? setFile(null) : setPassphrase('')) },
    );
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <div>
        <h2 className={classes.heading}>{t('root.confirm')}</h2>
        <p>{t('root.confirmHint')}</p>
      </div>
      <div className={classes.buttons}>
        <Button size="lg" leftSection={<IconFile />} onClick={choose}>
          {t('root.choose')}
        </Button>
        {file !== null && <bdi className="ltr">{file.name}</bdi>}
      </div>
      <SecretInput
        label={t('root.passphraseAgain')}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button
          type="submit"
          size="lg"
          variant="filled"
          disabled={file === null || passphrase === ''}
          loading={confirm.isPending}
        >
          {t('root.check')}
        </Button>
        {file === null && <span className="quiet">{t('root.chooseFirst')}</span>}
      </div>
      {isOtherFile(confirm.error) ? (
        <p className={classes.warning} role="alert">
          <IconAlertTriangle className="icon-15" /> {t('root.otherFile')}
        </p>
      ) : (
        <ErrorLine error={error ?? confirm.error} />
      )}
    </form>
  );
}

/** The file is no root key, or not the one that was just written: what the codes say elsewhere is not meant here. */
function isOtherFile(error: unknown): boolean {
  return error instanceof CallError && (error.code === 'K12' || error.code === 'K03');
}
