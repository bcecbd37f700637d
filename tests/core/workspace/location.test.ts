import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leadsElsewhere, locationOf } from '../../../main/core/workspace/location';

describe('a path', () => {
  it.each([
    'C:\\Users\\Awa\\OneDrive - FORIM\\Documents\\Concertation\\SN',
    'C:\\Users\\Awa\\Dropbox (Personnel)\\Concertation',
    'G:\\Mon Drive\\Concertation\\SN',
    'G:\\My Drive\\Concertation',
    'H:\\Drive partagés\\Comité',
    'C:\\Users\\Awa\\kDrive\\Documents',
    'C:\\Users\\Awa\\MEGA\\Concertation',
    'C:\\Users\\Awa\\MEGAsync\\Concertation',
    'C:\\Users\\Awa\\Box\\Concertation',
    'C:\\Users\\Awa\\Seafile\\Ma bibliothèque',
    'C:\\Users\\Awa\\Nextcloud2\\Concertation',
    'C:\\Users\\Awa\\Sync\\Concertation',
    '/home/awa/ownCloud/Concertation',
    '/Users/awa/Library/CloudStorage/GoogleDrive-awa@exemple.test/Mon Drive',
    '\\\\serveur\\comite\\Concertation',
    '\\\\?\\UNC\\serveur\\comite',
  ])('%s leads to a synchronised or network folder', (path) => {
    expect(leadsElsewhere(path)).toBe(true);
  });

  it.each([
    'C:\\Users\\Awa\\Documents\\Concertation\\SN',
    '\\\\?\\C:\\Users\\Awa\\Documents',
    'D:\\Boxe\\Concertation',
    'C:\\Megadonnées\\Synchronie',
    '/home/awa/Documents/Comité Nord - Ouest',
    'C:\\Users\\Awa\\Documents\\Syncope',
  ])('%s stays on this laptop', (path) => {
    expect(leadsElsewhere(path)).toBe(false);
  });
});

describe('a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'concertation-place-')));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('that does not exist yet lies where its parent does', () => {
    expect(locationOf(join(folder, 'Concertation', 'SN'))).toBe('local');
    mkdirSync(join(folder, 'partage', '.stfolder'), { recursive: true });
    expect(locationOf(join(folder, 'partage', 'Concertation', 'SN'))).toBe('synchronised');
  });

  it.each(['.stfolder', '.dropbox.cache', '.tmp.driveupload', '.sync_1a2b3c4d5e6f.db', '.owncloudsync.log'])(
    'above which a service left %s is synchronised, whatever it is called',
    (mark) => {
      mkdirSync(join(folder, 'travail', 'Concertation'), { recursive: true });
      writeFileSync(join(folder, mark), '');
      expect(locationOf(join(folder, 'travail', 'Concertation'))).toBe('synchronised');
    },
  );

  it('reached by a link lies where the link leads', () => {
    mkdirSync(join(folder, 'kDrive', 'comité'), { recursive: true });
    symlinkSync(join(folder, 'kDrive', 'comité'), join(folder, 'bureau'), 'junction');
    expect(locationOf(join(folder, 'bureau'))).toBe('synchronised');
  });
});
