import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Output } from '../../main/core/contract/operations';
import { type CallProgress, call, useConcertationEvent, useLongCommand } from './calls';
import { useSpreadsheetOpening } from './spreadsheet-opening';
import { useWorkspace } from './workspace';

type ChosenFile = { readonly handle: string; readonly name: string };

/**
 * Opening package files from anywhere: dropped on the window, double-clicked in the system, or chosen. The packages
 * area shows the outcome (`usePackageOpening`); this only brings the files there.
 */
interface PackageOpening {
  open(files: readonly ChosenFile[]): void;
  /** Takes files of any kind: a spreadsheet goes to the import, the others are opened as packages. */
  receive(files: readonly ChosenFile[]): void;
  readonly running: boolean;
  readonly progress: CallProgress | null;
  cancel(): void;
  /** What the last batch led to, file by file, or null. */
  readonly results: Output<'packages.open'> | null;
  readonly error: unknown;
  /** Forgets the outcome of the last batch. */
  clear(): void;
}

const OpeningContext = createContext<PackageOpening | null>(null);

/** Where opened files are shown. */
export const openingRoute = '/packages';

export function PackageOpeningProvider(props: { readonly children: ReactNode }) {
  const navigate = useNavigate();
  const { run, running, progress, cancel, error, reset } = useLongCommand('packages.open');
  const [results, setResults] = useState<Output<'packages.open'> | null>(null);
  const open = useCallback(
    (files: readonly ChosenFile[]) => {
      if (files.length === 0) return;
      setResults(null);
      void navigate(openingRoute);
      run({ files: files.map((file) => file.handle) }).then(setResults, () => {
        // The refusal of the whole batch stays in `error`, which the packages area shows.
      });
    },
    [navigate, run],
  );
  const receive = useReception(open);
  useEffect(() => {
    if (heldFiles.length > 0) receive(heldFiles.splice(0));
  }, [receive]);
  useConcertationEvent((event) => {
    if (event.type === 'open-files') receive(event.files);
  });
  const opening = useMemo<PackageOpening>(
    () => ({
      open,
      receive,
      running,
      progress,
      cancel,
      results,
      error,
      clear: () => {
        setResults(null);
        reset();
      },
    }),
    [open, receive, running, progress, cancel, results, error, reset],
  );
  return <OpeningContext value={opening}>{props.children}</OpeningContext>;
}

/** What the core says of the first bytes decides where a file goes, never its name. */
function useReception(openPackages: (files: readonly ChosenFile[]) => void) {
  const sheets = useSpreadsheetOpening();
  const { role } = useWorkspace();
  const { open: openSheet } = sheets;
  return useCallback(
    (files: readonly ChosenFile[]) => {
      if (role !== 'committee') return openPackages(files);
      call('spreadsheets.recognise', { files: files.map((file) => file.handle) }).then(
        (told) => {
          const sheet = files.find((file) => told.spreadsheets.includes(file.handle));
          if (sheet !== undefined) openSheet(sheet);
          openPackages(files.filter((file) => told.others.includes(file.handle)));
        },
        () => openPackages(files),
      );
    },
    [role, openPackages, openSheet],
  );
}

export function usePackageOpening(): PackageOpening {
  const opening = useContext(OpeningContext);
  if (opening === null) throw new Error('No package opening above this component');
  return opening;
}

const heldFiles: ChosenFile[] = [];

/** Keeps files that came before a workspace was open; they are opened right after unlocking. */
export function holdFiles(files: readonly ChosenFile[]) {
  heldFiles.push(...files);
}
