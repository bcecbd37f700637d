import { z } from 'zod';

/** Forms of what arrives from the page, checked before anything is done with it. */

/** Name the page gives to a call, for progress and cancelling. */
export const callNameSchema = z.string().regex(/^[\w-]{1,64}$/);

export const callMessageSchema = z.object({
  call: callNameSchema,
  operation: z.string().max(100),
  input: z.unknown(),
});

/** Paths of dropped files. Windows allows 32,767 characters. */
export const droppedMessageSchema = z.array(z.string().min(1).max(32_767)).max(1_000);

/** What a second start hands over to the first: files to open. */
export const secondStartSchema = z.object({ files: z.array(z.string().min(1).max(32_767)).max(1_000) });
