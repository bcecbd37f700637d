import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../main/core/contract/values';
import type { KnownWorkspace } from '../../../../main/core/contract/workspace/operations';
import { useConcertationEvent } from '../../../app/calls';
import { holdFiles } from '../../../app/opening';
import { OpeningFrame } from '../OpeningFrame';
import { LanguageLinks } from './LanguageLinks';
import { Recover } from './Recover';
import { Unlock } from './Unlock';
import { WorkspaceChoice } from './WorkspaceChoice';

interface OpeningProps {
  readonly known: readonly KnownWorkspace[];
  /** The workspace the user asked for before locking another, or null. */
  readonly wanted: string | null;
  readonly language: Language;
  onStartAnother(): void;
}

/** The door: which workspace, then its passphrase; or the recovery sheet. */
export function Opening(props: OpeningProps) {
  const { t } = useTranslation(['workspace', 'common']);
  const [chosen, setChosen] = useState<string | null>(() => firstChoice(props));
  const [way, setWay] = useState<'passphrase' | 'recovery'>('passphrase');
  const [waiting, setWaiting] = useState<'nothing' | 'files'>('nothing');
  useConcertationEvent((event) => {
    if (event.type !== 'open-files') return;
    holdFiles(event.files);
    setWaiting('files');
  });
  useEffect(() => {
    if (props.wanted !== null) setChosen(props.wanted);
  }, [props.wanted]);
  const workspace = props.known.find((known) => known.id === chosen) ?? null;
  if (workspace !== null && way === 'recovery') {
    return <Recover workspace={workspace} onBack={() => setWay('passphrase')} />;
  }
  return (
    <OpeningFrame
      promise={t('opening.promise')}
      panel={<LanguageLinks language={props.language} />}
      title={t('opening.title')}
      {...(waiting === 'files' ? { hint: t('opening.filesWait') } : {})}
    >
      <WorkspaceChoice
        known={props.known}
        chosen={chosen}
        onChoose={setChosen}
        onStartAnother={props.onStartAnother}
      >
        {workspace !== null && (
          <Unlock key={workspace.id} workspace={workspace} onForgotten={() => setWay('recovery')} />
        )}
      </WorkspaceChoice>
    </OpeningFrame>
  );
}

/** The one asked for, else the one opened last. */
function firstChoice(props: OpeningProps): string | null {
  const latest = [...props.known].sort((first, second) =>
    (second.lastOpened ?? '').localeCompare(first.lastOpened ?? ''),
  );
  return props.wanted ?? latest[0]?.id ?? null;
}
