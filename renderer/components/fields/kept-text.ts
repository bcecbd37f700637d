import { useCallback, useEffect, useRef, useState } from 'react';

/** Typing is kept after this pause, and at the latest after the second, in milliseconds: what a power cut can cost. */
const pause = 800;
const atLatest = 2_000;

type Typing = 'begins' | 'goes_on';

interface Live {
  draft: string | null;
  /** What the last save held; null when it was refused. */
  kept: string | null;
  /** When the text must be kept, whatever is typed; null while nothing waits. */
  due: number | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  typing: Typing;
  focus: 'inside' | 'outside';
  queue: Promise<void>;
}

/**
 * A text that is kept while it is typed: at each pause, on leaving, when the page goes away. `typing` tells `save`
 * whether a stretch begins, so that undo takes the whole stretch back. A refusal stays in `error`, and the text with it.
 */
export function useKeptText(stored: string, save: (text: string, typing: Typing) => Promise<unknown>) {
  const [draft, setDraft] = useState<string | null>(null);
  const [state, setState] = useState<'kept' | 'waiting'>('kept');
  const [error, setError] = useState<unknown>(null);
  const live = useRef<Live>({
    draft: null,
    kept: stored,
    due: null,
    timer: undefined,
    typing: 'begins',
    focus: 'outside',
    queue: Promise.resolve(),
  });
  const saving = useRef(save);
  useEffect(() => {
    saving.current = save;
  });

  const keep = useCallback(() => {
    const now = live.current;
    clearTimeout(now.timer);
    now.due = null;
    const text = now.draft;
    if (text === null || text === now.kept) return;
    const { typing } = now;
    now.kept = text;
    now.typing = 'goes_on';
    now.queue = now.queue
      .then(() => saving.current(text, typing))
      .then(
        () => {
          setError(null);
          if (now.draft === text) setState('kept');
        },
        (refusal: unknown) => {
          // The same text is sent again at the next pause or on leaving.
          if (now.kept === text) now.kept = null;
          setError(refusal);
        },
      );
  }, []);
  useEffect(() => () => keep(), [keep]);

  // What the core holds stands as soon as nobody types: an undo, the trimmed form of what was kept.
  useEffect(() => {
    const now = live.current;
    if (now.focus === 'inside') return;
    now.draft = null;
    now.kept = stored;
    setDraft(null);
  }, [stored]);

  const change = (text: string) => {
    const now = live.current;
    now.draft = text;
    now.due ??= Date.now() + atLatest;
    clearTimeout(now.timer);
    now.timer = setTimeout(keep, Math.min(pause, Math.max(0, now.due - Date.now())));
    setDraft(text);
    setState('waiting');
  };
  return {
    text: draft ?? stored,
    state,
    error,
    change,
    /** Puts back what stood when typing began. */
    restore: (text: string) => {
      if (live.current.draft !== null) live.current.draft = text;
      keep();
    },
    onFocus: () => {
      live.current.focus = 'inside';
      live.current.typing = 'begins';
    },
    onBlur: () => {
      live.current.focus = 'outside';
      keep();
    },
  };
}
