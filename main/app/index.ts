import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import type { Language } from '../core/contract/values';
import { systemCode } from '../core/files';
import { startApplication } from './application';
import { readCommandLine } from './command-line';
import { runCommandLineTool } from './command-line-tool';
import { openErrorLog } from './error-log';
import { secondStartSchema } from './messages';
import { silenceChromium } from './network';
import { type ProfilePlaces, placesIn, placesInProfile } from './places';
import { declarePageScheme } from './protocol';
import { fillIn, languageOfSystem, shellTexts } from './texts';
import { sayItMustClose } from './trouble';
import { readWindowState } from './window-state';

/** Entry of the application: everything that must be settled before Electron is ready. */

const commandLine = readCommandLine(process.argv.slice(1), {
  start: process.defaultApp ? 'from-folder' : 'packaged',
  currentFolder: process.cwd(),
  profileVariable: process.env.CONCERTATION_PROFILE,
});
const profile = placesInProfile(commandLine.profile ?? path.join(app.getPath('appData'), 'Concertation'));

if (commandLine.tool) {
  // Awaited here, so that it ends before Electron is ready: the tool needs no display.
  await runCommandLineTool(commandLine.tool, profile);
} else {
  startWindow(profile);
}

function startWindow(places: ProfilePlaces): void {
  const remembered = readWindowState(places.windowState);
  const language = remembered.language ?? languageOfSystem(app.getPreferredSystemLanguages());
  if (!settleProfile(places, language)) return;
  if (!app.requestSingleInstanceLock({ files: commandLine.files })) {
    app.quit();
    return;
  }

  const log = openErrorLog({
    folder: places.logFolder,
    applicationFolder: app.getAppPath(),
    now: () => new Date(),
  });
  const stop = async (error: unknown) => {
    log.record({ where: 'shell', error });
    await sayItMustClose(language);
    app.exit(1);
  };
  process.on('uncaughtException', stop);
  process.on('unhandledRejection', (error) => log.record({ where: 'shell', error }));

  silenceChromium();
  // The system's window buttons change sides with the language of Chromium, which is settled at its start.
  app.commandLine.appendSwitch('lang', language);
  declarePageScheme();
  if (process.platform === 'win32') app.setAppUserModelId('org.concertation.app');

  const starting = startApplication({
    places: placesIn(app.getAppPath()),
    profile: places,
    remembered,
    language,
    log,
  });
  starting.catch(stop);
  const comeForward = async (files: readonly string[]) => {
    const application = await starting;
    application.comeForward(files);
  };
  app.on('second-instance', (_event, _words, _folder, handedOver) => {
    const parsed = secondStartSchema.safeParse(handedOver);
    void comeForward(parsed.success ? parsed.data.files : []);
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void comeForward([file]);
  });
  app.on('window-all-closed', () => app.quit());
  if (commandLine.files.length > 0) void comeForward(commandLine.files);
}

/** Puts everything Electron writes into the profile folder. Says so and ends when that folder cannot be used. */
function settleProfile(places: ProfilePlaces, language: Language): boolean {
  try {
    for (const folder of [
      places.profileFolder,
      places.chromiumFolder,
      places.crashFolder,
      places.logFolder,
    ]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    }
  } catch (error) {
    const reason = systemCode(error) ?? String(error);
    const { profileRefused } = shellTexts(language).trouble;
    void sayItMustClose(language, fillIn(profileRefused, { folder: places.profileFolder, reason }));
    app.exit(1);
    return false;
  }
  app.setPath('userData', places.profileFolder);
  app.setPath('sessionData', places.chromiumFolder);
  app.setPath('crashDumps', places.crashFolder);
  app.setAppLogsPath(places.logFolder);
  return true;
}
