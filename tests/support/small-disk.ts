import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few megabytes that can be filled or made read-only: real refusals of a real file system. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no byte free. */
  fill(): void;
  /** Frees what was filled. */
  free(): void;
  makeReadOnly(): void;
  makeWritable(): void;
  remove(): void;
}

/** Why this machine can have no such disk, or null. It is said aloud where tests are left out. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== 'linux') return 'a small file system in memory needs Linux';
  if (process.getuid?.() !== 0) return 'mounting a small file system needs root';
  try {
    smallDisk(1).remove();
    return null;
  } catch {
    return 'this machine does not let a small file system be mounted';
  }
}

/** Mounts a disk in memory. @param megabytes its size */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'concertation-disk-')));
  const run = (program: string, ...words: string[]) => execFileSync(program, words, { stdio: 'pipe' });
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'concertation', folder);
  const filler = join(folder, 'plein');
  return {
    folder,
    fill() {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    },
    free: () => rmSync(filler),
    makeReadOnly: () => run('mount', '-o', 'remount,ro', folder),
    makeWritable: () => run('mount', '-o', 'remount,rw', folder),
    remove() {
      run('umount', folder);
      rmSync(folder, { recursive: true });
    },
  };
}
