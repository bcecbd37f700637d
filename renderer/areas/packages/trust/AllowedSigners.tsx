import { Button } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../app/calls';
import { useSay } from '../../../app/status';
import { ErrorLine } from '../../../components/ErrorPanel';
import packages from '../packages.module.css';
import classes from './Trust.module.css';

/** PACKAGES.md §1.5, for a package of Côte d'Ivoire. */
const stockCommand =
  'ssh-keygen -Y verify -f allowed_signers -I CI -n concertation-report-v1 -s datapackage.json.sig < datapackage.json';

/** The keys of the register for stock OpenSSH, and the command that checks a package with them. */
export function AllowedSigners() {
  const { t } = useTranslation('packages');
  const say = useSay();
  const [error, setError] = useState<unknown>(null);
  const save = async () => {
    setError(null);
    try {
      const { text } = await call('trust.allowedSigners', {});
      const file = await call('shell.chooseWhereToSave', {
        purpose: 'text',
        suggestedName: 'allowed_signers',
      });
      if (file === null) return;
      await call('shell.saveText', { file: file.handle, text });
      say(t('trust.signers.saved', { name: file.name }));
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <section className={packages.railPart}>
      <h2>{t('trust.signers.title')}</h2>
      <p className={packages.hint}>{t('trust.signers.hint')}</p>
      <Button leftSection={<IconFileDownload />} onClick={() => void save()}>
        {t('trust.signers.save')}
      </Button>
      <ErrorLine error={error} />
      <p className={packages.hint}>{t('trust.signers.command')}</p>
      <code className={classes.command} dir="ltr">
        {stockCommand}
      </code>
    </section>
  );
}
