import { app, type Session, session as sessions } from 'electron';
import { isOurPage } from './renderer-files';

/**
 * Keeps Chromium from touching the network by itself (DESIGN.md: nothing listens, nothing is fetched). Must be
 * called before `ready`.
 */
export function silenceChromium(): void {
  const { commandLine } = app;
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'disable-breakpad',
    'no-pings',
    'no-proxy-server',
  ]) {
    commandLine.appendSwitch(name);
  }
  // No name is ever resolved, whatever asks for it.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  commandLine.appendSwitch(
    'disable-features',
    [
      'MediaRouter',
      'DialMediaRouteProvider',
      'OptimizationHints',
      'AutofillServerCommunication',
      'CertificateTransparencyComponentUpdater',
      'NetworkTimeServiceQuerying',
      'Translate',
    ].join(','),
  );
}

/**
 * What can only be refused when Electron is ready, and must be at once: names are never asked over HTTPS either,
 * and the session which Electron makes for itself, used by no window, gets no dictionaries.
 */
export function silenceDefaultSession(): void {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' });
  isolateSession(sessions.defaultSession);
}

/** Refuses every request of a session but those of our own pages, every permission and every download. */
export function isolateSession(session: Session): void {
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isAllowedAddress(request.url) });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Only macOS has a spell checker of its own; elsewhere Chromium would fetch dictionaries.
  if (process.platform !== 'darwin') {
    session.setSpellCheckerLanguages([]);
    session.setSpellCheckerEnabled(false);
  }
  session.on('will-download', (event) => event.preventDefault());
}

function isAllowedAddress(address: string): boolean {
  if (isOurPage(address)) return true;
  // Pictures the page makes itself; they carry no address of elsewhere.
  if (address.startsWith('data:') || address.startsWith('blob:app://')) return true;
  return !app.isPackaged && address.startsWith('devtools://');
}
