import type { PointerEvent } from 'react';

/** Under the pointer, a cell whose text is cut says it whole. */
export function showWhatIsCut({ target }: PointerEvent): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null;
  if (cell === null) return;
  const parts = [cell, ...cell.querySelectorAll<HTMLElement>('bdi, button')];
  const isCut = parts.some((part) => part.scrollWidth > part.clientWidth);
  if (isCut) cell.title = cell.textContent ?? '';
  else cell.removeAttribute('title');
}
