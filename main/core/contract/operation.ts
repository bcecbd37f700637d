import type { z } from 'zod';
import type { ErrorCode } from './errors';

/** What can change and therefore what queries depend on: a change event names the topics it touched. */
export const topics = [
  'workspace',
  'organisations',
  'persons',
  'quarter',
  'packages',
  'trust',
  'submissions',
  'history',
  'imports',
  'views',
] as const;
export type Topic = (typeof topics)[number];

/**
 * One operation of the contract (DESIGN.md §2): the only way from the page to the main side.
 * `side` tells who answers it: the core worker, or the Electron shell (dialogs, printing, windows).
 */
export interface Operation<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends OperationKind = OperationKind,
> {
  readonly kind: K;
  readonly side: 'core' | 'shell';
  readonly input: I;
  readonly output: O;
  /** Codes beyond `input_refused`, `workspace_locked` and `X00`, which any operation can give. */
  readonly errors: readonly ErrorCode[];
  /** For a query: the topics whose change makes its answer stale. For a command: the topics it may change. */
  readonly topics: readonly Topic[];
}

type OperationKind = 'query' | 'command';

interface Declaration<I extends z.ZodType, O extends z.ZodType> {
  readonly input: I;
  readonly output: O;
  readonly errors?: readonly ErrorCode[];
  readonly topics?: readonly Topic[];
}

/** Declares an operation that reads and changes nothing. */
export function query<I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<I, O>) {
  return declare('query', 'core', declaration);
}

/** Declares an operation that changes something, in one transaction. */
export function command<I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<I, O>) {
  return declare('command', 'core', declaration);
}

/** Declares an operation answered by the Electron shell: dialogs, printing, the window. */
export function shellCommand<I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<I, O>) {
  return declare('command', 'shell', declaration);
}

function declare<I extends z.ZodType, O extends z.ZodType, K extends OperationKind>(
  kind: K,
  side: 'core' | 'shell',
  declaration: Declaration<I, O>,
): Operation<I, O, K> {
  return {
    kind,
    side,
    input: declaration.input,
    output: declaration.output,
    errors: declaration.errors ?? [],
    topics: declaration.topics ?? [],
  };
}
