import type { FieldDescription } from '../../../../main/core/contract/fields';
import type { Move, TypedFieldName } from './grid-moves';
import type { LineValue } from './line-saving';

/** What every editor of a cell is given. */
export interface CellEditorProps {
  readonly field: FieldDescription;
  readonly name: TypedFieldName;
  readonly label: string;
  readonly value: LineValue;
  /** What the key wrote that opened the cell; empty when the value is edited. */
  readonly first: string;
  onSave(value: LineValue, typing?: 'begins' | 'goes_on'): Promise<void>;
  /** Ends the typing; the cursor goes on by `move`, or stays. */
  onClose(move: Move | null): void;
  /** Ends the typing because something else was clicked. */
  onLeave(): void;
}

/** The move that a key makes after typing, or null when it belongs to the text. */
export function moveAfterTyping(event: { readonly key: string; readonly shiftKey: boolean }): Move | null {
  if (event.key === 'Enter') return 'entered';
  if (event.key === 'Tab') return event.shiftKey ? 'previous' : 'next';
  return null;
}
