import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuItem } from '../core/contract/operations';
import type { Language } from '../core/contract/values';
import { type ShellTexts, shellTexts } from './texts';
import type { nextZoom } from './window-state';

export interface MenuGestures {
  /** The page does it. */
  readonly choose: (item: MenuItem) => void;
  readonly zoom: (step: Parameters<typeof nextZoom>[1]) => void;
  /** Whether the developer tools can be opened: never in the packaged application. */
  readonly developerTools: 'offered' | 'absent';
}

/**
 * Builds the native menu in a language and makes it the application's. On macOS it stands at the top of the
 * screen; elsewhere the window has no menu bar (its title bar is the page's), so it only holds the shortcuts and
 * pops up when asked. Keys that the page handles itself never reach it.
 */
export function installMenu(language: Language, gestures: MenuGestures): Menu {
  const texts = shellTexts(language);
  const menu = Menu.buildFromTemplate([
    ...(process.platform === 'darwin' ? [macMenu(texts)] : []),
    fileMenu(texts, gestures),
    editMenu(texts, gestures),
    viewMenu(texts, gestures),
    ...(process.platform === 'darwin' ? [macWindowMenu(texts)] : []),
    helpMenu(texts, gestures),
  ]);
  Menu.setApplicationMenu(menu);
  return menu;
}

const line: MenuItemConstructorOptions = { type: 'separator' };

function fileMenu({ file }: ShellTexts, { choose }: MenuGestures): MenuItemConstructorOptions {
  return {
    label: file.title,
    submenu: [
      { label: file.import, accelerator: 'CmdOrCtrl+O', click: () => choose('import') },
      { label: file.save, accelerator: 'CmdOrCtrl+S', click: () => choose('save') },
      { label: file.print, accelerator: 'CmdOrCtrl+P', click: () => choose('print') },
      line,
      { label: file.settings, accelerator: 'CmdOrCtrl+,', click: () => choose('settings') },
      { label: file.lock, accelerator: 'CmdOrCtrl+L', click: () => choose('lock') },
      ...(process.platform === 'darwin'
        ? []
        : [line, { label: file.quit, role: 'quit', accelerator: 'Ctrl+Q' } as const]),
    ],
  };
}

function editMenu({ edit }: ShellTexts, { choose }: MenuGestures): MenuItemConstructorOptions {
  return {
    label: edit.title,
    submenu: [
      { label: edit.undo, accelerator: 'CmdOrCtrl+Z', click: () => choose('undo') },
      { label: edit.redo, accelerator: 'CmdOrCtrl+Y', click: () => choose('redo') },
      {
        label: edit.redo,
        accelerator: 'CmdOrCtrl+Shift+Z',
        visible: false,
        click: () => choose('redo'),
      },
      line,
      { label: edit.cut, role: 'cut' },
      { label: edit.copy, role: 'copy' },
      { label: edit.paste, role: 'paste' },
      { label: edit.selectAll, role: 'selectAll' },
      line,
      { label: edit.find, accelerator: 'CmdOrCtrl+K', click: () => choose('find') },
    ],
  };
}

function viewMenu({ view }: ShellTexts, gestures: MenuGestures): MenuItemConstructorOptions {
  const zoom = (label: string, accelerator: string, step: 'in' | 'out' | 'normal') => ({
    label,
    accelerator,
    click: () => gestures.zoom(step),
  });
  return {
    label: view.title,
    submenu: [
      zoom(view.zoomIn, 'CmdOrCtrl+Plus', 'in'),
      // Unshifted + on keyboards where it needs Shift; and the numeric pad.
      { ...zoom(view.zoomIn, 'CmdOrCtrl+=', 'in'), visible: false },
      { ...zoom(view.zoomIn, 'CmdOrCtrl+numadd', 'in'), visible: false },
      zoom(view.zoomOut, 'CmdOrCtrl+-', 'out'),
      { ...zoom(view.zoomOut, 'CmdOrCtrl+numsub', 'out'), visible: false },
      zoom(view.zoomNormal, 'CmdOrCtrl+0', 'normal'),
      line,
      { label: view.fullScreen, role: 'togglefullscreen' },
      ...(gestures.developerTools === 'offered'
        ? [line, { label: view.devTools, role: 'toggleDevTools' } as const]
        : []),
    ],
  };
}

function helpMenu({ help }: ShellTexts, { choose }: MenuGestures): MenuItemConstructorOptions {
  return {
    label: help.title,
    role: 'help',
    submenu: [
      { label: help.guide, accelerator: 'F1', click: () => choose('guide') },
      // The page listens to the key itself: as a menu shortcut it would swallow question marks being typed.
      {
        label: help.shortcuts,
        ...(process.platform === 'darwin' ? {} : { accelerator: '?', registerAccelerator: false }),
        click: () => choose('shortcuts'),
      },
    ],
  };
}

function macMenu({ mac, file }: ShellTexts): MenuItemConstructorOptions {
  return {
    label: 'Concertation',
    submenu: [
      { label: mac.about, role: 'about' },
      line,
      { label: mac.hide, role: 'hide' },
      { label: mac.hideOthers, role: 'hideOthers' },
      { label: mac.showAll, role: 'unhide' },
      line,
      { label: file.quit, role: 'quit' },
    ],
  };
}

function macWindowMenu({ mac }: ShellTexts): MenuItemConstructorOptions {
  return {
    label: mac.window,
    submenu: [
      { label: mac.minimise, role: 'minimize' },
      { label: mac.zoom, role: 'zoom' },
    ],
  };
}

/** Calls back when Alt was pressed and released alone, which elsewhere than on macOS asks for the menu. */
export function listenToLoneAlt(window: BrowserWindow, onLoneAlt: () => void): void {
  let isAlone = false;
  window.webContents.on('before-input-event', (_event, input) => {
    if (input.key !== 'Alt') isAlone = false;
    else if (input.type === 'keyDown') isAlone = !input.isAutoRepeat || isAlone;
    else if (isAlone) {
      isAlone = false;
      onLoneAlt();
    }
  });
  window.webContents.on('before-mouse-event', () => {
    isAlone = false;
  });
  window.on('blur', () => {
    isAlone = false;
  });
}
