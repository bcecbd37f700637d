import { useLayoutEffect, useState } from 'react';

/** The height of a row, px; it can change while the list is shown (density, zoom of the text). */
export function useRowHeight(): number {
  const [height, setHeight] = useState(rowHeight);
  useLayoutEffect(() => {
    const observer = new MutationObserver(() => setHeight(rowHeight()));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] });
    return () => observer.disconnect();
  }, []);
  return height;
}

function rowHeight(): number {
  const root = getComputedStyle(document.documentElement);
  return Number.parseFloat(root.getPropertyValue('--row')) * Number.parseFloat(root.fontSize);
}
