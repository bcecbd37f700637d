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

/**
 * The system's window buttons over the page's title bar, which grows with the zoom.
 *
 * @param pageColour what the page says lies below them (`<meta name="theme-color">`, as `#RRGGBB`), where its
 *   title bar is not the usual one; null elsewhere
 */
export function titleBarOverlayOf(
  scheme: Scheme,
  zoom: number,
  pageColour: string | null,
): Required<TitleBarOverlayOptions> {
  const inkScheme = pageColour === null ? scheme : isBright(pageColour) ? 'light' : 'dark';
  return {
    color: pageColour ?? colours[scheme].canvas,
    symbolColor: colours[inkScheme].ink,
    height: Math.round(titleBarHeight * zoom),
  };
}

/** Whether dark ink reads better than light ink on a colour `#RRGGBB` (relative luminance of WCAG 2). */
function isBright(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18;
}
