import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconFolder } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorLine } from '../../components/ErrorPanel';
import { useWritePackage } from './write-package';

interface WriteButtonProps {
  /** Row of the outbox. */
  readonly outbox: string;
  readonly fileName: string;
  readonly strength?: 'filled' | 'default';
  readonly size?: 'sm' | 'lg';
  readonly children?: ReactNode;
}

/** Writes one signed package to a file; says so, and shows where it is. */
export function WriteButton(props: WriteButtonProps) {
  const { t } = useTranslation('packages');
  const { write, writing, written, reveal, error } = useWritePackage();
  return (
    <>
      <Button
        variant={props.strength ?? 'default'}
        size={props.size ?? 'sm'}
        leftSection={<IconDeviceFloppy />}
        loading={writing}
        onClick={() => void write(props.outbox, props.fileName)}
      >
        {props.children ?? t('write.button')}
      </Button>
      {written !== null && written.outbox === props.outbox && (
        <Button variant="subtle" size={props.size ?? 'sm'} leftSection={<IconFolder />} onClick={reveal}>
          {t('write.reveal')}
        </Button>
      )}
      <ErrorLine error={error} />
    </>
  );
}
