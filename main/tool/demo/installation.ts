import { basename, join } from 'node:path';
import { DomainError } from '../../core/contract/errors';
import type { CoreOperationName, Input, Output } from '../../core/contract/operations';
import { type Core, startCore } from '../../core/core';
import { uuidV7 } from '../../core/environment';
import type { CoreSettings } from '../../core/settings';
import { toolSettings } from '../surroundings';
import { demoPassphrase } from './constants';

/** One laptop of the demonstration: its own profile, its own workspace folder, the application's own core. */
export class Installation {
  readonly code: string;
  readonly folder: string;
  private readonly settings: CoreSettings;
  private core: Core;
  private handles = 0;

  /** `out` is the demonstration's folder, `day` the day on which the laptop is first used. */
  constructor(code: string, out: string, day: string) {
    this.code = code;
    this.settings = {
      ...toolSettings(undefined),
      profileFolder: join(out, 'profiles', code),
      documentsFolder: join(out, 'workspaces'),
      fixed: { now: Date.parse(`${day}T08:30:00Z`), seed: `demo-${code}` },
    };
    this.folder = join(this.settings.documentsFolder, 'Concertation', code);
    this.core = startCore(this.settings, {
      event: () => undefined,
      bug: (_operation, error) => raise(error),
    });
  }

  get profile(): string {
    return this.settings.profileFolder;
  }

  call<N extends CoreOperationName>(operation: N, input: Input<N>): Promise<Output<N>> {
    return this.core.call(operation, input);
  }

  /** Makes a path known, as a dialog would. */
  choose(path: string): string {
    this.handles += 1;
    const handle = `file-${uuidV7(this.handles, new Uint8Array(10))}`;
    this.core.addFile(handle, path, basename(path));
    return handle;
  }

  /** Closes the laptop and opens it again on a later day, as the person at this place of the list. */
  async openOn(day: string, person: number): Promise<void> {
    this.core.close();
    const fixed = { now: Date.parse(`${day}T08:30:00Z`), seed: `demo-${this.code}-${day}` };
    this.core = startCore(
      { ...this.settings, fixed },
      { event: () => undefined, bug: (_operation, error) => raise(error) },
    );
    const [known] = await this.call('workspace.known', {});
    if (!known) throw new Error(`${this.code} has no workspace`);
    await this.call('workspace.unlock', { id: known.id, passphrase: demoPassphrase });
    const state = await this.call('workspace.state', {});
    const chosen = state.status === 'open' ? state.people[person] : undefined;
    if (chosen) await this.call('workspace.identify', { person: chosen.id });
  }

  /** Writes a signed package into a folder; gives its path. */
  async write(
    folder: string,
    signed: { readonly outbox: string; readonly fileName: string },
  ): Promise<string> {
    const path = join(folder, signed.fileName);
    await this.call('packages.write', { id: signed.outbox, file: this.choose(path) });
    return path;
  }

  /** Opens one file that arrived. Throws the refusal. */
  async open(path: string): Promise<Output<'packages.open'>[number]['result']> {
    const [opened] = await this.call('packages.open', { files: [this.choose(path)] });
    if (!opened) throw new Error(`Nothing came of ${path}`);
    if (opened.result.kind === 'refused') throw new DomainError(opened.result.code, opened.result.params);
    return opened.result;
  }

  close(): void {
    this.core.close();
  }
}

function raise(error: unknown): never {
  throw error;
}
