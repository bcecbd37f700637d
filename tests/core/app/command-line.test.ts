import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../main/app/command-line';

const installed = {
  start: 'packaged',
  currentFolder: path.resolve('/bureau'),
  profileVariable: undefined,
} as const;
const inBureau = (name: string) => path.resolve('/bureau', name);

describe('the command line', () => {
  it('opens the window on the usual profile when it says nothing', () => {
    expect(readCommandLine([], installed)).toEqual({ tool: null, profile: null, files: [] });
  });

  it('takes packages to open, from the folder one stands in, whatever the case of their extension', () => {
    const words = ['SN_2026-Q3_r0_n002.colis', 'a/CI.COLIS', 'lettre.pdf', '--flag'];
    expect(readCommandLine(words, installed).files).toEqual([
      inBureau('SN_2026-Q3_r0_n002.colis'),
      inBureau('a/CI.COLIS'),
    ]);
  });

  it('prefers --profile to the variable, in both its forms', () => {
    const given = { ...installed, profileVariable: 'from-variable' };
    expect(readCommandLine([], given).profile).toBe(inBureau('from-variable'));
    expect(readCommandLine(['--profile', 'mine.colis'], given)).toMatchObject({
      profile: inBureau('mine.colis'),
      files: [],
    });
    expect(readCommandLine(['--profile=mine'], given).profile).toBe(inBureau('mine'));
  });

  it('leaves every word after --tool to the tool', () => {
    const words = ['--profile', 'p', '--tool', 'package', 'verify', 'CI.colis', '--profile', 'q', '--json'];
    expect(readCommandLine(words, installed)).toEqual({
      tool: ['package', 'verify', 'CI.colis', '--profile', 'q', '--json'],
      profile: inBureau('p'),
      files: [],
    });
  });

  it('does not take the folder of an application started from its folder for a file', () => {
    const words = ['-r', 'loader.js', '--no-sandbox', '/src/app.colis', 'TN.colis'];
    expect(readCommandLine(words, { ...installed, start: 'from-folder' }).files).toEqual([
      inBureau('TN.colis'),
    ]);
  });
});
