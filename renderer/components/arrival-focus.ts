import { useEffect } from 'react';
import { finderStore } from '../app/shell/finder';

/**
 * On arrival the keyboard goes to what the page is for (the list, the sheet), so that ↑↓ or Tab work at once. A field
 * in which somebody is typing keeps it, that of "go anywhere" too: it may have been opened before the page was there.
 *
 * @param focus puts the focus there, without scrolling
 */
export function useArrivalFocus(focus: () => void) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one arrives once
  useEffect(() => {
    if (!finderStore.getState().opened && !isTyping(document.activeElement)) focus();
  }, []);
}

function isTyping(element: Element | null): boolean {
  return element?.matches('main input, main textarea') === true;
}
