import { Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { InterviewQuestion } from '../../../../main/core/contract/members/interview';
import { readsLeftToRight } from '../../../components/fields/field-text';
import type { ReadAnswer } from './answers';
import classes from './Interview.module.css';
import { labelOf } from './questions';

interface QuestionRowProps {
  readonly question: InterviewQuestion;
  readonly typed: string;
  readonly read: ReadAnswer;
  /** Why the sheet cannot be entered as it is, once that was tried. */
  readonly refusal: string | null;
  readonly isCurrent: boolean;
  onType(text: string): void;
  onFocus(): void;
  onLeave(): void;
}

/** Where the cursor is put for a question. */
export function inputIdOf(question: InterviewQuestion): string {
  return `interview-${question.key}`;
}

/** One question of the paper: its number, its words, what is typed, and what that stands for. */
export function QuestionRow(props: QuestionRowProps) {
  const { question, read } = props;
  const { field } = question;
  const isCoded = field.list !== undefined || field.type === 'flag' || question.domain !== null;
  // Half a date is no mistake yet; a letter that is not printed is one at once.
  const refusal = props.refusal ?? (read.ok || (props.isCurrent && !isCoded) ? null : read.sentence);
  const id = inputIdOf(question);
  const shared = {
    id,
    value: props.typed,
    'aria-invalid': refusal !== null,
    'aria-describedby': `${id}-says`,
    autoComplete: 'off',
    spellCheck: false,
    onFocus: props.onFocus,
    onBlur: props.onLeave,
  };
  return (
    <div className={classes.question} data-current={props.isCurrent || undefined}>
      <label htmlFor={id} className={classes.label}>
        <span className={classes.number}>{question.number}</span> <span>{labelOf(question)}</span>
      </label>
      {field.type === 'text' ? (
        <Textarea
          {...shared}
          dir="auto"
          autosize
          minRows={1}
          maxRows={8}
          onChange={(event) => props.onType(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          className={classes.input}
          dir={field.type === 'arabic' ? 'rtl' : readsLeftToRight(field) ? 'ltr' : 'auto'}
          lang={field.type === 'arabic' ? 'ar' : undefined}
          onChange={(event) => props.onType(event.currentTarget.value)}
        />
      )}
      <div
        id={`${id}-says`}
        className={classes.says}
        data-refused={refusal !== null || undefined}
        aria-live="polite"
      >
        {refusal === null ? (
          read.ok && read.words
        ) : (
          <>
            <IconAlertTriangle className="icon-15" /> {refusal}
          </>
        )}
      </div>
    </div>
  );
}

/** Enter goes on to the next question, with Shift to the next line of a text; the last one leaves to the button. */
export function goOnWithEnter(event: KeyboardEvent<HTMLElement>) {
  const isPlain =
    event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
  const { target } = event;
  if (!isPlain || !(target instanceof HTMLElement) || !target.matches('input, textarea')) return;
  event.preventDefault();
  const fields = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('input, textarea:not([aria-hidden]), button'),
  ];
  fields[fields.indexOf(target) + 1]?.focus();
}
