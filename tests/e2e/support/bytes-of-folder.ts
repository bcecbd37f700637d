import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The files below a folder whose bytes hold a text, in UTF-8 or in UTF-16.
 *
 * @returns their paths relative to the folder
 */
export function filesHolding(folder: string, text: string): string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return filesBelow(folder).filter((name) => {
    const bytes = readFileSync(path.join(folder, name));
    return forms.some((form) => bytes.includes(form));
  });
}

/** The regular files below a folder, by their paths relative to it. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.isFile());
}
