import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShellActions } from '../../../app/shell/actions';

/** Chooses package files to verify; the packages page then shows what became of each. */
export function OpenPackages() {
  const { t } = useTranslation('consolidation');
  const { chooseFiles } = useShellActions();
  return (
    <Button variant="filled" leftSection={<IconFileImport />} onClick={chooseFiles}>
      {t('board.openPackages')}
    </Button>
  );
}
