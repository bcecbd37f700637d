import { z } from 'zod';

/** Values that several areas share. Shapes only: what they mean stands in DESIGN.md §4. */

/** Identifier of a record: 36 characters, lower-case UUID (UUIDv7, or UUIDv8 made from a natural key). */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/** Calendar day `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** Civil quarter `2026-Q3`. */
export const quarterSchema = z.string().regex(/^\d{4}-Q[1-4]$/);

/** SHA-256 in lower-case hexadecimal, without prefix. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Identity of a package: SHA-256 of its manifest. */
export const digestSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** Code of a party of the register: `CI`, `FORIM`. */
export const partyCodeSchema = z.string().regex(/^[A-Z][A-Z0-9]{1,11}$/);

/** Opaque name of a file or folder that the user chose in a native dialog or dropped on the window. */
export const fileHandleSchema = z.string().regex(/^file-[0-9a-f-]{36}$/);

export const languageSchema = z.enum(['fr', 'en', 'ar']);
export type Language = z.infer<typeof languageSchema>;

export const roleSchema = z.enum(['committee', 'coordination']);
export type WorkspaceRole = z.infer<typeof roleSchema>;

/** UTC instant, ISO 8601. */
export const instantSchema = z.iso.datetime();

/** A sentence of the interface that the core names and the renderer words: key and values. */
export const messageSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Message = z.infer<typeof messageSchema>;
