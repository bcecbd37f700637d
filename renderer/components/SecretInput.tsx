import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Where a passphrase is typed: hidden until asked, never completed or corrected by the system. */
export function SecretInput(props: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      size="lg"
      autoComplete="off"
      maxLength={500}
      visibilityToggleButtonProps={{ 'aria-label': t('showSecret') }}
      visibilityToggleIcon={({ reveal }) => (reveal ? <IconEyeOff /> : <IconEye />)}
      {...props}
    />
  );
}
