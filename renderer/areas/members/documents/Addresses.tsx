import { Button, Select } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { numberText } from '../../../app/formats';
import { usePreference } from '../../../app/preferences';
import { useCopy } from './copy';
import classes from './Documents.module.css';

const sizes = ['20', '50', '100', 'all'] as const;

/** E-mail addresses to copy into a blind copy, in blocks as large as the mail service takes. */
export function Addresses(props: { readonly addresses: readonly string[] }) {
  const { t } = useTranslation('documents');
  const copy = useCopy();
  const [size, setSize] = usePreference<string>('addressBlock', '50');
  const { addresses } = props;
  if (addresses.length === 0) return null;
  const perBlock = Number(size) > 0 ? Number(size) : addresses.length;
  const blocks = Array.from({ length: Math.ceil(addresses.length / perBlock) }, (_, index) =>
    addresses.slice(index * perBlock, (index + 1) * perBlock),
  );
  return (
    <>
      <Select
        w="9rem"
        label={t('invitationList.blockSize')}
        data={sizes.map((value) => ({
          value,
          label: value === 'all' ? t('invitationList.blockAll') : numberText(Number(value)),
        }))}
        value={size}
        allowDeselect={false}
        onChange={(value) => value !== null && setSize(value)}
      />
      {blocks.map((block, index) => {
        const from = index * perBlock + 1;
        return (
          <Button
            key={from}
            leftSection={<IconMail />}
            onClick={() =>
              copy(
                block.join('; '),
                t('invitationList.addresses', { count: block.length, number: numberText(block.length) }),
              )
            }
          >
            {blocks.length === 1
              ? t('invitationList.copyAddresses')
              : t('invitationList.copyBlock', {
                  from: numberText(from),
                  to: numberText(from + block.length - 1),
                })}
          </Button>
        );
      })}
      <span className={classes.hint}>{t('invitationList.bcc')}</span>
    </>
  );
}
