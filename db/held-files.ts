import { renameSync } from 'node:fs';

/** Files that another program holds for a moment: on Windows an antivirus or a synchroniser looks at every new one. */

/** How long is waited before each further try, in milliseconds: some six seconds in all (PACKAGES.md §5). */
export const pausesWhileHeld: readonly number[] = [50, 100, 200, 400, 800, 1_600, 3_000];

/** Does the system's refusal say that somebody holds the file? A full disk or a missing folder says otherwise. */
export function isHeld(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['EACCES', 'EBUSY', 'EPERM'].includes(String(error.code))
  );
}

/** Renames a file, and tries again with growing pauses while one of the two is held. Throws the system's last error. */
export function renameHeld(from: string, to: string): void {
  for (const pause of pausesWhileHeld) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!isHeld(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  renameSync(from, to);
}
