import type { TitleBarOverlayOptions } from 'electron';

/** How the page looks, as far as the window's own parts must match it. */
export type Scheme = 'light' | 'dark';

/** Tokens `canvas` and `ink` of LOOK.md: the only colours of the shell, which paints before the page can. */
const colours: Readonly<Record<Scheme, { readonly canvas: string; readonly ink: string }>> = {
  light: { canvas: '#F5F3EF', ink: '#211E1A' },
  dark: { canvas: '#171614', ink: '#EDE9E2' },
};

/** Height of the title bar in the page's own pixels (LOOK.md). */
const titleBarHeight = 40;

/** Background behind the page until it has painted. */
export function backgroundOf(scheme: Scheme): string {
  return colours[scheme].canvas;
}

/** The system's window buttons over the page's title bar, which grows with the zoom. */
export function titleBarOverlayOf(scheme: Scheme, zoom: number): TitleBarOverlayOptions {
  return {
    color: colours[scheme].canvas,
    symbolColor: colours[scheme].ink,
    height: Math.round(titleBarHeight * zoom),
  };
}
