import type { z } from 'zod';
import type { Operation } from './contract/operation';
import type { CallContext } from './session';

/** What answers one operation; it may take its time, and then obeys `context.signal`. */
type Handler<O extends Operation> = (
  context: CallContext,
  input: z.infer<O['input']>,
) => z.infer<O['output']> | Promise<z.infer<O['output']>>;

/** Answers to a group of operations: none forgotten, none invented. */
export type Handlers<Part extends Readonly<Record<string, Operation>>> = {
  readonly [N in keyof Part]: Handler<Part[N]>;
};
