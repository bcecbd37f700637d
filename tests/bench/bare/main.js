/** The least that Electron can show: one window with one line of text. The baseline of start and memory. */
import path from 'node:path';
import { app, BrowserWindow } from 'electron';

const [, folder = ''] = process.argv.slice(process.argv.indexOf('--profile'));
app.setPath('userData', folder);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true } });
  return window.loadFile(path.join(import.meta.dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
