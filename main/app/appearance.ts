import type { BrowserWindow, Menu } from 'electron';
import type { MenuItem } from '../core/contract/operations';
import type { Language } from '../core/contract/values';
import type { Scheme } from './dress';
import type { ErrorLog } from './error-log';
import { installMenu, listenToLoneAlt } from './menu';
import type { PagePreferences } from './page-preferences';
import { writeWholeFile } from './whole-file';
import { dressTitleBar, stateOf, zoomPage } from './window';
import type { nextZoom, WindowState } from './window-state';

export interface AppearanceParts {
  readonly window: BrowserWindow;
  readonly scheme: Scheme;
  readonly language: Language;
  readonly preferences: PagePreferences;
  /** The file that remembers it all for the next start. */
  readonly stateFile: string;
  readonly developerTools: 'offered' | 'absent';
  readonly choose: (item: MenuItem) => void;
  readonly log: ErrorLog;
}

/** How the window looks and speaks: title bar, menu, zoom, and what is remembered of them from run to run. */
export interface Appearance {
  language(): Language;
  /** The page says how it looks now. */
  dress(scheme: Scheme, language: Language): void;
  keepPreferences(preferences: PagePreferences): void;
  /** Pops the menu up at a place given in the page's own pixels. */
  openMenu(x: number, y: number): void;
  /** Remembers for the last time; what comes after is not remembered. */
  close(): Promise<void>;
}

/** Below the title bar, where the menu button stands. */
const menuTop = 40;

/** Dresses a window and keeps it dressed as its page asks. */
export function createAppearance(parts: AppearanceParts): Appearance {
  const { window } = parts;
  let { scheme, language, preferences } = parts;
  let pageColour: string | null = null;
  let written: Promise<void> | null = null;

  const remember = () => {
    const state: WindowState = { ...stateOf(window), scheme, language, preferences };
    written = write(state, written);
    return written;
  };
  const write = async (state: WindowState, before: Promise<void> | null) => {
    await before;
    try {
      await writeWholeFile(parts.stateFile, JSON.stringify(state));
    } catch (error) {
      parts.log.record({ where: 'window state', error });
    }
  };

  const dressButtons = () => dressTitleBar(window, scheme, pageColour);
  const zoom = (step: Parameters<typeof nextZoom>[1]) => {
    zoomPage(window, step);
    dressButtons();
  };
  const dressMenu = (): Menu =>
    installMenu(language, { choose: parts.choose, zoom, developerTools: parts.developerTools });
  let menu = dressMenu();

  window.webContents.on('did-change-theme-color', (_event, colour) => {
    pageColour = colour;
    dressButtons();
  });
  window.webContents.on('zoom-changed', (_event, direction) => zoom(direction));
  if (process.platform !== 'darwin') {
    listenToLoneAlt(window, () => {
      const [width = 0] = window.getContentSize();
      menu.popup({ window, x: language === 'ar' ? width : 0, y: menuTop });
    });
  }

  let isClosed = false;
  return {
    language: () => language,
    dress(newScheme, newLanguage) {
      const isNewLanguage = newLanguage !== language;
      scheme = newScheme;
      language = newLanguage;
      dressButtons();
      if (isNewLanguage) menu = dressMenu();
      if (!isClosed) void remember();
    },
    keepPreferences(changed) {
      preferences = changed;
      if (!isClosed) void remember();
    },
    openMenu(x, y) {
      const factor = window.webContents.getZoomFactor();
      menu.popup({ window, x: Math.round(x * factor), y: Math.round(y * factor) });
    },
    async close() {
      isClosed = true;
      await remember();
    },
  };
}
