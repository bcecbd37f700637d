import {
  app,
  type BrowserWindow,
  nativeTheme,
  session as sessions,
  clipboard as systemClipboard,
} from 'electron';
import { fullCost } from '../../db/keys';
import type { Language } from '../core/contract/values';
import { createAppearance } from './appearance';
import { type Bridge, isRegularFile, openBridge, openFilesEvent } from './bridge';
import { closeInOrder } from './closing';
import { startCore } from './core-link';
import { createDialogs } from './dialogs';
import type { Scheme } from './dress';
import type { ErrorLog } from './error-log';
import { createHandles } from './handles';
import { isolateSession, silenceDefaultSession } from './network';
import type { Places, ProfilePlaces } from './places';
import { servePages } from './protocol';
import { secretClipboard } from './secret-clipboard';
import { createShellHandlers } from './shell-handlers';
import { sayItMustClose } from './trouble';
import { loadPage, makeWindow } from './window';
import type { WindowState } from './window-state';

export interface ApplicationParts {
  readonly places: Places;
  readonly profile: ProfilePlaces;
  readonly remembered: WindowState;
  readonly language: Language;
  readonly log: ErrorLog;
}

/** The running application as the process sees it. */
export interface Application {
  /** Brings the window to the front and hands it the files among these paths. */
  comeForward(paths: readonly string[]): void;
}

/** A page that dies again within this many milliseconds is not loaded again. */
const circleOfDeaths = 10_000;

/** Starts the core while Chromium still starts, then opens the one window. To be called before `ready`. */
export async function startApplication(parts: ApplicationParts): Promise<Application> {
  const { places, profile, remembered, log } = parts;
  const handles = createHandles((file) => core.makeKnown(file));
  const core = startCore({
    script: places.workerScript,
    settings: {
      profileFolder: profile.profileFolder,
      documentsFolder: app.getPath('documents'),
      migrationsFolder: places.migrationsFolder,
      verifierScript: places.verifierScript,
      sheetReaderScript: places.sheetReaderScript,
      appVersion: app.getVersion(),
      systemLanguage: parts.language,
      fixed: null,
      keyCost: fullCost.N,
    },
    knownFiles: handles.all,
    onEvent: (event) => bridge?.tell(event),
    onFault: log.record,
    clock: () => performance.now(),
  });
  let bridge: Bridge | null = null;

  await app.whenReady();
  silenceDefaultSession();
  // Without `persist:` everything Chromium keeps for the page stays in memory (DESIGN.md §4: no plaintext on disk).
  const session = sessions.fromPartition('concertation', { cache: false });
  isolateSession(session);
  await session.setProxy({ mode: 'direct' });
  servePages(session, places.rendererFolder);

  const scheme: Scheme = remembered.scheme ?? (nativeTheme.shouldUseDarkColors ? 'dark' : 'light');
  const developerTools = app.isPackaged ? 'absent' : 'offered';
  const window = makeWindow({ session, places, remembered, scheme, developerTools });
  const appearance = createAppearance({
    window,
    scheme,
    language: parts.language,
    preferences: remembered.preferences,
    stateFile: profile.windowState,
    developerTools,
    choose: (item) => bridge?.tell({ type: 'menu', item }),
    log,
  });
  const clipboard = secretClipboard(systemClipboard);
  bridge = openBridge({
    window,
    core: {
      ...core,
      call(call, operation, input) {
        if (operation === 'workspace.lock') void clipboard.clear();
        return core.call(call, operation, input);
      },
    },
    handles,
    log,
    onPreferences: appearance.keepPreferences,
    shell: createShellHandlers({
      window,
      dialogs: createDialogs({ window, handles, language: appearance.language }),
      handles,
      version: app.getVersion(),
      appearance,
      clipboard,
    }),
  });
  const onClosed = () => {
    void clipboard.clear().finally(() => app.quit());
  };
  const isClosing = closeInOrder({ window, bridge, core, appearance, onClosed });
  reviveDeadPage({ window, log, isClosing, language: appearance.language });
  try {
    await loadPage(window);
  } catch (error) {
    // A page that is still loading when everything ends cannot be loaded.
    if (!isClosing()) throw error;
  }

  return {
    comeForward(paths) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      const files = paths.filter(isRegularFile);
      if (files.length > 0) bridge?.tell(openFilesEvent(handles, files));
    },
  };
}

interface Revival {
  readonly window: BrowserWindow;
  readonly log: ErrorLog;
  readonly isClosing: () => boolean;
  readonly language: () => Language;
}

/** A page whose process died is loaded again; the core and the open workspace are untouched by it. */
function reviveDeadPage({ window, log, isClosing, language }: Revival): void {
  let lastDeath = Number.NEGATIVE_INFINITY;
  const revive = async () => {
    const now = performance.now();
    const isCircle = now - lastDeath < circleOfDeaths;
    lastDeath = now;
    if (!isCircle) {
      await loadPage(window);
      return;
    }
    await sayItMustClose(language());
    window.close();
  };
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || isClosing()) return;
    log.record({ where: `page process gone: ${details.reason}`, error: null });
    void revive();
  });
}
