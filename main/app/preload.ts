import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { ConcertationBridge, ConcertationEvent } from '../core/contract/operations';
import { channels } from './channels';
import { preferencesInArguments } from './page-preferences';

const listeners = new Set<(event: ConcertationEvent) => void>();

ipcRenderer.on(channels.event, (_event, message: ConcertationEvent) => {
  for (const listener of listeners) listener(message);
});

// A timer runs after the page has answered what it received before, so that calls made in reaction go out first.
ipcRenderer.on(channels.settle, () => {
  setTimeout(() => {
    keepPreferences();
    ipcRenderer.send(channels.settled);
  }, 0);
});

const bridge: ConcertationBridge = {
  call: (operation, input, call = crypto.randomUUID()) =>
    ipcRenderer.invoke(channels.call, { call, operation, input }),
  cancel: (call) => ipcRenderer.send(channels.cancel, call),
  on: (listener) => {
    listeners.add(listener);
    ipcRenderer.send(channels.listening);
    return () => {
      listeners.delete(listener);
    };
  },
  handlesOf: (files) => {
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
    return ipcRenderer.invoke(channels.dropped, paths);
  },
};

contextBridge.exposeInMainWorld('concertation', bridge);

for (const [name, value] of Object.entries(preferencesInArguments(process.argv))) {
  if (localStorage.getItem(name) === null) localStorage.setItem(name, value);
}
window.addEventListener('blur', keepPreferences);

function keepPreferences(): void {
  ipcRenderer.send(channels.preferences, { ...localStorage });
}
