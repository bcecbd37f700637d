import { BrowserWindow, type Session, screen } from 'electron';
import { backgroundOf, type Scheme, titleBarOverlayOf } from './dress';
import { preferencesArgument } from './page-preferences';
import type { Places } from './places';
import { isOurPage, pageAddress } from './renderer-files';
import { type Bounds, nextZoom, placeWindow, smallestWindow, type WindowState } from './window-state';

export interface WindowParts {
  readonly session: Session;
  readonly places: Places;
  readonly remembered: WindowState;
  readonly scheme: Scheme;
  readonly developerTools: 'offered' | 'absent';
}

/** Makes the window, hidden until its page can be shown; the caller loads the page. */
export function makeWindow({
  session,
  places,
  remembered,
  scheme,
  developerTools,
}: WindowParts): BrowserWindow {
  const window = new BrowserWindow({
    ...placeWindow(remembered.bounds, workAreas()),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Concertation',
    backgroundColor: backgroundOf(scheme),
    titleBarStyle: 'hidden',
    titleBarOverlay: titleBarOverlayOf(scheme, remembered.zoom, null),
    ...(process.platform === 'linux' ? { icon: places.icon } : {}),
    webPreferences: {
      session,
      preload: places.preloadScript,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: process.platform === 'darwin',
      devTools: developerTools === 'offered',
      zoomFactor: remembered.zoom,
      additionalArguments: [preferencesArgument(remembered.preferences)],
    },
  });
  keepPageInside(window);
  window.once('ready-to-show', () => {
    if (remembered.maximised === 'maximised') window.maximize();
    window.show();
  });
  return window;
}

/** Loads our page. Being loaded anew meanwhile (developer tools, a process that died) is not a failure. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(pageAddress);
  } catch (error) {
    const isLoadedAnew = error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED';
    if (!isLoadedAnew) throw error;
  }
}

/** The page stays the page: no navigation, no further window, no embedded browser. */
function keepPageInside(window: BrowserWindow): void {
  const contents = window.webContents;
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOurPage(event.url) || event.url !== contents.getURL())
      event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}

/** What to remember of the window for the next start. */
export function stateOf(window: BrowserWindow): Pick<WindowState, 'bounds' | 'maximised' | 'zoom'> {
  return {
    bounds: window.getNormalBounds(),
    maximised: window.isMaximized() ? 'maximised' : 'free',
    zoom: window.webContents.getZoomFactor(),
  };
}

/** Zooms the page one step. */
export function zoomPage(window: BrowserWindow, step: Parameters<typeof nextZoom>[1]): void {
  window.webContents.setZoomFactor(nextZoom(window.webContents.getZoomFactor(), step));
}

/** Gives the system's window buttons the colours and the height of the page; macOS draws its own. */
export function dressTitleBar(window: BrowserWindow, scheme: Scheme, pageColour: string | null): void {
  window.setBackgroundColor(backgroundOf(scheme));
  if (process.platform === 'darwin') return;
  window.setTitleBarOverlay(titleBarOverlayOf(scheme, window.webContents.getZoomFactor(), pageColour));
}

function workAreas(): [Bounds, ...Bounds[]] {
  const first = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== first.id);
  return [first.workArea, ...others.map((display) => display.workArea)];
}
