import { Button } from '@mantine/core';
import { IconPackageImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShellActions } from '../../app/shell/actions';
import { Keys } from '../../components/Keys';
import classes from './packages.module.css';

/** Opens package files, with the key that does the same; `children` names what is opened, when it is one thing. */
export function OpenFilesButton(props: {
  readonly strength: 'filled' | 'default';
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('packages');
  const { chooseFiles } = useShellActions();
  return (
    <span className={classes.open}>
      <Button variant={props.strength} leftSection={<IconPackageImport />} onClick={chooseFiles}>
        {props.children ?? t('open')}
      </Button>
      <Keys keys={['Ctrl', 'O']} />
    </span>
  );
}
