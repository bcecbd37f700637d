import { useEffect } from 'react';
import { finderStore } from '../app/shell/finder';

/**
 * On arrival the keyboard goes to what the page is for (the list, the sheet), so that ↑↓ or Tab work at once. A field
 * in which somebody is typing keeps it, that of "go anywhere" too: it may have been opened before the page was there.
 *
 * @param focus puts the focus there, without scrolling
 * @param arrival one arrives again when this changes: the link to the page one is on was followed
 */
export function useArrivalFocus(focus: () => void, arrival = '') {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one arrives once, or again
  useEffect(() => {
    if (!finderStore.getState().opened && !isTyping(document.activeElement)) focus();
  }, [arrival]);
}

function isTyping(element: Element | null): boolean {
  return element?.matches('main input, main textarea') === true;
}
