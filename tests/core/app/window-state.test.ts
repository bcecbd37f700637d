import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bounds,
  firstWindowState,
  nextZoom,
  placeWindow,
  readWindowState,
} from '../../../main/app/window-state';

const laptop: Bounds = { x: 0, y: 0, width: 1366, height: 728 };
const beamer: Bounds = { x: 1366, y: 0, width: 1920, height: 1080 };

describe('the place of the window', () => {
  it('is the whole usual laptop at the first start, in the middle of a larger screen', () => {
    expect(placeWindow(null, [laptop])).toEqual({ x: 0, y: 0, width: 1366, height: 728 });
    expect(placeWindow(null, [beamer])).toEqual({ x: 1643, y: 156, width: 1366, height: 768 });
  });

  it('is where it was, also on the second screen', () => {
    const there = { x: 1500, y: 100, width: 1000, height: 700 };
    expect(placeWindow(there, [laptop, beamer])).toEqual(there);
  });

  it('is on the first screen again when the second one is gone', () => {
    const there = { x: 1500, y: 100, width: 1000, height: 700 };
    expect(placeWindow(there, [laptop])).toEqual({ x: 183, y: 14, width: 1000, height: 700 });
  });

  it('can always be grasped, whatever was remembered', () => {
    const side = fc.integer({ min: -5_000, max: 5_000 });
    const length = fc.integer({ min: 1, max: 9_000 });
    fc.assert(
      fc.property(fc.record({ x: side, y: side, width: length, height: length }), (remembered) => {
        const placed = placeWindow(remembered, [laptop, beamer]);
        const isOnAScreen = [laptop, beamer].some(
          (area) =>
            placed.y >= area.y &&
            placed.y + 40 <= area.y + area.height &&
            placed.x + placed.width > area.x &&
            placed.x < area.x + area.width,
        );
        expect(isOnAScreen).toBe(true);
        expect(placed.width).toBeGreaterThanOrEqual(960);
        expect(placed.height).toBeGreaterThanOrEqual(640);
      }),
    );
  });
});

describe('what is remembered of the window', () => {
  it('counts as a first start when the file is missing, cut or of another form', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'concertation-window-'));
    try {
      const file = path.join(folder, 'window.json');
      expect(readWindowState(file)).toEqual(firstWindowState);
      for (const content of ['', '{"bounds":', '[]', '{"zoom":90}']) {
        writeFileSync(file, content);
        expect(readWindowState(file)).toEqual(firstWindowState);
      }
      const state = { ...firstWindowState, zoom: 1.25, preferences: { 'concertation.density': 'comfort' } };
      writeFileSync(file, JSON.stringify({ ...state, preferences: { ...state.preferences, other: 'x' } }));
      expect(readWindowState(file)).toEqual(state);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the zoom', () => {
  it('goes step by step and stops at its ends', () => {
    expect([nextZoom(1, 'in'), nextZoom(1, 'out'), nextZoom(1.75, 'normal')]).toEqual([1.1, 0.9, 1]);
    expect([nextZoom(3, 'in'), nextZoom(0.5, 'out')]).toEqual([3, 0.5]);
  });

  it('finds the next step from any size, also from one that Chromium rounded', () => {
    expect([nextZoom(1.0999999, 'in'), nextZoom(1.1000001, 'out'), nextZoom(1.3, 'out')]).toEqual([
      1.25, 1, 1.25,
    ]);
  });
});
