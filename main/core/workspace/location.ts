import { readdirSync, realpathSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FolderLocation } from '../contract/workspace/operations';
import { systemCode } from '../files';

/** Where a folder really lies: a database must not be copied behind the application's back, nor lie on a network (B10). */

/** Folders that synchronising services make, by their names as users see them; what follows names an account. */
const ofServices =
  /^(OneDrive|Dropbox|Google ?Drive|iCloud ?Drive|CloudStorage|Mobile Documents|com~apple~CloudDocs|Nextcloud|ownCloud|pCloud ?(Drive|Sync)?|kDrive|Seafile|SeaDrive|Syncthing|Synology ?Drive|Proton ?Drive|Cozy ?Drive|Resilio Sync|Yandex\.?Disk|Jottacloud|Tresorit|Icedrive|Koofr)([ \-_(@\d].*)?$/i;
/** Names that are words as well: only alone, or as their service writes them. */
const alone =
  /^(MEGA|MEGAsync( Downloads)?|Box|Box Sync|Sync|Mon Drive|My Drive|ملفاتي|Drive partagés?|Shared drives|Autres ordinateurs|Other computers)$/i;

/** Files that such a service leaves in the folder it watches, whatever the folder is called. */
const marks =
  /^(\.stfolder|\.dropbox(\.cache)?|\.tmp\.drive(down|up)load|\.(owncloud|nextcloud)sync\.log|\._?sync_[0-9a-f]+\.db|\.SynologyWorkingDirectory|\.debris)$/i;

/** Numbers of network file systems as Linux tells them (statfs(2)): NFS, SMB, SMB2, CIFS. */
const networks: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42]);

const longestPath = 4_096;

/** Does a path lead through a folder of a synchronising service, or to another computer (`\\server\share`)? Pure. */
export function leadsElsewhere(path: string): boolean {
  if (path.startsWith('\\\\') && !/^\\\\[?.]\\[A-Za-z]:/.test(path)) return true;
  return path
    .slice(0, longestPath)
    .split(/[\\/]/)
    .some((name) => ofServices.test(name) || alone.test(name));
}

/** Where a folder lies; one that does not exist yet, where its nearest parent does. A letter may be a network's. */
export function locationOf(folder: string): FolderLocation {
  if (leadsElsewhere(folder)) return 'synchronised';
  const real = nearestReal(folder);
  if (real === null) return 'local';
  return leadsElsewhere(real) || isOnNetwork(real) || isWatched(real) ? 'synchronised' : 'local';
}

/** The path without links and mapped letters (Windows gives `\\server\share` for `Z:`), of what exists of it. */
function nearestReal(folder: string): string | null {
  for (let place = folder; ; place = dirname(place)) {
    const real = unlessUnreadable(() => realpathSync.native(place));
    if (real !== null || dirname(place) === place) return real;
  }
}

function isOnNetwork(place: string): boolean {
  const kind = unlessUnreadable(() => statfsSync(place).type);
  // Some systems tell the number as signed.
  return kind !== null && networks.has(kind >>> 0);
}

function isWatched(folder: string): boolean {
  for (let place = folder; ; place = dirname(place)) {
    const names = unlessUnreadable(() => readdirSync(place)) ?? [];
    if (names.some((name) => marks.test(name))) return true;
    if (dirname(place) === place) return false;
  }
}

/** What the system tells, or null where it does not: a folder that is not there or that others may not list. */
function unlessUnreadable<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}
