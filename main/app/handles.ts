import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { DomainError } from '../core/contract/errors';

/** What the person chose it for: a file handed over for reading is never written to by the shell. */
export type HandleUse = 'read' | 'write' | 'folder';

/** A file or folder that the user chose in a native dialog, dropped on the window or opened with the application. */
export interface KnownFile {
  readonly handle: string;
  readonly path: string;
  readonly name: string;
  readonly use: HandleUse;
}

/** The opaque names under which chosen files cross to the page: the page never sees or gives a path (DESIGN.md §2). */
export interface Handles {
  /** Names a path and tells the core about it. */
  give(place: string, use: HandleUse): { readonly handle: string; readonly name: string };
  /** The path behind a handle. @throws DomainError `file_handle_unknown`, also for another use */
  pathOf(handle: string, uses: readonly HandleUse[]): string;
  /** All of them, for a core that starts anew. */
  all(): readonly KnownFile[];
}

/** Makes the register of handles of this run. @param onGiven is told of each new one (the core keeps its own copy) */
export function createHandles(onGiven: (file: KnownFile) => void): Handles {
  const known = new Map<string, KnownFile>();
  return {
    give(place, use) {
      const file: KnownFile = {
        handle: `file-${randomUUID()}`,
        path: place,
        name: path.basename(place),
        use,
      };
      known.set(file.handle, file);
      onGiven(file);
      return { handle: file.handle, name: file.name };
    },
    pathOf(handle, uses) {
      const file = known.get(handle);
      if (!file || !uses.includes(file.use)) throw new DomainError('file_handle_unknown');
      return file.path;
    },
    all: () => [...known.values()],
  };
}
