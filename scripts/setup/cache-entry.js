/**
 * Entries of the user's cache folder appear whole or not at all: each is built in a temporary folder beside its
 * place and renamed when it is ready. A killed set-up leaves at most a temporary folder, swept by the next one.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inCache } from './places.js';

/**
 * Gives the folder of a cache entry, building it first when it is not there.
 *
 * @param {string} name of the entry; carries every version it depends on
 * @param {(folder: string) => void | Promise<void>} build fills an empty folder, or throws
 * @returns {Promise<string>} the entry's folder
 */
export async function cacheEntry(name, build) {
  const place = inCache(name);
  if (existsSync(place)) return place;
  mkdirSync(inCache(), { recursive: true });
  sweep();
  const building = inCache(`.building-${process.pid}-${name}`);
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building);
  try {
    await build(building);
    moveTo(place, building);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return place;
}

/** Another set-up that ran at the same time may have been quicker: its entry is as good as ours. */
function moveTo(place, building) {
  try {
    renameSync(building, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
}

function sweep() {
  for (const name of readdirSync(inCache())) {
    const owner = /^\.building-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) {
      rmSync(path.join(inCache(), name), { recursive: true, force: true });
    }
  }
}

function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
