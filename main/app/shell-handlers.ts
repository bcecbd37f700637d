import { type BrowserWindow, shell } from 'electron';
import type { Appearance } from './appearance';
import type { ShellHandlers } from './bridge';
import type { Dialogs } from './dialogs';
import type { Handles } from './handles';
import { printPage, savePageAsPdf } from './printing';
import type { SecretClipboard } from './secret-clipboard';
import { writeWholeFile } from './whole-file';

export interface ShellHandlerParts {
  readonly window: BrowserWindow;
  readonly dialogs: Dialogs;
  readonly handles: Handles;
  readonly version: string;
  readonly appearance: Appearance;
  readonly clipboard: SecretClipboard;
}

/** The shell's own operations (main/core/contract/shell). */
export function createShellHandlers(parts: ShellHandlerParts): ShellHandlers {
  const { window, dialogs, handles } = parts;
  return {
    'shell.chooseFiles': dialogs.chooseFiles,
    'shell.chooseFolder': dialogs.chooseFolder,
    'shell.chooseWhereToSave': dialogs.chooseWhereToSave,
    'shell.print': () => printPage(window.webContents),
    'shell.savePdf': async ({ file, landscape }) => {
      await savePageAsPdf(window.webContents, handles.pathOf(file, ['write']), landscape);
      return {};
    },
    'shell.saveText': async ({ file, text }) => {
      await writeWholeFile(handles.pathOf(file, ['write']), text);
      return {};
    },
    'shell.copyText': async ({ text }) => {
      await parts.clipboard.copy(text);
      return {};
    },
    'shell.reveal': ({ file }) => {
      shell.showItemInFolder(handles.pathOf(file, ['read', 'write', 'folder']));
      return {};
    },
    'shell.dress': ({ scheme, language }) => {
      parts.appearance.dress(scheme, language);
      return {};
    },
    'shell.openMenu': ({ x, y }) => {
      parts.appearance.openMenu(x, y);
      return {};
    },
    'shell.about': () => ({ version: parts.version, platform: platformName(), titleBar: 'overlay' }),
  };
}

function platformName(): 'windows' | 'macos' | 'linux' {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'linux';
}
