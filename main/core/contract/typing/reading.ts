import type { FieldValue } from '../fields';
import type { Message } from '../values';

/** What was understood of one text: typed, pasted, or in a cell of a list. */
export type CellReading =
  | { readonly how: 'empty' }
  | {
      readonly how: 'as_typed' | 'corrected' | 'doubtful';
      readonly value: FieldValue;
      readonly why?: Message;
      /** What the cell says beyond its value (a second number): kept as typed, in the notes. */
      readonly rest?: string;
      /** Values of other fields that the same text tells: a longitude beside a latitude, a second number. */
      readonly also?: Readonly<Record<string, FieldValue>>;
    }
  /** Not understood: kept as typed, in the notes. */
  | { readonly how: 'unread'; readonly why: Message };

export const empty: CellReading = { how: 'empty' };

/** The reasons a cell asks for a look; worded by `spreadsheets:why.<code>`. */
export function why(code: string, params: Message['params'] = {}): Message {
  return { code, params };
}

export function unread(code: string, params: Message['params'] = {}): CellReading {
  return { how: 'unread', why: why(code, params) };
}

/** A value that is written as it stands, or otherwise. */
export function read(value: FieldValue, asTyped: boolean, rest = ''): CellReading {
  const how = asTyped ? 'as_typed' : 'corrected';
  return rest === '' ? { how, value } : { how, value, rest };
}
