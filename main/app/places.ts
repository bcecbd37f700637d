import path from 'node:path';

/** Where the parts of the application lie, packaged (inside app.asar) or not: the same tree in both. */
export interface Places {
  readonly applicationFolder: string;
  readonly rendererFolder: string;
  readonly preloadScript: string;
  readonly workerScript: string;
  readonly verifierScript: string;
  readonly sheetReaderScript: string;
  readonly migrationsFolder: string;
  readonly icon: string;
}

/** @param applicationFolder `app.getAppPath()`: the repository, or app.asar */
export function placesIn(applicationFolder: string): Places {
  const inside = (...parts: string[]) => path.join(applicationFolder, ...parts);
  return {
    applicationFolder,
    rendererFolder: inside('out', 'renderer'),
    preloadScript: inside('out', 'preload', 'preload.cjs'),
    workerScript: inside('out', 'main', 'worker.js'),
    verifierScript: inside('out', 'main', 'verifier.js'),
    sheetReaderScript: inside('out', 'main', 'sheet-reader.js'),
    migrationsFolder: inside('db', 'migrations'),
    icon: inside('resources', 'icons', 'icon-256.png'),
  };
}

/** The profile folder: ours at its top, Chromium's in a folder of its own, nothing anywhere else. */
export interface ProfilePlaces {
  readonly profileFolder: string;
  readonly chromiumFolder: string;
  readonly crashFolder: string;
  readonly logFolder: string;
  readonly windowState: string;
}

/** Where things lie in a profile folder. */
export function placesInProfile(profileFolder: string): ProfilePlaces {
  return {
    profileFolder,
    chromiumFolder: path.join(profileFolder, 'chromium'),
    crashFolder: path.join(profileFolder, 'chromium', 'crashes'),
    logFolder: path.join(profileFolder, 'logs'),
    windowState: path.join(profileFolder, 'window.json'),
  };
}
