import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from './matching';

interface TypedChoiceSettings {
  /** The choices that answer to a text, the best first. */
  matches(typed: string): readonly Choice[];
  /** `coming`: they are still being looked for; what was typed waits for them. */
  readonly answer: 'here' | 'coming';
  take(choice: Choice): void;
  /** Puts back the text of what is chosen. */
  restore(): void;
  readonly onType?: ((text: string) => void) | undefined;
}

/**
 * What is typed into a list to choose from: Enter and leaving take the best match, Escape lets go of it, and a text that
 * nothing answers to is said and changes nothing. Properties for the input; the highlighted choice stays the list's own.
 */
export function useTypedChoice(settings: TypedChoiceSettings) {
  const { t } = useTranslation();
  /** Typed since the field was entered or a choice was taken; null = nothing. */
  const [typed, setTyped] = useState<string | null>(null);
  const [unanswered, setUnanswered] = useState<string | null>(null);
  const [waits, setWaits] = useState<'waits' | 'not'>('not');
  const latest = useRef(settings);
  latest.current = settings;

  const letGo = () => {
    setTyped(null);
    setWaits('not');
  };
  const takeBest = (text: string) => {
    const [best] = latest.current.matches(text);
    letGo();
    if (best === undefined) setUnanswered(text.trim());
    else latest.current.take(best);
  };
  const settle = () => {
    if (typed === null) return;
    if (settings.answer === 'coming') setWaits('waits');
    else takeBest(typed);
  };
  const arrived = useRef(takeBest);
  arrived.current = takeBest;
  useEffect(() => {
    if (waits === 'waits' && settings.answer === 'here' && typed !== null) arrived.current(typed);
  }, [waits, settings.answer, typed]);

  return {
    typed,
    /** The sentence about a text that nothing answers to. */
    sentence: unanswered === null ? null : t('noSuchChoice', { typed: unanswered }),
    letGo,
    input: {
      onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
        const text = event.currentTarget.value;
        setTyped(text.trim() === '' ? null : text);
        setUnanswered(null);
        settings.onType?.(text);
      },
      onFocus: (event: { readonly currentTarget: HTMLInputElement }) => event.currentTarget.select(),
      onBlur: settle,
      onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === 'Escape' && typed !== null) {
          letGo();
          settings.restore();
        }
        if (event.key !== 'Enter' || typed === null || highlightedFor(event.currentTarget)) return;
        // Nothing is highlighted: Enter must not send the form that the list stands in.
        event.preventDefault();
        settle();
      },
    },
  };
}

/** Is a choice of the open list highlighted, by an arrow or as the best match? The list itself takes it. */
function highlightedFor(input: HTMLInputElement): boolean {
  const list = input.getAttribute('aria-controls');
  return list !== null && document.getElementById(list)?.querySelector('[data-combobox-selected]') != null;
}
