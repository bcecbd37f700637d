import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The process and everything it started, by their numbers (Linux). */
export function processTree(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);
  return [pid, ...children.flatMap(processTree)];
}

/** Whether one of the processes shows a page. Chromium's forks separate the words of their titles by blanks. */
export function someShowsPage(pids: readonly number[]): boolean {
  return pids.some((pid) => /[\0 ]--type=renderer[\0 ]/.test(readOr(`/proc/${pid}/cmdline`)));
}

/** Lines of the kernel's tables of internet sockets (TCP, UDP, raw; any state) that belong to these processes. */
export function internetSockets(pids: readonly number[]): string[] {
  const own = new Set(pids.flatMap(socketNumbers));
  const tables = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'];
  return tables.flatMap((table) =>
    readOr(`/proc/net/${table}`)
      .split('\n')
      .slice(1)
      .filter((line) => own.has(line.trim().split(/\s+/)[9] ?? ''))
      .map((line) => `${table} ${line.trim()}`),
  );
}

function socketNumbers(pid: number): string[] {
  let descriptors: string[];
  try {
    descriptors = readdirSync(`/proc/${pid}/fd`);
  } catch {
    return []; // It has ended meanwhile.
  }
  return descriptors.flatMap((descriptor) => {
    const [, number] = /^socket:\[(\d+)\]$/.exec(linkOr(`/proc/${pid}/fd/${descriptor}`)) ?? [];
    return number === undefined ? [] : [number];
  });
}

function parentOf(pid: number): number | null {
  // The name stands in brackets and can hold blanks; the parent is the second word after it.
  const afterName = readOr(`/proc/${pid}/stat`).split(') ').at(-1) ?? '';
  return Number(afterName.split(' ')[1]) || null;
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function linkOr(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
