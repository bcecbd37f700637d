import { useEffect } from 'react';

/**
 * On arrival the keyboard goes to what the page is for (the list, the sheet), so that ↑↓ or Tab work at once. A field
 * in which somebody is typing keeps it.
 *
 * @param focus puts the focus there, without scrolling
 * @param arrival one arrives again when this changes: the link to the page one is on was followed
 */
export function useArrivalFocus(focus: () => void, arrival = '') {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one arrives once, or again
  useEffect(() => {
    if (!isTyping(document.activeElement)) focus();
  }, [arrival]);
}

function isTyping(element: Element | null): boolean {
  return element?.matches('main input, main textarea') === true;
}
