import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerKey } from '../../app/calls';
import { type DraftSlot, draftsAt, flushDrafts, keepDraft } from './draft-keeper';

type Texts = Readonly<Record<string, string>>;
const nothing: Texts = {};

/**
 * The texts of a form, kept while they are typed and found again after a kill, a lock or another page.
 *
 * @param place names the form: `new:persons`
 * @param first what stands in it before anybody typed
 */
export function useDraft(place: string, first: Texts = nothing) {
  const found = useDraftQuery(place, (texts) => texts).data ?? nothing;
  const [typed, setTyped] = useState<Texts>(nothing);
  return {
    texts: { ...first, ...found, ...typed } as Texts,
    /** `resumed`: what stands there was typed before an interruption, and nothing since. */
    state: Object.keys(found).length > 0 && typed === nothing ? ('resumed' as const) : ('typed' as const),
    set: (changes: Texts) => {
      setTyped((before) => ({ ...before, ...changes }));
      keepDraft(place, changes);
    },
    /** It was saved, or given up. */
    drop: () => {
      setTyped(nothing);
      const keys = Object.keys({ ...found, ...typed });
      if (keys.length === 0) return;
      keepDraft(place, Object.fromEntries(keys.map((key) => [key, null])));
      void flushDrafts();
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;

/** What was typed in one field and not saved, or null. */
export function useFoundDraft({ place, key }: DraftSlot): string | null {
  return useDraftQuery(place, (texts) => texts[key] ?? null).data ?? null;
}

function useDraftQuery<T>(place: string, select: (texts: Texts) => T) {
  return useQuery({
    queryKey: answerKey('drafts.of', { place }),
    queryFn: () => draftsAt(place),
    select,
  });
}
