import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { languageSchema } from '../core/contract/values';
import { preferencesAmong } from './page-preferences';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Bounds = z.infer<typeof boundsSchema>;

const windowStateSchema = z.object({
  /** Where the window stands when it is not maximised; null until it was placed once. */
  bounds: boundsSchema.nullable(),
  maximised: z.enum(['maximised', 'free']),
  zoom: z.number().min(0.5).max(3),
  /** How the page dressed the window last, so that the next start shows no flash and no other language. */
  scheme: z.enum(['light', 'dark']).nullable(),
  language: languageSchema.nullable(),
  preferences: z.record(z.string(), z.string()).transform(preferencesAmong),
});
export type WindowState = z.infer<typeof windowStateSchema>;

/** Smallest window that shows every screen (LOOK.md: tested at 720 px). */
export const smallestWindow = { width: 960, height: 640 };
const usualWindow = { width: 1366, height: 768 };

/** The window at the very first start. */
export const firstWindowState: WindowState = {
  bounds: null,
  maximised: 'free',
  zoom: 1,
  scheme: null,
  language: null,
  preferences: {},
};

/** Reads `window.json`; a file that is missing or is not of this form counts as a first start. */
export function readWindowState(file: string): WindowState {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return firstWindowState;
  }
  const parsed = windowStateSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : firstWindowState;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Where the window opens: where it was, if enough of its title bar can still be grasped on one of the screens,
 * else in the middle of the first screen; never larger than the screen.
 *
 * @param remembered bounds of the last run, in device-independent pixels
 * @param screens work areas of the screens, the first one first; there is at least one
 */
export function placeWindow(remembered: Bounds | null, screens: readonly [Bounds, ...Bounds[]]): Bounds {
  if (remembered) {
    const fitted = screens
      .map((area) => ({ area, window: { ...remembered, ...sizeWithin(remembered, area) } }))
      .find(({ area, window }) => canBeGrasped(window, area));
    if (fitted) return fitted.window;
  }
  const [first] = screens;
  const size = sizeWithin(remembered ?? usualWindow, first);
  return {
    ...size,
    x: first.x + Math.max(0, Math.round((first.width - size.width) / 2)),
    y: first.y + Math.max(0, Math.round((first.height - size.height) / 2)),
  };
}

function sizeWithin(
  wanted: { readonly width: number; readonly height: number },
  area: Bounds,
): { width: number; height: number } {
  return {
    width: Math.max(smallestWindow.width, Math.min(wanted.width, area.width)),
    height: Math.max(smallestWindow.height, Math.min(wanted.height, area.height)),
  };
}

/** At least 160 × 40 px of the title bar lie on the screen. */
function canBeGrasped(window: Bounds, area: Bounds): boolean {
  const visibleWidth = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const isTopVisible = window.y >= area.y && window.y + 40 <= area.y + area.height;
  return visibleWidth >= 160 && isTopVisible;
}

/** The steps of the zoom, as in browsers. */
const zoomSteps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** The zoom after one step in or out, or back to the normal size. */
export function nextZoom(zoom: number, step: 'in' | 'out' | 'normal'): number {
  if (step === 'normal') return 1;
  const tolerance = 0.01;
  return step === 'in'
    ? (zoomSteps.find((candidate) => candidate > zoom + tolerance) ?? zoom)
    : (zoomSteps.findLast((candidate) => candidate < zoom - tolerance) ?? zoom);
}
