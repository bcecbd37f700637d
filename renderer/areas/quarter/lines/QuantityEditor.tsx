import { type KeyboardEvent, useRef, useState } from 'react';
import { draftOf, readDraft, refusalText } from '../../../components/fields/draft';
import { fieldText } from '../../../components/fields/field-text';
import { Refusal } from '../../../components/fields/Refusal';
import type { Move } from './grid-moves';
import classes from './Lines.module.css';
import { type CellEditorProps, moveAfterTyping } from './typing';

/** A number typed in its cell; what is no number stays there with its reason until it is mended or Escape restores. */
export function QuantityEditor(props: CellEditorProps) {
  const { field, value } = props;
  const [draft, setDraft] = useState(props.first === '' ? draftOf(field, value) : props.first);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isClosed = useRef(false);

  const close = (move: Move | null) => {
    isClosed.current = true;
    props.onClose(move);
  };
  /** Answers whether what is typed can stand. */
  const write = (): boolean => {
    const read = readDraft(field, draft);
    if (!read.ok) {
      setRefusal(refusalText(field, read));
      return false;
    }
    const next = typeof read.value === 'number' ? read.value : null;
    if (next !== value) void props.onSave(next).catch(() => undefined);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return close(null);
    const arrow = { ArrowUp: 'up', ArrowDown: 'down' } as const;
    const move = moveAfterTyping(event) ?? arrow[event.key as 'ArrowUp' | 'ArrowDown'] ?? null;
    if (move === null) return;
    event.preventDefault();
    if (write()) close(move);
  };
  return (
    <span className={classes.editor}>
      <input
        className={classes.input}
        aria-label={props.label}
        aria-invalid={refusal !== null}
        inputMode="numeric"
        dir="ltr"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the cell was opened to be typed in
        autoFocus
        value={draft}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setRefusal(null);
        }}
        onFocus={(event) => props.first === '' && event.currentTarget.select()}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (!isClosed.current && write()) {
            isClosed.current = true;
            props.onLeave();
          }
        }}
      />
      {refusal !== null && <Refusal sentence={refusal} restores={fieldText(field, value)} />}
    </span>
  );
}
