import path from 'node:path';

/** The one origin of the pages. */
export const pageScheme = 'app';
export const pageHost = 'concertation';
export const pageAddress = `${pageScheme}://${pageHost}/index.html`;

/** Kinds of file that the build of the pages can hold; nothing else is served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/**
 * Content-Security-Policy of every answer: our own scripts, styles, fonts and pictures and nothing else. Styles
 * may stand inline, as Mantine writes them; scripts may not. Nothing is fetched, framed, embedded or submitted.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers that every answer carries, whatever it holds. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Whether an address is one of our pages. */
export function isOurPage(address: string): boolean {
  const url = parseAddress(address);
  return url?.protocol === `${pageScheme}:` && url.host === pageHost;
}

/**
 * The file behind an address of the pages.
 *
 * @returns null when the address is of another origin, leaves the folder, or names a kind of file we do not serve
 */
export function rendererFile(
  address: string,
  rendererFolder: string,
): { readonly file: string; readonly contentType: string } | null {
  const url = parseAddress(address);
  if (url?.protocol !== `${pageScheme}:` || url.host !== pageHost) return null;
  const name = decodedPath(url.pathname === '/' ? '/index.html' : url.pathname);
  if (name === null) return null;
  const file = path.join(rendererFolder, name);
  const contentType = contentTypes[path.extname(file).toLowerCase()];
  const isInside = file.startsWith(rendererFolder + path.sep);
  return contentType && isInside ? { file, contentType } : null;
}

/** Each part of a path must be a plain name: no `..`, no second separator hidden in an escape, no device or stream. */
function decodedPath(pathname: string): string | null {
  const parts = pathname.slice(1).split('/');
  return parts.every((part) => /^[\w@-][\w@.-]*$/.test(part)) ? parts.join('/') : null;
}

function parseAddress(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
