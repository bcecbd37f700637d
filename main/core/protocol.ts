import type { Answer, CoreEvent } from './contract/operations';

/** Messages between the shell and the core worker. */
export type ToCore =
  | { readonly type: 'call'; readonly call: string; readonly operation: string; readonly input: unknown }
  | { readonly type: 'cancel'; readonly call: string }
  | { readonly type: 'file'; readonly handle: string; readonly path: string; readonly name: string }
  /** The application ends: lock, close the files, then answer `closed`. */
  | { readonly type: 'close' };

export type FromCore =
  | { readonly type: 'answer'; readonly call: string; readonly answer: Answer }
  | { readonly type: 'event'; readonly event: CoreEvent }
  /** An exception nobody foresaw (the call answered X00): for the error log. */
  | { readonly type: 'bug'; readonly operation: string; readonly stack: string }
  | { readonly type: 'closed' };
