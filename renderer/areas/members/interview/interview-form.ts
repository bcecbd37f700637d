import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { useSay } from '../../../app/status';
import { type Answers, carriedOver, type Place, readSheet } from './answers';
import { useDraftKeeper } from './draft-keeper';

/** A sheet that left the form, and whether it is in the register: what Ctrl+Z brings back. */
interface Left {
  readonly answers: Answers;
  readonly how: 'entered' | 'cleared';
}

/** The sheet being typed: its answers, kept as they come, and the gestures over the whole. */
export function useInterviewForm(first: Answers, place: Place) {
  const { t } = useTranslation(['members', 'common']);
  const say = useSay();
  const keeper = useDraftKeeper();
  const [answers, setAnswers] = useState<Answers>(first);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const [left, setLeft] = useState<Left | null>(null);
  const [isEntering, setEntering] = useState(false);
  const become = (next: Answers, leaves: Left | null) => {
    setAnswers(next);
    setRefusals(new Map());
    setLeft(leaves);
  };
  const restore = (before: Left) => {
    become(before.answers, null);
    keeper.keep(before.answers);
  };
  return {
    answers,
    refusals,
    keeper,
    isEntering,
    type: (key: string, text: string) => {
      const next = { ...answers, [key]: text };
      setAnswers(next);
      setLeft(null);
      setRefusals((before) => new Map([...before].filter(([refused]) => refused !== key)));
      keeper.keep(next);
    },
    /** Enters the sheet; calls `onRefused` with the first question that stands in the way, or `onEntered`. */
    enter: (onEntered: () => void, onRefused: (key: string) => void) => {
      const read = readSheet(answers, place);
      if (!read.ok) {
        setRefusals(read.refusals);
        const [key] = read.refusals.keys();
        if (key !== undefined) onRefused(key);
        return;
      }
      if (isEntering) return;
      const next = carriedOver(answers);
      keeper.settled();
      setEntering(true);
      call('interviews.enter', { ...read.sheet, next: { answers: next } })
        .then(
          () => {
            become(next, { answers, how: 'entered' });
            say(t('interview.entered', { name: String(read.sheet.organisation.name) }));
            onEntered();
          },
          (error: unknown) => {
            keeper.keep(answers);
            say(wordError(error).sentence);
          },
        )
        .finally(() => setEntering(false));
    },
    clear: () => {
      become({}, { answers, how: 'cleared' });
      keeper.keep({});
    },
    /** Brings back the sheet that left last, out of the register if it went there; false when there is none. */
    takeBack: (): boolean => {
      if (left === null) return false;
      if (left.how === 'cleared') restore(left);
      else {
        call('changes.undo', {}).then(
          ({ records, title }) => {
            say(t('common:undo.done', { count: records, title }));
            restore(left);
          },
          (error: unknown) => say(wordError(error).sentence),
        );
      }
      return true;
    },
  };
}
