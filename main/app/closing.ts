import type { BrowserWindow } from 'electron';
import type { Appearance } from './appearance';
import type { Bridge } from './bridge';
import { type CoreLink, withinPatience } from './core-link';

export interface ClosingParts {
  readonly window: BrowserWindow;
  readonly bridge: Bridge;
  readonly core: CoreLink;
  readonly appearance: Appearance;
  readonly onClosed: () => void;
}

/** How long the page may take to save its drafts, and the core to lock, in milliseconds. */
const pagePatience = 2_000;
const corePatience = 5_000;

/**
 * Closes in order, once, however it is asked (button, menu, system): the page is told and saves its drafts, the
 * core locks the workspace and ends, the window goes. A page or core that does not answer is not waited for long.
 *
 * @returns whether closing has begun
 */
export function closeInOrder({ window, bridge, core, appearance, onClosed }: ClosingParts): () => boolean {
  let isClosing = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void close();
  });
  return () => isClosing;

  async function close(): Promise<void> {
    try {
      bridge.tell({ type: 'closing' });
      await withinPatience(bridge.pageIsQuiet(), pagePatience);
      const remembered = appearance.close();
      window.hide();
      await core.close(corePatience);
      await remembered;
    } finally {
      if (!window.isDestroyed()) window.destroy();
      onClosed();
    }
  }
}
