import { useHotkeys } from '@mantine/hooks';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { EntityName } from '../../../main/core/contract/records/operations';
import { flushDrafts } from '../../components/drafts/draft-keeper';
import { call, useAnswer, useConcertationEvent } from '../calls';
import { wordError } from '../errors';
import { quarterText } from '../formats';
import { holdKeys } from '../held-keys';
import { textOf } from '../i18n';
import { usePackageOpening } from '../opening';
import { usePrinting } from '../printing';
import { useSay } from '../status';
import { finder } from './finder';

/** What the title bar, the native menu and the keyboard can all ask for. */
interface ShellActions {
  undo(): void;
  redo(): void;
  find(): void;
  /** Writes what is being typed, which otherwise happens when the field is left. */
  save(): void;
  print(): void;
  lock(): void;
  chooseFiles(): void;
  readonly shortcuts: 'shown' | 'hidden';
  toggleShortcuts(): void;
}

const ActionsContext = createContext<ShellActions | null>(null);

export function useShellActions(): ShellActions {
  const actions = useContext(ActionsContext);
  if (actions === null) throw new Error('No shell above this component');
  return actions;
}

export function ShellActionsProvider(props: { readonly children: ReactNode }) {
  const navigate = useNavigate();
  const { printPage } = usePrinting();
  const { open } = usePackageOpening();
  const undo = useTurn('undo');
  const redo = useTurn('redo');
  const say = useSay();
  const [shortcuts, setShortcuts] = useState<'shown' | 'hidden'>('hidden');

  const actions = useMemo<ShellActions>(
    () => ({
      undo,
      redo,
      find: () => {
        holdKeys();
        finder.open();
      },
      save: leaveField,
      print: printPage,
      lock: () => {
        leaveField();
        flushDrafts()
          .then(() => call('workspace.lock', {}))
          .catch((error: unknown) => say(wordError(error).sentence));
      },
      chooseFiles: () => {
        call('shell.chooseFiles', { purpose: 'packages' }).then(open, (error: unknown) =>
          say(wordError(error).sentence),
        );
      },
      shortcuts,
      toggleShortcuts: () => setShortcuts((before) => (before === 'shown' ? 'hidden' : 'shown')),
    }),
    [undo, redo, printPage, open, shortcuts, say],
  );

  useHotkeys(
    [
      ['mod+K', actions.find],
      ['mod+S', actions.save],
      ['mod+P', actions.print],
      ['mod+L', actions.lock],
      ['mod+,', () => void navigate('/settings')],
      ['F1', () => void navigate('/guide')],
      ['alt+ArrowLeft', () => void navigate(-1)],
      ['alt+ArrowRight', () => void navigate(1)],
    ],
    [],
    true,
  );
  useHotkeys([
    ['mod+Z', actions.undo],
    ['mod+Y', actions.redo],
    ['mod+shift+Z', actions.redo],
    ['shift+?', actions.toggleShortcuts],
    ['?', actions.toggleShortcuts],
  ]);
  useConcertationEvent((event) => {
    if (event.type === 'closing') {
      leaveField();
      void flushDrafts();
    }
    if (event.type !== 'menu') return;
    const byItem: Partial<Record<typeof event.item, () => void>> = {
      ...actions,
      shortcuts: actions.toggleShortcuts,
      settings: () => void navigate('/settings'),
      guide: () => void navigate('/guide'),
      import: actions.chooseFiles,
    };
    byItem[event.item]?.();
  });

  return <ActionsContext value={actions}>{props.children}</ActionsContext>;
}

/** Leaving a field writes it. */
function leaveField() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Takes back the last gesture, or makes it again, and says in the status bar what changed. */
function useTurn(way: 'undo' | 'redo'): () => void {
  const { t } = useTranslation();
  const say = useSay();
  return useCallback(() => {
    call(`changes.${way}`, {}).then(
      (turned) => say(t(`${way}.done`, { count: turned.records, title: undoneTitle(turned) })),
      (error: unknown) => say(wordError(error).sentence),
    );
  }, [say, t, way]);
}

/** The last gesture that can be taken back, in words, or null. */
export function useUndoable(): string | null {
  const { t } = useTranslation();
  const last = useAnswer('changes.undoable', {}).data;
  if (last === undefined || last === null) return null;
  return t(`undo.${last.action}`, { count: last.records, title: undoneTitle(last) });
}

/** The gesture taken back last that can be made again, in words, or null. */
export function useRedoable(): string | null {
  const { t } = useTranslation();
  const last = useAnswer('changes.redoable', {}).data;
  if (last === undefined || last === null) return null;
  return t(`redo.${last.action}`, { count: last.records, title: undoneTitle(last) });
}

/** What was changed, by the name the user knows it by. */
function undoneTitle(undone: { readonly entity: EntityName; readonly title: string }): string {
  return undone.entity === 'narratives'
    ? textOf('common:undo.narrative', { quarter: quarterText(undone.title) })
    : undone.title;
}
