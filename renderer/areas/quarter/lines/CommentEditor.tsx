import { Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useKeptText } from '../../../components/fields/kept-text';
import type { Move } from './grid-moves';
import classes from './Lines.module.css';
import { type CellEditorProps, moveAfterTyping } from './typing';

/** A comment typed over its cell and kept at each pause; Shift+Enter starts a new line, Escape puts back what stood. */
export function CommentEditor(props: CellEditorProps) {
  const { first } = props;
  const stored = String(props.value ?? '');
  const before = useRef(stored);
  const isClosed = useRef(false);
  const typed = useKeptText(stored, (text, typing) => props.onSave(text.trim() === '' ? null : text, typing));
  const { change } = typed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the cell is opened by a letter
  useEffect(() => {
    if (first !== '') change(before.current === '' ? first : `${before.current} ${first}`);
  }, []);

  const close = (move: Move | null) => {
    isClosed.current = true;
    props.onClose(move);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      typed.restore(before.current);
      close(null);
      return;
    }
    const move = event.key === 'Enter' && event.shiftKey ? null : moveAfterTyping(event);
    if (move === null) return;
    event.preventDefault();
    close(move);
  };
  return (
    <Textarea
      aria-label={props.label}
      value={typed.text}
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={(event) => {
        typed.onFocus();
        const end = event.currentTarget.value.length;
        event.currentTarget.setSelectionRange(end, end);
      }}
      onBlur={() => {
        typed.onBlur();
        if (!isClosed.current) props.onLeave();
      }}
      onKeyDown={onKeyDown}
      autoFocus
      maxRows={8}
      maxLength={65_536}
      dir="auto"
      classNames={{ root: `${classes.editor} ${classes.over}`, input: classes.input ?? '' }}
    />
  );
}
