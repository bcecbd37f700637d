import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const run = (program: string, ...words: string[]) => execFileSync(program, words, { stdio: 'pipe' });

/**
 * Lets another program hold a file: on Linux the system refuses to rename over a mounted one (EBUSY), as Windows does
 * over one that an antivirus reads. Needs what a small disk needs.
 */
export function holdFile(file: string, seconds: number): void {
  writeFileSync(`${file}.other`, 'held');
  run('mount', '--bind', `${file}.other`, file);
  // Whoever writes may wait without giving way: only another process can let go meanwhile.
  spawn('sh', ['-c', `sleep ${seconds}; umount "$0"`, file], { stdio: 'ignore' });
}
