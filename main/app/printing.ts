import { BrowserWindow, type WebContents } from 'electron';
import type { Input, Output } from '../core/contract/operations';
import { writeWholeFile } from './whole-file';

/** Prints what the page shows through the system's dialog. A dialog that was closed is not an error. */
export function printPage(contents: WebContents): Promise<Output<'shell.print'>> {
  return new Promise((resolve, reject) => {
    contents.print({ silent: false, printBackground: true }, (isPrinted, reason) => {
      if (isPrinted) resolve({ outcome: 'printed' });
      else if (/cancel/i.test(reason)) resolve({ outcome: 'cancelled' });
      else reject(new Error(`Printing failed: ${reason}`));
    });
  });
}

/**
 * Writes what the page shows as a tagged A4 PDF, whole or not at all. The margins are those of the page's own
 * `@page` rule.
 *
 * @throws DomainError `file_not_written`
 */
export async function savePageAsPdf(
  contents: WebContents,
  file: string,
  orientation: Input<'shell.savePdf'>['landscape'],
): Promise<void> {
  const pdf = await onWhite(contents, () =>
    contents.printToPDF({
      pageSize: 'A4',
      landscape: orientation === 'landscape',
      printBackground: true,
      generateTaggedPDF: true,
    }),
  );
  await writeWholeFile(file, pdf);
}

/** The margins of a PDF have the colour of the window: it is white meanwhile, as paper is. */
async function onWhite<T>(contents: WebContents, act: () => Promise<T>): Promise<T> {
  const window = BrowserWindow.fromWebContents(contents);
  const before = window?.getBackgroundColor();
  window?.setBackgroundColor('#ffffff');
  try {
    return await act();
  } finally {
    if (before !== undefined) window?.setBackgroundColor(before);
  }
}
