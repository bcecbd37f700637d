import { app, dialog } from 'electron';
import type { Language } from '../core/contract/values';
import { shellTexts } from './texts';

/**
 * Says that Concertation has to close, and waits until that was read. The process is not held up meanwhile: the
 * system can still end it.
 *
 * @param text a sentence of the shell's texts; the one for unexpected errors when none is given
 */
export async function sayItMustClose(language: Language, text?: string): Promise<void> {
  const { title, unexpected } = shellTexts(language).trouble;
  const detail = text ?? unexpected;
  if (!app.isReady()) {
    dialog.showErrorBox(title, detail);
    return;
  }
  await dialog.showMessageBox({
    type: 'error',
    title: 'Concertation',
    message: title,
    detail,
    buttons: ['OK'],
  });
}
