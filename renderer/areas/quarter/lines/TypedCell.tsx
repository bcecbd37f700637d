import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { activityLineFields } from '../../../../main/core/contract/quarter/fields';
import { currentLanguage, directionOf, labelOfField } from '../../../app/i18n';
import { listOptions } from '../../../app/lists';
import { fieldText } from '../../../components/fields/field-text';
import { CellEditor } from './CellEditor';
import { type Move, moveOfKey, type Place, type TypedFieldName } from './grid-moves';
import classes from './Lines.module.css';
import type { LineValue } from './line-saving';

interface TypedCellProps {
  readonly field: TypedFieldName;
  readonly value: LineValue;
  /** The line it belongs to, for the name of the editor. */
  readonly label: string;
  readonly place: Place;
  /** Where Tab enters the grid. */
  readonly stop: 'yes' | 'no';
  readonly editable: 'editable' | 'read_only';
  onSave(value: LineValue, typing?: 'begins' | 'goes_on'): Promise<void>;
  onFocus(): void;
  /** Answers whether the grid went there. */
  onMove(move: Move): boolean;
  onHistory(): void;
}

/** A cell that is typed: the cursor stands on it, typing or Enter opens it, Delete empties it. */
export function TypedCell(props: TypedCellProps) {
  const { field, value, place } = props;
  const cell = useRef<HTMLTableCellElement>(null);
  /** Null while nothing is typed; else what the first key wrote. */
  const [typing, setTyping] = useState<{ readonly first: string } | null>(null);
  const described = describe(field);
  const text = fieldText(described, value);

  const open = (first = '') => {
    if (props.editable === 'editable') setTyping({ first });
  };
  /** Refusals stand above the grid. */
  const save = (next: LineValue) => void props.onSave(next).catch(() => undefined);
  const close = (move: Move | null) => {
    flushSync(() => setTyping(null));
    if (move === null || !props.onMove(move)) cell.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (typing !== null) return;
    if (event.altKey && event.key.toLowerCase() === 'h') {
      event.preventDefault();
      return props.onHistory();
    }
    const move = moveOfKey(event, directionOf(currentLanguage()));
    if (move !== null) {
      if (props.onMove(move)) event.preventDefault();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || props.editable !== 'editable') return;
    const done = keyInCell(field, event.key, value);
    if (done === null) return;
    event.preventDefault();
    // A letter that is typed is no shortcut of the page.
    event.stopPropagation();
    if (done.kind === 'open') open(done.first);
    else save(done.value);
  };

  return (
    <td
      ref={cell}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid, see LinesGrid
      role="gridcell"
      className={`${classes.typed} ${field === 'quantity' ? `${classes.amount} figures` : ''}`}
      data-place={`${place.row} ${place.column}`}
      data-field={field}
      data-typing={typing === null ? undefined : 'yes'}
      aria-readonly={props.editable === 'read_only'}
      tabIndex={props.stop === 'yes' && typing === null ? 0 : -1}
      title={field === 'comment' && typing === null ? (text ?? '') : undefined}
      onFocus={props.onFocus}
      onClick={() => typing === null && open()}
      onKeyDown={onKeyDown}
    >
      {typing === null ? (
        <span className={classes.text} dir={field === 'comment' ? 'auto' : undefined}>
          {text}
        </span>
      ) : (
        <CellEditor
          field={described}
          name={field}
          label={`${labelOfField(activityLineFields, described)}, ${props.label}`}
          value={value}
          first={typing.first}
          onSave={props.onSave}
          onClose={close}
          onLeave={() => setTyping(null)}
        />
      )}
    </td>
  );
}

function describe(name: TypedFieldName) {
  const field = activityLineFields.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`No field ${name} in a line`);
  return field;
}

type Done =
  | { readonly kind: 'open'; readonly first: string }
  | { readonly kind: 'save'; readonly value: LineValue };

/** What a key does on a cell in which nothing is typed yet. */
function keyInCell(field: TypedFieldName, key: string, value: LineValue): Done | null {
  if (key === 'Enter' || key === 'F2') return { kind: 'open', first: '' };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'save', value: null };
  if (key.length !== 1) return null;
  if (field === 'comment') return { kind: 'open', first: key === ' ' ? '' : key };
  if (field === 'quantity') return /\p{Nd}/u.test(key) ? { kind: 'open', first: key } : null;
  if (key === ' ') return { kind: 'open', first: '' };
  const chosen = stateByLetter(key, value);
  return chosen === null ? null : { kind: 'save', value: chosen };
}

/** The state whose word begins with this letter; the next one when several do. */
function stateByLetter(letter: string, value: LineValue): string | null {
  const begins = listOptions('activityStates').filter((option) =>
    option.label.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()),
  );
  const at = begins.findIndex((option) => option.code === value);
  return begins[(at + 1) % Math.max(1, begins.length)]?.code ?? null;
}
