import { createSpotlight } from '@mantine/spotlight';
import { useEffect } from 'react';

/** The one "go anywhere" of the window: its state, and how to open and close it. */
export const [finderStore, finder] = createSpotlight();

/**
 * Puts the choice on the first answer whenever the answers change, so that Enter opens it; by itself the finder
 * chooses only after ↓.
 *
 * @param answers names the answers shown
 */
export function useFirstAnswerChosen(answers: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers say when to choose again
  useEffect(() => {
    const { listId } = finderStore.getState();
    const first = document.getElementById(listId)?.querySelector('[data-action]');
    if (!first) return;
    first.setAttribute('data-selected', 'true');
    finderStore.updateState((state) => ({ ...state, selected: 0 }));
  }, [answers]);
}
