import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCommand } from '../../app/calls';
import { useSay } from '../../app/status';

/** A file that was just written: it can be shown in the system's file browser. */
export interface WrittenFile {
  readonly outbox: string;
  readonly handle: string;
  readonly name: string;
}

/** Writes a signed package where the user chooses: the same package for ever. */
export function useWritePackage() {
  const { t } = useTranslation('packages');
  const say = useSay();
  const { mutateAsync, isPending } = useCommand('packages.write');
  const [written, setWritten] = useState<WrittenFile | null>(null);
  const [error, setError] = useState<unknown>(null);
  const write = async (outbox: string, fileName: string) => {
    setError(null);
    try {
      const file = await call('shell.chooseWhereToSave', { purpose: 'package', suggestedName: fileName });
      if (file === null) return;
      const done = await mutateAsync({ id: outbox, file: file.handle });
      setWritten({ outbox, handle: file.handle, name: done.fileName });
      say(t('write.done', { name: done.fileName }));
    } catch (refused) {
      setError(refused);
    }
  };
  const reveal = () => {
    if (written !== null) call('shell.reveal', { file: written.handle }).catch(setError);
  };
  return { write, writing: isPending, written, reveal, error };
}
