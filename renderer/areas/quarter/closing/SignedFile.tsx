import { Button } from '@mantine/core';
import { IconCircleCheck, IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { call } from '../../../app/calls';
import { bytesText, nearText } from '../../../app/formats';
import { useSay } from '../../../app/status';
import { ErrorLine } from '../../../components/ErrorPanel';
import classes from './Closing.module.css';

type Signed = NonNullable<QuarterOverview['signed']>;

interface SignedFileProps {
  readonly signed: Signed;
  /** `former`: the quarter is open again, this is what was sent before. */
  readonly age: 'in_force' | 'former';
}

/** The signed package: the number that names it on the phone, and its file, to be written as often as needed. */
export function SignedFile(props: SignedFileProps) {
  const { t } = useTranslation('quarter');
  const { signed, age } = props;
  const saving = useSaving(signed);
  const { writtenAt } = signed;
  const isFirst = writtenAt === null && age === 'in_force';
  return (
    <div className={classes.file}>
      <dl>
        <dt>{t('file.number')}</dt>
        <dd>
          <span className={`${classes.number} code ltr`}>{signed.packageNumber}</span>{' '}
          {age === 'in_force' && <span className="quiet">{t('file.numberHint')}</span>}
        </dd>
        <dt>{t('file.name')}</dt>
        <dd>
          <span className="ltr">{signed.fileName}</span>{' '}
          <span className="quiet">{bytesText(signed.bytes)}</span>
        </dd>
        <dt>{t('file.signedBy')}</dt>
        <dd>
          <bdi>{t('file.by', { day: nearText(signed.signedAt), name: signed.signedBy })}</bdi>
        </dd>
        <dt>{t('file.writtenAt')}</dt>
        <dd>{writtenAt === null ? t('file.notWritten') : nearText(writtenAt)}</dd>
      </dl>
      {saving.data != null && (
        <p className={classes.safe} role="status">
          <IconCircleCheck className="icon-15" /> <span>{t('file.saved', { name: saving.data })}</span>
        </p>
      )}
      <ErrorLine error={saving.error} />
      <div className={classes.buttons}>
        <Button
          {...(isFirst ? { variant: 'filled', size: 'lg' } : {})}
          leftSection={<IconDeviceFloppy />}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          {t(writtenAt === null ? 'file.save' : 'file.saveAgain')}
        </Button>
      </div>
    </div>
  );
}

/** Asks where, then writes the same bytes as ever; answers the file's name, or null when the user gave up. */
function useSaving(signed: Signed) {
  const { t } = useTranslation('quarter');
  const say = useSay();
  return useMutation<string | null, unknown>({
    mutationFn: async () => {
      const file = await call('shell.chooseWhereToSave', {
        purpose: 'package',
        suggestedName: signed.fileName,
      });
      if (file === null) return null;
      const written = await call('packages.write', { id: signed.outbox, file: file.handle });
      say(t('file.saidSaved', { name: written.fileName }));
      return written.fileName;
    },
  });
}
