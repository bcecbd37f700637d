import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toolUnderWindows, windowsPath } from './wine';

/** The parts of the demo's summary.json that these tests go by. */
const summarySchema = z.object({
  packages: z.array(z.object({ path: z.string(), kind: z.string(), from: z.string() })).min(1),
  workspaces: z
    .array(
      z.object({
        path: z.string(),
        role: z.enum(['committee', 'coordination']),
        code: z.string(),
        passphrase: z.string(),
        profile: z.string(),
      }),
    )
    .min(1),
  register: z.string(),
});
type Summary = z.infer<typeof summarySchema>;
type Workspace = Summary['workspaces'][number];

let folder = '';
let summary: Summary;

/** A path of the summary as Windows writes it. */
function inWindows(place: string): string {
  return windowsPath(path.join(folder, place));
}

/** The tool, as the person who holds this workspace starts it. */
function toolOf(workspace: Workspace, ...words: string[]) {
  return toolUnderWindows(words, folder, {
    CONCERTATION_PASSPHRASE: workspace.passphrase,
    CONCERTATION_PROFILE: inWindows(workspace.profile),
  });
}

function coordination(): Workspace {
  const found = summary.workspaces.find((workspace) => workspace.role === 'coordination');
  if (found === undefined) throw new Error('The demo made no workspace of the coordination.');
  return found;
}

function reports() {
  return summary.packages.filter((file) => file.kind === 'report');
}

function firstReport() {
  const [report] = reports();
  if (report === undefined) throw new Error('The demo made no report.');
  return report;
}

describe('the command-line tool under Windows’ own Node', () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'concertation-windows-'));
    const demo = await toolUnderWindows(['demo', '--out', 'demo-output', '--json'], folder);
    expect(demo, demo.stderr).toMatchObject({ exitCode: 0 });
    const file = path.join(folder, 'demo-output', 'summary.json');
    summary = summarySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('plays the demo with seven committees and the coordination', () => {
    const roles = summary.workspaces.map((workspace) => workspace.role);
    expect(roles.filter((role) => role === 'committee')).toHaveLength(7);
    expect(roles.filter((role) => role === 'coordination')).toHaveLength(1);
  });

  it('writes paths that another system can read', () => {
    const places = [
      ...summary.packages.map((file) => file.path),
      ...summary.workspaces.flatMap((workspace) => [workspace.path, workspace.profile]),
      summary.register,
    ];
    expect(places.filter((place) => place.includes('\\') || path.isAbsolute(place))).toEqual([]);
  });

  it('verifies every report of the demo with the register', async () => {
    expect(reports().length).toBeGreaterThanOrEqual(7);
    for (const report of reports()) {
      const words = [
        'package',
        'verify',
        inWindows(report.path),
        '--register',
        inWindows(summary.register),
        '--json',
      ];
      const run = await toolUnderWindows(words, folder);
      expect(run, `${report.path}: ${run.stdout}${run.stderr}`).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(run.stdout)).toBeTypeOf('object');
    }
  });

  it('refuses a report in which one byte was changed, and says why', async () => {
    const altered = path.join(folder, 'altered.zip');
    copyFileSync(path.join(folder, firstReport().path), altered);
    const bytes = readFileSync(altered);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(altered, bytes);

    const words = [
      'package',
      'verify',
      windowsPath(altered),
      '--register',
      inWindows(summary.register),
      '--json',
    ];
    const run = await toolUnderWindows(words, folder);
    expect(run, run.stdout + run.stderr).toMatchObject({ exitCode: 3 });
    expect(run.stdout).toMatch(/"[A-Z]\d\d"/);
  });

  it('imports a report that the coordination already knows without changing anything', async () => {
    const workspace = coordination();
    const place = inWindows(workspace.path);
    const words = ['package', 'import', inWindows(firstReport().path), '--workspace', place, '--json'];
    const run = await toolOf(workspace, ...words);
    expect(run, run.stdout + run.stderr).toMatchObject({ exitCode: 0 });
    expect(JSON.stringify(JSON.parse(run.stdout))).toContain('C01');
  });

  it('finds every workspace of the demo whole', async () => {
    for (const workspace of summary.workspaces) {
      const run = await toolOf(workspace, 'workspace', 'check', inWindows(workspace.path), '--json');
      expect(run, `${workspace.code}: ${run.stdout}${run.stderr}`).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(run.stdout)).toBeTypeOf('object');
    }
  });
});
