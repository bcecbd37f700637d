import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ToolRun, toolHere, toolUnderWindows, windowsPath } from './wine';

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

const verdictSchema = z.object({
  outcome: z.string(),
  kind: z.string(),
  from: z.string(),
  digest: z.string(),
});
const refusalSchema = z.object({ refused: z.object({ code: z.string().regex(/^[A-Z]\d\d$/) }) });
const knownSchema = z.object({
  result: z.object({ kind: z.literal('known'), notice: z.object({ code: z.string() }) }),
});
const acceptedSchema = z.object({
  result: z.object({ kind: z.literal('report'), from: z.string() }),
  slip: z.object({ fileName: z.string() }),
});
const checkSchema = z.object({ sound: z.boolean() });

/** The second coordinator has not opened yet what this committee sent last (main/tool/demo/constants.ts). */
const onItsWay = 'CM';
const lead = 'FORIM';

let folder = '';
let summary: Summary;

/** A path of the summary as Windows writes it. */
function inWindows(place: string): string {
  return windowsPath(path.join(folder, place));
}

/** The tool under Windows, started by the person who holds this workspace. */
function toolOf({ passphrase, profile }: Workspace, ...words: string[]) {
  const environment = { CONCERTATION_PASSPHRASE: passphrase, CONCERTATION_PROFILE: inWindows(profile) };
  return toolUnderWindows(words, { folder, environment });
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

/** What the tool printed as JSON, when it ended with this code. */
function answerOf<T>(run: ToolRun, exitCode: number, schema: z.ZodType<T>): T {
  expect(run, `${run.stdout}${run.stderr}`).toMatchObject({ exitCode });
  return schema.parse(JSON.parse(run.stdout));
}

describe('the command-line tool under Windows’ own Node', () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'concertation-windows-'));
    const demo = await toolUnderWindows(['demo', '--out', 'demo-output', '--json'], { folder });
    expect(demo, demo.stderr).toMatchObject({ exitCode: 0 });
    const file = path.join(folder, 'demo-output', 'summary.json');
    summary = summarySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('plays the demo with seven committees and two coordinations', () => {
    const roles = summary.workspaces.map((workspace) => workspace.role);
    expect(roles.filter((role) => role === 'committee')).toHaveLength(7);
    expect(roles.filter((role) => role === 'coordination')).toHaveLength(2);
  });

  it('writes paths that another system can read', () => {
    const places = [
      ...summary.packages.map((file) => file.path),
      ...summary.workspaces.flatMap((workspace) => [workspace.path, workspace.profile]),
      summary.register,
    ];
    expect(places.filter((place) => place.includes('\\') || path.isAbsolute(place))).toEqual([]);
  });

  it('verifies every report of the demo with the keys of the coordination', async () => {
    const workspace = coordination();
    expect(reports().length).toBeGreaterThanOrEqual(7);
    for (const { path: place, from } of reports()) {
      const words = [
        'package',
        'verify',
        inWindows(place),
        '--workspace',
        inWindows(workspace.path),
        '--json',
      ];
      expect(answerOf(await toolOf(workspace, ...words), 0, verdictSchema)).toMatchObject({
        kind: 'report',
        from,
      });
    }
  });

  it('verifies the register without any workspace', async () => {
    const register = inWindows(summary.register);
    const words = ['package', 'verify', register, '--register', register, '--json'];
    const run = await toolUnderWindows(words, { folder });
    expect(answerOf(run, 0, verdictSchema)).toMatchObject({ kind: 'register' });
  });

  it('refuses a report in which one bit was changed, and says why', async () => {
    const altered = path.join(folder, 'altered.colis');
    const bytes = readFileSync(path.join(folder, firstReport().path));
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(altered, bytes);

    const workspace = coordination();
    const words = [
      'package',
      'verify',
      windowsPath(altered),
      '--workspace',
      inWindows(workspace.path),
      '--json',
    ];
    answerOf(await toolOf(workspace, ...words), 3, refusalSchema);
  });

  it('says of a report that the coordination has imported before that it is known', async () => {
    const workspace = coordination();
    const report = inWindows(firstReport().path);
    const words = ['package', 'import', report, '--workspace', inWindows(workspace.path), '--json'];
    const { result } = answerOf(await toolOf(workspace, ...words), 0, knownSchema);
    expect(result.notice.code).toBe('C01');
  });

  it('imports a report that has just arrived, accepts it and signs its slip', async () => {
    const second = summary.workspaces.find(({ role, code }) => role === 'coordination' && code !== lead);
    const arriving = reports().findLast(({ from }) => from === onItsWay);
    if (second === undefined || arriving === undefined) throw new Error('No report is on its way.');
    const where = ['--workspace', inWindows(second.path), '--json'];
    const words = ['package', 'import', inWindows(arriving.path), '--accept', ...where];
    const { result, slip } = answerOf(await toolOf(second, ...words), 0, acceptedSchema);
    expect(result).toMatchObject({ kind: 'report', from: onItsWay });
    expect(slip.fileName).toMatch(/\.colis$/);
  });

  it('finds every workspace of the demo whole', async () => {
    for (const workspace of summary.workspaces) {
      const run = await toolOf(workspace, 'workspace', 'check', inWindows(workspace.path), '--json');
      expect(answerOf(run, 0, checkSchema), workspace.code).toEqual({ sound: true });
    }
  });

  it('writes workspaces and reports that this machine reads to the same digest', async () => {
    const workspace = coordination();
    const verify = (report: string, place: string) => [
      'package',
      'verify',
      report,
      '--workspace',
      place,
      '--json',
    ];
    const { path: place } = firstReport();
    const there = await toolOf(workspace, ...verify(inWindows(place), inWindows(workspace.path)));
    const environment = {
      CONCERTATION_PASSPHRASE: workspace.passphrase,
      CONCERTATION_PROFILE: workspace.profile,
    };
    const here = await toolHere(verify(place, workspace.path), { folder, environment });
    expect(answerOf(here, 0, verdictSchema).digest).toBe(answerOf(there, 0, verdictSchema).digest);
  });
});
