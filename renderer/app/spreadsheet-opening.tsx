import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ImportView } from '../../main/core/contract/spreadsheets/operations';
import { type CallProgress, useLongCommand } from './calls';

/**
 * Opening a spreadsheet from anywhere: dropped on the window or chosen. The page of the import shows what it holds;
 * this brings the file there and keeps the proposal while other pages are looked at.
 */
interface SpreadsheetOpening {
  open(file: { readonly handle: string; readonly name: string }): void;
  /** Name of the file that is read, or that the proposal is made of. */
  readonly fileName: string | null;
  readonly running: boolean;
  readonly progress: CallProgress | null;
  cancel(): void;
  /** The identifier of the proposal, or null. */
  readonly proposal: string | null;
  readonly error: unknown;
  /** Forgets the file. */
  clear(): void;
}

const OpeningContext = createContext<SpreadsheetOpening | null>(null);

/** Where a spreadsheet is looked at. */
export const importRoute = '/organisations/import';

export function SpreadsheetOpeningProvider(props: { readonly children: ReactNode }) {
  const navigate = useNavigate();
  const { run, running, progress, cancel, error, reset } = useLongCommand('spreadsheets.open');
  const [fileName, setFileName] = useState<string | null>(null);
  const [proposal, setProposal] = useState<ImportView['import'] | null>(null);
  const open = useCallback(
    (file: { readonly handle: string; readonly name: string }) => {
      setProposal(null);
      setFileName(file.name);
      void navigate(importRoute);
      run({ file: file.handle }).then(
        (view) => setProposal(view.import),
        () => {
          // The refusal stays in `error`, which the page of the import shows.
        },
      );
    },
    [navigate, run],
  );
  const opening = useMemo<SpreadsheetOpening>(
    () => ({
      open,
      fileName,
      running,
      progress,
      cancel,
      proposal,
      error,
      clear: () => {
        setProposal(null);
        setFileName(null);
        reset();
      },
    }),
    [open, fileName, running, progress, cancel, proposal, error, reset],
  );
  return <OpeningContext value={opening}>{props.children}</OpeningContext>;
}

export function useSpreadsheetOpening(): SpreadsheetOpening {
  const opening = useContext(OpeningContext);
  if (opening === null) throw new Error('No spreadsheet opening above this component');
  return opening;
}
