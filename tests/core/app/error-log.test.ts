import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeFault, openErrorLog } from '../../../main/app/error-log';
import { DomainError } from '../../../main/core/contract/errors';

const applicationFolder = path.resolve(import.meta.dirname, '../../..');
const now = () => new Date('2026-10-05T08:00:00Z');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'concertation-log-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('the error log', () => {
  it('writes when, where, what kind of error and at which line of ours', () => {
    const log = openErrorLog({ folder, applicationFolder, now });
    log.record({ where: 'members.list', error: thrownBy(() => JSON.parse('{')) });
    const [line = ''] = readFileSync(path.join(folder, 'errors.log'), 'utf8').split('\n');
    expect(JSON.parse(line)).toMatchObject({
      at: '2026-10-05T08:00:00.000Z',
      where: 'members.list',
      name: 'SyntaxError',
      frames: expect.arrayContaining([
        expect.stringMatching(/tests\/core\/app\/error-log\.test\.ts:\d+:\d+$/),
      ]),
    });
  });

  it('never writes a message, nor the parameters of a known error, nor what a person named a folder', () => {
    const log = openErrorLog({ folder, applicationFolder, now });
    const personal = 'Mariama Bah';
    log.record({ where: 'a', error: thrownBy(() => JSON.parse(personal)) });
    log.record({ where: 'b', error: new DomainError('record_missing', { id: personal }) });
    log.record({
      where: 'c',
      error: new Error(`line\n    at ${personal} (/home/${personal}/x.js:1:2)\nof a message`),
    });
    log.record({
      where: 'd',
      error: `Error: ${personal}\n    at ${personal} (/home/${personal}/notes.js:1:2)`,
    });
    log.record({ where: 'e', error: Object.assign(new Error(personal), { code: personal, name: personal }) });
    log.record({ where: 'f', error: personal });
    const written = readFileSync(path.join(folder, 'errors.log'), 'utf8');
    expect(written.split('\n')).toHaveLength(7);
    expect(written).not.toContain('Mariama');
    expect(written).not.toContain(os.tmpdir());
    expect(written).toContain('"code":"record_missing"');
  });

  it('keeps the frames of a stack that crossed from the core as text', () => {
    const error = thrownBy(() => JSON.parse('{')) as Error;
    expect(describeFault(error.stack, applicationFolder)).toEqual(describeFault(error, applicationFolder));
  });

  it('keeps three files of limited size and forgets the oldest', () => {
    const log = openErrorLog({ folder, applicationFolder, now, fileLimit: 300 });
    for (let number = 0; number < 40; number += 1) log.record({ where: `operation ${number}`, error: null });
    expect(readdirSync(folder).sort()).toEqual(['errors.1.log', 'errors.2.log', 'errors.log']);
    const written = readFileSync(path.join(folder, 'errors.log'), 'utf8');
    expect(written.length).toBeLessThanOrEqual(300);
    expect(written).toContain('operation 39');
  });

  it('stops nothing when it cannot be written', () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const log = openErrorLog({ folder: path.join(file, 'logs'), applicationFolder, now });
    expect(() => log.record({ where: 'x', error: null })).not.toThrow();
  });
});
