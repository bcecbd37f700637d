import { mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { demoCountries } from '../../../resources/demo/committee';
import { enrolmentDay, leadCode, secondCode } from './constants';
import { Installation } from './installation';

/** A file of the demonstration, as `summary.json` names it. */
export interface PackageFile {
  readonly path: string;
  readonly kind: 'report' | 'slip' | 'register' | 'invite' | 'enrol';
  readonly from: string;
  readonly to: readonly string[];
  readonly period: string | null;
  readonly revision: number;
}

/** Where the demonstration is played: the laptops, the folder, and what is told meanwhile. */
export interface Stage {
  readonly out: string;
  /** The lead. */
  readonly coordination: Installation;
  /** The second coordinator. */
  readonly second: Installation;
  readonly committees: readonly Installation[];
  readonly packages: readonly PackageFile[];
  /** A folder for packages, made when it is missing. */
  folder(name: string): string;
  /** Notes a file that was written. */
  note(path: string, file: Omit<PackageFile, 'path'>): void;
  /** A path as the summary shows it: relative to the folder that holds the demonstration, with slashes. */
  shown(path: string): string;
  say(line: string): void;
  close(): void;
}

/** Sets the stage in an empty folder: nine laptops, none of them started yet. */
export function setStage(out: string): Stage {
  const laptop = (code: string) => new Installation(code, out, enrolmentDay);
  const [coordination, second] = [laptop(leadCode), laptop(secondCode)];
  const committees = demoCountries.map(laptop);
  const packages: PackageFile[] = [];
  const shown = (path: string) => relative(dirname(out), path).replaceAll('\\', '/');
  return {
    out,
    coordination,
    second,
    committees,
    packages,
    shown,
    folder(name) {
      mkdirSync(join(out, 'packages', name), { recursive: true });
      return join(out, 'packages', name);
    },
    note: (path, file) => packages.push({ path: shown(path), ...file }),
    say: (line) => process.stderr.write(`${line}\n`),
    close() {
      for (const one of [coordination, second, ...committees]) one.close();
    },
  };
}
