import { Select } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { listOptions } from '../../../app/lists';
import type { Move } from './grid-moves';
import classes from './Lines.module.css';
import { type CellEditorProps, moveAfterTyping } from './typing';

/** The states of an activity, chosen in its cell. */
export function StateEditor(props: CellEditorProps) {
  const isClosed = useRef(false);
  const close = (move: Move | null) => {
    if (isClosed.current) return;
    isClosed.current = true;
    props.onClose(move);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.key === 'Tab' ? moveAfterTyping(event) : null;
    if (move === null) return;
    event.preventDefault();
    close(move);
  };
  return (
    <Select
      aria-label={props.label}
      data={listOptions('activityStates').map(({ code, label }) => ({ value: code, label }))}
      value={props.value === null ? null : String(props.value)}
      onChange={(next) => {
        if (next !== props.value) void props.onSave(next).catch(() => undefined);
      }}
      allowDeselect={false}
      autoFocus
      defaultDropdownOpened
      onDropdownClose={() => close(null)}
      onKeyDown={onKeyDown}
      classNames={{ root: classes.editor ?? '', input: classes.input ?? '' }}
    />
  );
}
