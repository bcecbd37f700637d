import { basename, resolve } from 'node:path';
import { DomainError } from '../core/contract/errors';
import { startCore } from '../core/core';
import { uuidV7 } from '../core/environment';
import { checkWorkspace } from '../core/workspace/check';
import { readKeyring } from '../core/workspace/folder';
import { onlyFile, required, type ToolCall } from './arguments';
import { readPassphrase, toolSettings, withWorkspace } from './surroundings';

type Told = Readonly<Record<string, unknown>>;

/** Checks a closed workspace from its files to its log. `sound` is false when anything is wrong. */
export async function checkFolder(call: ToolCall): Promise<Told> {
  return withWorkspace(onlyFile(call), call.options.profile, (workspace) => {
    const findings = checkWorkspace(workspace);
    return { sound: findings.every((finding) => finding.outcome === 'fine'), findings };
  });
}

/** Opens a file as the window would; with `--accept` a report is accepted and its slip signed. */
export async function importPackage(call: ToolCall): Promise<Told> {
  const folder = resolve(required(call, 'workspace'));
  const file = resolve(onlyFile(call));
  const passphrase = await readPassphrase();
  const core = startCore(toolSettings(call.options.profile), {
    event: () => undefined,
    bug: (_operation, error) => {
      throw error;
    },
  });
  const choose = (path: string, number: number) => {
    const handle = `file-${uuidV7(number, new Uint8Array(10))}`;
    core.addFile(handle, path, basename(path));
    return handle;
  };
  try {
    const id = readKeyring(folder).workspace;
    const known = await core.call('workspace.known', {});
    if (!known.some((entry) => entry.id === id)) {
      await core.call('workspace.addFolder', { folder: choose(folder, 1) });
    }
    await core.call('workspace.unlock', { id, passphrase });
    const state = await core.call('workspace.state', {});
    const first = state.status === 'open' ? state.people[0] : undefined;
    if (first) await core.call('workspace.identify', { person: first.id });
    const [opened] = await core.call('packages.open', { files: [choose(file, 2)] });
    if (!opened) throw new DomainError('X00');
    if (opened.result.kind === 'refused') throw new DomainError(opened.result.code, opened.result.params);
    if (opened.result.kind !== 'report' || !call.options.accept) return opened;
    const slip = await core.call('submissions.decide', {
      id: opened.result.submission,
      decision: 'accepted',
      general: '',
      remarks: [],
      deadline: null,
      confirmation: null,
      passphrase,
    });
    return { ...opened, slip };
  } finally {
    core.close();
  }
}
