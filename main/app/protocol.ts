import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { systemCode } from '../core/files';
import { pageHeaders, pageScheme, rendererFile } from './renderer-files';

/** Makes `app://` an origin of its own, like https. Must be called before `ready`. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: false } },
  ]);
}

/** Serves the built pages under `app://concertation/` to one session. */
export function servePages(session: Session, rendererFolder: string): void {
  session.protocol.handle(pageScheme, async (request) => {
    const found = request.method === 'GET' ? rendererFile(request.url, rendererFolder) : null;
    if (!found) return refusal();
    try {
      const content = await readFile(found.file);
      return new Response(content, { headers: { ...pageHeaders, 'Content-Type': found.contentType } });
    } catch (error) {
      if (systemCode(error) !== null) return refusal();
      throw error;
    }
  });
}

function refusal(): Response {
  return new Response('', { status: 404, headers: { ...pageHeaders, 'Content-Type': 'text/plain' } });
}
